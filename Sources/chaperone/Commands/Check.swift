import ArgumentParser
import Changes
import Drafts
import Foundation
import Policy
import YAML

/// `chaperone check`: runs the policy.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Check drafts against the policy.")

  @Option(help: ArgumentHelp("A folder of rule files to use instead of those in force.", valueName: "folder"))
  var rules: String?

  @Option var format = "text"
  @Flag var trace = false
  @Argument(help: "Files and folders.")
  var paths: [String] = []

  func run() throws {
    let ruleSet = try RuleSource.load(folder: rules)
    let checker = try RuleSource.reporting { () throws(PolicyErrors) in
      try Checker(ruleSet: ruleSet, organisation: .standard, directory: Directory())
    }
    var stopped = false
    for path in paths.flatMap(Self.expand) {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      guard let name = RepositoryPath(path.hasPrefix("/") ? String(path.dropFirst()) : path) else { continue }
      let draft = try Draft.parse(bytes: bytes, path: name)
      let assessment = checker.assess(draft, now: Timestamp(secondsSince1970: 1_795_392_000))
      if assessment.verdict != .clear { stopped = true }
      var row: [String: Any] = ["path": path, "verdict": assessment.verdict.rawValue]
      row["findings"] = assessment.findings.map { finding -> [String: Any] in
        ["rule": finding.rule, "severity": finding.severity.rawValue,
         "excerpt": String(decoding: finding.excerpt.highlighted(revealed: false), as: UTF8.self),
         "because": finding.because.map { ["class": $0.wordClass] }]
      }
      if trace {
        row["entities"] = assessment.entities.map { ["kind": $0.kind.rawValue, "start": ["byte": $0.range.start.byte], "end": ["byte": $0.range.end.byte], "allowed": $0.isAllowed] as [String: Any] }
      }
      print(String(decoding: try JSONSerialization.data(withJSONObject: row, options: [.withoutEscapingSlashes, .sortedKeys]), as: UTF8.self))
    }
    if stopped { throw ExitCode(1) }
  }

  private static func expand(_ path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return [path] }
    return ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".md") }.sorted().map { path + "/" + $0 }
  }
}

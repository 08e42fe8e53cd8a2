import BuiltinRules
import Changes
import Drafts
import Foundation
import Testing

@testable import Policy

/// Real published health news, all of it fit to print: what is blocked there is nearly always a false alarm.
///
/// Runs where `CHAPERONE_NEWS` names a folder of text files with a post a line, `id|date|text` or the text alone; such a
/// collection is *Health News in Twitter* of the UCI Machine Learning Repository (A. Karami, CC BY 4.0).
@Suite struct PublishedNewsTests {
  private static var folder: String? { ProcessInfo.processInfo.environment["CHAPERONE_NEWS"] }

  @Test("Less than 1 % of published lines is blocked", .enabled(if: folder != nil))
  func falseAlarms() throws {
    let folder = try #require(Self.folder)
    let checker = try Checker(
      ruleSet: BuiltinRules.ruleSet(packs: ["core"]), organisation: .standard, directory: Directory())
    var lines = 0
    var foreign = 0
    var counts: [Severity: Int] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".txt") {
      let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: name))
      // By bytes: to Swift a carriage return and a line feed are one character, and no line would end there.
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let text = String(decoding: line.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
        let post = text.split(separator: "|", maxSplits: 2).last.map(String.init) ?? ""
        let file = "---\nauthor: desk\nchannels: [website]\nabout: none\naccount: organization\n---\n\(post)\n"
        guard let draft = try? Draft.parse(bytes: Array(file.utf8), path: "line.md") else { continue }
        lines += 1
        let findings = checker.assess(draft, now: Timestamp(secondsSince1970: 1_795_392_000)).findings
        if findings.contains(where: { $0.rule == "meta/language-not-covered" }) { foreign += 1 }
        if let severity = findings.map(\.severity).max() { counts[severity, default: 0] += 1 }
      }
    }
    try #require(lines > 0)
    print("\(lines) lines: \(counts[.block] ?? 0) blocked, \(counts[.approve] ?? 0) to approve")
    #expect(foreign == 0)
    #expect(Double(counts[.block] ?? 0) < 0.01 * Double(lines))
  }
}

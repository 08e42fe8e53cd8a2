import BuiltinRules
import Changes
import Drafts
import Policy
import Testing
import YAML

/// Drafts made of front matter and one text, judged by the built-in rules.
struct DeclaredDrafts {
  let checker: Checker
  /// The time the answers are for.
  static let now = Timestamp(secondsSince1970: 1_795_392_000)

  /// The built-in rules with a register of consents, written as in `consents.yaml`.
  init(consents: String? = nil, organisation: String = "version: 1") throws {
    checker = try Checker(
      ruleSet: try BuiltinRules.ruleSet(packs: ["core"]),
      organisation: try Organisation.read(Array(organisation.utf8), path: "policy.yaml"), directory: Directory(),
      consents: try consents.map { try Consents(parsing: try YAMLNode.parse(Array($0.utf8))) })
  }

  /// The findings of a draft whose rules start with one of the prefixes.
  func findings(
    _ declared: [String], _ text: String = "Flu clinic this Saturday.", path: RepositoryPath = "drafts/flu.md",
    of prefixes: [String]
  ) throws -> [Finding] {
    let head = declared.isEmpty ? "" : "---\n" + declared.joined(separator: "\n") + "\n---\n"
    let draft = try Draft.parse(bytes: Array((head + text + "\n").utf8), path: path)
    return checker.assess(draft, now: Self.now).findings.filter { finding in
      prefixes.contains { finding.rule.hasPrefix($0) }
    }
  }

  /// The rules of these findings, each once.
  func rules(
    _ declared: [String], _ text: String = "Flu clinic this Saturday.", path: RepositoryPath = "drafts/flu.md",
    of prefixes: [String] = ["platform/", "meta/", "consent/", "accessibility/", "media/"]
  ) throws -> [String] {
    Set(try findings(declared, text, path: path, of: prefixes).map(\.rule)).sorted()
  }
}

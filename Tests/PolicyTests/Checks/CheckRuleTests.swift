import BuiltinRules
import Policy
import Testing

@Suite("the rules about files")
struct CheckRuleTests {
  @Test("every example does what its rule says", arguments: ["platform", "meta", "consent", "accessibility", "media"])
  func examples(group: String) throws {
    let files = BuiltinRules.files.map { (path: $0.path, text: $0.text) }
    let rules = try RuleSet(files: files, packs: ["core"])
    let ids = Set(rules.rules.filter { $0.group == group }.map(\.id))
    guard !ids.isEmpty else { return }
    let run = try ExampleRun(rules, only: ids)
    #expect(run.count >= 6 * ids.count)
    for failure in run.failures { Issue.record("\(failure.rule) \(failure.message): \(failure.text)") }
  }
}

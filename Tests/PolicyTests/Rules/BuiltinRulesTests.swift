import BuiltinRules
import Changes
import Drafts
import Testing
import YAML

@testable import Policy

/// The rules that come with the program.
@Suite struct BuiltinRulesTests {
  private static let packs: Set<String> = ["core", "us", "uk", "au", "eu", "ca", "es"]

  @Test("Every example of every rule does what it says")
  func examples() throws {
    let run = try ExampleRun(RuleSet(files: BuiltinRules.files, packs: Self.packs))
    let failures = run.failures.map { "\($0.path):\($0.range.start.line) \($0.message): \($0.text)" }
    #expect(failures == [])
    #expect(run.count > 100)
  }

  @Test("A wrong example is found")
  func plantedFailure() throws {
    let planted = BuiltinRules.files.map { file in
      guard file.path == "core/privacy/patient-anecdote.yaml" else { return file }
      return (file.path, file.text.replacing("  pass:\n", with: "  pass:\n    - \"My patient was late again.\"\n"))
    }
    let run = try ExampleRun(RuleSet(files: planted, packs: Self.packs), only: ["privacy/patient-anecdote"])
    #expect(run.failures.count == 1)
    #expect(run.failures.first?.message.contains("must not fire") == true)
  }

  @Test("The compiled rules say what the files say")
  func compiledForm() throws {
    let files = try RuleSet(files: BuiltinRules.files, packs: Self.packs)
    let compiled = try BuiltinRules.ruleSet(packs: Self.packs)
    #expect(compiled.rules.map(\.id) == files.rules.map(\.id))
    let checkers = try [files, compiled].map {
      try Checker(ruleSet: $0, organisation: .standard, directory: Directory())
    }
    for rule in files.rules {
      for example in rule.examples.flag + rule.examples.pass {
        let file = ExampleDraft(example, text: MarkedExample(example.text).text)
        let draft = try Draft.parse(bytes: Array(file.text.utf8), path: "example.md")
        let answers = checkers.map { $0.assess(draft, now: Timestamp(secondsSince1970: 1_795_392_000)).findings }
        #expect(answers[0].map(\.rule) == answers[1].map(\.rule))
        #expect(answers[0].map(\.range) == answers[1].map(\.range))
        #expect(answers[0].map { $0.because.map(\.wordClass) } == answers[1].map { $0.because.map(\.wordClass) })
      }
    }
  }

  @Test("Compiled rules that were cut or altered are not taken", arguments: [0, 1, 5, 1_000])
  func damagedForm(kept: Int) throws {
    let whole = try RuleSet(files: BuiltinRules.files, packs: Self.packs).compact()
    #expect(RuleSet(compact: Array(whole.prefix(kept)), packs: Self.packs) == nil)
  }
}

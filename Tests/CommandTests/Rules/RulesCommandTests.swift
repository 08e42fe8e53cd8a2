import Foundation
import TestSupport
import Testing

struct RulesCommandTests {
  @Test("The built-in rules are tested and explained with their examples, though they are compiled in")
  func builtInExamples() throws {
    let workshop = try Workshop()
    let test = try workshop.chaperone("rules", "test", "privacy/patient-anecdote")
    #expect(test.status == 0)
    #expect(test.output.contains(" examples of 1 rules: 0 failed") && !test.output.hasPrefix("0 "))
    let explanation = try workshop.chaperone("explain", "privacy/patient-anecdote").output
    #expect(explanation.contains("Fires:\n  ") && explanation.contains("Does not fire:\n  "))
  }

  @Test func listsRules() throws {
    let workshop = try Workshop()
    try Golden.check(try workshop.chaperone("rules", "list", "--rules", "rules").output, "rules-list")
    try Golden.check(
      try workshop.chaperone("rules", "list", "--rules", "rules", "--format", "json").output, "rules-list-json")
  }

  @Test(arguments: [
    (["--severity", "block"], ["contact/phone", "tone/rust"]), (["--group", "contact"], ["contact/phone"]),
    (["--pack", "us"], ["tone/beep"]), (["--group", "tone", "--severity", "approve"], ["tone/robot"]),
    (["--group", "nothing"], []),
  ])
  func filtersRules(arguments: [String], ids: [String]) throws {
    let workshop = try Workshop()
    let run = try ProgramRun.run(
      BuiltPrograms.chaperone.path, ["rules", "list", "--rules", "rules"] + arguments,
      environment: workshop.repository.environment, directory: workshop.root)
    #expect(run.status == 0)
    let listed = run.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").dropFirst().first.map(String.init)
    }
    #expect(listed == ids)
  }

  @Test func explainsARule() throws {
    let workshop = try Workshop()
    for id in ["tone/rust", "tone/robot"] {
      let name = id.replacing("/", with: "-")
      try Golden.check(try workshop.chaperone("explain", id, "--rules", "rules").output, "explain-\(name)")
    }
    let json = try workshop.chaperone("explain", "tone/robot", "--rules", "rules", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["roles"] as? [String] == ["comms-lead", "legal"])
    #expect(object["written"] as? String == "match:\n  # What fires.\n  - \"[(a|this) ROBOT]\"")
  }

  @Test func testsTheExamplesAndSaysWhereOneFails() throws {
    let workshop = try Workshop()
    let good = try workshop.chaperone("rules", "test", "--rules", "rules")
    #expect(good.status == 0)
    #expect(good.output == "8 examples of 4 rules: 0 failed\n", "\(good.output)")
    let rule = try #require(Workshop.rules.first)
    try workshop.write("rules/\(rule.path)", rule.text.replacing("The gate is rusty.", with: "A rusty robot."))
    let bad = try workshop.chaperone("rules", "test", "--rules", "rules")
    #expect(bad.status == 1)
    #expect(bad.output.contains("core/tone/rust.yaml:16:10: tone/rust must not fire, but did on"), "\(bad.output)")
    #expect(bad.output.hasSuffix("8 examples of 4 rules: 1 failed\n"))
    #expect(try workshop.chaperone("rules", "test", "tone/beep", "--rules", "rules").status == 0)
  }

  @Test func theBuiltInRulesPassTheirExamples() throws {
    let run = try Workshop().chaperone("rules", "test")
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func updateKeepsWhatWasEdited() throws {
    let repository = try TemporaryRepository.setUp()
    #expect(try repository.chaperone("rules", "update").output == "0 added, 0 updated, 0 removed, 0 left as edited.\n")
    let paths = try repository.git("ls-files", ".chaperone/rules/core").split(separator: "\n").map(String.init)
    let (edited, missing) = (try #require(paths.first), try #require(paths.last))
    let original = try repository.read(edited)
    try repository.write(edited, original + "# Ours.\n")
    try FileManager.default.removeItem(atPath: repository.path(missing))
    try repository.write(".chaperone/rules/local/tone/own.yaml", "not even a rule\n")
    let run = try repository.chaperone("rules", "update")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("1 added, 0 updated, 0 removed, 1 left as edited."))
    #expect(run.error.contains("\(edited) was edited by hand"))
    #expect(try repository.read(edited) == original + "# Ours.\n")
    #expect(try repository.chaperone("rules", "update", "--force").status == 0)
    #expect(try repository.read(edited) == original)
    #expect(try repository.read(".chaperone/rules/local/tone/own.yaml") == "not even a rule\n")
  }
}

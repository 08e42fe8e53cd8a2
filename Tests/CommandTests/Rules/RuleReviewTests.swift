import Foundation
import TestSupport
import Testing

/// Rules that nobody has looked at again in time are said to be so, on standard error and once.
struct RuleReviewTests {
  @Test func rulesPastTheirDateWarn() throws {
    let workshop = try Workshop()
    let rule = try #require(Workshop.rules.first)
    let warning = "chaperone: 1 rule should have been looked at again, first tone/rust by 2020-01-01;"
    let commands = [["rules", "list"], ["rules", "test"], ["check", "late.md"]]
    try workshop.write("late.md", DraftText.clear)
    func warnings(_ command: [String]) throws -> Int {
      try ProgramRun.run(
        BuiltPrograms.chaperone.path, command + ["--rules", "rules"], environment: workshop.repository.environment,
        directory: workshop.root
      ).error.ranges(of: warning).count
    }
    for command in commands { #expect(try warnings(command) == 0) }
    try workshop.write("rules/\(rule.path)", rule.text.replacing("2999-01-01", with: "2020-01-01"))
    for command in commands { #expect(try warnings(command) == 1) }
    #expect(try warnings(["check", "late.md", "--format", "json"]) == 0)
  }
}

import ArgumentParser

/// `chaperone rules`: the rules in force.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List, test and update the rules in force, and see what they do.",
    subcommands: [RulesList.self, RulesTest.self, RulesUpdate.self, RulesCoverage.self, RulesDiff.self])
}

import ArgumentParser

/// `chaperone rules`: the rules in force.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List and test the rules in force.",
    subcommands: [RulesList.self, RulesTest.self])
}

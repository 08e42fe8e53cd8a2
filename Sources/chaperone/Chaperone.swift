import ArgumentParser

/// The command line: one subcommand a file under `Commands/`.
@main
struct Chaperone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chaperone",
    abstract: "Strict rules of engagement for drafted social-media posts in health care.",
    version: "0.1.0",
    subcommands: [Check.self, RulesCommand.self])
}

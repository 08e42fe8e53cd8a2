import ArgumentParser

/// `chaperone identity`: who signs in this clone.
struct IdentityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identity", abstract: "Say who you are and which key signs for you.",
    discussion: """
      Examples:
        chaperone identity init
        chaperone identity init --key ~/.ssh/id_ed25519
      """,
    subcommands: [IdentityInit.self])
}

import ArgumentParser

/// `chaperone hooks`: the git hooks of this repository.
struct HooksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks", abstract: "Install, remove and look at the git hooks.",
    discussion: """
      Examples:
        chaperone hooks install
        chaperone hooks status
        chaperone hooks uninstall

      A hook that is there already is kept and runs first; uninstall puts it back.
      """,
    subcommands: [HooksInstall.self, HooksUninstall.self, HooksStatus.self])
}

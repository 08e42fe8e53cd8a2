import ArgumentParser
import Gate
import Git

/// `chaperone hooks install`: writes the hooks.
struct HooksInstall: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Install the hooks, keeping those that are there.",
    discussion: """
      Examples:
        chaperone hooks install
        chaperone hooks install --force      also into a core.hooksPath outside the repository
      """)

  @Flag(help: "Install into a folder outside the repository too, where other repositories may use the hooks.")
  var force = false

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "installing hooks")
    return try Self.install(into: repository, force: force, session)
  }

  /// Installs every hook and says what was done; 1 where a hook could not be installed.
  static func install(into repository: Repository, force: Bool, _ session: Session) throws -> Int32 {
    let folder = try HookFolder(of: repository)
    guard folder.isInside || force else {
      try session.note(
        """
        chaperone: core.hooksPath is \(folder.path), outside this repository. Hooks there run for every repository that \
        is set up so, and their owner may change them. Nothing was installed. What to do: give this repository its own \
        with `git config --local core.hooksPath .git/hooks`, or use --force to install there.
        """)
      return 1
    }
    let program = try HookProgram.path(session)
    var status: Int32 = 0
    for state in try folder.states() {
      guard let text = HookShim.text(of: state.hook, program: program) else { continue }
      let step = state.installing(text)
      try folder.perform(step, hook: state.hook, text: text)
      switch step {
      case .keep: try session.print("\(state.hook): already installed")
      case .moveAndWrite:
        try session.print(
          "\(state.hook): installed; the hook that was there runs first (\(HookShim.earlierName(of: state.hook)))")
      case .conflict:
        status = 1
        try session.note(
          "chaperone: \(folder.path)/\(state.hook) is another hook, and \(HookShim.earlierName(of: state.hook)) is kept beside it. Remove one of them and install again."
        )
      default: try session.print("\(state.hook): installed")
      }
    }
    if folder.isInWorkTree {
      try session.print(
        "The hooks are in \(folder.path), which is part of the work tree. They hold a path of this machine: do not commit them."
      )
    }
    return status
  }
}

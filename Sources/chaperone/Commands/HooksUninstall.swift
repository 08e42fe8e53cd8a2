import ArgumentParser
import Gate

/// `chaperone hooks uninstall`: puts back what was there.
struct HooksUninstall: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Remove the hooks and put back those that were there.",
    discussion: """
      Examples:
        chaperone hooks uninstall
      """)

  func run(in session: Session) throws -> Int32 {
    let folder = try HookFolder(of: session.repository(for: "removing hooks"))
    for state in try folder.states() {
      let step = state.uninstalling
      try folder.perform(step, hook: state.hook, text: "")
      switch step {
      case .restore: try session.print("\(state.hook): removed; the hook that was there before is back")
      case .remove: try session.print("\(state.hook): removed")
      case .foreign: try session.print("\(state.hook): left alone, it is not Chaperone's")
      default: try session.print("\(state.hook): was not installed")
      }
    }
    return 0
  }
}

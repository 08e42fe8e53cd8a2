import ArgumentParser
import Gate

/// `chaperone hooks status`: what is installed.
struct HooksStatus: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say which hooks are installed, and where.",
    discussion: """
      Examples:
        chaperone hooks status               ends with 1 unless every hook is installed
      """)

  func run(in session: Session) throws -> Int32 {
    let folder = try HookFolder(of: session.repository(for: "looking at hooks"))
    let program = try HookProgram.path(session)
    try session.print("Hooks in \(folder.path):")
    var isComplete = true
    for state in try folder.states() {
      guard let text = HookShim.text(of: state.hook, program: program) else { continue }
      if state.installing(text) != .keep { isComplete = false }
      try session.print("\(state.hook): \(state.status(text))")
    }
    return isComplete ? 0 : 1
  }
}

import Drafts
import Gate
import Git

/// What one run of the program is given: the environment, the time its answers are for, and where it prints.
struct Session {
  let environment: GitEnvironment
  let now: Timestamp

  /// Takes the environment and reads the clock, once.
  static func start() throws(GateError) -> Session {
    do {
      let environment = try GitEnvironment.current()
      return Session(environment: environment, now: Timestamp(secondsSince1970: Int(Platform.secondsSinceEpoch)))
    } catch {
      throw .git(error)
    }
  }

  /// The same with what the clock says now, for work that waits for a person.
  func refreshed() -> Session {
    Session(environment: environment, now: Timestamp(secondsSince1970: Int(Platform.secondsSinceEpoch)))
  }

  /// How to print on standard output.
  ///
  /// Identifiers are shown on a terminal, and elsewhere only if `revealing`.
  func style(revealing: Bool = false) -> ReportStyle {
    var style = ReportStyle.forTerminal(
      Platform.isTerminal(.output), width: Platform.terminalWidth(), environment: environment.variables)
    if revealing { style.revealsIdentifiers = true }
    return style
  }

  /// Prints on standard output, at once.
  func print(_ text: String) throws(GateError) { try write(text + "\n", to: .output) }

  /// Prints for the person, on standard error.
  func note(_ text: String) throws(GateError) { try write(text + "\n", to: .error) }

  /// Writes text as it is.
  func write(_ text: String, to stream: Platform.Stream = .output) throws(GateError) {
    do {
      try Platform.write(Array(text.utf8), to: stream)
    } catch {
      throw .unreadable("the answer cannot be written: \(error.description)")
    }
  }

  /// The repository the program was started in; nil outside any.
  func findRepository() throws(GateError) -> Repository? {
    do {
      return try Repository.open(environment, mode: .commandLine)
    } catch {
      if case .notARepository = error { return nil }
      throw .git(error)
    }
  }

  /// The repository the program was started in, for a command that needs one.
  func repository(for purpose: String) throws -> Repository {
    guard let repository = try findRepository() else {
      throw UsageError(
        "\(environment.directory) is not in a git repository, and \(purpose) needs one.",
        examples: ["git init && chaperone init"])
    }
    return repository
  }

  /// The absolute path of a path as it was given.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : environment.directory + "/" + path
  }
}

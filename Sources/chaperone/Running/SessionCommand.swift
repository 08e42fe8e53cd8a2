import ArgumentParser

/// A command that is given everything it needs from outside: environment, time and streams.
protocol SessionCommand: ParsableCommand {
  /// Runs the command.
  /// - Returns: the exit status: 0, 1 or 3 as for every command.
  /// - Throws: `GateError` where nothing can be decided, `UsageError` for a command line that means nothing.
  func run(in session: Session) throws -> Int32
}

/// A command line that means nothing; ends with 2.
struct UsageError: Error {
  var message: String
  var examples: [String] = []

  init(_ message: String, examples: [String] = []) {
    self.message = message
    self.examples = examples
  }
}

public import YAML

/// Why a rule, lexicon or policy file is refused.
public struct PolicyError: Error, Sendable, Equatable {
  /// The file, as the reader of the message knows it.
  public var path: String
  /// Where in the file; nil where the file as a whole is wrong.
  public var range: SourceRange?
  /// What is wrong, and what to do.
  public var message: String

  /// Creates an error about a place in a file, or about the file.
  public init(path: String, range: SourceRange?, message: String) {
    self.path = path
    self.range = range
    self.message = message
  }

  init(path: String, _ error: YAMLError) {
    self.init(path: path, range: error.range, message: error.message)
  }

  /// `path:line:column: message`.
  public var description: String {
    guard let start = range?.start else { return "\(path): \(message)" }
    return "\(path):\(start.line):\(start.column): \(message)"
  }
}

/// All that is wrong with a set of policy files.
public struct PolicyErrors: Error, Sendable {
  /// At least one.
  public var errors: [PolicyError]

  /// Gathers errors.
  public init(_ errors: [PolicyError]) { self.errors = errors }
}

public import Git
public import Policy

/// Why no answer can be given.
///
/// Hooks and gates treat it as no.
public enum GateError: Error, Sendable {
  /// The repository cannot be read.
  case git(GitError)
  /// A file of the policy is wrong.
  case policy(PolicyErrors)
  /// Something else cannot be read; the words say what.
  case unreadable(String)

  /// What is wrong and what to do, one line each.
  public var lines: [String] {
    switch self {
    case .git(let error): ["the repository cannot be read: \(error.description)"]
    case .policy(let errors): errors.errors.map(\.description)
    case .unreadable(let words): [words]
    }
  }
}

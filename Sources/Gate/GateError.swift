public import Git
public import Policy

/// Why something is not done, or no answer can be given.
///
/// Hooks and gates treat every case as no.
public enum GateError: Error, Sendable {
  /// The repository cannot be read.
  case git(GitError)
  /// A file of the policy is wrong.
  case policy(PolicyErrors)
  /// Something else cannot be read; the words say what.
  case unreadable(String)
  /// The policy does not allow what was asked for; the lines say why and what to do.
  case refused([String])
  /// There is nothing of the name that was given; the lines say where it was looked for.
  case missing([String])
  /// Evidence is not what it claims to be: the words say which and how.
  case tampered(String)

  /// What is wrong and what to do, one line each.
  public var lines: [String] {
    switch self {
    case .git(let error): ["the repository cannot be read: \(error.description)"]
    case .policy(let errors): errors.errors.map(\.description)
    case .unreadable(let words), .tampered(let words): [words]
    case .refused(let lines), .missing(let lines): lines
    }
  }

  /// The status to exit with: 1 for what the policy refuses, 2 for false evidence and wrong names, 3 where nothing could be decided.
  public var exitStatus: Int32 {
    switch self {
    case .refused: 1
    case .tampered, .missing: 2
    case .git, .policy, .unreadable: 3
    }
  }
}

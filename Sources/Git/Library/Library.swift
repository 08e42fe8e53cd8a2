import Clibgit2
import Synchronization

/// The state libgit2 keeps for the whole process.
enum Library {
  /// Starts libgit2, once, and never ends it: the count of starts is easily lost, and the process ends anyway.
  private static let start: Int32 = {
    let count = git_libgit2_init()
    return count < 0 ? count : chaperone_allow_extensions()
  }()

  /// Owner validation is a switch of the process, so no two repositories may be opened at once.
  private static let ownerValidation = Mutex(true)

  /// Runs `body` with libgit2 started and owner validation switched as asked.
  static func opening<Result: ~Copyable>(
    validatingOwner: Bool, _ body: () throws(GitError) -> Result
  ) throws(GitError) -> Result {
    try ensureStarted()
    return try ownerValidation.withLock { (_) throws(GitError) in
      try check(chaperone_set_owner_validation(validatingOwner ? 1 : 0), "set owner validation")
      return try body()
    }
  }

  /// Starts libgit2 if that has not happened.
  static func ensureStarted() throws(GitError) {
    try check(start, "start libgit2")
  }

  /// Turns a negative result into an error; has to follow the call on the same thread (docs/threading.md of libgit2).
  static func check(_ code: Int32, _ operation: String) throws(GitError) {
    guard code >= 0 else { throw error(code, operation) }
  }

  /// The error libgit2 reported last on this thread.
  static func error(_ code: Int32, _ operation: String) -> GitError {
    guard let last = unsafe git_error_last() else {
      return .libgit2(code: code, category: 0, operation: operation, message: "no message")
    }
    let message = unsafe last.pointee.message.map { unsafe String(cString: $0) } ?? "no message"
    return unsafe .libgit2(code: code, category: last.pointee.klass, operation: operation, message: message)
  }
}

extension GitError {
  /// Whether libgit2 said that something does not exist.
  var isNotFound: Bool {
    if case .libgit2(GIT_ENOTFOUND.rawValue, _, _, _) = self { true } else { false }
  }
}

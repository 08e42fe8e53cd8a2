public import Changes

/// Why a repository could not be read or written; none of these ever stands for "nothing there".
public enum GitError: Error, Hashable, Sendable {
  /// No repository at the path or above it.
  case notARepository(path: String)
  /// The repository belongs to another user and is not listed in `safe.directory`.
  case untrustedOwner(path: String)
  /// The repository uses an extension that libgit2 and Chaperone do not know.
  case unsupportedExtension(name: String)
  /// The index git named does not exist; libgit2 would have read it as an empty one.
  case indexFileMissing(path: String)
  /// Neither libgit2 nor git could read the index.
  case corruptIndex(message: String)
  /// Paths of an unfinished merge are staged in more than one version.
  case unmergedPaths([RepositoryPath])
  /// An object is not in the repository: a partial or shallow clone, or damage.
  case missingObject(ObjectID)
  /// An object is there but is not what it should be, or cannot be parsed.
  case malformedObject(ObjectID, expected: String)
  /// A blob is larger than the caller wants to read.
  case tooLarge(ObjectID, size: UInt64, limit: Int)
  /// A revision or reference that was asked for by name does not exist.
  case notFound(name: String)
  /// A path in a tree or an index that git would not have written.
  case malformedPath([UInt8])
  /// A reference does not point to where it was expected to, so it was not moved.
  case referenceMoved(ReferenceName, expected: ObjectID?, actual: ObjectID?)
  /// The operation is not possible in this kind of repository.
  case unsupported(operation: String, reason: String)
  /// A git command failed.
  case command(arguments: [String], status: Int32, message: String)
  /// The operating system refused something.
  case platform(PlatformError)
  /// Any other error of libgit2, with its numbers (`git_error_code`, `git_error_t`).
  case libgit2(code: Int32, category: Int32, operation: String, message: String)
}

extension GitError: CustomStringConvertible {
  /// One line: what was seen and, where there is one thing to do, what that is.
  public var description: String {
    switch self {
    case .notARepository(let path):
      "\(path) is not in a git repository"
    case .untrustedOwner(let path):
      "\(path) belongs to another user; `git config --global --add safe.directory \(path)` trusts it"
    case .unsupportedExtension(let name):
      "the repository uses extensions.\(name), which is not supported"
    case .indexFileMissing(let path):
      "the index file \(path) does not exist"
    case .corruptIndex(let message):
      "the index cannot be read: \(message)"
    case .unmergedPaths(let paths):
      "unmerged: " + paths.map(\.display).joined(separator: ", ")
    case .missingObject(let id):
      "object \(id) is not in this repository (a partial or shallow clone, or damage)"
    case .malformedObject(let id, let expected):
      "object \(id) is not a valid \(expected)"
    case .tooLarge(let id, let size, let limit):
      "object \(id) has \(size) bytes, more than the \(limit) that are read"
    case .notFound(let name):
      "\(name) does not exist"
    case .malformedPath(let bytes):
      "a tree or the index holds a path git does not allow (\(bytes.count) bytes)"
    case .referenceMoved(let name, let expected, let actual):
      "\(name) is at \(actual?.hex ?? "no commit") and not at \(expected?.hex ?? "no commit"); it was not changed"
    case .unsupported(let operation, let reason):
      "\(operation) is not possible: \(reason)"
    case .command(let arguments, let status, let message):
      "git \(arguments.joined(separator: " ")) failed with status \(status): \(message)"
    case .platform(let error):
      error.description
    case .libgit2(let code, let category, let operation, let message):
      "\(operation): \(message) (libgit2 error \(code), category \(category))"
    }
  }
}

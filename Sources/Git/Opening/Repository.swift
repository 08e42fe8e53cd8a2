public import Changes
import Clibgit2

/// A git repository, opened for reading what is proposed in it.
///
/// Every method returns copied values; nothing of libgit2 escapes. The class is not `Sendable`, because libgit2's
/// objects may not be used by two threads at once. Where libgit2 cannot read a repository (SHA-256 objects, reference
/// tables) or an index, the git program is asked instead; what neither can decide is an error.
@safe public final class Repository {
  /// Who opens the repository, which decides whom to trust and where the work tree is.
  public enum Mode: Hashable, Sendable {
    /// A hook of the client: git has accepted the repository already, and its folder is the top of the work tree.
    case clientHook
    /// A hook of the server: git has accepted the repository already; there is no work tree.
    case serverHook
    /// A command of a user: the owner of the repository is checked, as git does it.
    case commandLine
  }

  /// The `git_repository`; `nil` where libgit2 cannot open it.
  let pointer: OpaquePointer?
  /// The environment it was opened with.
  let environment: GitEnvironment

  /// The absolute path of the git directory: of a linked worktree its own, not the shared one.
  public internal(set) var gitDirectory = ""
  /// The absolute path of the directory that linked worktrees share: objects, references, configuration.
  public internal(set) var commonDirectory = ""
  /// The absolute path of the top of the work tree, without a trailing slash; `nil` if there is none.
  public internal(set) var workDirectory: String?
  /// The hash function of the objects.
  public internal(set) var algorithm = ObjectID.Algorithm.sha1
  /// The absolute path of the index git named; `nil` for the repository's own.
  var namedIndexFile: String?
  /// Folders that were read already.
  var trees = TreeCache()

  /// Takes ownership of a `git_repository`; everything that can fail comes after this.
  init(owning pointer: OpaquePointer?, environment: GitEnvironment) {
    unsafe self.pointer = pointer
    self.environment = environment
  }

  deinit {
    unsafe git_repository_free(pointer)
  }

  /// Whether libgit2 reads the objects; otherwise the git program does, at the cost of a process for each question.
  public var isReadByLibrary: Bool { unsafe pointer != nil }

  /// Whether this is one of several work trees of a repository, and not the first.
  public var isLinkedWorktree: Bool { gitDirectory != commonDirectory }

  /// Whether the repository is a submodule whose git directory lies in that of the repository around it.
  public var isSubmodule: Bool { commonDirectory.contains("/modules/") && workDirectory != nil }

  /// The absolute path of the index.
  public var indexFile: String { namedIndexFile ?? gitDirectory + "/index" }

  /// The git program, set up for this repository.
  public var command: GitCommand {
    GitCommand(
      environment: environment, gitDirectory: gitDirectory, workDirectory: workDirectory, indexFile: namedIndexFile)
  }

  /// The handle, for operations only libgit2 does here.
  func library(_ operation: String) throws(GitError) -> OpaquePointer {
    guard let pointer = unsafe pointer else {
      throw .unsupported(operation: operation, reason: "libgit2 cannot open this repository")
    }
    return unsafe pointer
  }
}

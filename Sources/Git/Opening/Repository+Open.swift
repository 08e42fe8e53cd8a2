import Changes
import Clibgit2

extension Repository {
  /// Opens the repository an environment is about.
  ///
  /// libgit2's own reading of the environment fails or goes wrong in several kinds of hook, so it is done here:
  /// 1. `GIT_DIR` names the git directory; without it the folders upwards are searched.
  /// 2. With `GIT_DIR`, the work tree is `GIT_WORK_TREE`, or else the starting folder (not in a server's hook).
  /// 3. `GIT_INDEX_FILE` names the index: of `commit -a` or `commit -- file` a temporary one. It has to exist.
  /// 4. `GIT_OBJECT_DIRECTORY` is where a push waits until it is accepted; it is added to the object store. The
  ///    quoted list in `GIT_ALTERNATE_OBJECT_DIRECTORIES` is not needed then, and a colon in the path does no harm.
  ///
  /// - Throws: ``GitError``. A repository without commits, index or work tree is not an error.
  public static func open(_ environment: GitEnvironment, mode: Mode) throws(GitError) -> Repository {
    let repository: Repository
    do throws(GitError) {
      repository = try openWithLibrary(environment, mode: mode)
    } catch .unsupportedExtension(let name) where name == "objectformat" || name == "refstorage" {
      repository = try openWithCommand(environment)
    }
    try repository.findIndex()
    return repository
  }

  private static func openWithLibrary(_ environment: GitEnvironment, mode: Mode) throws(GitError) -> Repository {
    let start = environment.path("GIT_DIR") ?? environment.directory
    let isNamed = environment.path("GIT_DIR") != nil
    let flags = isNamed ? GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue : 0
    // Git trusts whoever sets GIT_DIR, and has checked the repository before it runs a hook.
    let repository = try Library.opening(validatingOwner: mode == .commandLine && !isNamed) {
      () throws(GitError) -> Repository in
      var pointer: OpaquePointer?
      let code = unsafe git_repository_open_ext(&pointer, start, flags, nil)
      guard code >= 0 else { throw openingError(code, path: start) }
      return unsafe Repository(owning: pointer, environment: environment)
    }
    let pointer = unsafe try repository.library("open")
    let isBare = unsafe git_repository_is_bare(pointer) == 1
    if isNamed, mode != .serverHook {
      let named = environment.path("GIT_WORK_TREE")
      let isConfigured = try repository.configuration("core.worktree") != nil
      if let folder = named ?? (isBare || isConfigured ? nil : environment.directory) {
        let code = unsafe git_repository_set_workdir(pointer, folder, 0)
        try Library.check(code, "set the work tree")
      }
    }
    if let quarantine = environment.path("GIT_OBJECT_DIRECTORY") {
      let odb = try repository.objectDatabase()
      let code = unsafe git_odb_add_disk_alternate(odb.pointer, quarantine)
      try Library.check(code, "add the object directory")
    }
    repository.gitDirectory = unsafe withoutSlash(copiedText(git_repository_path(pointer)) ?? "")
    repository.commonDirectory = unsafe withoutSlash(copiedText(git_repository_commondir(pointer)) ?? "")
    repository.workDirectory = unsafe copiedText(git_repository_workdir(pointer)).map(withoutSlash)
    return repository
  }

  /// Opens what only git can read; git itself checks the owner, because it has to find the repository.
  private static func openWithCommand(_ environment: GitEnvironment) throws(GitError) -> Repository {
    let git = GitCommand(discoveringIn: environment)
    let facts = try git.lines([
      "rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir", "--show-object-format",
      "--is-inside-work-tree",
    ]).map { String(decoding: $0, as: UTF8.self) }
    guard facts.count == 4 else { throw .notARepository(path: environment.directory) }
    let repository = unsafe Repository(owning: nil, environment: environment)
    repository.gitDirectory = facts[0]
    repository.commonDirectory = facts[1]
    switch facts[2] {
    case "sha1": repository.algorithm = .sha1
    case "sha256": repository.algorithm = .sha256
    default: throw .unsupportedExtension(name: "objectformat=" + facts[2])
    }
    if facts[3] == "true" {
      let top = try git.lines(["rev-parse", "--path-format=absolute", "--show-toplevel"])
      repository.workDirectory = top.first.map { String(decoding: $0, as: UTF8.self) }
    }
    return repository
  }

  /// Takes over the index git named, if it named one.
  private func findIndex() throws(GitError) {
    guard let path = environment.path("GIT_INDEX_FILE") else { return }
    let exists: Bool
    do throws(PlatformError) {
      exists = try Platform.kind(of: path) != nil
    } catch {
      throw .platform(error)
    }
    if exists {
      namedIndexFile = path
      return
    }
    // The first commit of a repository may be empty; git then names an index it has never written.
    let isOwn = Self.isSameFile(path, gitDirectory + "/index")
    guard isOwn, case .unborn = try head() else { throw .indexFileMissing(path: path) }
  }

  private static func isSameFile(_ path: String, _ other: String) -> Bool {
    func folder(_ path: String) -> (String, String)? {
      guard let slash = path.lastIndex(of: "/") else { return nil }
      let name = String(path[path.index(after: slash)...])
      guard let folder = try? Platform.canonicalPath(String(path[..<slash])) else { return nil }
      return (folder, name)
    }
    guard let one = folder(path), let two = folder(other) else { return false }
    return one == two
  }

  private static func openingError(_ code: Int32, path: String) -> GitError {
    let error = Library.error(code, "open the repository")
    guard case .libgit2(_, let category, _, let message) = error else { return error }
    // 1.5.1 reports a missing safe.directory entry as a missing configuration value.
    if code == GIT_EOWNER.rawValue
      || (category == Int32(GIT_ERROR_CONFIG.rawValue) && message.contains("safe.directory"))
    {
      return .untrustedOwner(path: path)
    }
    if let range = message.firstRange(of: "extensions.") ?? message.firstRange(of: "extension name ") {
      return .unsupportedExtension(name: String(message[range.upperBound...].prefix { $0 != " " && $0 != "'" }))
    }
    if message.contains("object format") { return .unsupportedExtension(name: "objectformat") }
    if code == GIT_ENOTFOUND.rawValue { return .notARepository(path: path) }
    return error
  }

  private static func withoutSlash(_ path: String) -> String {
    path.hasSuffix("/") && path.utf8.count > 1 ? String(path.dropLast()) : path
  }
}

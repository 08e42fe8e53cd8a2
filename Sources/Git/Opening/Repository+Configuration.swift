import Changes
import Clibgit2

extension Repository {
  /// The last value of a configuration variable; `nil` if it is not set.
  ///
  /// libgit2 reads the files only: `git -c` and `GIT_CONFIG_COUNT` are not seen.
  public func configuration(_ name: String) throws(GitError) -> String? {
    guard let pointer = unsafe pointer else {
      let result = try command.run(["config", "-z", "--get", name])
      guard result.status != 1 else { return nil }
      guard result.status == 0, result.output.last == 0 else {
        throw .command(arguments: ["config"], status: result.status, message: name)
      }
      return String(decoding: result.output.dropLast(), as: UTF8.self)
    }
    let snapshot = unsafe try Handle(
      "read the configuration", free: git_config_free, make: { unsafe git_repository_config_snapshot(&$0, pointer) })
    var text: UnsafePointer<CChar>?
    let code = unsafe git_config_get_string(&text, snapshot.pointer, name)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try Library.check(code, "read \(name)")
    return unsafe copiedText(text)
  }

  /// The absolute path of the folder git looks for hooks in: `core.hooksPath`, or `hooks` of the common directory.
  ///
  /// A relative setting is relative to where hooks run: the top of the work tree, or the git directory if bare.
  public func hooksDirectory() throws(GitError) -> String {
    guard let path = try configuration("core.hooksPath"), !path.isEmpty else { return commonDirectory + "/hooks" }
    if path.hasPrefix("~/"), let home = environment.variables["HOME"] { return home + path.dropFirst() }
    if path.hasPrefix("/") { return path }
    return (workDirectory ?? gitDirectory) + "/" + path
  }

  /// Whether history ends early because the clone is shallow or a pusher's is; walks then fail at that end.
  public func isShallow() throws(GitError) -> Bool {
    if let named = environment.path("GIT_SHALLOW_FILE") { return try hasContent(named) }
    return try hasContent(commonDirectory + "/shallow")
  }

  /// Whether a grafts file changes who is whose parent; libgit2 and git may then see different histories.
  public func hasGrafts() throws(GitError) -> Bool {
    try hasContent(environment.path("GIT_GRAFT_FILE") ?? commonDirectory + "/info/grafts")
  }

  private func hasContent(_ path: String) throws(GitError) -> Bool {
    do throws(PlatformError) {
      guard try Platform.kind(of: path) != nil else { return false }
      return !(try Platform.readFile(path)).isEmpty
    } catch {
      throw .platform(error)
    }
  }
}

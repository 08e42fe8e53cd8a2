public import Foundation

/// A real git repository in a folder of its own, removed with the last reference to it.
///
/// ```swift
/// let repository = try TemporaryRepository()
/// try repository.write("drafts/flu.md", "Flu clinic on Saturday.\n")
/// try repository.stage("drafts/flu.md")
/// let first = try repository.commit("Announce the flu clinic")
/// #expect(try repository.git("rev-parse", "HEAD") == first)
/// ```
/// Every program runs with a cleared environment (``environment``): `PATH`, a `HOME` inside the temporary folder, no
/// system or user configuration, fixed identity and dates. So ids are the same in every run, and no `GIT_*` variable of
/// a hook the tests may run under gets in.
public final class TemporaryRepository {
  /// The folder everything is in; the repository is ``directory`` below it.
  public let root: URL
  /// The work tree, or the repository itself if it is bare.
  public let directory: URL
  /// The environment every program gets.
  public let environment: [String: String]
  private let owner: TemporaryRepository?

  /// Makes an empty repository with the branch `main`.
  /// - Parameters:
  ///   - name: the folder name, for tests about odd ones.
  ///   - arguments: more arguments of `git init`, such as `--bare` or `--object-format=sha256`.
  public convenience init(name: String = "repository", _ arguments: String...) throws {
    let root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "chaperone-test-\(UUID().uuidString)")
    self.init(root: root, name: name)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try git(["init", "--quiet", "--initial-branch=main"] + arguments)
  }

  /// A repository that lies in the temporary folder of another one, which it keeps: a worktree, a submodule, a clone.
  public init(existing directory: URL, of owner: TemporaryRepository) {
    self.owner = owner
    self.directory = directory
    root = owner.root
    environment = owner.environment
  }

  private init(root: URL, name: String) {
    owner = nil
    self.root = root
    directory = root.appending(path: name)
    environment = Self.cleanEnvironment(home: root)
  }

  deinit {
    if owner == nil { try? FileManager.default.removeItem(at: root) }
  }

  /// The cleared environment, for programs that run outside a repository.
  public static func cleanEnvironment(home: URL) -> [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": home.path, "XDG_CONFIG_HOME": home.appending(path: "xdg").path,
      "GIT_CONFIG_GLOBAL": home.appending(path: "gitconfig").path, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Ada Author", "GIT_AUTHOR_EMAIL": "ada@example.org",
      "GIT_AUTHOR_DATE": "1780000000 +0000", "GIT_COMMITTER_NAME": "Cleo Committer",
      "GIT_COMMITTER_EMAIL": "cleo@example.org", "GIT_COMMITTER_DATE": "1780000000 +0000",
      "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "TZ": "UTC", "TERM": "dumb",
    ]
  }

  /// The absolute path of something in the work tree.
  public func path(_ relative: String) -> String { directory.appending(path: relative).path }

  /// Runs a program in the work tree; its status is for the caller to judge.
  /// - Parameters:
  ///   - changes: added to ``environment``.
  ///   - folder: where it runs, relative to the work tree.
  @discardableResult
  public func run(
    _ program: String, _ arguments: [String] = [], input: String = "", changes: [String: String] = [:],
    folder: String? = nil, terminal: Bool = false
  ) throws -> ProgramRun {
    try ProgramRun.run(
      program, arguments, environment: environment.merging(changes) { $1 },
      directory: folder.map { directory.appending(path: $0) } ?? directory, input: Array(input.utf8),
      terminal: terminal)
  }

  /// Runs git and gives its standard output without the last line feed.
  /// - Throws: ``ProgramFailure`` if git fails.
  @discardableResult
  public func git(_ arguments: String...) throws -> String { try git(arguments) }

  /// Runs git and gives its standard output without the last line feed.
  /// - Throws: ``ProgramFailure`` if git fails.
  @discardableResult
  public func git(
    _ arguments: [String], input: String = "", changes: [String: String] = [:], folder: String? = nil
  ) throws -> String {
    let run = try run("git", arguments, input: input, changes: changes, folder: folder)
    guard run.status == 0 else {
      throw ProgramFailure(command: "git \(arguments.joined(separator: " "))", status: run.status, error: run.error)
    }
    return run.output.hasSuffix("\n") ? String(run.output.dropLast()) : run.output
  }

  /// Writes a file in the work tree, with the folders it needs.
  public func write(_ relative: String, _ text: String) throws { try write(relative, Array(text.utf8)) }

  /// Writes a file in the work tree, with the folders it needs.
  public func write(_ relative: String, _ bytes: [UInt8]) throws {
    let file = directory.appending(path: relative)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Reads a file of the work tree as text.
  public func read(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: directory.appending(path: relative)), as: UTF8.self)
  }

  /// Stages paths; all changes if none is given.
  public func stage(_ paths: String...) throws {
    try git(["add", "--all", "--"] + (paths.isEmpty ? ["."] : paths))
  }

  /// Commits what is staged, without hooks, and gives the id; an empty commit is allowed.
  @discardableResult
  public func commit(_ message: String = "change") throws -> String {
    try git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", message)
    return try git("rev-parse", "HEAD")
  }

  /// Writes an executable hook: a shell script that stops at the first failure.
  ///
  /// It is written to the folder git itself names, so it also works in a linked worktree or a bare repository.
  public func hook(_ name: String, _ script: String) throws {
    let folder = URL(filePath: try git("rev-parse", "--path-format=absolute", "--git-path", "hooks"))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data("#!/bin/sh\nset -e\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }
}

import Changes
import Foundation
import Git
import TestSupport
import Testing

/// The index of each kind of commit, looked at while git waits for its hook.
struct CommitHookTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var prepare = ":"
    let command: [String]
    var folder: String?
    var hook = "pre-commit"
    let expected: [String]
  }

  /// `drafts/a.md` and `drafts/b.md` are committed; `b` is changed and staged, `a` is changed and not staged.
  static let rows: [Row] = [
    Row(testDescription: "commit", command: ["commit", "-m", "x"], expected: ["drafts/b.md"]),
    Row(testDescription: "commit -a", command: ["commit", "-am", "x"], expected: ["drafts/a.md", "drafts/b.md"]),
    Row(
      testDescription: "commit -i file", command: ["commit", "-m", "x", "-i", "drafts/a.md"],
      expected: ["drafts/a.md", "drafts/b.md"]),
    Row(
      testDescription: "commit -- file", command: ["commit", "-m", "x", "--", "drafts/a.md"],
      expected: ["drafts/a.md"]),
    Row(
      testDescription: "commit -- file, split index", prepare: "git update-index --split-index",
      command: ["commit", "-m", "x", "--", "drafts/a.md"], expected: ["drafts/a.md"]),
    Row(
      testDescription: "commit -- file from a folder", command: ["commit", "-m", "x", "--", "a.md"],
      folder: "drafts", expected: ["drafts/a.md"]),
    Row(testDescription: "amend", command: ["commit", "--amend", "-m", "x"], expected: ["drafts/b.md"]),
    Row(testDescription: "from a folder", command: ["commit", "-m", "x"], folder: "drafts", expected: ["drafts/b.md"]),
    Row(
      testDescription: "commit-msg", command: ["commit", "-am", "x"], hook: "commit-msg",
      expected: ["drafts/a.md", "drafts/b.md"]),
    Row(
      testDescription: "prepare-commit-msg in spite of --no-verify", command: ["commit", "--no-verify", "-am", "x"],
      hook: "prepare-commit-msg", expected: ["drafts/a.md", "drafts/b.md"]),
    Row(testDescription: "post-commit", command: ["commit", "-am", "x"], hook: "post-commit", expected: []),
    Row(
      testDescription: "merge",
      prepare: "git stash -q; git checkout -qb side HEAD; echo s > drafts/s.md; git add .; git commit -qnm s; "
        + "git checkout -q main; git commit -qn --allow-empty -m m",
      command: ["merge", "-m", "x", "side"], hook: "pre-merge-commit", expected: ["drafts/s.md"]),
    Row(
      testDescription: "cherry-pick",
      prepare: "git stash -q; git checkout -qb side HEAD; echo s > drafts/s.md; git add .; git commit -qnm s; "
        + "git checkout -q main; git commit -qn --allow-empty -m m",
      command: ["cherry-pick", "side"], hook: "prepare-commit-msg", expected: ["drafts/s.md"]),
  ]

  static func prepared(name: String = "repository", _ repository: TemporaryRepository? = nil) throws
    -> TemporaryRepository
  {
    let repository = try repository ?? TemporaryRepository(name: name)
    try repository.write("drafts/a.md", "one\n")
    try repository.write("drafts/b.md", "two\n")
    try repository.stage()
    try repository.commit("first")
    try repository.write("drafts/a.md", "one, changed\n")
    try repository.write("drafts/b.md", "two, changed\n")
    try repository.stage("drafts/b.md")
    return repository
  }

  @Test(arguments: rows)
  func seesWhatWillBeCommitted(row: Row) throws {
    let repository = try Self.prepared()
    #expect(try repository.run("sh", ["-ec", row.prepare]).status == 0)
    let (seen, expected) = try repository.insideHook(row.hook, running: row.command, folder: row.folder) { session in
      let opened = try session.open()
      // Git under the hook's own environment is the expectation.
      let output = try ProgramRun.run(
        "git", ["diff", "--cached", "--name-only"], environment: session.variables,
        directory: URL(filePath: session.directory)
      ).output
      return (paths(try opened.stagedChanges()), output.split(separator: "\n").map(String.init))
    }
    #expect(seen == row.expected)
    #expect(seen == expected)
  }

  @Test(
    arguments: ["worktree", "separate", "explicit", "submodule", "colon:in:path"],
    [["commit", "-m", "x"], ["commit", "-am", "x"], ["commit", "-m", "x", "--", "drafts/a.md"]])
  func seesTheSameWhereTheGitDirectoryIsElsewhere(place: String, command: [String]) throws {
    let outer = try TemporaryRepository(name: place == "colon:in:path" ? place : "outer")
    let script =
      switch place {
      case "worktree": "git commit -q --allow-empty -m 0; git worktree add -q -b other ../work"
      case "separate": "mkdir ../elsewhere; git init -q -b main --separate-git-dir ../elsewhere/store.git ../work"
      case "explicit":
        "git init -q -b main --bare ../store.git; git -C ../store.git config core.bare false; mkdir ../work"
      case "submodule":
        "git init -q -b main ../origin; git -C ../origin commit -q --allow-empty -m 0; "
          + "git -c protocol.file.allow=always submodule --quiet add ../origin sub"
      default: ":"
      }
    let run = try outer.run("sh", ["-ec", script])
    try #require(run.status == 0, "\(place): \(run.error)")
    let work =
      switch place {
      case "submodule": outer.directory.appending(path: "sub")
      case "colon:in:path": outer.directory
      default: outer.root.appending(path: "work")
      }
    let inner = TemporaryRepository(existing: work, of: outer)
    let options = place == "explicit" ? ["--git-dir=\(outer.root.path)/store.git", "--work-tree=."] : []
    let setUp = """
      mkdir -p drafts; echo one > drafts/a.md; echo two > drafts/b.md
      git \(options.joined(separator: " ")) add . ; git \(options.joined(separator: " ")) commit -qnm first
      echo changed > drafts/a.md; echo changed > drafts/b.md; git \(options.joined(separator: " ")) add drafts/b.md
      """
    let prepared = try inner.run("sh", ["-ec", setUp])
    try #require(prepared.status == 0, "\(place): \(prepared.error)")
    let host =
      place == "explicit" ? TemporaryRepository(existing: outer.root.appending(path: "store.git"), of: outer) : inner
    let (seen, expected, top) = try inner.insideHook("pre-commit", of: host, running: options + command) { session in
      let opened = try session.open()
      let output = try ProgramRun.run(
        "git", ["diff", "--cached", "--name-only"], environment: session.variables,
        directory: URL(filePath: session.directory)
      ).output
      return (
        paths(try opened.stagedChanges()), output.split(separator: "\n").map(String.init), opened.workDirectory
      )
    }
    #expect(seen == expected, "\(place)")
    #expect(!seen.isEmpty, "\(place)")
    #expect(top == work.resolvingSymlinksInPath().path, "\(place)")
  }

  @Test(arguments: [["commit", "-m", "x"], ["commit", "--allow-empty", "-m", "x"]])
  func seesTheFirstCommit(command: [String]) throws {
    let repository = try TemporaryRepository()
    if !command.contains("--allow-empty") {
      try repository.write("drafts/a.md", "one\n")
      try repository.stage()
    }
    let seen = try repository.insideHook("pre-commit", running: command) { paths(try $0.open().stagedChanges()) }
    #expect(seen == (command.contains("--allow-empty") ? [] : ["drafts/a.md"]))
  }

  @Test func aNamedIndexThatIsNotThereIsAnError() throws {
    let repository = try Self.prepared()
    // The relative variable of a plain commit, read from another folder than git's.
    let path = repository.path("drafts") + "/.git/index"
    #expect(throws: GitError.indexFileMissing(path: path)) {
      try repository.open(folder: "drafts", changes: ["GIT_INDEX_FILE": ".git/index"], mode: .clientHook)
    }
  }
}

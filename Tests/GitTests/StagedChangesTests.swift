import Changes
import Foundation
import Git
import TestSupport
import Testing

/// What is staged, outside of hooks; git's own list is the expectation.
struct StagedChangesTests {
  static func base(_ arguments: String...) throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.write("drafts/a.md", "one\n")
    try repository.write("drafts/b.md", "two\n")
    try repository.write("drafts/c.md", "three\n")
    try repository.write("tool.sh", "#!/bin/sh\n")
    try repository.stage()
    try repository.commit("first")
    return repository
  }

  static let rows: [(String, String)] = [
    ("nothing", ":"),
    ("addition", "echo new > drafts/n.md; git add ."),
    ("change and deletion", "echo new > drafts/a.md; rm drafts/b.md; git add -A"),
    ("unstaged change", "echo new > drafts/a.md; echo more > drafts/b.md; git add drafts/b.md"),
    ("exact rename", "mkdir published; git mv drafts/a.md published/a.md"),
    ("rename and edit", "git mv drafts/a.md drafts/z.md; echo new > drafts/z.md; git add -A"),
    ("executable bit", "chmod +x tool.sh; git add tool.sh"),
    ("executable bit and content", "echo x >> tool.sh; chmod +x tool.sh; git add tool.sh"),
    ("file becomes link", "rm drafts/a.md; ln -s /etc/passwd drafts/a.md; git add -A"),
    ("new link", "ln -s nowhere drafts/link.md; git add -A"),
    ("submodule", "git update-index --add --cacheinfo 160000,0123456789012345678901234567890123456789,sub"),
    ("file becomes folder", "git rm -q drafts/a.md; mkdir -p drafts/a.md; echo x > drafts/a.md/x; git add -A"),
    ("intent to add", "echo new > drafts/n.md; git add -N drafts/n.md"),
    ("intent to add of a removed path", "git rm -q --cached drafts/a.md; git add -N drafts/a.md"),
    ("names git quotes", "printf x > 'drafts/\"q\\t.md'; printf y > drafts/für.md; git add -A"),
    ("everything removed", "git rm -rq ."),
    ("assume unchanged", "git update-index --assume-unchanged drafts/a.md; echo x > drafts/b.md; git add -A"),
  ]

  static let kinds: [(String, String)] = [
    ("plain", ":"),
    ("index version 4", "git update-index --index-version 4"),
    ("split index", "git update-index --split-index"),
    ("sparse index", "git sparse-checkout set --cone --sparse-index drafts"),
    ("untracked cache", "git update-index --force-untracked-cache"),
    ("many files", "git config feature.manyFiles true"),
    ("skip hash", ":"),
    ("packed", "git pack-refs --all; git gc -q; git commit-graph write --reachable; git multi-pack-index write"),
    ("worktree config", "git config core.repositoryFormatVersion 1; git config extensions.worktreeConfig true"),
    ("precious objects", "git config core.repositoryFormatVersion 1; git config extensions.preciousObjects true"),
    ("partial clone", "git config core.repositoryFormatVersion 1; git config extensions.partialClone origin"),
  ]

  @Test(arguments: rows)
  func agreesWithGit(name: String, script: String) throws {
    let repository = try Self.base()
    #expect(try repository.run("sh", ["-ec", script]).status == 0)
    let expected = try repository.stagedAccordingToGit()
    #expect(rendered(try repository.open().stagedChanges()) == expected)
    #expect(expected.isEmpty == ["nothing", "intent to add"].contains(name))
  }

  @Test(arguments: kinds)
  func agreesWithGitInEveryKindOfRepository(name: String, set: String) throws {
    let repository = try Self.base()
    try repository.write("other/x", "x\n")
    try repository.stage()
    try repository.commit("second")
    #expect(try repository.run("sh", ["-ec", set]).status == 0)
    try repository.write("drafts/a.md", "changed\n")
    try repository.write("drafts/n.md", "new\n")
    try repository.git("add", "drafts")
    try repository.git("mv", "drafts/b.md", "drafts/moved.md")
    try repository.write("drafts/ita.md", "later\n")
    try repository.git("add", "-N", "drafts/ita.md")
    // What index.skipHash (git 2.40) writes: zeros where the checksum of the index stands.
    if name == "skip hash" {
      let bytes = try Data(contentsOf: repository.directory.appending(path: ".git/index"))
      try repository.write(".git/index", bytes.dropLast(20) + [UInt8](repeating: 0, count: 20))
    }
    let expected = try repository.stagedAccordingToGit()
    let opened = try repository.open()
    #expect(rendered(try opened.stagedChanges()) == expected)
    #expect(paths(try opened.stagedChanges()) == ["drafts/a.md", "drafts/moved.md", "drafts/n.md"])
    let entries = try opened.indexEntries()
    #expect(
      entries.map { "\($0.version.mode.octal) \($0.version.id) \($0.stage)\t\($0.path)" }
        == (try repository.git("ls-files", "--stage").split(separator: "\n").map(String.init)))
    #expect(entries.filter(\.isIntentToAdd).map(\.path) == ["drafts/ita.md"])
  }

  @Test func sha256IsReadByGit() throws {
    let repository = try TemporaryRepository(name: "sha256", "--object-format=sha256")
    try repository.write("drafts/a.md", "one\n")
    try repository.stage()
    let unborn = try repository.open()
    #expect(rendered(try unborn.stagedChanges()) == (try repository.stagedAccordingToGit()))
    #expect(try unborn.head() == .unborn("refs/heads/main"))
    let id = try repository.commit("first")
    try repository.write("drafts/b.md", "two\n")
    try repository.stage()
    let opened = try repository.open()
    #expect(!opened.isReadByLibrary)
    #expect(opened.algorithm == .sha256)
    #expect(try opened.head().commit?.hex == id)
    let changes = try opened.stagedChanges()
    #expect(rendered(changes) == (try repository.stagedAccordingToGit()))
    let blob = try #require(changes.first?.new?.id)
    #expect(try opened.blob(blob, limit: 10) == Array("two\n".utf8))
    #expect(throws: GitError.tooLarge(blob, size: 4, limit: 3)) { try opened.blob(blob, limit: 3) }
    let commit = try opened.commit(opened.resolve("main"))
    #expect(try opened.entries(in: commit.tree).map(\.path) == ["drafts/a.md"])
  }

  @Test func everythingIsAddedBeforeTheFirstCommit() throws {
    let repository = try TemporaryRepository()
    #expect(try repository.open().stagedChanges().isEmpty)
    try repository.write("drafts/a.md", "one\n")
    try repository.stage()
    let opened = try repository.open()
    #expect(try opened.head() == .unborn("refs/heads/main"))
    #expect(rendered(try opened.stagedChanges()) == (try repository.stagedAccordingToGit()))
  }

  @Test func conflictsAreAnError() throws {
    let repository = try Self.base()
    try repository.git("checkout", "-q", "-b", "side")
    try repository.write("drafts/a.md", "side\n")
    try repository.stage()
    try repository.commit("side")
    try repository.git("checkout", "-q", "main")
    try repository.write("drafts/a.md", "main\n")
    try repository.stage()
    try repository.commit("main")
    #expect(try repository.run("git", ["merge", "side"]).status != 0)
    let opened = try repository.open()
    #expect(throws: GitError.unmergedPaths(["drafts/a.md"])) { try opened.stagedChanges() }
    #expect(try opened.indexEntries().filter { $0.path == "drafts/a.md" }.map(\.stage) == [1, 2, 3])
    try repository.git("update-index", "--split-index")
    #expect(throws: GitError.unmergedPaths(["drafts/a.md"])) { try repository.open().stagedChanges() }
  }

  @Test func aDamagedIndexIsAnError() throws {
    let repository = try Self.base()
    try repository.write(".git/index", "DIRC and nothing more")
    #expect(throws: GitError.self) { try repository.open().stagedChanges() }
    #expect(throws: GitError.self) { try repository.open().indexEntries() }
  }

  @Test func aMissingTreeIsAnError() throws {
    let repository = try Self.base()
    let tree = try repository.git("rev-parse", "HEAD^{tree}")
    let file = repository.path(".git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))")
    try FileManager.default.removeItem(atPath: file)
    let id = try #require(ObjectID(hex: tree))
    #expect(throws: GitError.missingObject(id)) { try repository.open().stagedChanges() }
  }
}

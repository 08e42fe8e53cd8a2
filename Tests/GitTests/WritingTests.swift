import Changes
import Foundation
import Git
import TestSupport
import Testing

/// What is written is what git would have written: the ids are the same.
struct WritingTests {
  static let author = Signature(
    name: Array("Ada Author".utf8), email: Array("ada@example.org".utf8), time: 1_780_000_000, offset: 0)
  static let committer = Signature(
    name: Array("Cleo Committer".utf8), email: Array("cleo@example.org".utf8), time: 1_780_000_000, offset: 0)

  @Test(arguments: ["sha1", "sha256"])
  func writesTheObjectsGitWrites(format: String) throws {
    let repository = try TemporaryRepository(name: "r", "--object-format=\(format)")
    for path in ["drafts/a.md", "drafts/2026/b.md", "drafts/2026.md", "keep/x", "top"] {
      try repository.write(path, "content of \(path)\n")
    }
    try repository.stage()
    let base = try #require(ObjectID(hex: try repository.commit("first")))
    let opened = try repository.open()
    let blob = try opened.writeBlob(Array("new\n".utf8))
    let tree = try opened.writeTree(
      basedOn: opened.commit(base).tree,
      [
        .put("published/2026/b.md", FileVersion(mode: .regular, id: blob)), .remove("drafts/2026/b.md"),
        .put("drafts/a.md", FileVersion(mode: .executable, id: blob)), .remove("keep/x"),
        .put("a.b", FileVersion(mode: .regular, id: blob)), .put("a/b", FileVersion(mode: .regular, id: blob)),
      ])
    let commit = try opened.writeCommit(
      tree: tree, parents: [base], author: Self.author, committer: Self.committer, message: CommitMessage("second\n"))

    let script = """
      mkdir -p published/2026 a; echo new > published/2026/b.md; rm drafts/2026/b.md keep/x
      echo new > drafts/a.md; chmod +x drafts/a.md; echo new > a.b; echo new > a/b; git add -A
      """
    #expect(try repository.run("sh", ["-ec", script]).status == 0)
    let expected = try repository.git("write-tree")
    #expect(tree.hex == expected)
    #expect(commit.hex == (try repository.git("commit-tree", "-p", base.hex, "-m", "second", expected)))
    #expect(try repository.run("git", ["fsck", "--strict", "--no-dangling"]).error.isEmpty)
    let read = try opened.commit(commit)
    #expect(read.author == Self.author && read.committer == Self.committer)
    #expect(read.parents == [base])
    #expect(read.message == CommitMessage("second\n"))
  }

  @Test func anEmptiedTreeIsTheEmptyTree() throws {
    let repository = try StagedChangesTests.base()
    let opened = try repository.open()
    let base = try opened.commit(opened.resolve("HEAD")).tree
    let tree = try opened.writeTree(basedOn: base, opened.entries(in: base).map { .remove($0.path) })
    #expect(tree.hex == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
  }

  @Test func refusesEditsThatCannotStandTogether() throws {
    let repository = try StagedChangesTests.base()
    let opened = try repository.open()
    let base = try opened.commit(opened.resolve("HEAD")).tree
    let file = FileVersion(mode: .regular, id: try opened.writeBlob([]))
    let rows: [[TreeEdit]] = [
      [.put("drafts", file)], [.put("tool.sh/x", file)], [.put("x", file), .put("x", file)],
      [.put("y", file), .put("y/z", file)], [.remove("nothing")], [.remove("no/thing")], [.remove("drafts")],
    ]
    for edits in rows {
      #expect(throws: GitError.self, "\(edits)") { try opened.writeTree(basedOn: base, edits) }
    }
  }

  @Test func refusesIdentitiesGitCouldNotReadBack() throws {
    let repository = try StagedChangesTests.base()
    let opened = try repository.open()
    let tree = try opened.commit(opened.resolve("HEAD")).tree
    for name in ["", "a\nparent 0", "a <b", "a\0"] {
      let author = Signature(name: Array(name.utf8), email: [], time: 0, offset: 0)
      #expect(throws: GitError.self, "\(name.debugDescription)") {
        try opened.writeCommit(
          tree: tree, parents: [], author: author, committer: Self.committer, message: CommitMessage("x"))
      }
    }
  }

  @Test(arguments: ["sha1", "sha256"])
  func movesAReferenceOnlyFromWhereItIs(format: String) throws {
    let repository = try TemporaryRepository(name: "r", "--object-format=\(format)")
    let one = try #require(ObjectID(hex: try repository.commit("one")))
    let two = try #require(ObjectID(hex: try repository.commit("two")))
    let opened = try repository.open()
    let name: ReferenceName = "refs/heads/chaperone/ledger"
    try opened.update(name, from: nil, to: one, reason: "start")
    #expect(throws: GitError.referenceMoved(name, expected: nil, actual: one)) {
      try opened.update(name, from: nil, to: two, reason: "start")
    }
    #expect(throws: GitError.referenceMoved(name, expected: two, actual: one)) {
      try opened.update(name, from: two, to: two, reason: "move")
    }
    #expect(try opened.target(of: name) == one)
    try opened.update(name, from: one, to: two, reason: "move")
    #expect(try repository.git("rev-parse", name.text) == two.hex)
    #expect(try opened.references(matching: "refs/heads/*").map(\.name) == [name, "refs/heads/main"])
  }

  @Test(arguments: [":", "git update-index --split-index", "git sparse-checkout set --cone --sparse-index drafts"])
  func stagesWithoutTouchingTheRest(set: String) throws {
    let repository = try StagedChangesTests.base()
    try repository.write("drafts/a.md", "staged before\n")
    #expect(try repository.run("sh", ["-ec", "git add .; \(set)"]).status == 0)
    try repository.write("drafts/c.md", "not staged\n")
    let opened = try repository.open()
    let blob = try opened.writeBlob(Array("published\n".utf8))
    try opened.stage([.put("published/b.md", FileVersion(mode: .regular, id: blob)), .remove("drafts/b.md")])
    #expect(
      try repository.git("diff", "--cached", "--name-status", "--no-renames")
        == "M\tdrafts/a.md\nD\tdrafts/b.md\nA\tpublished/b.md")
  }
}

import Changes
import Foundation
import Git
import TestSupport
import Testing

struct MissingObjectTests {
  @Test func aPartialCloneMissesBlobsAndSaysSo() throws {
    let repository = try StagedChangesTests.base()
    try repository.write("drafts/a.md", "newer\n")
    try repository.stage()
    try repository.commit("second")
    try repository.git("config", "uploadpack.allowFilter", "true")
    try repository.git(
      "clone", "-q", "--filter=blob:none", "--no-checkout", "file://" + repository.directory.path, "../partial")
    let partial = TemporaryRepository(existing: repository.root.appending(path: "partial"), of: repository)
    let opened = try partial.open()
    let tree = try opened.commit(opened.resolve("HEAD")).tree
    let entry = try #require(try opened.entry(at: "drafts/a.md", in: tree))
    #expect(throws: GitError.missingObject(entry.id)) { try opened.blobSize(entry.id) }
    #expect(throws: GitError.missingObject(entry.id)) { try opened.blob(entry.id, limit: 100) }
    #expect(try !opened.contains(entry.id))
    // What changed can be told without the blobs.
    let before = try opened.commit(opened.resolve("HEAD~1")).tree
    #expect(paths(try opened.changes(from: before, to: tree)) == ["drafts/a.md"])
  }

  @Test func aBlobHasALimitThatIsCheckedFirst() throws {
    let repository = try StagedChangesTests.base()
    let opened = try repository.open()
    let id = try opened.writeBlob([UInt8](repeating: 0x61, count: 1_000))
    #expect(try opened.blobSize(id) == 1_000)
    #expect(try opened.blob(id, limit: 1_000).count == 1_000)
    #expect(throws: GitError.tooLarge(id, size: 1_000, limit: 999)) { try opened.blob(id, limit: 999) }
    let tree = try opened.commit(opened.resolve("HEAD")).tree
    #expect(throws: GitError.malformedObject(tree, expected: "blob")) { try opened.blob(tree, limit: 1_000) }
    #expect(throws: GitError.malformedObject(id, expected: "commit")) { try opened.commit(id) }
    #expect(try opened.header(of: tree).kind == .tree)
  }

  @Test func commitsAreReadAsGitPrintsThem() throws {
    let repository = try StagedChangesTests.base()
    let run = try repository.run(
      "git", ["commit", "--allow-empty", "-q", "-F", "-"], input: "Title\n\nBody.\n\nReviewed-by: Ö <o@example.org>\n",
      changes: ["GIT_AUTHOR_NAME": "Zoë  Two", "GIT_AUTHOR_DATE": "1780000001 -0930", "GIT_AUTHOR_EMAIL": "z@x"])
    try #require(run.status == 0, "\(run.error)")
    let opened = try repository.open()
    let commit = try opened.commit(opened.resolve("HEAD"))
    let printed = try repository.git("log", "-1", "--format=%H%n%T%n%P%n%an%n%ae%n%at%n%cn%n%ce%n%ct%n%B")
    let expected = [
      commit.id.hex, commit.tree.hex, commit.parents.map(\.hex).joined(separator: " "),
      String(decoding: commit.author.name, as: UTF8.self), String(decoding: commit.author.email, as: UTF8.self),
      "\(commit.author.time)", String(decoding: commit.committer.name, as: UTF8.self),
      String(decoding: commit.committer.email, as: UTF8.self), "\(commit.committer.time)",
      String(decoding: commit.message.bytes, as: UTF8.self),
    ].joined(separator: "\n")
    #expect(printed == expected)
    #expect(commit.author.offset == -570)
    #expect(commit.message.trailers.map(\.description) == ["Reviewed-by: Ö <o@example.org>"])
  }
}

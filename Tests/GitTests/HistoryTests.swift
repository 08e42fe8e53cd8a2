import Changes
import Foundation
import Git
import TestSupport
import Testing

struct HistoryTests {
  /// main: 1 - 2 - merge(side: s1 - s2) - 3, and an unrelated branch.
  static func branched(_ arguments: String...) throws -> TemporaryRepository {
    let repository = try TemporaryRepository(name: "r", "--object-format=\(arguments.first ?? "sha1")")
    let script = """
      c() { echo "$1" > "$1.md"; git add .; git commit -qm "$1"; }
      c 1; git tag v1; git checkout -qb side; c s1; c s2; git checkout -q main; c 2
      git merge -q --no-ff -m merge side; c 3; git tag -a -m annotated v2
      git checkout -q --orphan alone; c alone; git checkout -q main
      """
    let run = try repository.run("sh", ["-ec", script])
    guard run.status == 0 else { throw ProgramFailure(command: "sh", status: run.status, error: run.error) }
    return repository
  }

  @Test(arguments: ["sha1", "sha256"])
  func walksAsGitDoes(format: String) throws {
    let repository = try Self.branched(format)
    let opened = try repository.open()
    for (old, new) in [("v1", "main"), ("main~1", "main"), ("side", "main"), ("main", "main"), ("main", "v1")] {
      let from = try opened.resolve(old)
      let to = try opened.resolve(new)
      let expected = try repository.git("rev-list", "\(old)..\(new)").split(separator: "\n").map(String.init)
      #expect(Set(try opened.newCommits(from: [to], excluding: [from]).map(\.hex)) == Set(expected))
      let line = try repository.git("rev-list", "--first-parent", "--reverse", "\(old)..\(new)")
      #expect(
        try opened.firstParentCommits(from: from, to: to).map(\.hex) == line.split(separator: "\n").map(String.init))
      let isAncestor = try repository.run("git", ["merge-base", "--is-ancestor", old, new]).status == 0
      #expect(try opened.isAncestor(from, of: to) == isAncestor)
    }
    let all = try opened.firstParentCommits(from: nil, to: opened.resolve("main"))
    #expect(all.count == 4)
    #expect(try opened.mergeBase(opened.resolve("main"), opened.resolve("alone")) == nil)
    #expect(try opened.mergeBase(opened.resolve("main~2"), opened.resolve("side")) == opened.resolve("v1"))
    let known = try opened.newCommits(from: [opened.resolve("main")], excludingReferences: ["refs/tags/*"])
    #expect(known.isEmpty)
  }

  @Test(arguments: ["sha1", "sha256"])
  func resolvesAsGitDoes(format: String) throws {
    let repository = try Self.branched(format)
    let opened = try repository.open()
    for name in ["HEAD", "main", "v1", "v2", "main~2", "refs/heads/side", "HEAD~1^2"] {
      #expect(try opened.resolve(name).hex == (try repository.git("rev-parse", name + "^{commit}")))
    }
    for name in ["nothing", "HEAD~99", "HEAD:1.md", "HEAD^{tree}"] {
      #expect(throws: GitError.notFound(name: name)) { try opened.resolve(name) }
    }
    try repository.git("checkout", "-q", "--detach", "v1")
    #expect(try repository.open().head() == .detached(opened.resolve("v1")))
  }

  @Test(arguments: ["sha1", "sha256"])
  func comparesTreesAsGitDoes(format: String) throws {
    let repository = try TemporaryRepository(name: "r", "--object-format=\(format)")
    let script = """
      mkdir -p a/b c; echo 1 > a/b/one; echo 2 > a/b/two; echo 3 > c/three; echo 4 > four; git add .; git commit -qm 1
      git mv a/b/one c/one; rm four; mkdir four; echo 5 > four/five; echo x >> a/b/two; chmod +x c/three
      rm -r a/b; ln -s nowhere a; echo 6 > c.md; git add -A; git commit -qm 2
      """
    let run = try repository.run("sh", ["-ec", script.replacing("rm -r a/b; ln", with: "rm -r a; ln")])
    try #require(run.status == 0, "\(run.error)")
    let opened = try repository.open()
    let old = try opened.commit(opened.resolve("HEAD~1")).tree
    let new = try opened.commit(opened.resolve("HEAD")).tree
    for (from, to) in [(old, new), (new, old), (old, old)] {
      let output = try repository.git([
        "diff-tree", "-r", "--raw", "--no-abbrev", "-M100%", "--format=", from.hex, to.hex,
      ])
      let expected = output.split(separator: "\n").map { String($0.replacing("\t", with: " ")) }
      #expect(rendered(try opened.changes(from: from, to: to)) == expected)
    }
    let list = try repository.git("ls-tree", "-r", "--name-only", "HEAD").split(separator: "\n").map(String.init)
    #expect(try opened.entries(in: new).map { $0.path.display } == list)
    #expect(try opened.entries(under: "c", in: new).map(\.path) == ["c/one", "c/three"])
    #expect(try opened.entries(under: "nothing/there", in: new).isEmpty)
    #expect(try opened.entries(under: "c.md", in: new).map(\.path) == ["c.md"])
    #expect(try opened.entry(at: "a", in: new)?.mode == .symlink)
    #expect(try opened.entry(at: "a/b/one", in: new) == nil)
    #expect(try opened.changes(from: nil, to: new).allSatisfy { $0.kind == .added })
  }

  @Test func theEndOfAShallowCloneIsAnError() throws {
    let repository = try Self.branched()
    try repository.git("clone", "-q", "--depth", "1", "file://" + repository.directory.path, "../shallow")
    let shallow = try TemporaryRepository(existing: repository.root.appending(path: "shallow"), of: repository).open()
    #expect(try shallow.isShallow())
    #expect(try !repository.open().isShallow())
    let tip = try shallow.resolve("HEAD")
    #expect(throws: GitError.unsupported(operation: "walking the history", reason: "the clone is shallow")) {
      try shallow.newCommits(from: [tip])
    }
  }

  @Test func aMissingParentIsAnError() throws {
    let repository = try Self.branched()
    let parent = try repository.git("rev-parse", "main~1")
    try FileManager.default.removeItem(
      atPath: repository.path(".git/objects/\(parent.prefix(2))/\(parent.dropFirst(2))"))
    let opened = try repository.open()
    let tip = try opened.resolve("main")
    #expect(throws: GitError.self) { try opened.newCommits(from: [tip]) }
    #expect(throws: GitError.self) { try opened.firstParentCommits(from: nil, to: tip) }
    let missing = try #require(ObjectID(hex: parent))
    #expect(throws: GitError.missingObject(missing)) { try opened.commit(missing) }
    #expect(try !opened.contains(missing))
  }

  @Test func replacedObjectsAreReadAsTheyAre() throws {
    let repository = try Self.branched()
    let original = try repository.git("rev-parse", "main:1.md")
    let other = try repository.git("rev-parse", "main:2.md")
    try repository.git("replace", original, other)
    let id = try #require(ObjectID(hex: original))
    #expect(try repository.open().blob(id, limit: 10) == Array("1\n".utf8))
  }

  @Test func aTreeThatNamesAnEntryTwiceIsRefused() throws {
    let repository = try Self.branched()
    let opened = try repository.open()
    let id = try opened.writeBlob(Array("x".utf8))
    for names in [["a", "a"], ["b", "a"]] {
      let content = names.reduce(into: [UInt8]()) { $0 += Array("100644 \($1)\0".utf8) + id.bytes }
      try repository.write("raw", content)
      let tree = try #require(
        ObjectID(hex: try repository.git("hash-object", "-w", "--literally", "-t", "tree", "raw")))
      #expect(throws: GitError.malformedObject(tree, expected: "tree")) { try opened.entries(in: tree) }
      #expect(throws: GitError.malformedObject(tree, expected: "tree")) { try opened.changes(from: nil, to: tree) }
    }
  }
}

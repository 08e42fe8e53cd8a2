import Changes
import Foundation
import Git
import TestSupport
import Testing

/// The index as it is read from its file, with git as the judge.
struct IndexFileTests {
  /// Names that sort differently as files and as folders, in folders of their own.
  private static let names = ["a", "a.b", "a-b", "a0", "b/a", "b/a.b", "b/c/d", "b/c/e", "a/x", "b.d/x", "z/y/x/w"]
  private static let moves = [
    ":", ":", ":", "git commit -qm step --allow-empty", "git read-tree HEAD", "git update-index --index-version 4",
    "git update-index --index-version 2", "git reset -q --hard", "git add -N .", "git write-tree",
  ]

  @Test(arguments: 0..<6)
  func agreesWithGitOverAHistory(seed: UInt64) throws {
    var random = DeterministicGenerator(seed: seed)
    let repository = try TemporaryRepository()
    try repository.git("commit", "-q", "--allow-empty", "-m", "first")
    var found = 0
    for step in 0..<25 {
      var script = ""
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        guard let name = Self.names.randomElement(using: &random) else { continue }
        let folder = name.contains("/") ? String(name[..<(name.lastIndex(of: "/") ?? name.startIndex)]) : "."
        switch Int.random(in: 0..<4, using: &random) {
        case 0: script += "git rm -rqf --ignore-unmatch '\(name)'; rm -rf '\(name)'\n"
        case 1: script += "git rm -qf --ignore-unmatch -r '\(name)' '\(folder == "." ? name : folder)'\n"
        default:
          // What stands in the way, a file for a folder or the other way round, goes first.
          script += "p=\(folder); while [ \"$p\" != . ]; do [ -f \"$p\" ] && rm \"$p\"; p=$(dirname \"$p\"); done\n"
          script += "rm -rf '\(name)'; mkdir -p '\(folder)'; echo \(step) \(name) > '\(name)'\n"
        }
      }
      script += Bool.random(using: &random) ? "git add -A\n" : ":\n"
      script += Self.moves.randomElement(using: &random) ?? ""
      let run = try repository.run("sh", ["-c", script])
      #expect(run.status == 0, "\(script)")
      let expected = try repository.stagedAccordingToGit()
      found += expected.count
      #expect(rendered(try repository.open().stagedChanges()) == expected, "\(step): \(script)")
    }
    #expect(found > 20)
  }

  @Test func aFolderNothingWasStagedInIsNotRead() throws {
    let repository = try TemporaryRepository()
    for name in ["drafts/old/a.md", "drafts/old/b.md", "drafts/new/c.md"] { try repository.write(name, "\(name)\n") }
    try repository.stage()
    try repository.commit("first")
    try repository.write("drafts/new/c.md", "changed\n")
    try repository.stage("drafts/new/c.md")
    let tree = try repository.git("rev-parse", "HEAD:drafts/old")
    let object = repository.path(".git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))")
    try FileManager.default.removeItem(atPath: object)
    #expect(paths(try repository.open().stagedChanges()) == ["drafts/new/c.md"])
    // Without what git kept there is no way around it.
    try repository.write("drafts/old/d.md", "new\n")
    try repository.git("update-index", "--add", "drafts/old/d.md")
    #expect(throws: GitError.self) { try repository.open().stagedChanges() }
  }

  @Test func damageIsAnErrorOrWhatGitSees() throws {
    let repository = try TemporaryRepository()
    for name in Self.names where !["a", "a/x"].contains(name) { try repository.write(name, "\(name)\n") }
    try repository.stage()
    try repository.commit("first")
    try repository.write("b/c/d", "changed\n")
    try repository.git("add", "b/c/d")
    let whole = try Data(contentsOf: repository.directory.appending(path: ".git/index"))
    let staged = try repository.stagedAccordingToGit()
    let kept = try #require(whole.firstRange(of: Data("TREE".utf8))?.lowerBound)
    for length in stride(from: 0, to: kept, by: 29) {
      try repository.write(".git/index", Array(whole[..<length]))
      #expect(throws: GitError.self, "\(length)") { try repository.open().stagedChanges() }
    }
    var random = DeterministicGenerator(seed: 7)
    var answers = 0
    for _ in 0..<100 {
      var damaged = whole
      let place = Int.random(in: 0..<whole.count - 20, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try repository.write(".git/index", Array(damaged))
      guard let answer = try? repository.open().stagedChanges() else { continue }
      answers += 1
      if place >= kept + 8 {
        // It only says what need not be read.
        #expect(rendered(answer) == staged, "bit at \(place)")
      } else if let expected = try? repository.stagedAccordingToGit() {
        // Of a list out of order git itself gives different accounts; a path twice is no change of it.
        let changes = rendered(answer.filter { $0.kind != .renamed(from: $0.path) })
        #expect(Set(changes) == Set(expected), "bit at \(place)")
      }
    }
    #expect(answers > 25)
  }
}

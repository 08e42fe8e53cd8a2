import Changes
import Foundation
import Git
import TestSupport
import Testing

/// What a server's hook sees of a push that is not accepted yet.
struct PushHookTests {
  static let places: [(String, String)] = [
    ("loose objects", ":"),
    ("a pack", "git config transfer.unpackLimit 1"),
    (
      "alternates",
      "git clone -q --bare . ../base.git; echo $(cd ../base.git && pwd)/objects > objects/info/alternates; git gc -q --prune=now"
    ),
    ("colon:in:path", ":"),
  ]

  @Test(arguments: places)
  func seesThePushedCommitsAndNothingElse(name: String, set: String) throws {
    let (local, server) = try Self.pair(serverName: name.replacing(" ", with: "-") + ".git", "--bare")
    #expect(try server.run("sh", ["-ec", set]).status == 0)
    try Self.expectPush(from: local, to: server, hook: "pre-receive")
  }

  @Test func seesThemInARepositoryWithAWorkTree() throws {
    let (local, server) = try Self.pair(serverName: "server")
    try server.git("config", "receive.denyCurrentBranch", "ignore")
    try Self.expectPush(from: local, to: server, hook: "pre-receive")
  }

  @Test(arguments: ["post-receive"])
  func seesThemAfterTheQuarantine(hook: String) throws {
    let (local, server) = try Self.pair(serverName: "server.git", "--bare")
    try Self.expectPush(from: local, to: server, hook: hook)
  }

  @Test func prePushSeesWhatWillLeave() throws {
    let (local, server) = try Self.pair(serverName: "server.git", "--bare")
    let old = try local.git("rev-parse", "HEAD")
    try local.write("drafts/b.md", "two\n")
    try local.stage()
    let new = try local.commit("second")
    let (updates, commits) = try local.insideHook("pre-push", running: ["push", "-q", server.directory.path, "main"]) {
      session in
      let opened = try session.open()
      let updates = try RefUpdate.parse(prePush: session.input)
      let commits = try opened.newCommits(from: updates.compactMap(\.new), excluding: updates.compactMap(\.old))
      return (updates, commits)
    }
    #expect(updates.map(\.old?.hex) == [old])
    #expect(commits.map(\.hex) == [new])
  }

  /// A clone and the repository it pushes to, with one commit in both.
  static func pair(serverName: String, _ arguments: String...) throws -> (TemporaryRepository, TemporaryRepository) {
    let local = try TemporaryRepository(name: "local")
    try local.write("drafts/a.md", "one\n")
    try local.stage()
    try local.commit("first")
    try local.git(["clone", "-q"] + arguments + [local.directory.path, "../" + serverName])
    let server = TemporaryRepository(existing: local.root.appending(path: serverName), of: local)
    return (local, server)
  }

  static func expectPush(from local: TemporaryRepository, to server: TemporaryRepository, hook: String) throws {
    let old = try local.git("rev-parse", "HEAD")
    try local.write("drafts/b.md", "two\n")
    try local.stage()
    try local.commit("second")
    try local.write("drafts/a.md", "three\n")
    try local.git("mv", "drafts/b.md", "drafts/c.md")
    try local.stage()
    let new = try local.commit("third")
    let expected = try local.git("rev-list", "--reverse", "\(old)..\(new)").split(separator: "\n").map(String.init)
    let url = "file://" + server.directory.path
    try local.insideHook(hook, of: server, running: ["push", "-q", url, "main", "main:refs/heads/new"]) { session in
      let opened = try session.open(.serverHook)
      let updates = try RefUpdate.parse(preReceive: session.input)
      #expect(updates.map(\.name) == ["refs/heads/main", "refs/heads/new"])
      #expect(updates.map { $0.old?.hex } == [old, nil])
      #expect(updates.map { $0.new?.hex } == [new, new])
      let tip = try #require(updates.first?.new)
      let base = try #require(ObjectID(hex: old))
      #expect(try opened.newCommits(from: [tip], excluding: [base]).map(\.hex) == expected)
      #expect(try opened.firstParentCommits(from: base, to: tip).map(\.hex) == expected)
      #expect(try opened.isAncestor(base, of: tip))
      #expect(try !opened.isAncestor(tip, of: base))
      let isReceived = hook == "post-receive"
      #expect(
        try opened.newCommits(from: [tip], excludingReferences: ["refs/heads/*"]).map(\.hex)
          == (isReceived ? [] : expected))
      let trees = try (opened.commit(base).tree, opened.commit(tip).tree)
      #expect(paths(try opened.changes(from: trees.0, to: trees.1)) == ["drafts/a.md", "drafts/c.md"])
      let entry = try #require(try opened.entry(at: "drafts/c.md", in: trees.1))
      #expect(try opened.blob(entry.id, limit: 100) == Array("two\n".utf8))
    }
  }
}

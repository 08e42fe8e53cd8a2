import Foundation
import TestSupport
import Testing

struct HooksCommandTests {
  private static let names = ["commit-msg", "pre-commit", "pre-merge-commit", "pre-push", "prepare-commit-msg"]

  private func hooks(_ repository: TemporaryRepository, _ folder: String = ".git/hooks") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: repository.path(folder)).filter { !$0.hasSuffix(".sample") }
      .sorted()
  }

  /// A draft that is refused whatever the rules are.
  private func stageUnreadable(_ repository: TemporaryRepository) throws {
    try repository.write("drafts/bad.md", "---\nnope: 1\n---\nText.\n")
    try repository.stage("drafts")
  }

  @Test func installsTwiceAndUninstalls() throws {
    let repository = try TemporaryRepository()
    #expect(try repository.chaperone("hooks", "status").status == 1)
    #expect(try repository.chaperone("hooks", "install").status == 0)
    #expect(try hooks(repository) == Self.names)
    let text = try repository.read(".git/hooks/pre-commit")
    #expect(try repository.chaperone("hooks", "install").output.contains("pre-commit: already installed"))
    #expect(try repository.read(".git/hooks/pre-commit") == text)
    #expect(try repository.chaperone("hooks", "status").status == 0)
    try stageUnreadable(repository)
    let commit = try repository.run("git", ["commit", "-qm", "Bad"])
    #expect(commit.status == 1)
    #expect(commit.error.contains("drafts/bad.md:2:1:"))
    #expect(try repository.chaperone("hooks", "uninstall").status == 0)
    #expect(try hooks(repository) == [])
    #expect(try repository.run("git", ["commit", "-qm", "Bad"]).status == 0)
  }

  @Test func anEarlierHookRunsFirstAndComesBack() throws {
    let repository = try TemporaryRepository()
    try repository.hook("pre-commit", "echo earlier >> ../log; exit ${EARLIER:-0}")
    let before = try repository.read(".git/hooks/pre-commit")
    #expect(try repository.chaperone("hooks", "install").output.contains("the hook that was there runs first"))
    try stageUnreadable(repository)
    let both = try repository.run("git", ["commit", "-qm", "Bad"])
    #expect(both.error.contains("drafts/bad.md:2:1:"))
    let first = try repository.run("git", ["commit", "-qm", "Bad"], changes: ["EARLIER": "7"])
    #expect(first.status == 1)
    #expect(!first.error.contains("drafts/bad.md"))
    #expect(try repository.read("../log") == "earlier\nearlier\n")
    #expect(try repository.chaperone("hooks", "install").status == 0)
    #expect(try repository.chaperone("hooks", "uninstall").status == 0)
    #expect(try hooks(repository) == ["pre-commit"])
    #expect(try repository.read(".git/hooks/pre-commit") == before)
    #expect(FileManager.default.isExecutableFile(atPath: repository.path(".git/hooks/pre-commit")))
  }

  @Test func bothPushHooksAreGivenTheRefs() throws {
    let repository = try TemporaryRepository.setUp()
    try repository.chaperone("hooks", "uninstall")
    try repository.hook("pre-push", "cat > ../refs")
    try repository.chaperone("hooks", "install")
    let remote = repository.root.appending(path: "remote.git").path
    try repository.git("init", "--quiet", "--bare", remote)
    #expect(try repository.run("git", ["push", "-q", remote, "HEAD:refs/heads/main"]).status == 0)
    #expect(try repository.read("../refs").hasPrefix("HEAD \(try repository.git("rev-parse", "HEAD")) refs/heads/main"))
    try stageUnreadable(repository)
    try repository.commit("Bad")
    let push = try repository.run("git", ["push", "-q", remote, "HEAD:refs/heads/main"])
    #expect(push.status != 0)
    #expect(push.error.contains("drafts/bad.md"), "\(push.error)")
    // A push of nothing hands over nothing.
    #expect(try repository.run("git", ["push", "-q", remote, "HEAD~1:refs/heads/main"]).status == 0)
  }

  @Test func aHookThatReplacedOursIsNotLost() throws {
    let repository = try TemporaryRepository()
    try repository.hook("pre-commit", "exit 0")
    try repository.chaperone("hooks", "install")
    try repository.hook("pre-commit", "echo third")
    let run = try repository.chaperone("hooks", "install")
    #expect(run.status == 1)
    #expect(run.error.contains("Remove one of them"))
    #expect(try repository.read(".git/hooks/pre-commit").contains("third"))
    #expect(try repository.chaperone("hooks", "uninstall").output.contains("pre-commit: left alone"))
  }

  @Test(arguments: [".githooks", "ABSOLUTE"])
  func aHooksPathInsideIsUsed(setting: String) throws {
    let repository = try TemporaryRepository()
    try repository.git("config", "core.hooksPath", setting == "ABSOLUTE" ? repository.path(".githooks") : setting)
    let run = try repository.chaperone("hooks", "install", folder: nil)
    #expect(run.status == 0)
    #expect(run.output.contains("do not commit them"))
    #expect(try hooks(repository, ".githooks") == Self.names)
    try stageUnreadable(repository)
    #expect(try repository.run("git", ["commit", "-qm", "Bad"]).status == 1)
  }

  @Test func aHooksPathOutsideIsRefused() throws {
    let repository = try TemporaryRepository()
    let outside = repository.root.appending(path: "shared-hooks").path
    try repository.git("config", "core.hooksPath", outside)
    let run = try repository.chaperone("hooks", "install")
    #expect(run.status == 1)
    #expect(run.error.contains("outside this repository"))
    #expect(!FileManager.default.fileExists(atPath: outside))
    #expect(try repository.chaperone("hooks", "install", "--force").status == 0)
    #expect(FileManager.default.fileExists(atPath: outside + "/pre-commit"))
  }

  @Test func aLinkedWorktreeSharesTheHooks() throws {
    let repository = try TemporaryRepository()
    try repository.commit("First")
    try repository.git("worktree", "add", "-q", "../tree")
    let tree = TemporaryRepository(existing: repository.root.appending(path: "tree"), of: repository)
    #expect(try tree.chaperone("hooks", "install").status == 0)
    #expect(try hooks(repository) == Self.names)
    try stageUnreadable(tree)
    #expect(try tree.run("git", ["commit", "-qm", "Bad"]).status == 1)
  }

  @Test func aSubmoduleHasHooksOfItsOwn() throws {
    let inner = try TemporaryRepository()
    try inner.commit("First")
    let outer = try TemporaryRepository()
    try outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.directory.path, "posts")
    let module = TemporaryRepository(existing: outer.directory.appending(path: "posts"), of: outer)
    #expect(try module.chaperone("hooks", "install").status == 0)
    #expect(try hooks(outer) == [])
    try stageUnreadable(module)
    #expect(try module.run("git", ["commit", "-qm", "Bad"]).status == 1)
  }

  @Test func aMissingProgramStopsGit() throws {
    let repository = try TemporaryRepository()
    try repository.chaperone("hooks", "install")
    let hook = try repository.read(".git/hooks/pre-commit")
    try repository.hook("pre-commit", "")
    try repository.write(".git/hooks/pre-commit", hook.replacing(BuiltPrograms.hook.path, with: "/nowhere/gone"))
    let commit = try repository.run("git", ["commit", "-qm", "Empty", "--allow-empty"])
    #expect(commit.status == 1)
    #expect(
      commit.error
        == "chaperone: /nowhere/gone is missing, so nothing was checked. Install Chaperone again, or run 'chaperone hooks install'.\n"
    )
    #expect(try repository.chaperone("doctor").output.contains("it calls /nowhere/gone, which is not there"))
  }
}

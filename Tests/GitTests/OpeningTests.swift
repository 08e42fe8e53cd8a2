import Changes
import Foundation
import Git
import TestSupport
import Testing

struct OpeningTests {
  @Test func findsTheRepositoryFromAFolderBelow() throws {
    let repository = try StagedChangesTests.base()
    let opened = try repository.open(folder: "drafts")
    #expect(opened.workDirectory == repository.directory.path)
    #expect(opened.gitDirectory == repository.path(".git"))
    #expect(!opened.isLinkedWorktree && !opened.isSubmodule && opened.isReadByLibrary)
  }

  @Test func aFolderThatIsNoneIsNotARepository() throws {
    let repository = try TemporaryRepository()
    let environment = GitEnvironment(variables: repository.environment, directory: repository.root.path)
    #expect(throws: GitError.notARepository(path: repository.root.path)) {
      try Repository.open(environment, mode: .commandLine)
    }
    #expect(throws: GitError.self) {
      try repository.open(changes: ["GIT_DIR": "missing"])
    }
  }

  @Test(arguments: ["refstorage", "unheardOf"])
  func refusesAnExtensionThatChangesTheStore(name: String) throws {
    let repository = try StagedChangesTests.base()
    try repository.write(".git/config", try repository.read(".git/config") + "[extensions]\n\t\(name) = reftable\n")
    try repository.git("config", "--file", ".git/config", "core.repositoryFormatVersion", "1")
    // Git 2.39 knows neither; a newer one reads reference tables, and there is no such store here.
    #expect(throws: GitError.self) { try repository.open().stagedChanges() }
    if name == "unheardOf" {
      #expect(throws: GitError.unsupportedExtension(name: "unheardof")) { try repository.open() }
    }
  }

  @Test(.enabled(if: getuid() == 0, "only root can give a folder away"))
  func trustsOnlyOwnRepositoriesOutsideOfHooks() throws {
    let repository = try StagedChangesTests.base()
    #expect(try repository.run("chown", ["-R", "12345:12345", repository.directory.path]).status == 0)
    #expect(throws: GitError.untrustedOwner(path: repository.directory.path)) { try repository.open() }
    #expect(try repository.open(mode: .clientHook).stagedChanges().isEmpty)
  }

  @Test func knowsWorktreesAndSubmodules() throws {
    let repository = try StagedChangesTests.base()
    try repository.git("worktree", "add", "-q", "-b", "other", "../linked")
    try repository.git("clone", "-q", "--bare", ".", "../origin.git")
    try repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../origin.git", "sub")
    let linked = try TemporaryRepository(existing: repository.root.appending(path: "linked"), of: repository).open()
    #expect(linked.isLinkedWorktree && !linked.isSubmodule)
    #expect(linked.commonDirectory == repository.path(".git"))
    #expect(linked.workDirectory == repository.root.path + "/linked")
    #expect(try linked.head() == .branch("refs/heads/other", linked.resolve("other")))
    let sub = try repository.open(folder: "sub")
    #expect(sub.isSubmodule && !sub.isLinkedWorktree)
    #expect(sub.workDirectory == repository.path("sub"))
    let bare = try TemporaryRepository(existing: repository.root.appending(path: "origin.git"), of: repository).open()
    #expect(bare.workDirectory == nil)
    #expect(try bare.indexEntries().isEmpty)
  }

  @Test(arguments: [nil, "hooks-of-ours", "/absolute/hooks", "~/hooks"] as [String?])
  func findsTheHooksWhereGitDoes(setting: String?) throws {
    let repository = try StagedChangesTests.base()
    if let setting { try repository.git("config", "core.hooksPath", setting) }
    try repository.git("worktree", "add", "-q", "-b", "other", "../linked")
    let linked = TemporaryRepository(existing: repository.root.appending(path: "linked"), of: repository)
    for place in [repository, linked] {
      let expected = try place.git("rev-parse", "--path-format=absolute", "--git-path", "hooks")
      #expect(try place.open().hooksDirectory() == expected)
    }
  }

  @Test func readsConfiguration() throws {
    for format in ["sha1", "sha256"] {
      let repository = try TemporaryRepository(name: format, "--object-format=\(format)")
      try repository.git("config", "chaperone.ledger", "first")
      try repository.git("config", "--add", "chaperone.ledger", "two words")
      let opened = try repository.open()
      #expect(try opened.configuration("chaperone.ledger") == "two words")
      #expect(try opened.configuration("chaperone.nothing") == nil)
    }
  }

  @Test func listsEveryVariableGitCallsLocal() throws {
    let repository = try TemporaryRepository()
    let names = Set(try repository.git("rev-parse", "--local-env-vars").split(separator: "\n").map(String.init))
    #expect(names.subtracting(GitEnvironment.localVariables).isEmpty)
    let variables = Dictionary(uniqueKeysWithValues: names.map { ($0, "x") })
    let environment = GitEnvironment(
      variables: variables.merging(["GIT_CONFIG_KEY_0": "a", "PATH": "p"]) { $1 }, directory: "/")
    #expect(environment.variablesWithoutRepository == ["PATH": "p"])
  }
}

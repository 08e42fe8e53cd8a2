import Approvals
import Drafts
import Foundation
import TestSupport
import Testing
import YAML

struct InitTests {
  private func fresh() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.git("config", "user.name", "Ada \"the\" Author")
    try repository.git("config", "user.email", "Ada.Author+posts@example.org")
    return repository
  }

  private func stable(_ text: String, _ repository: TemporaryRepository) throws -> String {
    let policy = try repository.read(".chaperone/policy.yaml").split(separator: "\n")
    let id = try #require(policy.first { $0.hasPrefix("repo: ") }).dropFirst(6)
    return text.replacing(id, with: "REPO").replacing(repository.root.path, with: "ROOT")
  }

  @Test(arguments: [[], ["--profile", "solo", "--packs", "us,uk", "--example"]])
  func setsUpAFreshRepository(arguments: [String]) throws {
    let repository = try fresh()
    let run = try repository.run(BuiltPrograms.chaperone.path, ["init"] + arguments)
    #expect(run.status == 0)
    #expect(run.error == "")
    let name = arguments.isEmpty ? "init-team" : "init-solo"
    try Golden.check(try stable(run.output, repository), name)
    try Golden.check(try stable(try repository.read(".chaperone/policy.yaml"), repository), name + "-policy")
    try Golden.check(try repository.read(".chaperone/people.yaml"), name + "-people")
    try repository.stage(".")
    let commit = try repository.run("git", ["commit", "-qm", "Set up"])
    #expect(commit.status == 0, "\(commit.error)")
    #expect(try repository.chaperone("doctor").status == 0)
  }

  @Test func everyFileCanBeReadBack() throws {
    let repository = try fresh()
    try repository.chaperone("init")
    func bytes(_ name: String) throws -> [UInt8] { Array(try repository.read(".chaperone/\(name)").utf8) }
    let policy = try ApprovalPolicy(parsing: YAMLNode.parse(try bytes("policy.yaml")))
    #expect(policy.secondPerson && !policy.samePerson)
    #expect(policy.gatedRefs == [Array("refs/heads/main".utf8)])
    let people = try People(parsing: YAMLNode.parse(try bytes("people.yaml")))
    #expect(people.byID.keys.map(\.description) == ["ada.author-posts"])
    #expect(people.byID.values.first?.everHolds(.policyOwner) == true)
    #expect(try AllowedSigners(parsing: try bytes("allowed_signers")).signers.isEmpty)
    _ = try RevokedKeys(parsing: try bytes("revoked_keys"))
    _ = try Consents(parsing: YAMLNode.parse(try bytes("consents.yaml")))
  }

  /// Commented examples are copied by people, so they have to be right as well.
  @Test func everyCommentedExampleCanBeRead() throws {
    let repository = try fresh()
    try repository.chaperone("init")
    func uncommented(_ name: String, from start: String) throws -> [UInt8] {
      let lines = try repository.read(".chaperone/\(name)")
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let first = try #require(lines.firstIndex { $0.hasPrefix("# " + start) })
      let example = lines[first...].prefix { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }
      return Array((example.joined(separator: "\n") + "\n").utf8)
    }
    let people = try People(parsing: YAMLNode.parse(try uncommented("people.yaml", from: "d.whitfield:")))
    #expect(people.byID.count == 2)
    let consents = try uncommented("consents.yaml", from: "AUTH")
    _ = try Consents(parsing: YAMLNode.parse(consents))
    let roles = try uncommented("policy.yaml", from: "roles:")
    let policy = Array("repo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10\n".utf8) + roles
    #expect(try ApprovalPolicy(parsing: YAMLNode.parse(policy)).terms.count == 3)
    let directory = try uncommented("directory.yaml", from: "phones:")
    try repository.write(".chaperone/directory.yaml", directory)
    try repository.stage(".")
    try repository.commit("Directory")
    let run = try repository.chaperone("check", "--all")
    #expect(run.status == 0, "\(run.error)")
  }

  @Test func nothingIsOverwritten() throws {
    let repository = try fresh()
    try repository.write(".chaperone/directory.yaml", "domains: [ours.example]\n")
    #expect(try repository.chaperone("init").status == 0)
    let policy = try repository.read(".chaperone/policy.yaml")
    let again = try repository.chaperone("init")
    #expect(again.status == 0)
    #expect(!again.output.contains("wrote"))
    #expect(try repository.read(".chaperone/policy.yaml") == policy)
    #expect(try repository.read(".chaperone/directory.yaml") == "domains: [ours.example]\n")
  }

  @Test func strictBlocksStories() throws {
    let repository = try fresh()
    try repository.chaperone("init", "--strict")
    try repository.stage(".")
    try repository.commit("Set up")
    #expect(try repository.read(".chaperone/policy.yaml").contains("  privacy/patient-anecdote: block\n"))
    let list = try repository.chaperone("explain", "privacy/patient-anecdote")
    #expect(list.output.contains("block: only editing the draft clears it (raised here from approve)"))
  }

  @Test func aNameThatCannotStandInAFileIsLeftOut() throws {
    let repository = try TemporaryRepository()
    try repository.git("config", "user.name", "Ada")
    try repository.git("config", "user.email", "no address")
    let run = try repository.chaperone("init")
    #expect(run.status == 0)
    #expect(run.output.contains("Nobody owns the policy yet"))
    _ = try People(parsing: YAMLNode.parse(Array(try repository.read(".chaperone/people.yaml").utf8)))
  }

  @Test func aBareRepositoryHasNoWorkTree() throws {
    let run = try TemporaryRepository("--bare").chaperone("init")
    #expect(run.status == 2)
    #expect(run.error.contains("no work tree"))
  }
}

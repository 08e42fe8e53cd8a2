import Foundation
import TestSupport
import Testing

struct CheckRepositoryTests {
  /// A repository with rules of its own under `local/`, and nothing else of a policy.
  private func repository() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.write(".chaperone/policy.yaml", "version: 1\nrepo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10\n")
    for (path, text) in Workshop.rules { try repository.write(".chaperone/rules/\(path)", text) }
    try repository.stage(".")
    try repository.commit("Policy")
    return repository
  }

  @Test func stagedContentCountsNotTheWorkTree() throws {
    let repository = try repository()
    try repository.write("drafts/rust.md", DraftText.blocked)
    try repository.stage(".")
    try repository.write("drafts/rust.md", DraftText.clear)
    #expect(try repository.chaperone("check").status == 1)
    #expect(try repository.chaperone("check", "--staged").status == 1)
    #expect(try repository.chaperone("check", "drafts/rust.md").status == 0)
    #expect(try repository.chaperone("check", "rust.md", folder: "drafts").status == 0)
  }

  @Test func nothingStagedSaysSo() throws {
    let run = try repository().chaperone("check")
    #expect(run.status == 0)
    #expect(run.output == "No draft to check; 3 rules (core) in force.\n")
  }

  @Test func allMeansTheIndexAndRevACommit() throws {
    let repository = try repository()
    try repository.write("drafts/rust.md", DraftText.blocked)
    try repository.stage(".")
    let bad = try repository.commit("Bad")
    try repository.write("drafts/rust.md", DraftText.clear)
    try repository.write("drafts/open.md", DraftText.clear)
    try repository.stage(".")
    try repository.commit("Good")
    let all = try repository.chaperone("check", "--all", "--format", "jsonl")
    #expect(all.status == 0)
    #expect(all.output.split(separator: "\n").count == 2)
    #expect(try repository.chaperone("check", "--rev", "HEAD").status == 0)
    #expect(try repository.chaperone("check", "--rev", "HEAD~1").status == 1)
    let range = try repository.chaperone("check", "--rev", "HEAD~2..HEAD")
    #expect(range.status == 1)
    #expect(range.output.contains("\(bad.prefix(12)):drafts/rust.md: blocked"), "\(range.output)")
    let missing = try repository.chaperone("check", "--rev", "nowhere")
    #expect(missing.status == 3)
    #expect(missing.error.contains("nowhere does not exist"))
  }

  @Test func aReplyIsLookedUpInTheWorkTree() throws {
    let repository = try repository()
    try repository.write("drafts/first.md", DraftText.clear)
    try repository.write(
      "drafts/reply.md",
      DraftText.head.replacing("about: none", with: "about: none\ninReplyTo: {file: drafts/first.md}") + "Yes.\n")
    #expect(try repository.chaperone("check", "drafts/reply.md").status == 0)
    try FileManager.default.removeItem(atPath: repository.path("drafts/first.md"))
    let run = try repository.chaperone("check", "drafts/reply.md")
    #expect(run.status == 3)
    #expect(run.output.contains("drafts/reply.md:5:"), "\(run.output)")
    #expect(run.output.contains("which is not there"))
  }

  @Test func thePolicyIsThatOfTheLastCommit() throws {
    let repository = try repository()
    try repository.write("drafts/rust.md", DraftText.blocked)
    try FileManager.default.removeItem(atPath: repository.path(".chaperone/rules/core/tone/rust.yaml"))
    try repository.stage(".")
    #expect(try repository.chaperone("check").status == 1)
  }

  @Test func aPolicyThatCannotBeReadDecidesNothing() throws {
    let repository = try repository()
    try repository.write(".chaperone/policy.yaml", "pack: [us]\n")
    try repository.stage(".")
    try repository.commit("Broken")
    let run = try repository.chaperone("check")
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.error.contains(".chaperone/policy.yaml:1:1: unknown key \"pack\""), "\(run.error)")
  }

  @Test func anIndexThatCannotBeReadDecidesNothing() throws {
    let repository = try repository()
    try repository.write(".git/index", [UInt8](repeating: 7, count: 100))
    let run = try repository.chaperone("check")
    #expect(run.status == 3)
    #expect(run.error.contains("the index cannot be read"), "\(run.error)")
  }
}

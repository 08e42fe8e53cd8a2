import Approvals
import Foundation
import TestSupport
import Testing

/// What changed rules were compiled to is kept, and never changes what a check says.
struct KeptRulesTests {
  private func repository() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.write(".chaperone/policy.yaml", "version: 1\nrepo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10\n")
    for (path, text) in Workshop.rules { try repository.write(".chaperone/rules/\(path)", text) }
    try repository.stage()
    try repository.commit("Policy")
    try repository.write("drafts/rust.md", DraftText.blocked)
    try repository.stage()
    return repository
  }

  private func kept(_ repository: TemporaryRepository, by program: String = "chaperone") -> URL {
    repository.directory.appending(path: ".git/chaperone/rules.\(program)")
  }

  @Test func eachProgramTakesWhatItKeptAndSaysTheSame() throws {
    let repository = try repository()
    let first = try repository.chaperone("check")
    #expect(first.status == 1)
    let file = kept(repository)
    let bytes = try Data(contentsOf: file)
    #expect(try repository.chaperone("check") == first)
    // It was taken, and so not written again.
    #expect(try Data(contentsOf: file) == bytes)
    #expect(!FileManager.default.fileExists(atPath: kept(repository, by: "chaperone-hook").path))
    let hook = try repository.run(BuiltPrograms.hook.path, ["pre-commit"])
    #expect(hook.status == 1)
    #expect(FileManager.default.fileExists(atPath: kept(repository, by: "chaperone-hook").path))
    #expect(try repository.run(BuiltPrograms.hook.path, ["pre-commit"]) == hook)
  }

  @Test func otherRulesOrPacksAreCompiledAnew() throws {
    let repository = try repository()
    #expect(try repository.chaperone("check").status == 1)
    let before = try Data(contentsOf: kept(repository))
    let (path, text) = Workshop.rules[0]
    try repository.write(".chaperone/rules/\(path)", text.replacing("rusty ROBOT", with: "shiny ROBOT"))
    try repository.git("commit", "-qm", "Rules", "--no-verify", ".chaperone")
    let run = try repository.chaperone("check")
    #expect(run.status == 0, "\(run.output)")
    #expect(try Data(contentsOf: kept(repository)) != before)
    try repository.write(
      ".chaperone/policy.yaml", "version: 1\nrepo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10\npacks: [us]\n")
    try repository.git("commit", "-qm", "Packs", "--no-verify", ".chaperone")
    #expect(try repository.chaperone("check").output.contains("4 rules (core, us)"))
  }

  @Test func damageIsNotUsed() throws {
    let repository = try repository()
    let expected = try repository.chaperone("check", "--fresh")
    #expect(!FileManager.default.fileExists(atPath: kept(repository).path))
    #expect(try repository.chaperone("check", changes: ["CI": "true"]) == expected)
    #expect(!FileManager.default.fileExists(atPath: kept(repository).path))
    #expect(try repository.chaperone("check") == expected)
    let whole = try Data(contentsOf: kept(repository))
    var random = DeterministicGenerator(seed: 3)
    for round in 0..<12 {
      var damaged = whole
      switch round {
      case 0: damaged = Data()
      case 1: damaged = whole.dropLast()
      case 2: damaged = whole + whole
      case 3: damaged = Data(whole[..<64])
      default:
        damaged[Int.random(in: 0..<damaged.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      try damaged.write(to: kept(repository))
      #expect(try repository.chaperone("check") == expected, "round \(round)")
      // The next run finds a whole one.
      #expect(try Data(contentsOf: kept(repository)) == whole)
    }
    try FileManager.default.removeItem(at: kept(repository))
    try FileManager.default.createDirectory(at: kept(repository), withIntermediateDirectories: false)
    #expect(try repository.chaperone("check") == expected)
  }

  /// Whoever can write below `.git/` can silence a check there; whatever does not look there is not silenced.
  @Test func aForgedFileIsNothingToAFreshCheck() throws {
    let repository = try repository()
    #expect(try repository.chaperone("check").status == 1)
    let strict = try Data(contentsOf: kept(repository))
    let (path, text) = Workshop.rules[0]
    try repository.write(".chaperone/rules/\(path)", text.replacing("rusty ROBOT", with: "shiny ROBOT"))
    try repository.git("commit", "-qm", "Rules", "--no-verify", ".chaperone")
    #expect(try repository.chaperone("check").status == 0)
    let lax = try Data(contentsOf: kept(repository))
    try repository.git("reset", "-q", "HEAD~1", ".chaperone")
    try repository.git("commit", "-qm", "Back", "--no-verify", "--amend")
    func header(_ data: Data) -> Data { data[...(data.firstIndex(of: 0x0A) ?? 0)] }
    let content = Array(header(strict) + lax.dropFirst(header(lax).count).dropLast(32))
    try Data(content + Digest(of: content).bytes).write(to: kept(repository))
    try repository.write("drafts/late.md", DraftText.blocked)
    try repository.stage("drafts")
    #expect(try repository.chaperone("check", "--fresh").status == 1)
    #expect(try repository.chaperone("check", changes: ["CI": "1"]).status == 1)
  }
}

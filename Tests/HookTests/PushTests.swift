import Foundation
import TestSupport
import Testing

/// What `git push` lets out.
@Suite struct PushTests {
  private static func withServer() throws -> DraftsRepository {
    let drafts = try DraftsRepository()
    try drafts.repository.git("init", "--quiet", "--bare", drafts.repository.root.appending(path: "server.git").path)
    try drafts.repository.git("remote", "add", "origin", drafts.repository.root.appending(path: "server.git").path)
    return drafts
  }

  @Test("What no rule stops leaves")
  func harmless() throws {
    let drafts = try Self.withServer()
    try drafts.repository.write("drafts/good.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    #expect(try drafts.commit().status == 0)
    let run = try drafts.repository.run("git", ["push", "origin", "main:work"])
    #expect(run.status == 0, "\(run.error)")
  }

  @Test("A blocked draft does not leave, not even as an earlier version that was mended since")
  func earlierVersion() throws {
    let drafts = try Self.withServer()
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    try drafts.repository.commit("unchecked")
    try drafts.repository.write("drafts/late.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    #expect(try drafts.commit().status == 0)
    let run = try drafts.repository.run("git", ["push", "origin", "main:work"])
    #expect(run.status != 0)
    #expect(run.error.contains("“unchecked”"))
    #expect(run.error.contains("Earlier versions leave with a push too"))
    #expect(try drafts.repository.git("ls-remote", "origin") == "")
  }

  @Test("What the other side has already is not looked at again")
  func knownCommits() throws {
    let drafts = try Self.withServer()
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    try drafts.repository.commit("unchecked")
    try drafts.repository.git("push", "--quiet", "--no-verify", "origin", "main:work")
    try drafts.repository.git("rm", "--quiet", "drafts/late.md")
    #expect(try drafts.commit().status == 0)
    let run = try drafts.repository.run("git", ["push", "origin", "main:work"])
    #expect(run.status == 0, "\(run.error)")
  }
}

import Foundation
import TestSupport
import Testing

/// From the last signature to the published tree, and what a server would say of it.
struct SignOffPublishTests {
  private func signed() throws -> (clinic: SignOffClinic, base: String) {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "dana", "approve", "robot", "--yes").status == 0)
    #expect(try clinic.run(as: "lee", "approve", "robot", "--yes").status == 0)
    return (clinic, try clinic.repository.git("rev-parse", "HEAD"))
  }

  @Test func publishesWhatIsSignedAndProvesIt() throws {
    let (clinic, base) = try signed()
    let run = try clinic.run(as: "ada", "publish", "robot", "-m", "Robots at the gate")
    #expect(run.status == 0, "\(run.error)")
    try Golden.check(clinic.stable(run.output), "publish")
    let message = try clinic.repository.git("log", "-1", "--format=%B")
    #expect(message.hasPrefix("Robots at the gate\n\n* robot\n\nChaperone-Draft: robot published/robot.md\n"))
    #expect(try clinic.repository.git("status", "--porcelain") == "")
    let verified = try clinic.run(as: "ada", "verify", "\(base)..HEAD", "--ref", "refs/heads/main")
    #expect(verified.status == 0, "\(verified.output)")
    let late = try clinic.run(
      as: "ada", "verify", "\(base)..HEAD", "--as-of", "2099-01-01T00:00:00Z", "--format", "json")
    #expect(late.status == 1)
    #expect(late.output.contains(#""code":"EXPIRED""#))
    let other = try clinic.run(as: "ada", "verify", "\(base)..HEAD", "--ref", "refs/heads/topic")
    #expect(other.status == 0)
    #expect(other.output.contains("refs/heads/topic is not gated"))
  }

  @Test func refusesWithEveryReason() throws {
    let clinic = try SignOffClinic()
    let run = try clinic.run(as: "ada", "publish", "drafts/robot.md")
    #expect(run.status == 1)
    #expect(run.error.contains("drafts/robot.md: NO_RECORD (comms-lead) Nobody has signed as comms-lead."))
    #expect(run.error.contains("drafts/robot.md: NO_RECORD (legal) Nobody has signed as legal."))
    #expect(run.error.contains("nothing was published"))
    #expect(try clinic.repository.git("status", "--porcelain") == "")
    let ready = try clinic.run(as: "ada", "publish", "--ready")
    #expect(ready.status == 0)
    #expect(ready.output == "No draft has all its signatures.\n")
  }

  @Test func publishesEverythingThatIsReady() throws {
    let (clinic, _) = try signed()
    try clinic.edit("drafts/waiting.md", DraftText.clear)
    let run = try clinic.run(as: "ada", "publish", "--ready")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.hasPrefix("published published/robot.md\n"))
    #expect(!run.output.contains("waiting"))
  }

  static let wrong: [(arguments: [String], status: Int32, words: String)] = [
    (["publish"], 2, "Name the drafts to publish, or say --ready."),
    (["publish", "robot", "--ready"], 2, "Name the drafts to publish, or say --ready."),
    (["publish", "robot", "-m", "Call \(DraftText.number)"], 1, "the note is not kept"),
    (["verify", "HEAD"], 2, "A range is written OLD..NEW."),
    (["verify", "nowhere..HEAD"], 3, "nowhere does not exist"),
    (["verify", "..HEAD", "--as-of", "yesterday"], 2, "“yesterday” is no time"),
    (["verify", "..HEAD", "--ref", "main"], 2, "Write the full name of the branch"),
    (["sync"], 2, "This clone has no remote"),
    (["sync", "elsewhere"], 3, "elsewhere cannot be read"),
  ]

  @Test(arguments: wrong)
  func eachRefusalHasItsMessage(arguments: [String], status: Int32, words: String) throws {
    let (clinic, base) = try signed()
    let run = try clinic.repository.run(BuiltPrograms.chaperone.path, arguments)
    #expect(run.status == status)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(try clinic.repository.git("rev-parse", "HEAD") == base)
  }

  @Test func twoClonesExchangeWhatTheySigned() throws {
    let clinic = try SignOffClinic()
    let root = clinic.repository.root
    try clinic.repository.git("init", "--quiet", "--bare", root.appending(path: "hub.git").path)
    try clinic.repository.git("remote", "add", "hub", root.appending(path: "hub.git").path)
    try clinic.repository.git("push", "--quiet", "hub", "main")
    let nothing = try clinic.run(as: "dana", "sync")
    #expect(nothing.output == "Nobody has signed anything yet, here or at hub.\n", "\(nothing.error)")
    #expect(try clinic.run(as: "dana", "approve", "robot", "--yes").status == 0)
    let first = try clinic.run(as: "dana", "sync")
    #expect(first.output == "hub has your signatures now, and you have theirs.\n", "\(first.error)")
    try clinic.repository.git(
      "clone", "--quiet", "--branch", "main", root.appending(path: "hub.git").path, root.appending(path: "clone").path)
    let clone = TemporaryRepository(existing: root.appending(path: "clone"), of: clinic.repository)
    try clone.git("config", "chaperone.identity", "lee")
    try clone.git("config", "chaperone.signingkey", clinic.keyFile("lee"))
    let signed = try clone.chaperone("approve", "robot", "--yes")
    #expect(signed.output.contains("Everything it needs is signed"), "\(signed.error)")
    #expect(try clone.chaperone("sync").status == 0)
    #expect(try clinic.run(as: "dana", "sync").output == "You have all signatures of hub, and it has yours.\n")
    #expect(try clinic.records == 2)
  }

  @Test func aChangeOfThePolicyIsSignedByItsOwner() throws {
    let clinic = try SignOffClinic()
    let base = try clinic.repository.git("rev-parse", "HEAD")
    try clinic.repository.write(".chaperone/directory.yaml", "domains: [clinic.example]\n")
    try clinic.repository.stage()
    try clinic.repository.commit("Our domain")
    #expect(try clinic.run(as: "ada", "verify", "\(base)..HEAD").output.contains("POLICY_CHANGE"))
    let dana = try clinic.run(as: "dana", "approve", ".chaperone", "--yes")
    #expect(dana.status == 1)
    #expect(dana.error.contains("dana was no policy-owner before this change"))
    let omar = try clinic.run(as: "omar", "approve", ".chaperone", "--yes")
    #expect(omar.status == 0, "\(omar.error)")
    try Golden.check(clinic.stable(omar.output), "approve-policy")
    let verified = try clinic.run(as: "ada", "verify", "\(base)..HEAD")
    #expect(verified.status == 0, "\(verified.output)")
    let none = try clinic.run(as: "omar", "approve", ".chaperone", "--since", "HEAD", "--yes")
    #expect(none.status == 2)
    #expect(none.error.contains("Nothing below .chaperone/ differs"))
  }
}

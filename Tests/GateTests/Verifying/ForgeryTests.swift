import Approvals
import Changes
import Foundation
import Gate
import TestSupport
import Testing

/// Ways to get something published that nobody signed; each fails for its own reason.
@Suite struct ForgeryTests {
  private static let picture = "attachments:\n  - {file: \(pictureFile), alt: The clinic}\n"
  // Wherever it lies: a picture among the drafts is one as well.
  private static let pictureFile = "drafts/clinic.jpg"

  /// The receipts of a published story, in a clone that has thrown the publication away.
  private func receipts(_ clinic: Clinic) throws -> (ada: Desk, message: String) {
    let ada = try clinic.desk("ada")
    try ApprovalStoryTests.signed(clinic)
    try ada.publish("drafts/story.md")
    let message = try ada.git("log", "-1", "--format=%B")
    try ada.git("reset", "--quiet", "--hard", "HEAD~1")
    return (ada, message)
  }

  @Test("Published under another name, with the receipts of the first")
  func moved() throws {
    let (ada, message) = try receipts(try Clinic())
    try ada.git("mv", "drafts/story.md", "published/elsewhere.md")
    try ada.commit(message)
    #expect(try ada.verify().codes == ["WRONG_DRAFT", "WRONG_DRAFT"])
  }

  @Test("Another text under the name of an approved draft")
  func reused() throws {
    let (ada, message) = try receipts(try Clinic())
    try ada.git("rm", "--quiet", "drafts/story.md")
    try ada.repository.write("published/story.md", Clinic.draft("My patient is doing badly.\n"))
    try ada.commit(message)
    #expect(try ada.verify().codes == ["STALE_CONTENT", "STALE_CONTENT"])
  }

  @Test("A picture swapped under its name, before or after publishing", arguments: [false, true])
  func pictureSwapped(_ isPublished: Bool) throws {
    let clinic = try Clinic()
    let (ada, dana) = (try clinic.desk("ada"), try clinic.desk("dana"))
    try ada.repository.write(Self.pictureFile, "one")
    try ada.repository.write("drafts/picture.md", Clinic.draft("Our new clinic.\n", Self.picture))
    try ada.commit("A picture")
    try ada.git("push", "--quiet", "origin", "main")
    try dana.git("pull", "--quiet")
    try dana.approve("drafts/picture.md", as: "privacy-officer")
    try dana.sync()
    try ada.sync()
    if isPublished {
      try ada.publish("drafts/picture.md")
      #expect(try ada.push("main").status == 0)
    }
    try ada.repository.write(Self.pictureFile, "two")
    try ada.commit("Another picture")
    if !isPublished {
      try ada.git("mv", "drafts/picture.md", "published/picture.md")
      try ada.commit("Publish")
    }
    let report = try ada.verify()
    #expect(report.codes == ["STALE_CONTENT"])
    #expect(report.problems.first?.path == "published/picture.md")
  }

  @Test("A picture that is a link, and a post that is one")
  func links() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try FileManager.default.createSymbolicLink(
      atPath: ada.repository.path(Self.pictureFile), withDestinationPath: "plain.md")
    try ada.repository.write("published/picture.md", Clinic.draft("Our new clinic.\n", Self.picture))
    try FileManager.default.createSymbolicLink(
      atPath: ada.repository.path("published/link.md"), withDestinationPath: "../drafts/plain.md")
    try ada.repository.write("published/page.html", "<p>Hello</p>")
    try ada.commit("Links")
    #expect(try ada.verify().codes == ["MISSING_ASSET", "NOT_A_DRAFT", "NOT_A_FILE"])
  }

  @Test("A record made for another repository")
  func otherRepository() throws {
    let clinic = try Clinic()
    let (ada, dana) = (try clinic.desk("ada"), try clinic.desk("dana"))
    let draft = try dana.standing("drafts/plain.md")
    let signer = try dana.signOff().signer()
    var decision = known(draft.question).decision(
      .approve, by: signer.person.id, as: .privacyOfficer, seen: [], nonce: Array("9f2c1d0e".utf8))
    decision.repository = known(RepositoryID("00000000-55f1-4a8e-9d5e-3f8e3f1b1a10"))
    let line = String(decoding: try signer.sign(decision).line, as: UTF8.self)
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    try ada.commit("Publish\n\n\(line)")
    let report = try ada.verify()
    #expect(report.codes == ["WRONG_REPO", "WRONG_REPO"])
    #expect(report.result == .tampered)
    #expect(report.exitStatus == 2)
  }

  @Test("A record line that is none, and one whose signature was taken from another")
  func brokenRecord() throws {
    let clinic = try Clinic()
    let (ada, message) = try receipts(clinic)
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    let line = known(message.split(separator: "\n").first { $0.hasPrefix("Chaperone-Approval:") })
    let other = line.replacing("role=clinical-lead", with: "role=comms-lead")
    try ada.commit("Publish\n\n\(other)\nChaperone-Approval: yes")
    let report = try ada.verify()
    #expect(report.codes == ["BAD_SIGNATURE", "MALFORMED", "WRONG_DRAFT"])
    #expect(report.result == .tampered)
  }

  @Test("Nobody to sign is an error and no approval; a commit that changes nothing needs nothing")
  func nothingRequired() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try ada.commit("Nothing")
    #expect(try ada.verify().codes == [])
    let policy = try ada.repository.read(".chaperone/policy.yaml")
    try ada.repository.write(
      ".chaperone/policy.yaml", policy.replacing("secondPerson: true", with: "secondPerson: false"))
    let base = try ada.commit("Nobody signs")
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    try ada.commit("Publish")
    let report = try ada.verify(base)
    #expect(report.codes == ["NO_REQUIREMENT"])
    #expect(report.result == .undecidable)
  }

  @Test("A blocked post, whoever signed")
  func blocked() throws {
    let ada = try Clinic().desk("ada")
    try ada.repository.write("drafts/rude.md", Clinic.draft("How stupid.\n"))
    try ada.commit("Rude")
    #expect(throws: GateError.self) { try ada.approve("drafts/rude.md", as: "comms-lead") }
    try ada.git("mv", "drafts/rude.md", "published/rude.md")
    try ada.commit("Publish")
    #expect(try ada.verify().codes.contains("BLOCKED"))
  }

  @Test("A link in the place of the published folder, and folders that differ only in capitals")
  func folders() throws {
    let ada = try Clinic().desk("ada")
    try ada.git("rm", "--quiet", "-r", "published")
    try FileManager.default.createSymbolicLink(
      atPath: ada.repository.path("published"), withDestinationPath: "drafts")
    try ada.repository.write("Published/x.md", Clinic.draft("Open on Sunday.\n"))
    try ada.repository.write(".Chaperone/policy.yaml", "version: 1\n")
    try ada.commit("Ways around")
    #expect(try ada.verify().codes == ["LOOK_ALIKE", "LOOK_ALIKE", "NOT_A_FOLDER"])
  }
}

import Approvals
import Changes
import Gate
import TestSupport
import Testing

/// The way of a draft: written, signed in two clones, published, pushed to a server with the gate in it.
@Suite struct ApprovalStoryTests {
  /// Both reviewers sign in their own clones and bring their ledgers together.
  static func signed(_ clinic: Clinic) throws {
    try clinic.desk("dana").approve("drafts/story.md", as: "privacy-officer")
    try clinic.desk("dana").sync()
    try clinic.desk("cleo").approve("drafts/story.md", as: "clinical-lead")
    try clinic.desk("cleo").sync()
    try clinic.desk("ada").sync()
  }

  @Test("Two sign in their own clones, the author publishes, the server takes it")
  func accepted() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    #expect(try ada.standing("drafts/story.md").isApproved == false)
    try Self.signed(clinic)
    let standing = try ada.standing("drafts/story.md")
    #expect(standing.isApproved)
    #expect(standing.standing?.grants.map(\.person.description) == ["cleo", "dana"])
    let publication = try ada.publish("drafts/story.md")
    #expect(publication.leftAlone == [])
    #expect(try ada.git("status", "--porcelain") == "")
    #expect(
      try ada.git("show", "--name-status", "--format=", "-M", "HEAD") == "R100\tdrafts/story.md\tpublished/story.md")
    let message = try ada.git("log", "-1", "--format=%(trailers:only,keyonly)")
    #expect(
      message.split(separator: "\n") == [
        "Chaperone-Draft", "Chaperone-Subject", "Approved-by", "Chaperone-Approval", "Approved-by",
        "Chaperone-Approval", "Chaperone-Ledger",
      ])
    #expect(try ada.verify().codes == [])
    let push = try ada.push("main")
    #expect(push.status == 0, "\(push.error)")
  }

  @Test("Without the second signature nothing is published, and a commit by hand is refused")
  func oneMissing() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try clinic.desk("dana").approve("drafts/story.md", as: "privacy-officer")
    try clinic.desk("dana").sync()
    try ada.sync()
    #expect(throws: GateError.self) { try ada.publish("drafts/story.md") }
    try ada.git("mv", "drafts/story.md", "published/story.md")
    try ada.commit("Publish by hand")
    let report = try ada.verify()
    #expect(report.codes == ["NO_RECORD"])
    #expect(report.problems.first?.role == "clinical-lead")
    let push = try ada.push("main")
    #expect(push.status != 0)
    #expect(push.error.contains("NO_RECORD (clinical-lead)"))
  }

  @Test("One byte changed after the approval")
  func changedAfterApproval() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try Self.signed(clinic)
    try ada.publish("drafts/story.md")
    try ada.repository.write("published/story.md", Clinic.story + "!")
    try ada.git("add", "--all")
    try ada.git("commit", "--quiet", "--no-verify", "--amend", "--no-edit")
    #expect(try ada.verify().codes == ["STALE_CONTENT", "STALE_CONTENT"])
    let push = try ada.push("main")
    #expect(push.status != 0)
    #expect(push.error.contains("STALE_CONTENT"))
  }

  @Test("A hand-typed Approved-by is a claim")
  func typedByHand() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try ada.git("mv", "drafts/story.md", "published/story.md")
    try ada.commit("Publish\n\nApproved-by: Dana Field <dana@clinic.example> (privacy-officer)")
    #expect(try ada.verify().codes == ["NO_RECORD", "NO_RECORD"])
    #expect(try ada.push("main").status != 0)
  }

  @Test("The author's own signature does not count, and is not made")
  func ownApproval() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    #expect(throws: GateError.self) { try ada.approve("drafts/plain.md", as: "comms-lead") }
    // Signed all the same, with a hand that knows how.
    let signOff = try ada.signOff()
    let draft = try signOff.standings(of: ["drafts/plain.md"])[0]
    let signer = try signOff.signer()
    let decision = known(draft.question).decision(
      .approve, by: signer.person.id, as: .commsLead, seen: [], nonce: Array("9f2c1d0e".utf8))
    try signOff.ledger.append([LedgerEntry(record: try signer.sign(decision))], summary: "Approve")
    try ada.sync()
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    try ada.commit("Publish")
    #expect(try ada.verify().codes == ["SELF"])
    let push = try ada.push("main")
    #expect(push.error.contains("SELF"))
    #expect(push.status != 0)
  }

  @Test("An objection outranks the approvals, until it is withdrawn")
  func objection() throws {
    let clinic = try Clinic()
    let (ada, dana) = (try clinic.desk("ada"), try clinic.desk("dana"))
    try Self.signed(clinic)
    try dana.sync()
    try dana.object("drafts/story.md", as: "privacy-officer", because: "Too close to a real case.")
    try dana.sync()
    try ada.sync()
    #expect(throws: GateError.self) { try ada.publish("drafts/story.md") }
    try ada.git("mv", "drafts/story.md", "published/story.md")
    try ada.commit("Publish")
    #expect(try ada.verify().codes == ["OBJECTED"])
    #expect(try ada.push("main").error.contains("OBJECTED"))
  }
}

import Approvals
import Changes
import Foundation
import Gate
import TestSupport
import Testing

/// Publishing by command and by hand.
@Suite struct PublishingTests {
  /// A clone with the commit-msg hook, in which the story is approved.
  private func approved() throws -> (clinic: Clinic, ada: Desk) {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try ApprovalStoryTests.signed(clinic)
    try ada.hook("commit-msg", "exec '\(BuiltPrograms.hook.path)' commit-msg \"$@\"")
    return (clinic, ada)
  }

  private func keys(_ desk: Desk) throws -> [Substring] {
    try desk.git("log", "-1", "--format=%(trailers:only,keyonly)").split(separator: "\n")
  }

  private static let receipts: [Substring] = [
    "Chaperone-Draft", "Chaperone-Subject", "Approved-by", "Chaperone-Approval", "Approved-by", "Chaperone-Approval",
    "Chaperone-Ledger",
  ]

  @Test("A commit by hand gets the same receipts")
  func byHand() throws {
    let (_, ada) = try approved()
    try ada.git("mv", "drafts/story.md", "published/story.md")
    try ada.git("commit", "--quiet", "-m", "Publish by hand")
    #expect(try keys(ada) == Self.receipts)
    #expect(try ada.verify().codes == [])
    // Amending only the message keeps them, once each.
    try ada.git("commit", "--quiet", "--amend", "--no-edit")
    #expect(try keys(ada) == Self.receipts)
    // With another content they are gone, and it says who has to sign.
    try ada.repository.write("published/story.md", Clinic.story + "More.\n")
    try ada.git("commit", "--quiet", "--amend", "--no-edit", "-a")
    #expect(try keys(ada) == ["Needs-Approval"])
    let value = try ada.git("log", "-1", "--format=%(trailers:key=Needs-Approval,valueonly)")
    #expect(value == "story clinical-lead, privacy-officer\n")
    #expect(try ada.push("main").status != 0)
  }

  @Test(
    "Receipts typed by hand are refused",
    arguments: [
      "Chaperone-Approval: v1 approve repo=x", "Chaperone-Subject: sha256:\(String(repeating: "0", count: 64))",
      "Chaperone-Ledger: \(String(repeating: "1", count: 40))", "Chaperone-Verdict: pass",
    ])
  func typed(_ trailer: String) throws {
    let (_, ada) = try approved()
    let run = try ada.run("commit", "--allow-empty", "-m", "Publish", "-m", trailer)
    #expect(run.status == 1)
    #expect(run.error.contains("Only Chaperone writes these lines"))
  }

  @Test("Staged changes and a branch that moved stop it; nothing is half done")
  func stopped() throws {
    let (_, ada) = try approved()
    let head = try ada.git("rev-parse", "HEAD")
    try ada.repository.write("drafts/story.md", Clinic.story + "Staged.\n")
    try ada.git("add", "--all")
    #expect(throws: GateError.self) { try ada.publish("drafts/story.md") }
    try ada.git("reset", "--quiet", "--hard")
    let signOff = try ada.signOff()
    try ada.commit("Somebody was faster")
    #expect(throws: GateError.self) { try signOff.publish(["drafts/story.md"]) }
    try ada.git("reset", "--quiet", "--hard", head)
    try ada.hook("reference-transaction", "exit 1")
    #expect(throws: GateError.self) { try ada.publish("drafts/story.md") }
    #expect(try ada.git("rev-parse", "HEAD") == head)
    #expect(try ada.git("status", "--porcelain") == "")
    #expect(try ada.git("fsck", "--strict", "--no-dangling") == "")
  }

  @Test("Stopped after the commit, publishing again brings index and work tree up to it")
  func finished() throws {
    let (_, ada) = try approved()
    let before = try ada.git("rev-parse", "HEAD")
    try ada.publish("drafts/story.md")
    let published = try ada.git("rev-parse", "HEAD")
    // As if it had been killed after the branch moved.
    try ada.git("reset", "--quiet", "--hard", before)
    try ada.git("update-ref", "HEAD", published)
    #expect(try ada.git("status", "--porcelain") != "")
    try ada.publish("drafts/story.md")
    #expect(try ada.git("status", "--porcelain") == "")
    #expect(try ada.git("rev-parse", "HEAD") == published)
  }

  @Test("A file changed in the work tree is left alone, and not published")
  func changedInWorkTree() throws {
    let (_, ada) = try approved()
    try ada.repository.write("drafts/story.md", Clinic.story + "Not yet.\n")
    let publication = try ada.publish("drafts/story.md")
    #expect(publication.leftAlone.count == 1)
    #expect(try ada.repository.read("drafts/story.md") == Clinic.story + "Not yet.\n")
    #expect(try ada.git("show", "HEAD:published/story.md") + "\n" == Clinic.story)
  }

  @Test("What is only staged can be judged, and counts whoever staged it as its author")
  func fromIndex() throws {
    let clinic = try Clinic()
    let dana = try clinic.desk("dana")
    try dana.repository.write("drafts/plain.md", Clinic.draft("Opening hours are 9 to 5.\n"))
    try dana.git("add", "--all")
    let staged = try dana.standing("drafts/plain.md", from: .index)
    #expect(known(staged.question).contributors.people.map(\.description).sorted() == ["ada", "dana"])
    let committed = try dana.standing("drafts/plain.md")
    #expect(known(committed.question).contributors.people.map(\.description) == ["ada"])
    #expect(staged.subject != committed.subject)
  }
}

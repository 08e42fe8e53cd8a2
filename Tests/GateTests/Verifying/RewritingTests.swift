import Approvals
import Changes
import Foundation
import Gate
import TestSupport
import Testing

/// What git does to a publishing commit: an approval is of the content, so it stays while the content does.
@Suite struct RewritingTests {
  /// A clone in which the story is approved and published on a branch of its own.
  private func published() throws -> (clinic: Clinic, ada: Desk) {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try ApprovalStoryTests.signed(clinic)
    try ada.git("switch", "--quiet", "-c", "side")
    try ada.publish("drafts/story.md")
    try ada.git("switch", "--quiet", "main")
    try ada.repository.write("drafts/other.md", Clinic.draft("Open on Sunday.\n"))
    try ada.commit("Another draft")
    return (clinic, ada)
  }

  @Test(
    "An approval survives",
    arguments: [
      ["merge --no-ff --no-edit side"], ["merge --squash side", "commit --no-verify -m squashed"],
      ["cherry-pick side"], ["rebase --quiet main side", "switch --quiet main", "merge --ff-only side"],
      ["cherry-pick side", "revert --no-edit HEAD", "revert --no-edit HEAD"],
      ["cherry-pick side", "commit --amend --no-verify -m without-its-receipts"],
    ])
  func survives(_ commands: [String]) throws {
    let (_, ada) = try published()
    for command in commands { try ada.git(command.split(separator: " ").map(String.init)) }
    #expect(try ada.git("ls-tree", "--name-only", "HEAD", "published/story.md") == "published/story.md")
    #expect(try ada.verify().codes == [])
    let push = try ada.push("main")
    #expect(push.status == 0, "\(push.error)")
  }

  @Test("A squash with another change of the draft voids it")
  func squashWithChange() throws {
    let (_, ada) = try published()
    try ada.git("switch", "--quiet", "side")
    try ada.repository.write("published/story.md", Clinic.story + "And more.\n")
    try ada.commit("A last touch")
    try ada.git("switch", "--quiet", "main")
    try ada.git("merge", "--quiet", "--squash", "side")
    try ada.commit("Squashed")
    #expect(try ada.verify().codes == ["STALE_CONTENT", "STALE_CONTENT"])
  }

  @Test("Who rebases somebody's work has made it")
  func rebasedByAReviewer() throws {
    let clinic = try Clinic()
    let (ada, dana) = (try clinic.desk("ada"), try clinic.desk("dana"))
    try ada.repository.write("drafts/new.md", Clinic.draft("Open on Sunday.\n"))
    try ada.commit("A new draft")
    try dana.git("fetch", "--quiet", ada.repository.directory.path, "main")
    try dana.git("cherry-pick", "FETCH_HEAD")
    let draft = try dana.standing("drafts/new.md")
    #expect(known(draft.question).contributors.people.map(\.description).sorted() == ["ada", "dana"])
    #expect(throws: GateError.self) { try dana.approve("drafts/new.md", as: "privacy-officer") }
  }

  @Test("A branch that is replaced, and not continued, is refused")
  func replaced() throws {
    let (_, ada) = try published()
    try ada.git("push", "--quiet", "origin", "main")
    try ada.git("reset", "--quiet", "--hard", "side")
    #expect(try ada.verify("origin/main", "HEAD").codes == ["HISTORY_REWRITTEN"])
    let push = try ada.push("+main")
    #expect(push.error.contains("HISTORY_REWRITTEN"))
    #expect(try ada.push(":main").error.contains("REF_DELETED"))
  }

  @Test("A bad commit in between is found, though the end is as it was")
  func badIntermediate() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    let bad = try ada.commit("Publish")
    try ada.git("mv", "published/plain.md", "drafts/plain.md")
    try ada.commit("Never mind")
    let report = try ada.verify()
    #expect(report.codes == ["NO_RECORD"])
    #expect(report.problems.first?.commit?.hex == bad)
    #expect(try ada.push("main").status != 0)
  }
}

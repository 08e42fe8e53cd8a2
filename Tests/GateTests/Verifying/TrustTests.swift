import Approvals
import Changes
import Foundation
import Gate
import Git
import TestSupport
import Testing

/// Policy, people and keys: those of the base decide, and a change of them needs its owners.
@Suite struct TrustTests {
  /// Commits a change of `.chaperone/` in olu's clone, and signs it in pat's.
  private func approvedChange(_ clinic: Clinic, _ path: String, _ change: (String) -> String) throws -> Desk {
    let (olu, pat) = (try clinic.desk("olu"), try clinic.desk("pat"))
    try olu.repository.write(path, change(try olu.repository.read(path)))
    try olu.commit("Change the policy")
    try pat.git("fetch", "--quiet", olu.repository.directory.path, "main:proposed")
    let signOff = try pat.signOff()
    let clone = try pat.open()
    let proposed = try signOff.policyChange(from: clone.resolve("proposed~1"), to: clone.resolve("proposed"))
    _ = try signOff.approve(known(proposed), by: signOff.signer(), note: nil)
    try pat.sync()
    try olu.sync()
    return olu
  }

  @Test("Another owner's signature lets a change of the policy pass")
  func approved() throws {
    let clinic = try Clinic()
    let olu = try approvedChange(clinic, ".chaperone/policy.yaml") { $0 + "# a comment\n" }
    #expect(try olu.verify().codes == [])
    let push = try olu.push("main")
    #expect(push.status == 0, "\(push.error)")
  }

  @Test("Without it, or with one's own, it does not")
  func unapproved() throws {
    let clinic = try Clinic()
    let olu = try clinic.desk("olu")
    try olu.repository.write(".chaperone/people.yaml", try olu.repository.read(".chaperone/people.yaml") + "# x\n")
    try olu.commit("Change the people")
    let signOff = try olu.signOff()
    let clone = try olu.open()
    let change = known(try signOff.policyChange(from: clone.resolve("HEAD~1"), to: clone.resolve("HEAD")))
    #expect(throws: GateError.self) { try signOff.approve(change, by: signOff.signer(), note: nil) }
    #expect(try olu.verify().codes == ["POLICY_CHANGE"])
    #expect(try olu.push("main").error.contains("POLICY_CHANGE (policy-owner)"))
  }

  @Test("A key swapped in the commit that publishes with it")
  func keySwap() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    let file = ".chaperone/allowed_signers"
    let own = try String(contentsOf: ada.repository.root.appending(path: "ada.key.pub"), encoding: .utf8)
    let lines = try ada.repository.read(file).split(separator: "\n").map {
      $0.hasPrefix("dana ") ? "dana namespaces=\"chaperone.approval.v1\" " + own.dropLast() : String($0)
    }.filter { !$0.hasPrefix("ada ") }
    let draft = try ada.standing("drafts/plain.md")
    let signer = try ada.signOff().signer()
    let decision = known(draft.question).decision(
      .approve, by: known(PersonID("dana")), as: .privacyOfficer, seen: [], nonce: Array("9f2c1d0e".utf8))
    let line = String(decoding: try signer.sign(decision).line, as: UTF8.self)
    try ada.repository.write(file, lines.joined(separator: "\n") + "\n")
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    try ada.commit("Publish\n\n\(line)")
    let report = try ada.verify()
    #expect(report.codes == ["POLICY_CHANGE", "UNKNOWN_KEY", "UNKNOWN_KEY"])
    #expect(report.result == .tampered)
  }

  @Test("Going back to an older policy needs its own signatures")
  func rollback() throws {
    let clinic = try Clinic()
    let olu = try approvedChange(clinic, ".chaperone/policy.yaml") { $0 + "# stricter\n" }
    #expect(try olu.push("main").status == 0)
    try olu.git("revert", "--no-edit", "HEAD")
    #expect(try olu.verify().codes == ["POLICY_CHANGE"])
  }

  @Test("A revoked key counts no more for what is not published yet")
  func revokedKey() throws {
    let clinic = try Clinic()
    try ApprovalStoryTests.signed(clinic)
    let key = try String(contentsOf: clinic.server.root.appending(path: "dana.key.pub"), encoding: .utf8)
    let olu = try approvedChange(clinic, ".chaperone/revoked_keys") { $0 + key }
    #expect(try olu.push("main").status == 0)
    try olu.git("mv", "drafts/story.md", "published/story.md")
    try olu.commit("Publish")
    #expect(try olu.verify().codes == ["REVOKED"])
  }

  @Test(
    "What cannot be read decides nothing",
    arguments: [
      (".chaperone/revoked_keys", nil), (".chaperone/revoked_keys", "nonsense\n"), (".chaperone/people.yaml", "a: [\n"),
      (".chaperone/policy.yaml", "repo: x\n"), (".chaperone/allowed_signers", "* ssh-ed25519 AAAA\n"),
    ] as [(String, String?)])
  func unreadable(_ path: String, _ text: String?) throws {
    let ada = try Clinic().desk("ada")
    if let text {
      try ada.repository.write(path, text)
    } else {
      try FileManager.default.removeItem(atPath: ada.repository.path(path))
    }
    let base = try ada.commit("Broken")
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    try ada.commit("Publish")
    let report = try ada.verify(base)
    #expect(report.result == .undecidable)
    #expect(report.exitStatus == 3)
    #expect(report.problems.first?.message.contains(path) == true, "\(report.problems)")
  }

  @Test("Rewritten history: grafts and shallow clones are not decided on, replacements are not looked at")
  func rewrittenHistory() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    let good = try ada.git("rev-parse", "HEAD")
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    let bad = try ada.commit("Publish")
    try ada.git("replace", bad, good)
    #expect(try ada.verify(good, bad).codes == ["NO_RECORD"])
    try ada.repository.write(".git/info/grafts", "\(bad)\n")
    #expect(try ada.verify(good, bad).codes == ["GRAFTS"])
    try FileManager.default.removeItem(atPath: ada.repository.path(".git/info/grafts"))
    try ada.repository.write(".git/shallow", "\(good)\n")
    let report = try ada.verify(good, bad)
    #expect(report.codes == ["SHALLOW"])
    #expect(report.result == .undecidable)
  }

  @Test("Trust starts from the pinned commit")
  func pinnedRoot() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    let stranger = try ada.git("commit-tree", "-m", "Another beginning", try ada.git("write-tree"))
    try ada.git("config", "chaperone.root", stranger)
    #expect(try ada.verify().codes == ["ROOT_MISMATCH"])
    try ada.git("config", "chaperone.root", try ada.git("rev-list", "--max-parents=0", "main"))
    #expect(try ada.verify().codes == [])
  }

  @Test("The ledger an earlier publication was made with must still be there")
  func anchors() throws {
    let clinic = try Clinic()
    let (ada, dana) = (try clinic.desk("ada"), try clinic.desk("dana"))
    try ApprovalStoryTests.signed(clinic)
    try ada.publish("drafts/story.md")
    #expect(try ada.push("main").status == 0)
    try dana.git("pull", "--quiet")
    try dana.approve("drafts/plain.md", as: "privacy-officer")
    // A ledger of one's own making, without what the server has.
    try dana.git("update-ref", "refs/heads/chaperone/ledger", forgedTip(dana))
    try dana.git("update-ref", "-d", "refs/remotes/origin/chaperone/ledger")
    try dana.git("mv", "drafts/plain.md", "published/plain.md")
    try dana.commit("Publish")
    #expect(try dana.verify().codes.contains("LEDGER_REWOUND"))
    try dana.git("update-ref", "-d", "refs/heads/chaperone/ledger")
    #expect(try dana.verify().codes.contains("LEDGER_MISSING"))
  }

  private func forgedTip(_ desk: Desk) throws -> String {
    try desk.git("commit-tree", "-m", "Approve", "chaperone/ledger^{tree}")
  }
}

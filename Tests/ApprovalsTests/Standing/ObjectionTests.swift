import Approvals
import Drafts
import TestSupport
import Testing

/// Objections and withdrawals, by the principle that what stops is believed sooner than what lets pass.
@Suite("Objections and withdrawals")
struct ObjectionTests {
  private func codes(_ standing: Standing) -> Set<Problem.Code> { Set(standing.problems.map(\.code)) }

  private func later(_ seconds: Int) -> (inout Decision) -> Void {
    { $0.signedAt = $0.signedAt.adding(seconds: seconds) }
  }

  @Test("an objection outranks every approval and sticks over edits")
  func sticks() throws {
    var clinic = Clinic()
    let objection = try clinic.record(.object, by: "cleo", as: "clinical-lead")
    clinic.manifest = SubjectManifest(
      repository: clinic.manifest.repository, draft: clinic.manifest.draft,
      body: SubjectManifest.Content(of: utf8("Rewritten.\n")))
    let approvals = try [("dana", "privacy-officer"), ("deputy", "privacy-officer"), ("lena", "legal")].map {
      try clinic.record(by: $0.0, as: $0.1)
    }
    let standing = try clinic.standing(approvals + [objection])
    #expect(!standing.isApproved && codes(standing) == [.objected])
    #expect(standing.objections.map(\.person) == [PersonID("cleo")])
    #expect(standing.entries.map(\.slot.description) == ["privacy-officer", "clinical-lead"])
    #expect(standing.entries.map(\.state).last == .objected)
  }

  @Test("it does not fade: not with its date, the objector's role or key")
  func doesNotFade() throws {
    var clinic = Clinic()
    let approval = try clinic.record(by: "dana", as: "privacy-officer")
    let old = try clinic.record(.object, by: "former", as: "privacy-officer") {
      $0.signedAt = Clinic.moment("2026-01-01T00:00:00Z")
      $0.expires = Clinic.moment("2026-01-02T00:00:00Z")
    }
    clinic.revokedText = clinic.keys["former"]?.publicLine
    #expect(codes(try clinic.standing([approval, old])) == [.objected])
    // Somebody who never had the role cannot object in it.
    #expect(
      codes(try clinic.standing([approval, try clinic.record(.object, by: "cleo", as: "legal")])) == [.wrongRole])
  }

  @Test(
    "who may lift it",
    arguments: [
      ("dana", "privacy-officer", true, nil), ("deputy", "privacy-officer", true, nil),
      ("lena", "legal", false, Problem.Code.withdrawsNothing), ("author", "privacy-officer", false, .ownWork),
      ("former", "privacy-officer", false, .wrongRole), ("cleo", "privacy-officer", false, .wrongRole),
    ] as [(String, String, Bool, Problem.Code?)])
  func lifting(person: String, role: String, isLifted: Bool, code: Problem.Code?) throws {
    let clinic = Clinic()
    let objection = try clinic.record(.object, by: "dana", as: "privacy-officer")
    let approval = try clinic.record(by: "both", as: "privacy-officer")
    let withdrawal = try clinic.record(.withdraw, by: person, as: role, seen: [objection], change: later(60))
    let standing = try clinic.standing([objection, approval, withdrawal])
    #expect(standing.isApproved == isLifted)
    #expect(codes(standing) == Set(isLifted ? [] : [.objected] + (code.map { [$0] } ?? [])))
  }

  @Test("a revoked key can still object and take back, but lifts nothing")
  func revokedKey() throws {
    var clinic = Clinic()
    let objection = try clinic.record(.object, by: "dana", as: "privacy-officer")
    let approval = try clinic.record(by: "both", as: "privacy-officer")
    let lifting = try clinic.record(.withdraw, by: "dana", as: "privacy-officer", seen: [objection], change: later(60))
    clinic.revokedText = clinic.keys["dana"]?.publicLine
    #expect(codes(try clinic.standing([objection, approval, lifting])) == [.objected, .revoked])
    let taking = try clinic.record(.withdraw, by: "both", as: "privacy-officer", seen: [approval], change: later(60))
    clinic.revokedText = clinic.keys["both"]?.publicLine
    #expect(!(try clinic.standing([approval, taking]).isApproved))
  }

  @Test("an approval taken back does not revive an older one")
  func noRevival() throws {
    let clinic = Clinic()
    let older = try clinic.record(by: "dana", as: "privacy-officer")
    let newer = try clinic.record(by: "dana", as: "privacy-officer", change: later(60))
    let withdrawal = try clinic.record(.withdraw, by: "dana", as: "privacy-officer", seen: [newer], change: later(120))
    #expect(codes(try clinic.standing([older, newer, withdrawal])) == [.withdrawn])
    #expect(codes(try clinic.standing([older, withdrawal])) == [.withdrawn], "the newer one is not at hand")
    // A new decision counts, by its time or by having seen the withdrawal.
    let again = try clinic.record(by: "dana", as: "privacy-officer", change: later(180))
    #expect(try clinic.standing([older, newer, withdrawal, again]).isApproved)
    let seeing = try clinic.record(by: "dana", as: "privacy-officer", seen: [withdrawal], change: later(60))
    #expect(try clinic.standing([older, newer, withdrawal, seeing]).isApproved)
    // A withdrawal is the person's own: it does not touch a colleague's approval.
    #expect(
      try clinic.standing([withdrawal, newer, try clinic.record(by: "deputy", as: "privacy-officer")]).isApproved)
  }

  @Test("an objection lifted does not revive the objector's approval")
  func noRevivalByLifting() throws {
    let clinic = Clinic()
    let approval = try clinic.record(by: "dana", as: "privacy-officer")
    let objection = try clinic.record(.object, by: "dana", as: "privacy-officer", change: later(60))
    let lifting = try clinic.record(.withdraw, by: "dana", as: "privacy-officer", seen: [objection], change: later(120))
    #expect(codes(try clinic.standing([approval, objection, lifting])) == [.withdrawn])
    // Lifting a colleague's objection leaves one's own approval alone.
    let own = try clinic.record(by: "deputy", as: "privacy-officer")
    let other = try clinic.record(.withdraw, by: "deputy", as: "privacy-officer", seen: [objection], change: later(120))
    #expect(try clinic.standing([own, objection, other]).isApproved)
  }

  @Test("nobody takes back another's approval")
  func othersApproval() throws {
    let clinic = Clinic()
    let approval = try clinic.record(by: "dana", as: "privacy-officer")
    let withdrawal = try clinic.record(.withdraw, by: "deputy", as: "privacy-officer", seen: [approval])
    let standing = try clinic.standing([approval, withdrawal])
    #expect(standing.isApproved && codes(standing) == [.withdrawsNothing])
  }

  @Test("a second signature of one decision is no second decision")
  func twins() throws {
    var clinic = Clinic()
    let key = TestSigner(.ecdsa)
    clinic.keys["dana"] = key
    clinic.signersText += key.allowed("dana") + "\n"
    func twins(_ decision: Decision) throws -> [Record] {
      // Whoever has one of the two can compute the other: s and the order of the curve minus s are both right.
      try [false, true].map {
        try Record(decision, signature: try key.sign(decision.signedBytes, twin: $0))
      }
    }
    let objections = try twins(try clinic.decision(.object, by: "dana", as: "privacy-officer"))
    #expect(objections[0].id != objections[1].id)
    let approval = try clinic.record(by: "both", as: "privacy-officer")
    #expect(try clinic.standing(objections + [approval]).objections.count == 2)
    var lifting = try clinic.decision(.withdraw, by: "dana", as: "privacy-officer", seen: [objections[0]])
    lifting.signedAt = lifting.signedAt.adding(seconds: 60)
    #expect(try clinic.standing(objections + [approval, try clinic.sign(lifting)]).isApproved)
    let approvals = try twins(try clinic.decision(by: "dana", as: "privacy-officer"))
    let taking = try clinic.record(.withdraw, by: "dana", as: "privacy-officer", seen: [approvals[1]])
    #expect(codes(try clinic.standing(approvals + [taking])) == [.withdrawn])
  }

  @Test("the order and the number of lines do not matter")
  func permutations() throws {
    let clinic = Clinic()
    let objection = try clinic.record(.object, by: "dana", as: "privacy-officer")
    var records = [
      objection, try clinic.record(by: "both", as: "privacy-officer"), try clinic.record(by: "lena", as: "legal"),
      try clinic.record(.withdraw, by: "deputy", as: "privacy-officer", seen: [objection], change: later(9)),
      try clinic.record(by: "cleo", as: "privacy-officer"),
    ]
    let expected = try clinic.standing(records)
    var random = DeterministicGenerator(seed: 8)
    for _ in 0..<20 {
      records.shuffle(using: &random)
      #expect(try clinic.standing(records + records.prefix(2)) == expected)
    }
  }
}

import Approvals
import Drafts
import Review
import Testing

@Suite("Whose turn it is")
struct ReviewJudgeTests {
  private func tasks(_ item: ReviewItem) -> [String] {
    item.turns.map { turn in
      let people = turn.people.map(\.description).joined(separator: ",")
      let task =
        switch turn.task {
        case .sign(let slot): "sign \(slot)"
        case .signAgain(let slot): "sign again \(slot)"
        default: "\(turn.task)"
        }
      return "\(task): \(people)"
    }
  }

  @Test("an open role waits for those who hold it now and did not write the draft")
  func missing() throws {
    let item = try Bureau().item()
    #expect(item.condition == .needsApproval)
    #expect(tasks(item) == ["sign privacy-officer: dana,per"])
    #expect(item.roles.map(\.role) == ["privacy-officer"] && item.roles.map(\.state) == [.missing])
    #expect(item.since.description == "2026-11-20T09:00:00Z")
    #expect(item.due?.description == "2026-11-20T17:00:00Z")
  }

  @Test("without a finding anyone with a role may sign, within the time of the policy")
  func secondPerson() throws {
    var bureau = Bureau()
    bureau.asked = []
    let item = try bureau.item()
    #expect(tasks(item) == ["sign second-person: dana,lena,olu,per"])
    #expect(item.due?.description == "2026-11-21T09:00:00Z")
  }

  @Test("whoever fills one slot already is not asked for another, unless the policy allows it")
  func alreadySigned() throws {
    var bureau = Bureau()
    bureau.asked = ["privacy-officer", "clinical-lead"]
    let medical = try bureau.line(by: "dana", as: "clinical-lead", at: "2026-11-20T10:00:00Z")
    #expect(tasks(try bureau.item([medical])) == ["sign privacy-officer: per"])
    bureau.policy = bureau.policy.replacing("{reviewWithin: 24h}", with: "{reviewWithin: 24h, samePerson: true}")
    let again = try bureau.line(by: "dana", as: "clinical-lead", at: "2026-11-20T10:00:00Z")
    #expect(tasks(try bureau.item([again])) == ["sign privacy-officer: dana,per"])
  }

  @Test("somebody unknown among the makers asks one more signature of somebody else, and it is said")
  func stranger() throws {
    var bureau = Bureau()
    bureau.hasStranger = true
    let line = try bureau.line(by: "dana", as: "privacy-officer", at: "2026-11-20T10:00:00Z")
    let item = try bureau.item([line])
    #expect(tasks(item) == ["sign second-person: lena,olu,per"])
    #expect(item.roles.map(\.state) == [.granted, .missing])
    #expect(item.notices == [.unknownContributor])
    bureau.author = "zoe"
    #expect(try bureau.item([line]).notices == [.unknownAuthor])
  }

  @Test("a role that signs after another waits for it, and its time begins then")
  func order() throws {
    var bureau = Bureau()
    bureau.asked = ["clinical-lead", "legal"]
    let before = try bureau.item()
    #expect(tasks(before) == ["sign clinical-lead: dana"])
    #expect(before.needs.map(\.isInTurn) == [true, false])
    #expect(!before.waits(for: Known.role("legal")) && before.waits(for: Known.role("clinical-lead")))
    let medical = try bureau.line(by: "dana", as: "clinical-lead", at: "2026-11-20T11:00:00Z")
    let after = try bureau.item([medical])
    #expect(tasks(after) == ["sign legal: lena"])
    #expect(after.since.description == "2026-11-20T11:00:00Z" && after.due?.description == "2026-11-21T11:00:00Z")
  }

  @Test("a signature that an edit voided waits for whoever gave it")
  func stale() throws {
    var bureau = Bureau()
    let line = try bureau.line(by: "per", as: "privacy-officer", at: "2026-11-20T10:00:00Z")
    bureau.body = "Open on Sunday.\n"
    bureau.changed = "2026-11-20T11:00:00Z"
    let item = try bureau.item([line])
    #expect(item.condition == .stale && tasks(item) == ["sign again privacy-officer: per"])
    #expect(item.since.description == "2026-11-20T11:00:00Z")
  }

  @Test("an expired signature waits since it expired")
  func expired() throws {
    var bureau = Bureau()
    let line = try bureau.line(by: "per", as: "privacy-officer", at: "2026-11-20T10:00:00Z")
    bureau.now = "2026-12-05T00:00:00Z"
    let item = try bureau.item([line])
    #expect(item.condition == .stale && item.state(at: Known.time(bureau.now)) == .overdue)
    #expect(item.since.description == "2026-12-04T10:00:00Z" && item.due?.description == "2026-12-04T18:00:00Z")
  }

  @Test("a stale signature of somebody who lost the role waits for the others")
  func staleWithoutRole() throws {
    var bureau = Bureau()
    bureau.asked = []
    let line = try bureau.line(by: "lena", as: "legal", at: "2026-11-20T10:00:00Z")
    bureau.body = "Open on Sunday.\n"
    bureau.contributors = ["ada", "lena"]
    // lena wrote the new version, so hers is now a signature on her own work and not a stale one.
    #expect(try bureau.item([line]).condition == .needsApproval)
    #expect(tasks(try bureau.item([line])) == ["sign second-person: dana,olu,per"])
  }

  @Test("an objection waits for the author, whatever else is signed")
  func objected() throws {
    let bureau = Bureau()
    let objection = try bureau.line(.object, by: "per", as: "privacy-officer", at: "2026-11-20T10:00:00Z")
    let approval = try bureau.line(by: "dana", as: "privacy-officer", at: "2026-11-20T11:00:00Z")
    let item = try bureau.item([objection, approval])
    #expect(item.condition == .objected && tasks(item) == ["settle: ada"] && item.due == nil)
    #expect(item.since.description == "2026-11-20T10:00:00Z" && item.roles.map(\.state) == [.objected])
  }

  @Test("what only editing clears waits for the author", arguments: ["block", "no subject", "consent ended"])
  func blocked(_ reason: String) throws {
    var bureau = Bureau()
    switch reason {
    case "block": bureau.blocks = 1
    case "no subject": bureau.lacksSubject = true
    default: bureau.consents = [consent(ends: "2026-11-20T11:59:59Z")]
    }
    bureau.publishDate = "2026-11-20T10:00:00Z"
    let item = try bureau.item()
    #expect(item.condition == .blocked && tasks(item) == ["edit: ada"])
    #expect(item.state(at: Known.time(bureau.now)) == .blocked && item.isOverdue(at: Known.time(bureau.now)))
  }

  @Test("a draft whose date has passed is late and waits for another date")
  func pastDate() throws {
    var bureau = Bureau()
    bureau.blocks = 1
    bureau.isPastDate = true
    bureau.publishDate = "2026-11-20T10:00:00Z"
    let item = try bureau.item()
    #expect(item.condition == .overdue && tasks(item) == ["reschedule: ada"])
    #expect(item.since.description == "2026-11-20T10:00:00Z" && item.isOverdue(at: Known.time(bureau.now)))
  }

  @Test("why something is blocked or objected is said")
  func reasons() throws {
    var bureau = Bureau()
    let objection = try bureau.line(.object, by: "per", as: "privacy-officer", at: "2026-11-20T10:00:00Z")
    let person = Known.person("per")
    #expect(try bureau.item([objection]).notices == [.objection(person, .privacyOfficer)])
    bureau.blocks = 2
    #expect(try bureau.item().notices == [.blockedBy(["tone/rust0", "tone/rust1"])])
    bureau.lacksSubject = true
    bureau.blocks = 0
    #expect(try bureau.item().notices == [.lacking("It shows a picture that is not there.")])
  }

  @Test("an author nobody knows leaves the draft to those who committed it")
  func unknownAuthor() throws {
    var bureau = Bureau()
    bureau.blocks = 1
    bureau.author = "zoe"
    bureau.contributors = ["olu", "ada"]
    #expect(tasks(try bureau.item()) == ["edit: ada,olu"])
    bureau.isReadable = false
    let item = try bureau.item()
    #expect(item.condition == .unreadable && tasks(item) == ["repair: ada,olu"])
  }

  @Test("a complete draft waits for a comms-lead, until it goes out or a signature ends")
  func approved() throws {
    var bureau = Bureau()
    let line = try bureau.line(by: "per", as: "privacy-officer", at: "2026-11-20T10:00:00Z")
    let open = try bureau.item([line])
    #expect(open.condition == .approved && tasks(open) == ["publish: ada,olu"])
    #expect(open.since.description == "2026-11-20T10:00:00Z" && open.due?.description == "2026-12-04T10:00:00Z")
    #expect(open.notices.isEmpty)
    bureau.publishDate = "2026-12-10T10:00:00Z"
    let ending = Known.time("2026-12-04T10:00:00Z")
    #expect(try bureau.item([line]).notices == [.signatureEnding(ending)])
    bureau.publishDate = "2026-11-20T11:00:00Z"
    let late = try bureau.item([line])
    #expect(late.state(at: Known.time(bureau.now)) == .overdue && late.condition == .approved)
  }

  @Test("nothing is due later than it goes out or a consent ends")
  func limits() throws {
    var bureau = Bureau()
    bureau.publishDate = "2026-11-20T16:00:00Z"
    #expect(try bureau.item().due?.description == "2026-11-20T16:00:00Z")
    bureau.consents = [consent(ends: "2026-11-20T15:00:00Z")]
    let item = try bureau.item()
    #expect(item.due?.description == "2026-11-20T15:00:00Z")
    #expect(item.notices.map { "\($0)".prefix(13) } == ["consentEnding"])
  }

  @Test("a policy that asks nobody waits for whoever can mend it")
  func noRequirement() throws {
    var bureau = Bureau()
    bureau.asked = []
    bureau.policy = bureau.policy.replacing("{reviewWithin: 24h}", with: "{secondPerson: false}")
    // One professional alone, without a gate, needs nobody.
    #expect(try bureau.item().condition == .approved)
    bureau.policy += "\ngate: {refs: [refs/heads/main]}"
    let item = try bureau.item()
    #expect(item.condition == .blocked && tasks(item) == ["mendPolicy: olu"])
  }

  @Test("a published post waits for nothing until a consent or its own time ends")
  func published() throws {
    var bureau = Bureau()
    bureau.isPublished = true
    #expect(try bureau.item().turns.isEmpty)
    bureau.consents = [consent(ends: "2026-11-20T08:00:00Z")]
    let item = try bureau.item()
    #expect(item.condition == .published && tasks(item) == ["takeDown: ada,olu"])
    #expect(item.due?.description == "2026-11-20T08:00:00Z" && item.isOverdue(at: Known.time(bureau.now)))
    #expect(item.notices.map { "\($0)".prefix(12) } == ["consentEnded"])
    bureau.consents = []
    bureau.expiryDate = "2026-11-20T11:00:00Z"
    #expect(tasks(try bureau.item()) == ["takeDown: ada,olu"])
  }

  private func consent(ends: String) -> Consent {
    Consent(
      reference: Array("AUTH-1".utf8), subject: .adult, scope: Consent.Scope(channels: [], purposes: [], media: []),
      signed: Known.time("2026-01-01T00:00:00Z"), expires: Known.time("2027-01-01T00:00:00Z"),
      revoked: Known.time(ends))
  }
}

import Approvals
import Drafts
import TestSupport
import Testing

@Suite("Standing")
struct StandingTests {
  private func codes(_ standing: Standing) -> Set<Problem.Code> { Set(standing.problems.map(\.code)) }

  @Test("no finding still needs a second person, in any role")
  func secondPerson() throws {
    var clinic = Clinic()
    clinic.findings = []
    #expect(codes(try clinic.standing([])) == [.noRecord])
    #expect(try clinic.standing([try clinic.record(by: "owner", as: "policy-owner")]).isApproved)
    #expect(codes(try clinic.standing([try clinic.record(by: "author", as: "comms-lead")])) == [.ownWork])
    #expect(try clinic.standing([]).entries.map(\.slot.description) == ["second-person"])
  }

  @Test("a deputy's signature counts")
  func standIn() throws {
    let clinic = Clinic()
    #expect(try clinic.standing([try clinic.record(by: "deputy", as: "privacy-officer")]).isApproved)
  }

  @Test("a block stands, whoever signs")
  func blocked() throws {
    var clinic = Clinic()
    clinic.findings.append(Clinic.finding("dignity/ridicule", .block))
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    let standing = try clinic.standing([record])
    #expect(!standing.isApproved && codes(standing) == [.blocked])
  }

  @Test("nothing required is an error, not an approval")
  func noRequirement() throws {
    var clinic = Clinic()
    clinic.findings = []
    clinic.policyYAML += "\napprovals: {secondPerson: false}"
    let nothing = try clinic.standing([])
    #expect(!nothing.isApproved && !nothing.isDecidable && codes(nothing) == [.noRequirement])
    clinic.findings = [
      AcknowledgedFinding(
        rule: utf8("own/rule"), severity: .approve, roles: [], statement: Digest(of: []), excerpt: Digest(of: []))
    ]
    clinic.policyYAML = Clinic().policyYAML
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    #expect(codes(try clinic.standing([record])) == [.noRequirement])
  }

  @Test("a changed rule text or a new finding voids, a new colleague, other advice and other rules do not")
  func whatVoids() throws {
    let clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    func after(_ change: (inout Clinic) -> Void) throws -> Standing {
      var changed = clinic
      change(&changed)
      return try changed.standing([record])
    }
    let reworded = try after {
      $0.findings = [Clinic.finding("privacy/patient-anecdote", roles: "privacy-officer", statement: "It was.")]
    }
    #expect(codes(reworded) == [.staleRule])
    #expect(reworded.entries.map(\.state) == [.stale(.staleRule)])
    let other = Clinic.finding("privacy/patient-anecdote", roles: "privacy-officer", excerpt: "another patient")
    #expect(codes(try after { $0.findings.append(other) }) == [.newFinding])
    let joined = try after { $0.findings.append(Clinic.finding("advertising/claim", roles: "clinical-lead")) }
    #expect(codes(joined) == [.newFinding, .noRecord])
    let harmless: [(inout Clinic) -> Void] = [
      { $0.peopleYAML += "\nzoe: {name: Zoe New, emails: [zoe@clinic.example], roles: [privacy-officer]}" },
      { $0.signersText += TestSigner().allowed("zoe") + "\n" },
      { $0.findings.append(Clinic.finding("platform/length", .advise, roles: "comms-lead")) },
      {
        $0.policyYAML +=
          "\n  brand: {}\napprovals: {reviewWithin: 2h, maximumAge: 20d}\ngate: {refs: [refs/heads/main]}"
      },
    ]
    for change in harmless { #expect(try after(change).isApproved) }
  }

  @Test("an optional role falls back while the policy does not declare it")
  func fallback() throws {
    var clinic = Clinic()
    clinic.findings = [Clinic.finding("corporate/crisis", roles: "irb")]
    #expect(try clinic.requirement().slots.map(\.description) == ["clinical-lead", "legal"])
    clinic.policyYAML += "\n  irb: {}"
    #expect(try clinic.requirement().slots.map(\.description) == ["irb"])
    clinic.findings = [Clinic.finding("own/rule", roles: "unheard-of")]
    #expect(codes(try clinic.standing([])) == [.noRecord])
  }

  @Test("a signature ends with its date or the role's maximum age")
  func age() throws {
    var clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    clinic.policyYAML += "\n  privacy-officer: {maximumAge: 7d}"
    #expect(try clinic.standing([record]).expires == Clinic.moment("2026-12-01T10:00:00Z"))
    clinic.now = Clinic.moment("2026-12-01T10:00:00Z")
    let standing = try clinic.standing([record])
    #expect(codes(standing) == [.expired] && standing.entries.map(\.state) == [.stale(.expired)])
    clinic.policyYAML = Clinic().policyYAML
    clinic.now = Clinic.moment("2026-12-20T09:59:59Z")
    #expect(try clinic.standing([record]).isApproved)
    clinic.now = Clinic.moment("2026-12-20T10:00:00Z")
    #expect(codes(try clinic.standing([record])) == [.expired])
  }

  @Test("legal signs after the clinical lead, and proves it by what was seen")
  func order() throws {
    var clinic = Clinic()
    clinic.findings = [Clinic.finding("advertising/claim", roles: "clinical-lead", "legal")]
    let clinical = try clinic.record(by: "cleo", as: "clinical-lead")
    let blind = try clinic.record(by: "lena", as: "legal") { $0.signedAt = $0.signedAt.adding(seconds: 3600) }
    let standing = try clinic.standing([clinical, blind])
    #expect(codes(standing) == [.order])
    #expect(standing.entries.map(\.state).last == .stale(.order))
    let seeing = try clinic.record(by: "lena", as: "legal", seen: [clinical])
    #expect(try clinic.standing([clinical, seeing]).isApproved)
    // What was seen must count itself: a clinical sign-off that was taken back and given again is another one.
    let withdrawal = try clinic.record(.withdraw, by: "cleo", as: "clinical-lead", seen: [clinical]) {
      $0.signedAt = $0.signedAt.adding(seconds: 60)
    }
    let again = try clinic.record(by: "cleo", as: "clinical-lead") { $0.signedAt = $0.signedAt.adding(seconds: 120) }
    #expect(codes(try clinic.standing([clinical, seeing, withdrawal, again])) == [.order])
    // A draft that does not ask the clinical lead does not wait for one.
    clinic.findings = [Clinic.finding("corporate/vendor", roles: "legal")]
    #expect(try clinic.standing([try clinic.record(by: "lena", as: "legal")]).isApproved)
  }

  @Test("a policy change: one other owner, two of three, a single one's own")
  func policyChange() throws {
    var clinic = Clinic()
    func standing(_ signers: [String], contributor: String) throws -> Standing {
      let requirement = Requirement(policyChangeIn: try clinic.people(), at: clinic.now)
      clinic.contributors = Contributors(people: [Clinic.id(contributor)])
      var question = try clinic.question()
      question.requirement = requirement
      let records = try signers.map { name in
        try clinic.record(by: name, as: "policy-owner") {
          $0.rules = requirement.rulesDigest(for: .policyOwner)
          $0.acknowledged = requirement.acknowledgement
        }
      }
      return Standing(lines: records.map(\.line), question: question)
    }
    #expect(try standing(["owner"], contributor: "owner").isApproved)
    #expect(!(try standing([], contributor: "owner").isApproved))
    clinic.peopleYAML = clinic.peopleYAML.replacing("roles: [clinical-lead]", with: "roles: [policy-owner]")
    #expect(codes(try standing(["owner"], contributor: "owner")) == [.ownWork])
    #expect(try standing(["cleo"], contributor: "owner").isApproved)
    clinic.peopleYAML = clinic.peopleYAML.replacing("roles: [legal,", with: "roles: [policy-owner,")
    #expect(codes(try standing(["cleo"], contributor: "owner")) == [.samePerson])
    #expect(try standing(["cleo", "lena"], contributor: "owner").isApproved)
    // Sharing roles is not signing twice for one.
    clinic.policyYAML += "\napprovals: {samePerson: true}"
    #expect(!(try standing(["cleo"], contributor: "owner").isApproved))
  }

  @Test("a decision made from the question counts once it is signed, and lies where the ledger wants it")
  func decisionFromQuestion() throws {
    let clinic = Clinic()
    let question = try clinic.question()
    let decision = question.decision(
      .approve, by: Clinic.id("dana"), as: .privacyOfficer, seen: [], nonce: utf8("00112233"))
    #expect(decision.expires == clinic.now.adding(seconds: 30 * 86_400))
    let record = try clinic.sign(decision)
    #expect(try clinic.standing([record]).isApproved)
    let subject = clinic.manifest.subject.description
    let folder = "r/\(subject.prefix(2))/\(subject.dropFirst(2).prefix(2))/\(subject)"
    #expect(LedgerPath.path(of: record) == utf8("\(folder)/\(record.id)"))
    #expect(LedgerPath.folder(of: question.subject) == utf8(folder))
    let objection = try clinic.record(.object, by: "dana", as: "privacy-officer")
    let draft = clinic.manifest.draft.digest.description
    #expect(
      LedgerPath.path(of: objection)
        == utf8("d/\(draft.prefix(2))/\(draft.dropFirst(2).prefix(2))/\(draft)/\(objection.id)"))
    let trailer = try clinic.people()[Clinic.id("dana")]?.approvedByTrailer(as: .privacyOfficer)
    #expect(trailer == utf8("Approved-by: Dana Field <dana@clinic.example> (privacy-officer)"))
  }
}

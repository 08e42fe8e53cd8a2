import Approvals
import Drafts
import TestSupport
import Testing
import YAML

@Suite("people.yaml, consents.yaml and the approvals of policy.yaml")
struct TrustYAMLTests {
  /// Expects that reading fails, in these words, at the marked place.
  private func refuses(
    _ marked: String, _ words: String, sourceLocation: SourceLocation = #_sourceLocation,
    read: (YAMLNode) throws -> Void
  ) throws {
    let text = MarkedText(marked)
    let root = try YAMLNode.parse(text.bytes)
    do {
      try read(root)
      Issue.record("it was read", sourceLocation: sourceLocation)
    } catch let error as YAMLError {
      #expect(error.message.contains(words), "\(error.message)", sourceLocation: sourceLocation)
      #expect([error.range] == text.places, sourceLocation: sourceLocation)
    }
  }

  @Test("people")
  func people() throws {
    let text = """
      d.whitfield:
        name: Dana Whitfield
        emails: [Dana@Clinic.example, d.w@clinic.example]
        roles:
          - privacy-officer
          - {role: legal, from: 2026-01-01, until: 2026-07-01T12:00:00Z, standIn: true}
      robot: {name: Robot, kind: service}
      """
    let people = try People(parsing: try YAMLNode.parse(utf8(text)))
    let dana = try #require(people[Clinic.id("d.whitfield")])
    #expect(dana.name == "Dana Whitfield" && dana.kind == .human)
    #expect(people.person(withEmail: EmailAddress("dana@clinic.EXAMPLE")) == dana.id)
    #expect(dana.assignments.map(\.isStandIn) == [false, true])
    for (moment, isHeld) in [
      ("2025-12-31T23:59:59Z", false), ("2026-01-01T00:00:00Z", true), ("2026-07-01T11:59:59Z", true),
      ("2026-07-01T12:00:00Z", false),
    ] {
      #expect(dana.holds(.legal, at: Clinic.moment(moment)) == isHeld)
      #expect(people.holders(of: .legal, at: Clinic.moment(moment)) == (isHeld ? [dana.id] : []))
    }
    #expect(dana.everHolds(.legal) && dana.holds(.privacyOfficer, at: Clinic.moment("2026-01-01T00:00:00Z")))
    #expect(people[Clinic.id("robot")]?.kind == .service)
  }

  @Test(
    "refused people",
    arguments: [
      ("↓Dana↑: {name: Dana}", "not an id"), ("d: {name: D, ↓mail↑: d@x.example}", "unknown key"),
      ("d: {name: D, emails: [↓dana↑]}", "not an e-mail"), ("d: {name: D, emails: [↓a@b@c↑]}", "not an e-mail"),
      ("d: {name: D, emails: [\"↓D <d@x>↑\"]}", "not an e-mail"),
      ("d: {name: D, emails: [d@x]}\ne: {name: E, emails: [↓D@X↑]}", "stands twice"),
      ("d: {name: D, roles: [↓Legal↑]}", "not a role"), ("d: {name: D, kind: ↓team↑}", "human, service"),
      ("d: {name: D, roles: [{role: legal, from: ↓01.02.2026↑}]}", "not a day"),
      ("d: {name: D, roles: [{role: legal, until: ↓2026-02-30↑}]}", "not a day"),
      ("d: {name: D, roles: [↓{role: legal, from: 2026-02-01, until: 2026-02-01}↑]}", "ends before"),
      ("r: {name: R, kind: service, ↓roles↑: [legal]}", "no roles"), ("d: {name: ↓\u{202E}anaD↑}", "visible text"),
      ("d: {name: D, emails: [↓d w@x↑]}", "not an e-mail"),
    ])
  func refusedPeople(marked: String, words: String) throws {
    guard !marked.contains("\"↓") else {
      return try refuses(marked.replacing("\"↓", with: "↓\"").replacing("↑\"", with: "\"↑"), words) {
        _ = try People(parsing: $0)
      }
    }
    try refuses(marked, words) { _ = try People(parsing: $0) }
  }

  private static let consent = """
    AUTH-2026-0417:
      subject: adult
      scope: {channels: [instagram, facebook], purposes: [awareness], media: []}
      signed: 2026-10-02
      expires: 2027-10-02

    """

  private func consent(_ text: String) throws -> Consent {
    let consents = try Consents(parsing: try YAMLNode.parse(utf8(text)))
    return try #require(consents[utf8("AUTH-2026-0417")])
  }

  @Test("consents, and what their digest binds")
  func consents() throws {
    let consent = try consent(Self.consent)
    #expect(consent.subject == .adult && consent.scope.media.isEmpty)
    #expect(consent.scope.channels == [utf8("facebook"), utf8("instagram")])
    #expect(consent.ends == Clinic.moment("2027-10-02T00:00:00Z"))
    let same = Self.consent.replacing("[instagram, facebook]", with: "[facebook,  instagram]")
    #expect(try self.consent(same).entryDigest == consent.entryDigest)
    let changes = [
      ("adult", "minor"), ("instagram", "x"), ("awareness", "fundraising"), ("2026-10-02", "2026-10-01"),
      ("2027-10-02", "2027-10-03"), ("media: []", "media: [text]"), ("AUTH-2026-0417:", "AUTH-2026-0417: # x"),
    ]
    for (old, new) in changes {
      let changed = try self.consent(Self.consent.replacing(old, with: new))
      #expect((changed.entryDigest == consent.entryDigest) == new.hasSuffix("# x"), "\(new)")
    }
    let revoked = try self.consent(Self.consent + "  revoked: 2026-11-20\n")
    #expect(revoked.ends == Clinic.moment("2026-11-20T00:00:00Z") && revoked.entryDigest != consent.entryDigest)
  }

  @Test(
    "refused consents",
    arguments: [
      ("↓Mrs Smith↑: {}", "not a reference"),
      ("A: {subject: ↓person↑, scope: {channels: [], purposes: [], media: []}, expires: 2027-01-01}", "adult"),
      (
        "A: {subject: adult, scope: {channels: [], purposes: [], media: []}, signed: 2026-01-01, expires: ↓2026-01-01↑}",
        "ends before"
      ),
      (
        "A: {scope: {channels: [↓all of them↑], purposes: [], media: []}, subject: adult, expires: 2027-01-01}",
        "not a name"
      ),
      ("A: {scope: {channels: [x, ↓x↑], purposes: [], media: []}, subject: adult, expires: 2027-01-01}", "twice"),
    ])
  func refusedConsents(marked: String, words: String) throws {
    try refuses(marked, words) { _ = try Consents(parsing: $0) }
  }

  @Test("the approvals of a policy, other keys left alone")
  func policy() throws {
    let text = """
      repo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10
      packs: [core, us]
      roles:
        privacy-officer: {maximumAge: 14d, reviewWithin: 8h}
        legal: {after: [clinical-lead, privacy-officer]}
        brand:
      approvals: {secondPerson: false, maximumAge: 20d}
      gate: {refs: [refs/heads/main]}
      """
    let policy = try ApprovalPolicy(parsing: try YAMLNode.parse(utf8(text)))
    #expect(policy.maximumAge(of: .privacyOfficer) == 14 * 86_400 && policy.maximumAge(of: .legal) == 20 * 86_400)
    #expect(policy.reviewWithin(of: .privacyOfficer) == 8 * 3600 && policy.reviewWithin(of: .legal) == 24 * 3600)
    #expect(policy.terms[.legal]?.after == [.clinicalLead, .privacyOfficer])
    #expect(!policy.secondPerson && !policy.samePerson && policy.gatedRefs == [utf8("refs/heads/main")])
    #expect(policy.signingRoles(for: Clinic.role("brand")) == [Clinic.role("brand")])
    #expect(policy.signingRoles(for: Clinic.role("executive")) == [.legal, .commsLead])
  }

  @Test(
    "refused policies",
    arguments: [
      ("↓↑packs: [core]", "\"repo\" is missing"), ("repo: ↓6F1C2F1E55F14A8E9D5E3F8E3F1B1A10↑", "UUID"),
      ("repo: ↓6f1c2f1e-55f14-a8e-9d5e-3f8e3f1b1a10↑", "UUID"),
      ("repo: R\nroles: {legal: {↓older↑: [x]}}", "unknown key"),
      ("repo: R\nroles: {legal: {maximumAge: ↓2 weeks↑}}", "duration"),
      ("repo: R\napprovals: {maximumAge: ↓0d↑}", "duration"),
      ("repo: R\napprovals: {samePerson: ↓\"true\"↑}", "true or false"),
      ("repo: R\nroles: {↓clinical-lead↑: {after: [legal]}, legal: {after: [clinical-lead]}}", "wait for each other"),
      ("repo: R\nroles: {↓legal↑: {after: [legal]}}", "wait for each other"),
      ("repo: R\ngate: {refs: [↓main↑]}", "full name"),
    ])
  func refusedPolicies(marked: String, words: String) throws {
    try refuses(marked.replacing("R", with: Clinic.repository), words) { _ = try ApprovalPolicy(parsing: $0) }
  }
}

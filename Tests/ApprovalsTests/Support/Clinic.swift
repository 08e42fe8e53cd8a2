import Approvals
import Drafts
import Foundation
import YAML

/// A made-up clinic with people, keys, a policy and one draft, from which every test departs in one point.
struct Clinic {
  static let repository = "6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10"
  static let now = "2026-12-01T09:00:00Z"

  var keys: [String: TestSigner]
  var peopleYAML = """
    dana: {name: Dana Field, emails: [dana@clinic.example], roles: [privacy-officer]}
    deputy: {name: Per Ode, emails: [per@clinic.example], roles: [{role: privacy-officer, standIn: true}]}
    cleo: {name: Cleo Hart, emails: [cleo@clinic.example], roles: [clinical-lead]}
    lena: {name: Lena Law, emails: [lena@clinic.example], roles: [legal, comms-lead]}
    both: {name: Bo Thorn, emails: [bo@clinic.example], roles: [privacy-officer, clinical-lead]}
    owner: {name: Olu Ner, emails: [olu@clinic.example], roles: [policy-owner]}
    author: {name: Au Thor, emails: [author@clinic.example], roles: [privacy-officer, comms-lead, clinical-lead]}
    bot: {name: Post Robot, kind: service, emails: [bot@clinic.example]}
    former:
      name: For Mer
      emails: [former@clinic.example]
      roles: [{role: privacy-officer, until: 2026-11-25}]
    """
  var policyYAML = """
    repo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10
    roles:
      legal: {after: [clinical-lead]}
    """
  var signersText: String
  var revokedText: String? = ""
  var contributors = Contributors(people: [id("author")])
  var consents: [Consent] = []
  var findings: [AcknowledgedFinding] = [finding("privacy/patient-anecdote", roles: "privacy-officer")]
  var manifest = SubjectManifest(
    repository: repo(Self.repository), draft: draft("2026/flu-clinic"),
    body: SubjectManifest.Content(of: utf8("Flu shots from Monday.\n")), targets: [utf8("facebook")])
  var now = moment(Self.now)

  init() {
    keys = [:]
    signersText = ""
    for name in ["dana", "deputy", "cleo", "lena", "both", "owner", "author", "bot", "former"] {
      let key = TestSigner()
      keys[name] = key
      signersText += key.allowed(name) + "\n"
    }
  }

  func people() throws -> People { try People(parsing: try YAMLNode.parse(utf8(peopleYAML))) }
  func policy() throws -> ApprovalPolicy { try ApprovalPolicy(parsing: try YAMLNode.parse(utf8(policyYAML))) }

  func requirement() throws -> Requirement {
    Requirement(findings: findings, policy: try policy(), contributors: contributors)
  }

  func question() throws -> StandingQuestion {
    StandingQuestion(
      draft: manifest.draft, subject: manifest.subject, requirement: try requirement(), policy: try policy(),
      people: try people(), signers: try AllowedSigners(parsing: utf8(signersText)),
      revoked: try revokedText.map { try RevokedKeys(parsing: utf8($0)) }, contributors: contributors,
      consents: consents, now: now)
  }

  func standing(_ records: [Record]) throws -> Standing {
    Standing(lines: records.map(\.line), question: try question())
  }

  func standing(lines: [[UInt8]]) throws -> Standing { Standing(lines: lines, question: try question()) }

  /// A decision about the draft as it is, a week before ``now``.
  func decision(_ kind: RecordKind = .approve, by person: String, as role: String, seen: [Record] = []) throws
    -> Decision
  {
    let requirement = try requirement()
    return Decision(
      kind: kind, repository: manifest.repository, draft: manifest.draft, role: Clinic.role(role),
      person: Clinic.id(person), subject: manifest.subject, rules: requirement.rulesDigest(for: Clinic.role(role)),
      acknowledged: requirement.acknowledgement, signedAt: Clinic.moment("2026-11-24T10:00:00Z"),
      expires: Clinic.moment("2026-12-20T10:00:00Z"), seen: Set(seen.map(\.id)), nonce: utf8("9f2c1d0e"))
  }

  func sign(_ decision: Decision, with key: String? = nil, namespace: String = SSHSignature.namespace) throws -> Record
  {
    let signer = try existing(keys[key ?? decision.person.description])
    return try Record(decision, signature: try signer.sign(decision.signedBytes, namespace: namespace))
  }

  /// A signed decision about the draft as it is.
  func record(
    _ kind: RecordKind = .approve, by person: String, as role: String, seen: [Record] = [],
    change: (inout Decision) -> Void = { _ in }
  ) throws -> Record {
    var decision = try decision(kind, by: person, as: role, seen: seen)
    change(&decision)
    return try sign(decision)
  }

  static func finding(
    _ rule: String, _ severity: AcknowledgedFinding.Severity = .approve, roles: String..., statement: String = "It is.",
    excerpt: String = "a patient of mine"
  ) -> AcknowledgedFinding {
    AcknowledgedFinding(
      rule: utf8(rule), severity: severity, roles: roles.map(role), statement: Digest(of: utf8(statement)),
      excerpt: Digest(of: utf8(excerpt)))
  }

  // The spellings below are written in the tests themselves; one that is wrong must stop them.
  static func id(_ text: String) -> PersonID { known(PersonID(text)) }
  static func role(_ text: String) -> Role { known(Role(text)) }
  static func draft(_ text: String) -> DraftID { known(DraftID(text)) }
  static func repo(_ text: String) -> RepositoryID { known(RepositoryID(text)) }
  static func moment(_ text: String) -> Timestamp { known(Timestamp(utc: utf8(text))) }

  private static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("a test's own spelling is wrong") }
    return value
  }
}

/// A key the tests ask for by a name they do not have.
struct UnknownTestKey: Error {}

private func existing(_ signer: TestSigner?) throws -> TestSigner {
  guard let signer else { throw UnknownTestKey() }
  return signer
}

import Approvals
import Changes
import Crypto
import Drafts
import Foundation
import Review
import YAML

/// A made-up bureau with people, keys, a policy and one draft: what a test changes of it is what the test is about.
///
/// ada writes and is a comms-lead; dana and per are privacy-officers, dana is a clinical-lead too; lena signs for
/// legal after clinical-lead; olu is a policy-owner and a comms-lead.
struct Bureau {
  static let people = """
    ada: {name: Ada, emails: [ada@bureau.example], roles: [comms-lead, privacy-officer]}
    dana: {name: Dana, emails: [dana@bureau.example], roles: [privacy-officer, clinical-lead]}
    per: {name: Per, emails: [per@bureau.example], roles: [privacy-officer]}
    lena: {name: Lena, emails: [lena@bureau.example], roles: [legal]}
    olu: {name: Olu, emails: [olu@bureau.example], roles: [comms-lead, policy-owner]}
    former: {name: Former, emails: [f@bureau.example], roles: [{role: privacy-officer, until: 2026-01-01}]}
    robot: {name: Robot, kind: service, emails: [robot@bureau.example]}
    """
  static let signers = ["ada", "dana", "per", "lena", "olu"]

  var policy = """
    repo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10
    approvals: {reviewWithin: 24h}
    roles:
      privacy-officer: {reviewWithin: 8h, maximumAge: 14d}
      legal: {after: [clinical-lead]}
    """
  /// The roles that findings ask for.
  var asked = ["privacy-officer"]
  var blocks = 0
  var body = "Open on Saturday.\n"
  var changed = "2026-11-20T09:00:00Z"
  var now = "2026-11-20T12:00:00Z"
  var contributors = ["ada"]
  var hasStranger = false
  var author: String? = "ada"
  var publishDate: String?
  var expiryDate: String?
  var isPublished = false
  var isReadable = true
  var lacksSubject = false
  var isPastDate = false
  var consents: [Consent] = []
  private let keys = Dictionary(uniqueKeysWithValues: signers.map { ($0, Curve25519.Signing.PrivateKey()) })

  func registry() throws -> People { try People(parsing: YAMLNode.parse(Array(Self.people.utf8))) }
  func terms() throws -> ApprovalPolicy { try ApprovalPolicy(parsing: YAMLNode.parse(Array(policy.utf8))) }

  private func makers() -> Contributors {
    Contributors(people: Set(contributors.map(Known.person)), hasUnattributed: hasStranger)
  }

  private func manifest() throws -> SubjectManifest {
    SubjectManifest(
      repository: try terms().repository, draft: Known.draft("flu"),
      body: SubjectManifest.Content(of: Array(body.utf8)), assets: [], parent: nil, consents: [],
      targets: [Array("x".utf8)])
  }

  func question() throws -> StandingQuestion {
    var lines = ""
    for name in Self.signers {
      guard let key = keys[name] else { continue }
      lines += "\(name) namespaces=\"chaperone.approval.v1\" \(Wire.publicLine(key))\n"
    }
    let manifest = try manifest()
    let roles = asked.map(Known.role)
    var findings = roles.isEmpty ? [] : [finding("tone/robot", .approve, roles)]
    for index in 0..<blocks { findings.append(finding("tone/rust\(index)", .block, [])) }
    return StandingQuestion(
      draft: manifest.draft, subject: manifest.subject,
      requirement: Requirement(findings: findings, policy: try terms(), contributors: makers()),
      policy: try terms(), people: try registry(), signers: try AllowedSigners(parsing: Array(lines.utf8)),
      revoked: try RevokedKeys(parsing: []), contributors: makers(), consents: consents, now: Known.time(now))
  }

  /// A line somebody signs about the draft as it is in this bureau.
  func line(_ kind: RecordKind = .approve, by person: String, as role: String, at time: String, seen: [[UInt8]] = [])
    throws -> [UInt8]
  {
    var question = try question()
    question.now = Known.time(time)
    let decision = question.decision(
      kind, by: Known.person(person), as: Known.role(role),
      seen: Set(try seen.map { try Record(line: $0).id }), nonce: Array("9f2c1d0e".utf8))
    guard let key = keys[person] else { throw UnknownSigner() }
    return try Record(decision, signature: Wire.signature(of: decision.signedBytes, key)).line
  }

  func facts(_ lines: [[UInt8]]) throws -> ReviewFacts {
    var facts = ReviewFacts(
      path: isPublished ? "published/flu.md" : "drafts/flu.md", id: "flu", isPublished: isPublished,
      contributors: makers(), changed: Known.time(changed))
    guard isReadable else { return facts }
    facts.isReadable = true
    facts.obstacle = lacksSubject ? "It shows a picture that is not there." : nil
    facts.isPastDate = isPastDate
    facts.author = author.map { Array($0.utf8) }
    facts.publishDate = publishDate.map(Known.time)
    facts.expiryDate = expiryDate.map(Known.time)
    facts.consents = consents
    facts.blockingRules = (0..<blocks).map { "tone/rust\($0)" }
    facts.findings = FindingCounts(block: blocks, approve: asked.isEmpty ? 0 : 1)
    if lacksSubject { return facts }
    let question = try question()
    facts.evidence = lines.map { Evidence(line: $0, signers: question.signers, revoked: question.revoked) }
    facts.question = question
    facts.standing = Standing(evidence: facts.evidence, question: question)
    return facts
  }

  func item(_ lines: [[UInt8]] = []) throws -> ReviewItem {
    try ReviewJudge(people: registry(), policy: terms(), now: Known.time(now)).item(try facts(lines))
  }

  private func finding(_ rule: String, _ severity: AcknowledgedFinding.Severity, _ roles: [Role]) -> AcknowledgedFinding
  {
    AcknowledgedFinding(
      rule: Array(rule.utf8), severity: severity, roles: roles, statement: Digest(of: [1]), excerpt: Digest(of: [2]))
  }
}

/// A person the tests ask to sign who has no key.
struct UnknownSigner: Error {}

/// Values written in the tests themselves; a wrong one stops them.
enum Known {
  static func person(_ text: String) -> PersonID { value(PersonID(text), text) }
  static func role(_ text: String) -> Role { value(Role(text), text) }
  static func draft(_ text: String) -> DraftID { value(DraftID(text), text) }
  static func time(_ text: String) -> Timestamp { value(Timestamp(text), text) }
  static func path(_ text: String) -> RepositoryPath { value(RepositoryPath(text), text) }

  private static func value<Value>(_ value: Value?, _ text: String) -> Value {
    guard let value else { preconditionFailure("not what a test may write: \(text)") }
    return value
  }
}

/// The wire format of OpenSSH, as far as these tests need it.
private enum Wire {
  static func publicLine(_ key: Curve25519.Signing.PrivateKey) -> String {
    "ssh-ed25519 \(Data(blob(key)).base64EncodedString())"
  }

  static func signature(of message: [UInt8], _ key: Curve25519.Signing.PrivateKey) throws -> [UInt8] {
    let name = SSHSignature.namespace
    let digest = Array(SHA512.hash(data: message))
    let signed = Array("SSHSIG".utf8) + string(Array(name.utf8)) + string([]) + string("sha512") + string(digest)
    let inner = string("ssh-ed25519") + string(Array(try key.signature(for: signed)))
    return Array("SSHSIG".utf8) + [0, 0, 0, 1] + string(blob(key)) + string(Array(name.utf8)) + string([])
      + string("sha512") + string(inner)
  }

  private static func blob(_ key: Curve25519.Signing.PrivateKey) -> [UInt8] {
    string("ssh-ed25519") + string(Array(key.publicKey.rawRepresentation))
  }

  private static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

  private static func string(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt32(bytes.count)
    return [UInt8(count >> 24), UInt8(count >> 16 & 0xFF), UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)] + bytes
  }
}

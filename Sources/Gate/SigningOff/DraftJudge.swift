internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy
internal import Synchronization

/// Puts findings, trust and records together: what a draft has against what it needs.
struct DraftJudge: Sendable {
  let policy: PolicyInForce
  let trust: TrustInForce
  let now: Timestamp
  let checker: DraftChecker
  private let shown: ShownFindings
  private let known: KnownEvidence?

  /// A judge with a policy and the trust files in force.
  ///
  /// - Parameter remembers: Whether a line that comes back is looked into once only.
  init(policy: PolicyInForce, trust: TrustInForce, now: Timestamp, remembers: Bool = false) {
    self.policy = policy
    known = remembers ? KnownEvidence() : nil
    self.trust = trust
    self.now = now
    checker = DraftChecker(policy: policy, now: now)
    shown = ShownFindings(policy)
  }

  /// Works out how a draft stands from what was read.
  ///
  /// - Throws: ``GateError/unreadable(_:)`` where a rule asks for a role nobody can hold.
  func judge(_ prepared: PreparedStanding) throws(GateError) -> DraftStanding {
    let checked = checker.judge(prepared.draft)
    guard case .assessed(let draft, let assessment) = checked.outcome, let found = prepared.reading else {
      return DraftStanding(
        checked: checked, origin: prepared.origin, manifest: nil, obstacle: nil, question: nil, evidence: [],
        standing: nil)
    }
    let reading: SubjectReader.Reading
    switch found {
    case .failure(let obstacle):
      return DraftStanding(
        checked: checked, origin: prepared.origin, manifest: nil, obstacle: obstacle, question: nil, evidence: [],
        standing: nil)
    case .success(let found): reading = found
    }
    let makers = Contributors(
      author: draft.frontMatter?.author?.value, emails: prepared.contributors, in: trust.people)
    let requirement = Requirement(
      findings: try shown.acknowledged(assessment.findings), policy: trust.policy, contributors: makers)
    let manifest = reading.manifest
    let question = StandingQuestion(
      draft: manifest.draft, subject: manifest.subject, requirement: requirement, policy: trust.policy,
      people: trust.people, signers: trust.signers, revoked: trust.revoked, contributors: makers,
      consents: reading.consents, now: now)
    let evidence = prepared.beside + prepared.lines.map(evidence)
    return DraftStanding(
      checked: checked, origin: prepared.origin, manifest: manifest, obstacle: nil, question: question,
      evidence: evidence, standing: Standing(evidence: evidence, question: question))
  }

  /// Looks into a line with the keys in force.
  func evidence(_ line: [UInt8]) -> Evidence {
    func look() -> Evidence { Evidence(line: line, signers: trust.signers, revoked: trust.revoked) }
    return known?.evidence(line, otherwise: look) ?? look()
  }

  /// How many different lines were looked into, where that is remembered.
  var lineCount: Int { known?.count ?? 0 }
}

/// What lines were found to prove.
private final class KnownEvidence: Sendable {
  // By digest: hashing a whole line for a dictionary costs more than SHA-256 does.
  private let known = Mutex<[Digest: Evidence]>([:])

  var count: Int { known.withLock { $0.count } }

  func evidence(_ line: [UInt8], otherwise look: () -> Evidence) -> Evidence {
    let digest = Digest(of: line)
    if let evidence = known.withLock({ $0[digest] }) { return evidence }
    let evidence = look()
    known.withLock { $0[digest] = evidence }
    return evidence
  }
}

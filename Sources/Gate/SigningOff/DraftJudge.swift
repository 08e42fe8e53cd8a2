internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// Puts findings, trust and records together: what a draft has against what it needs.
struct DraftJudge {
  let policy: PolicyInForce
  let trust: TrustInForce
  let now: Timestamp
  private let checker: DraftChecker
  private let shown: ShownFindings

  init(policy: PolicyInForce, trust: TrustInForce, now: Timestamp) {
    self.policy = policy
    self.trust = trust
    self.now = now
    checker = DraftChecker(policy: policy, now: now)
    shown = ShownFindings(policy)
  }

  /// Judges one file.
  ///
  /// - Parameters:
  ///   - bytes: Its content.
  ///   - files: The files it stands among.
  ///   - contributors: The addresses of those who made it.
  ///   - lines: The records that may concern it, once its subject is known.
  func judge(
    _ bytes: [UInt8], path: RepositoryPath, in files: any FileSource, origin: DraftOrigin,
    contributors: [EmailAddress], evidence: (Subject, DraftID) throws(GateError) -> [Evidence]
  ) throws(GateError) -> DraftStanding {
    let checked = try checker.check(bytes, path: path, in: files)
    guard case .assessed(let draft, let assessment) = checked.outcome else {
      return DraftStanding(
        checked: checked, origin: origin, manifest: nil, obstacle: nil, question: nil, evidence: [], standing: nil)
    }
    let reading: SubjectReader.Reading
    switch try SubjectReader(trust: trust).read(draft, id: checked.id, in: files) {
    case .failure(let obstacle):
      return DraftStanding(
        checked: checked, origin: origin, manifest: nil, obstacle: obstacle, question: nil, evidence: [],
        standing: nil)
    case .success(let found): reading = found
    }
    let makers = Contributors(
      author: draft.frontMatter?.author?.value, emails: contributors, in: trust.people)
    let requirement = Requirement(
      findings: try shown.acknowledged(assessment.findings), policy: trust.policy, contributors: makers)
    let manifest = reading.manifest
    let question = StandingQuestion(
      draft: manifest.draft, subject: manifest.subject, requirement: requirement, policy: trust.policy,
      people: trust.people, signers: trust.signers, revoked: trust.revoked, contributors: makers,
      consents: reading.consents, now: now)
    let evidence = try evidence(manifest.subject, manifest.draft)
    return DraftStanding(
      checked: checked, origin: origin, manifest: manifest, obstacle: nil, question: question, evidence: evidence,
      standing: Standing(evidence: evidence, question: question))
  }

  /// Looks into a line with the keys in force.
  func evidence(_ line: [UInt8]) -> Evidence {
    Evidence(line: line, signers: trust.signers, revoked: trust.revoked)
  }
}

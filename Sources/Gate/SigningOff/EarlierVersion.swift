public import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// A version of a draft that somebody signed or was shown before it was edited.
public struct EarlierVersion: Sendable {
  /// The manifest of that version.
  public let manifest: SubjectManifest
  /// In words what the person did with it, such as `you approved it as legal on 2026-11-22`.
  public let reason: String
  let checked: CheckedDraft

  /// The digest of the manifest.
  public var subject: Subject { manifest.subject }

  var draft: Draft? { if case .assessed(let draft, _) = checked.outcome { draft } else { nil } }
  var findings: [Finding] { checked.findings }
  var entities: [Assessment.LocatedEntity] {
    if case .assessed(_, let assessment) = checked.outcome { assessment.entities } else { [] }
  }
}

extension SignOff {
  /// How many commits of a draft are looked at for a version somebody knows.
  private static let versionsSearched = 50

  /// The version of a draft that a person decided about last, or else the one they were shown last before this one.
  ///
  /// - Parameter seen: What this clone has shown to the person.
  /// - Returns: Nil where they know no version, or where it is not in the draft's history. A person who decided about
  ///   this very version gets this one.
  public func versionKnown(
    to person: PersonID, of standing: DraftStanding, seen: SeenVersions
  ) throws(GateError) -> EarlierVersion? {
    guard let question = standing.question else { return nil }
    let commits = try history.touches(of: [standing.id], from: head.id)[0].prefix(Self.versionsSearched)
    var versions = try EarlierSubjects(repository: repository, trust: trust, policy: policy)
      .versions(of: standing.id, at: commits)
    if !versions.contains(where: { $0.manifest.subject == question.subject }), let manifest = standing.manifest {
      versions.insert(EarlierSubjects.Version(manifest: manifest, commit: head.id, path: standing.path), at: 0)
    }
    if let own = try lastDecision(of: person, about: versions, draft: question.draft) {
      return try version(own.version, reason: own.reason, current: standing)
    }
    let shown = try seen.versions(of: standing.id, person: person)
    for (subject, moment) in shown where subject != question.subject {
      guard let version = versions.first(where: { $0.manifest.subject == subject }) else { continue }
      let reason = "it was shown to you on \(StandingReport.day(moment))"
      return try self.version(version, reason: reason, current: standing)
    }
    return nil
  }

  private func lastDecision(
    of person: PersonID, about versions: [EarlierSubjects.Version], draft: DraftID
  ) throws(GateError) -> (version: EarlierSubjects.Version, reason: String)? {
    var lines = try ledger.lines(of: draft)
    for version in versions { lines += try ledger.lines(of: version.manifest.subject) }
    var last: (decision: Decision, version: EarlierSubjects.Version)?
    for line in lines {
      let evidence = judge.evidence(line)
      guard let decision = evidence.record?.decision, decision.person == person, decision.kind != .withdraw else {
        continue
      }
      if case .none = evidence.trust { continue }
      guard let version = versions.first(where: { $0.manifest.subject == decision.subject }) else { continue }
      if let known = last, known.decision.signedAt >= decision.signedAt { continue }
      last = (decision, version)
    }
    return last.map { decision, version in
      let verb = decision.kind == .approve ? "approved" : "objected to"
      return (version, "you \(verb) it as \(decision.role) on \(StandingReport.day(decision.signedAt))")
    }
  }

  private func version(
    _ version: EarlierSubjects.Version, reason: String, current: DraftStanding
  ) throws(GateError) -> EarlierVersion {
    if version.manifest.subject == current.subject {
      return EarlierVersion(manifest: version.manifest, reason: reason, checked: current.checked)
    }
    let files = TreeFiles(
      repository, tree: try reading { () throws(GitError) in try repository.commit(version.commit).tree })
    let bytes = try files.read(version.path, limit: Draft.sizeLimit) ?? []
    let checked = try DraftChecker(policy: policy, now: now).check(bytes, path: version.path, in: files)
    return EarlierVersion(manifest: version.manifest, reason: reason, checked: checked)
  }
}

public import Approvals
public import Changes
internal import Git

/// A change of `.chaperone/` for which policy-owners sign, and how it stands.
public struct PolicyChangeStanding: Sendable {
  /// The files that differ, in byte order.
  public let paths: [RepositoryPath]
  /// What a signature binds: the list of files before and after.
  public let subject: Subject
  /// What must be signed, under the policy before the change.
  public let question: StandingQuestion
  /// What it has against what it needs.
  public let standing: Standing
  /// Every record that may concern it.
  public let records: Set<RecordID>
}

extension SignOff {
  /// The change of `.chaperone/` from one commit to another; nil where nothing of it differs.
  ///
  /// People, keys and policy are those of the commit before, as a gate has it.
  /// - Throws: ``GateError/refused(_:)`` where there was no policy before: the first one needs no signature.
  public func policyChange(from old: ObjectID, to new: ObjectID) throws(GateError) -> PolicyChangeStanding? {
    let (before, after) = try reading { () throws(GitError) in
      (try repository.commit(old).tree, try repository.commit(new).tree)
    }
    let differing = try reading { () throws(GitError) in try repository.changes(from: before, to: after) }
      .filter { $0.path.isUnder(PolicyInForce.folder) }.map(\.path).sorted()
    guard !differing.isEmpty else { return nil }
    let base = TreeFiles(repository, tree: before)
    guard try base.read(PolicyInForce.policyFile, limit: PolicyInForce.sizeLimit) != nil else {
      throw .refused(["there was no policy before this change, so nobody has to sign it"])
    }
    let trust = try TrustInForce.load(from: base)
    let files = TreeFiles(repository, tree: after)
    guard let change = try PolicyChange(from: base, to: files, repository: trust.policy.repository) else { return nil }
    let ends = try reading { () throws(GitError) in (try repository.commit(old), try repository.commit(new)) }
    let makers = try PolicyChange.makers(of: ends.1, since: ends.0, in: repository)
    let contributors = PolicyChange.contributors(makers, in: trust.people)
    let question = change.question(trust, contributors: contributors, now: now)
    let evidence = try ledger.lines(of: question.subject, draft: question.draft).map {
      Evidence(line: $0, signers: trust.signers, revoked: trust.revoked)
    }
    return PolicyChangeStanding(
      paths: differing, subject: question.subject, question: question,
      standing: Standing(evidence: evidence, question: question),
      records: Set(evidence.compactMap { $0.record?.id }))
  }

  /// Signs a change of `.chaperone/` as a policy-owner.
  ///
  /// - Throws: ``GateError/refused(_:)`` for somebody who is no policy-owner before the change, for whoever made it
  ///   unless they are the only one, and for a key that was not listed before it. Nothing is recorded then.
  public func approve(
    _ change: PolicyChangeStanding, by signer: Signer, note: [UInt8]?
  ) throws(GateError) -> Record {
    let id = signer.person.id
    guard let person = change.question.people[id], person.holds(.policyOwner, at: now) else {
      throw .refused(["\(id) was no policy-owner before this change, so the signature would not count"])
    }
    guard change.question.requirement.admitsContributors || !change.question.contributors.people.contains(id) else {
      throw .refused(["\(id) made this change and cannot approve it; another policy-owner has to"])
    }
    guard change.question.requirement.admitsContributors || !change.question.contributors.hasUnattributed else {
      throw .refused([
        "somebody whose address is not in .chaperone/people.yaml made this change, so it would not pass; somebody who is there has to commit it"
      ])
    }
    if let note { try check(note: note) }
    let decision = change.question.decision(
      .approve, by: id, as: .policyOwner, seen: change.records, note: note.map { Digest(of: $0) }, nonce: Self.nonce())
    let record = try signer.sign(decision)
    let question = change.question
    if case .none(let problem) = Evidence(line: record.line, signers: question.signers, revoked: question.revoked).trust
    {
      throw .refused(["the signature would not count: \(problem.sentence)"])
    }
    let entry = LedgerEntry(record: record, shown: person.approvedByTrailer(as: .policyOwner), note: note)
    try ledger.append([entry], summary: "Approve a change of .chaperone as policy-owner")
    return record
  }
}

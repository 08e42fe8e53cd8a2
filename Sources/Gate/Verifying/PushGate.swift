internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// Decides a push: gated branches are verified, and the ledger may only grow.
struct PushGate {
  let repository: Repository
  let now: Timestamp
  /// Whether this is the receiving side, where the decision counts.
  let isServer: Bool

  /// One report for each update that is gated; other updates pass.
  func reports(_ updates: [RefUpdate]) throws(GateError) -> [VerificationReport] {
    let ledgerName = try Ledger.name(in: repository)
    let ledger = try ledger(updates, ledgerName)
    var reports: [VerificationReport] = []
    for update in updates {
      if update.name == ledgerName {
        reports.append(self.ledger(update))
      } else if try isGated(update) {
        reports.append(gated(update, ledger))
      }
    }
    return reports
  }

  /// The ledger as it will be once the push is accepted.
  private func ledger(_ updates: [RefUpdate], _ name: ReferenceName) throws(GateError) -> Ledger {
    if isServer, let update = updates.first(where: { $0.name == name }), let new = update.new {
      return try Ledger.at([new], in: repository)
    }
    return try Ledger.open(repository)
  }

  // MARK: Gated branches

  private func isGated(_ update: RefUpdate) throws(GateError) -> Bool {
    var commits: [ObjectID] = []
    if let old = update.old, try contains(old) { commits.append(old) }
    if let head = try reading({ () throws(GitError) in try repository.head().commit }) { commits.append(head) }
    // Only the very first push brings the policy that says what is gated.
    if commits.isEmpty, let new = update.new { commits = [new] }
    for commit in commits {
      guard let policy = try policy(of: commit) else { continue }
      if policy.gatedRefs.contains(update.name.bytes) { return true }
    }
    return false
  }

  private func contains(_ id: ObjectID) throws(GateError) -> Bool {
    try reading { () throws(GitError) in try repository.contains(id) }
  }

  private func policy(of commit: ObjectID) throws(GateError) -> ApprovalPolicy? {
    let tree = try reading { () throws(GitError) in try repository.commit(commit).tree }
    let text = try TreeFiles(repository, tree: tree).read(PolicyInForce.policyFile, limit: PolicyInForce.sizeLimit)
    guard let text else { return nil }
    return try ApprovalPolicyFile.parse(text)
  }

  private func gated(_ update: RefUpdate, _ ledger: Ledger) -> VerificationReport {
    var report = VerificationReport(range: update.name.text)
    do {
      guard let new = update.new else {
        report.problems.append(
          VerificationProblem("REF_DELETED", "A gated branch is never deleted; what it published would be lost."))
        return report
      }
      if let old = update.old, !(try contains(old)) {
        report.problems.append(
          VerificationProblem(
            "MISSING_OBJECT", "What the remote has is not known here; `git fetch` first.", .undecidable))
        return report
      }
      report = Verification(repository, ledger: ledger, now: now).verify(from: try base(of: update, new), to: new)
      report.range = "\(update.name.text) \(report.range)"
    } catch {
      report.problems.append(VerificationProblem(error))
    }
    return report
  }

  /// The accepted commit to start from: where the branch was, or where a new one leaves the default branch.
  private func base(of update: RefUpdate, _ new: ObjectID) throws(GateError) -> ObjectID? {
    if let old = update.old { return old }
    return try reading { () throws(GitError) -> ObjectID? in
      guard let head = try repository.head().commit, isServer else { return nil }
      return try repository.mergeBase(head, new) ?? head
    }
  }

  // MARK: The ledger

  private func ledger(_ update: RefUpdate) -> VerificationReport {
    var report = VerificationReport(range: update.name.text)
    do {
      guard let new = update.new else {
        report.problems.append(
          VerificationProblem("LEDGER_DELETED", "The ledger is never deleted; objections would be lost.", .tampered))
        return report
      }
      guard try update.old.map({ old throws(GateError) in try contains(old) }) ?? true else {
        report.problems.append(
          VerificationProblem(
            "MISSING_OBJECT", "What the remote has is not known here; run `chaperone sync`.", .undecidable))
        return report
      }
      let isGrowing = try reading { () throws(GitError) -> Bool in
        guard let old = update.old else { return true }
        return try repository.isAncestor(old, of: new)
      }
      guard isGrowing else {
        report.problems.append(
          VerificationProblem(
            "LEDGER_REWOUND", "The ledger only grows; run `chaperone sync` instead of forcing it.", .tampered))
        return report
      }
      let trees = try reading { () throws(GitError) in
        (
          try update.old.map { id throws(GitError) in try repository.commit(id).tree },
          try repository.commit(new).tree
        )
      }
      let records = try Ledger.newRecords(from: trees.0, to: trees.1, in: repository)
      report.records = records.count
      report.problems += try strangers(records)
    } catch {
      report.problems.append(VerificationProblem(error))
    }
    return report
  }

  /// New records that no key of a known person signed: nobody else writes into the ledger.
  private func strangers(_ records: [Record]) throws(GateError) -> [VerificationProblem] {
    guard isServer, let head = try reading({ () throws(GitError) in try repository.head().commit }) else { return [] }
    let tree = try reading { () throws(GitError) in try repository.commit(head).tree }
    let files = TreeFiles(repository, tree: tree)
    guard try files.read(PolicyInForce.policyFile, limit: PolicyInForce.sizeLimit) != nil else { return [] }
    let trust = try TrustInForce.load(from: files)
    var problems: [VerificationProblem] = []
    for record in records {
      let evidence = Evidence(line: record.line, signers: trust.signers, revoked: trust.revoked)
      if case .none(let problem) = evidence.trust {
        problems.append(
          VerificationProblem(
            problem.code.rawValue, problem.sentence, draft: record.decision.draft.description, .tampered))
      } else if record.decision.repository != trust.policy.repository {
        problems.append(
          VerificationProblem(
            Problem.Code.wrongRepository.rawValue, "The record was made for another repository.",
            draft: record.decision.draft.description, .tampered))
      }
    }
    return problems
  }
}

extension Gatekeeper {
  /// pre-receive: verifies what is pushed, in the quarantine, before any branch moves.
  func receive(_ repository: Repository, updates: [RefUpdate]) throws(GateError) -> HookAnswer {
    answer(try PushGate(repository: repository, now: now, isServer: true).reports(updates), "Not accepted")
  }

  /// The same before a push leaves: advice, since the server decides.
  func checkGate(_ repository: Repository, updates: [RefUpdate]) throws(GateError) -> HookAnswer {
    answer(try PushGate(repository: repository, now: now, isServer: false).reports(updates), "Not pushed")
  }

  private func answer(_ reports: [VerificationReport], _ verb: String) -> HookAnswer {
    let failed = reports.filter { $0.result != .ok }
    guard let gravest = failed.flatMap(\.problems).map(\.consequence).max() else { return .allow() }
    let text = failed.map { $0.text(style: style) }.joined(separator: "\n")
    let status: Int32 = gravest == .tampered ? 2 : gravest == .undecidable ? 3 : 1
    return HookAnswer(
      status: status,
      text: text
        + "\n\(verb): every published draft needs its approvals; `chaperone queue` says who has still to sign.\n")
  }
}

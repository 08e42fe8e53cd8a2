internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// One verification on its way from commit to commit.
struct VerificationRun {
  let repository: Repository
  let ledger: Ledger
  let now: Timestamp
  let base: ObjectID?
  let new: ObjectID
  let line: CommitLine
  private var state: PolicyState?
  private var looked = 0
  private let media: ShownMedia

  init(_ verification: Verification, from base: ObjectID?, to new: ObjectID) throws(GateError) {
    repository = verification.repository
    ledger = verification.ledger
    now = verification.now
    self.base = base
    self.new = new
    let repository = verification.repository
    line = try reading { () throws(GitError) in try CommitLine(from: base, to: new, in: repository) }
    media = ShownMedia(repository)
    if let base {
      let commit = try reading { () throws(GitError) in try repository.commit(base) }
      state = try PolicyState.load(at: commit, in: repository, now: now)
    }
  }

  mutating func run(_ report: inout VerificationReport) throws(GateError) {
    report.commits = line.commits.count
    if let base, base != new, line.commits.first?.parents.first != base {
      report.problems.append(
        VerificationProblem(
          "HISTORY_REWRITTEN",
          "The branch does not go on from \(base.hex.prefix(12)); rebase onto it instead of replacing it."))
      return
    }
    var steps: [Step] = []
    for (place, commit) in line.commits.enumerated() {
      do {
        steps.append(try step(place, commit))
      } catch {
        report.problems.append(VerificationProblem(error, commit: commit.id))
        return
      }
    }
    var history = TouchedDrafts(repository, line: line, tip: new)
    var anchors: LedgerAnchors?
    for step in steps {
      do {
        try verify(step, of: steps, &history, &anchors, &report)
      } catch {
        // What comes after cannot be judged with a policy that is not known.
        report.problems.append(VerificationProblem(error, commit: step.commit.id))
        break
      }
    }
    report.records = looked + (state?.count ?? 0)
  }

  /// A commit and what it changes.
  struct Step {
    let place: Int
    let commit: Commit
    let parent: Commit?
    let changes: [FileChange]

    /// The files it puts below a folder.
    func gated(under root: RepositoryPath) -> [RepositoryPath] {
      changes.filter { $0.new != nil && $0.path.isUnder(root) }.map(\.path)
    }

    /// The paths it changes in any way below a folder.
    func changed(under root: RepositoryPath) -> [RepositoryPath] {
      var paths = changes.map(\.path)
      for case .renamed(let source) in changes.map(\.kind) { paths.append(source) }
      return paths.filter { $0.isUnder(root) }
    }
  }

  private func step(_ place: Int, _ commit: Commit) throws(GateError) -> Step {
    try reading { () throws(GitError) in
      let parent = try commit.parents.first.map { id throws(GitError) in try repository.commit(id) }
      return Step(
        place: place, commit: commit, parent: parent,
        changes: try repository.changes(from: parent?.tree, to: commit.tree))
    }
  }

  private mutating func verify(
    _ step: Step, of steps: [Step], _ history: inout TouchedDrafts, _ anchors: inout LedgerAnchors?,
    _ report: inout VerificationReport
  ) throws(GateError) {
    let commit = step.commit
    let changesPolicy = step.changes.contains { change in
      if case .renamed(let source) = change.kind, source.isUnder(PolicyInForce.folder) { return true }
      return change.path.isUnder(PolicyInForce.folder) || change.path == PolicyInForce.folder
    }
    if state == nil {
      // Only a repository that has no policy yet may take it from the commit that brings it.
      state = try PolicyState.load(at: commit, in: repository, now: now)
    } else if changesPolicy {
      try verifyPolicyChange(step, &report)
    }
    guard let state else { return }
    let evidence = trailerEvidence(commit, state, &report)
    let folders = GatedFolders(folders: [state.published, PolicyInForce.folder])
    report.problems += folders.problems(step.changes, commit: commit.id)
    let gated = try gatedPaths(step, state, &report)
    if !gated.isEmpty, anchors == nil {
      let first = try LedgerAnchors(repository, ledger: ledger, before: base)
      if let problem = try first.checkLedger() { report.problems.append(problem) }
      anchors = first
    }
    if let problem = try anchors?.check(commit) ?? nil { report.problems.append(problem) }
    guard !gated.isEmpty else { return }
    let touches = try history.touches(of: gated, at: step.place, with: state) {
      steps.flatMap { $0.changed(under: state.published) }
    }
    // A record for another draft of the same commit is no wrong one.
    let ids = Set(gated.compactMap { Draft.identifier(of: $0, roots: [state.drafts, state.published])?.bytes })
    for start in stride(from: 0, to: gated.count, by: DraftChecker.batch) {
      let batch = start..<min(start + DraftChecker.batch, gated.count)
      var prepared: [(touches: [ObjectID], standing: PreparedStanding)] = []
      for (path, touched) in zip(gated[batch], touches[batch]) {
        guard let standing = try prepare(path, touched, step, evidence, others: ids, state, &report) else { continue }
        prepared.append((touched, standing))
      }
      for (standing, item) in zip(try state.judge.judge(prepared.map(\.standing)), prepared)
      where !standing.isApproved {
        let explained = try explained(standing, state, at: [step.commit.id] + item.touches.prefix(10))
        report.problems += StandingProblems.list(explained, commit: step.commit.id)
      }
    }
  }

  /// What the commit puts into the published tree, and published posts that show a file it changes.
  private func gatedPaths(
    _ step: Step, _ state: PolicyState, _ report: inout VerificationReport
  ) throws(GateError) -> [RepositoryPath] {
    var gated = step.gated(under: state.published)
    let replaced = step.changes.compactMap { change -> RepositoryPath? in
      let path = if case .renamed(let source) = change.kind { source } else { change.path }
      // Posts are no pictures; looking for them would read the whole published tree at every edit of a draft.
      let isPost = path.hasExtension("md") && (path.isUnder(state.drafts) || path.isUnder(state.published))
      return change.old != nil && !isPost && !path.isUnder(PolicyInForce.folder) ? path : nil
    }
    if !replaced.isEmpty {
      let showing = try media.posts(showing: Set(replaced), under: state.published, in: step.commit.tree)
      gated += showing.filter { !gated.contains($0) }
    }
    return gated.filter { path in
      if path.hasExtension("md") { return true }
      let kept = path.name.elementsEqual(".gitkeep".utf8)
      if !kept {
        report.problems.append(
          VerificationProblem(
            "NOT_A_DRAFT", SubjectObstacle.notADraft.sentence, commit: step.commit.id, path: path))
      }
      return false
    }
  }

  /// The records in the commit's trailers; one that proves nothing was never written by Chaperone.
  private func trailerEvidence(
    _ commit: Commit, _ state: PolicyState, _ report: inout VerificationReport
  ) -> [Evidence] {
    commit.message.trailers.filter(ReceiptTrailers.isRecord).map { trailer in
      let evidence = state.evidence(trailer.line)
      var problem: Problem?
      if case .none(let found) = evidence.trust { problem = found }
      let isForeign = evidence.record.map { $0.decision.repository != state.trust.policy.repository } ?? false
      if let problem {
        report.problems.append(
          VerificationProblem(
            problem.code.rawValue, problem.sentence, commit: commit.id,
            draft: evidence.record?.decision.draft.description, role: problem.slot?.description, .tampered))
      } else if isForeign {
        report.problems.append(
          VerificationProblem(
            Problem.Code.wrongRepository.rawValue, "A record in the message was made for another repository.",
            commit: commit.id, draft: evidence.record?.decision.draft.description, .tampered))
      }
      return evidence
    }
  }

  /// Reads what the standing of a file follows from; nil for one that was reported already.
  private func prepare(
    _ path: RepositoryPath, _ touched: [ObjectID], _ step: Step, _ trailers: [Evidence], others: Set<[UInt8]>,
    _ state: PolicyState, _ report: inout VerificationReport
  ) throws(GateError) -> PreparedStanding? {
    let files = TreeFiles(repository, tree: step.commit.tree)
    let history = DraftHistory(repository, drafts: state.drafts, published: state.published)
    guard let bytes = try files.read(path, limit: Draft.sizeLimit + 1) else {
      report.problems.append(
        VerificationProblem(
          "NOT_A_FILE", "A symbolic link or submodule cannot be published; commit the text itself.",
          commit: step.commit.id, path: path))
      return nil
    }
    let own = Draft.identifier(of: path, roots: [state.drafts, state.published])?.bytes
    let mine = trailers.filter { item in
      guard let id = item.record?.decision.draft.bytes else { return true }
      return id == own || !others.contains(id)
    }
    return try state.judge.prepare(
      bytes, path: path, in: files, origin: .commit(step.commit.id), contributors: history.addresses(of: touched),
      beside: mine
    ) { subject, draft throws(GateError) in try ledger.lines(of: subject, draft: draft) }
  }

  /// Adds what was signed for earlier versions, so that an edit after the approval is called that.
  private func explained(
    _ draft: DraftStanding, _ state: PolicyState, at commits: [ObjectID]
  ) throws(GateError) -> DraftStanding {
    guard let question = draft.question, let manifest = draft.manifest else { return draft }
    let earlier = try EarlierSubjects(repository: repository, trust: state.trust, policy: state.policy)
      .subjects(of: draft.id, at: commits, except: manifest)
    var evidence = draft.evidence
    for subject in earlier { evidence += try ledger.lines(of: subject).map(state.evidence) }
    return DraftStanding(
      checked: draft.checked, origin: draft.origin, manifest: draft.manifest, obstacle: draft.obstacle,
      question: question, evidence: evidence, standing: Standing(evidence: evidence, question: question))
  }

  /// A change of `.chaperone/`: signed by its owners, it counts from the next commit on.
  private mutating func verifyPolicyChange(
    _ step: Step, _ report: inout VerificationReport
  ) throws(GateError) {
    guard let state, let parent = step.parent else { return }
    let id = step.commit.id
    let change = try PolicyChange(
      from: TreeFiles(repository, tree: parent.tree), to: TreeFiles(repository, tree: step.commit.tree),
      repository: state.trust.policy.repository)
    guard let change else { return }
    let addresses = try PolicyChange.makers(of: line.broughtIn(at: step.place), by: step.commit, in: repository)
    let contributors = PolicyChange.contributors(addresses, in: state.trust.people)
    let question = change.question(state.trust, contributors: contributors, now: now)
    let manifest = change.manifest
    var evidence = step.commit.message.trailers.filter(ReceiptTrailers.isRecord).map { state.evidence($0.line) }
      .filter { $0.record?.decision.draft == manifest.draft }
    evidence += try ledger.lines(of: manifest.subject, draft: manifest.draft).map(state.evidence)
    let standing = Standing(evidence: evidence, question: question)
    guard standing.isApproved else {
      for found in StandingProblems.unmet(standing) {
        report.problems.append(
          VerificationProblem(
            "POLICY_CHANGE", "It changes .chaperone/, for which owners of the policy sign. \(found.sentence)",
            commit: id, draft: manifest.draft.description, role: found.role))
      }
      return
    }
    if contributors.hasUnattributed, !question.requirement.admitsContributors {
      report.problems.append(
        VerificationProblem(
          "POLICY_CHANGE", "Somebody who is not in people.yaml made this change of .chaperone/.", commit: id,
          draft: manifest.draft.description))
      return
    }
    guard let next = try PolicyState.load(at: step.commit, in: repository, now: now) else {
      throw .unreadable(".chaperone/policy.yaml is gone after this commit, so nothing after it can be judged")
    }
    looked += state.count
    self.state = next
  }
}

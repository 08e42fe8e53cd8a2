internal import Approvals
public import Changes
public import Drafts
public import Git
internal import Policy

/// What may be signed in a clone, and what has been.
///
/// ```swift
/// let signOff = try SignOff(repository, environment: environment, now: now)
/// let drafts = try signOff.standings(of: [path], from: .head)
/// let signer = try signOff.signer()
/// try signOff.approve(drafts, by: signer, as: drafts[0].roles(of: signer.person)[0], note: nil)
/// ```
public struct SignOff {
  let repository: Repository
  let environment: GitEnvironment
  let judge: DraftJudge
  let history: DraftHistory
  /// The time its answers are for.
  public let now: Timestamp
  /// The policy of HEAD.
  public let policy: PolicyInForce
  /// People, keys and consents of HEAD.
  public let trust: TrustInForce
  /// The records.
  public let ledger: Ledger
  let head: Commit

  /// Reads policy, trust and ledger of a clone.
  ///
  /// With `namingIndividuals`, the answers list whom each draft talks about.
  ///
  /// - Throws: ``GateError`` where HEAD has no commit or no `.chaperone/`, or a file of it cannot be read.
  public init(
    _ repository: Repository, environment: GitEnvironment, now: Timestamp, namingIndividuals: Bool = false
  ) throws(GateError) {
    let commit = try reading { () throws(GitError) -> Commit? in
      try repository.head().commit.map { id throws(GitError) in try repository.commit(id) }
    }
    guard let commit else { throw .refused(["nothing is committed yet, so there is no policy to sign under"]) }
    let files = TreeFiles(repository, tree: commit.tree)
    let trust = try TrustInForce.load(from: files)
    var policy = try PolicyInForce.load(from: files, origin: .commit(commit.id))
    policy.namesIndividuals = namingIndividuals
    self.init(
      repository, environment: environment, head: commit, policy: policy, trust: trust,
      ledger: try Ledger.open(repository), now: now)
  }

  init(
    _ repository: Repository, environment: GitEnvironment, head: Commit, policy: PolicyInForce, trust: TrustInForce,
    ledger: Ledger, now: Timestamp
  ) {
    self.repository = repository
    self.environment = environment
    self.head = head
    self.policy = policy
    self.trust = trust
    self.ledger = ledger
    self.now = now
    judge = DraftJudge(policy: policy, trust: trust, now: now)
    history = DraftHistory(
      repository, drafts: policy.organisation.drafts, published: policy.organisation.published)
  }

  /// The same with another state of the ledger.
  func with(_ ledger: Ledger) -> SignOff {
    SignOff(
      repository, environment: environment, head: head, policy: policy, trust: trust, ledger: ledger, now: now)
  }

  /// Who signs in this clone, and with which key.
  public func signer() throws(GateError) -> Signer {
    try Signer.configured(in: repository, people: trust.people, environment: environment)
  }

  /// How drafts stand.
  ///
  /// - Parameters:
  ///   - paths: The drafts, below the drafts or the published root.
  ///   - origin: Whether HEAD or the index is read. What is only staged counts the person of this clone among its
  ///     authors.
  /// - Throws: ``GateError/missing(_:)`` for a path where there is no draft.
  public func standings(
    of paths: [RepositoryPath], from origin: DraftOrigin = .head
  ) throws(GateError) -> [DraftStanding] {
    try standings(of: paths.map { ($0, $0) }, from: origin)
  }

  /// How drafts stand, each judged as if it stood at another path: in the published tree a draft needs more.
  func standings(
    of paths: [(path: RepositoryPath, judgedAs: RepositoryPath)], from origin: DraftOrigin
  ) throws(GateError) -> [DraftStanding] {
    let files = try files(of: origin)
    let roots = [policy.organisation.drafts, policy.organisation.published]
    var drafts: [(path: RepositoryPath, judgedAs: RepositoryPath, id: RepositoryPath, bytes: [UInt8])] = []
    for (path, judgedAs) in paths {
      guard let id = Draft.identifier(of: path, roots: roots), path.hasExtension("md") else {
        throw .missing(["\(path.display) is not a draft: drafts are .md files below \(roots[0].display)/"])
      }
      guard let bytes = try files.read(path, limit: Draft.sizeLimit) else {
        throw try missing(path, id: id, from: origin)
      }
      drafts.append((path, judgedAs, id, bytes))
    }
    let start = if case .commit(let id) = origin { id } else { head.id }
    let touches = try history.touches(of: drafts.map(\.id), from: start)
    var result: [DraftStanding] = []
    for start in stride(from: 0, to: drafts.count, by: DraftChecker.batch) {
      let batch = start..<min(start + DraftChecker.batch, drafts.count)
      var prepared: [PreparedStanding] = []
      for (draft, commits) in zip(drafts[batch], touches[batch]) {
        var makers = try history.addresses(of: commits)
        if origin == .index, try !isCommitted(draft.bytes, as: draft.id, path: draft.path) {
          makers.append(EmailAddress(try reading { () throws(GitError) in try repository.identity(.author).email }))
        }
        prepared.append(
          try prepare(draft.bytes, judgedAs: draft.judgedAs, origin: origin, in: files, makers: makers))
      }
      for (standing, commits) in zip(try judge.judge(prepared), touches[batch]) {
        result.append(try explained(standing, earlier: commits))
      }
    }
    return result
  }

  /// Reads what the standing of one file follows from, once it is known who made it.
  func prepare(
    _ bytes: [UInt8], judgedAs path: RepositoryPath, origin: DraftOrigin, in files: any FileSource,
    makers: [EmailAddress]
  ) throws(GateError) -> PreparedStanding {
    try judge.prepare(bytes, path: path, in: files, origin: origin, contributors: makers) {
      subject, id throws(GateError) in
      try ledger.lines(of: subject, draft: id)
    }
  }

  /// Whether HEAD holds the same content for a draft, under whichever root: then moving it is all that is staged.
  private func isCommitted(_ bytes: [UInt8], as id: RepositoryPath, path: RepositoryPath) throws(GateError) -> Bool {
    let files = TreeFiles(repository, tree: head.tree)
    for root in [policy.organisation.published, policy.organisation.drafts] {
      guard let path = RepositoryPath(bytes: root.appending(id).bytes + Array(".md".utf8)) else { continue }
      if try files.read(path, limit: Draft.sizeLimit) == bytes { return true }
    }
    return false
  }

  private func files(of origin: DraftOrigin) throws(GateError) -> any FileSource {
    switch origin {
    case .head: return TreeFiles(repository, tree: head.tree)
    case .index: return try IndexFiles(repository)
    case .commit(let id):
      return TreeFiles(repository, tree: try reading { () throws(GitError) in try repository.commit(id).tree })
    }
  }

  /// How many earlier versions are looked at for signatures that an edit made stale.
  private static let earlierVersions = 20

  /// Adds what was signed for earlier versions, so that a draft that was edited says so.
  ///
  /// - Parameter blob: The file as it stands, where that is known: its version needs not be read again.
  func explained(
    _ standing: DraftStanding, earlier commits: [ObjectID], standingAs blob: ObjectID? = nil
  ) throws(GateError) -> DraftStanding {
    guard let question = standing.question, let manifest = standing.manifest, !standing.isApproved else {
      return standing
    }
    let stale = try EarlierSubjects(repository: repository, trust: trust, policy: policy)
      .subjects(of: standing.id, at: commits.prefix(Self.earlierVersions), except: manifest, from: blob)
    var evidence = standing.evidence
    for subject in stale { evidence += try ledger.lines(of: subject).map(judge.evidence) }
    guard evidence.count > standing.evidence.count else { return standing }
    return DraftStanding(
      checked: standing.checked, origin: standing.origin, manifest: standing.manifest, obstacle: nil,
      question: question, evidence: evidence, standing: Standing(evidence: evidence, question: question))
  }
}

internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy
public import Review

/// Reads what waits in a repository: every draft of HEAD with its findings, records and history.
///
/// ```swift
/// let queue = try QueueReader(SignOff(repository, environment: environment, now: now)).queue()
/// ```
/// It shows, and decides nothing: gates judge drafts anew.
public struct QueueReader {
  private let signOff: SignOff
  private let files: TreeFiles

  /// A reader for what a clone may sign.
  public init(_ signOff: SignOff) {
    self.signOff = signOff
    files = TreeFiles(signOff.repository, tree: signOff.head.tree)
  }

  /// Every draft that is not published, and of the published posts those that have to be taken down.
  ///
  /// - Parameters:
  ///   - includesPublished: Whether every other published post is listed too.
  ///   - progress: Called for each draft with how many are done and how many there are.
  /// - Throws: ``GateError`` where the repository, the policy or the ledger cannot be read. A draft that cannot be read
  ///   is an item and no error.
  public func queue(
    includesPublished: Bool = false, progress: (Int, Int) throws(GateError) -> Void = { _, _ throws(GateError) in }
  ) throws(GateError) -> ReviewQueue {
    let drafts = try entries(under: signOff.policy.organisation.drafts)
    let published = try publishedEntries(all: includesPublished)
    let all = drafts + published
    let touches = try signOff.history.touches(of: all.map { id(of: $0.path) }, from: signOff.head.id)
    let judge = ReviewJudge(people: signOff.trust.people, policy: signOff.trust.policy, now: signOff.now)
    var items: [ReviewItem] = []
    for (index, (entry, commits)) in zip(all, touches).enumerated() {
      try progress(index, all.count)
      items.append(judge.item(try facts(entry, commits, isPublished: index >= drafts.count)))
    }
    return ReviewQueue(items, now: signOff.now)
  }

  private func id(of path: RepositoryPath) -> RepositoryPath {
    let organisation = signOff.policy.organisation
    return Draft.identifier(of: path, roots: [organisation.drafts, organisation.published]) ?? path
  }

  private func entries(under root: RepositoryPath) throws(GateError) -> [TreeEntry] {
    try reading { () throws(GitError) in
      try signOff.repository.entries(under: root, in: signOff.head.tree).filter { $0.path.hasExtension("md") }
    }
  }

  /// The published posts to look at: all, or those whose consent or own time has ended.
  private func publishedEntries(all: Bool) throws(GateError) -> [TreeEntry] {
    let entries = try entries(under: signOff.policy.organisation.published)
    if all { return entries }
    let ended = EndedPosts(consents: signOff.trust.consents, now: signOff.now)
    var found: [TreeEntry] = []
    for entry in entries where entry.version.mode.isFile {
      guard let bytes = try files.read(entry.path, limit: Draft.sizeLimit) else { continue }
      if ended.mayHold(bytes), ended.holds(bytes, at: entry.path) { found.append(entry) }
    }
    return found
  }

  private func facts(_ entry: TreeEntry, _ commits: [ObjectID], isPublished: Bool) throws(GateError) -> ReviewFacts {
    let addresses = try signOff.history.addresses(of: commits)
    var facts = ReviewFacts(
      path: entry.path, id: id(of: entry.path), isPublished: isPublished,
      contributors: Contributors(author: nil, emails: addresses, in: signOff.trust.people),
      changed: try changed(commits))
    guard let bytes = try content(of: entry) else { return facts }
    let standing = try signOff.standing(
      of: bytes, at: entry.path, judgedAs: entry.path, origin: .head, in: files, commits: commits, makers: addresses)
    guard case .assessed(let draft, let assessment) = standing.checked.outcome else { return facts }
    facts.isReadable = true
    facts.obstacle = standing.obstacle?.sentence
    facts.author = draft.frontMatter?.author?.value
    facts.publishDate = draft.frontMatter?.publishDate?.value
    facts.expiryDate = draft.frontMatter?.expiryDate?.value
    let blocks = assessment.findings.filter { $0.severity == .block }
    facts.blockingRules = Set(blocks.map(\.rule)).sorted()
    facts.isPastDate =
      !blocks.isEmpty && blocks.allSatisfy { $0.field == "publishDate" }
      && facts.publishDate.map { $0 <= signOff.now } ?? false
    facts.findings = FindingCounts(
      block: blocks.count,
      approve: assessment.findings.count { $0.severity == .approve },
      advise: assessment.findings.count { $0.severity == .advise })
    facts.consents = standing.question?.consents ?? []
    facts.contributors = Contributors(author: facts.author, emails: addresses, in: signOff.trust.people)
    facts.question = standing.question
    facts.standing = standing.standing
    facts.evidence = standing.evidence
    return facts
  }

  /// The bytes of a draft; nil for what is no text that could be one.
  private func content(of entry: TreeEntry) throws(GateError) -> [UInt8]? {
    guard entry.version.mode.isFile else { return nil }
    do throws(GitError) {
      return try signOff.repository.blob(entry.version.id, limit: Draft.sizeLimit)
    } catch .tooLarge {
      return nil
    } catch {
      throw .git(error)
    }
  }

  /// The date of the newest commit that touched a draft.
  private func changed(_ commits: [ObjectID]) throws(GateError) -> Timestamp {
    guard let newest = commits.first else { return signOff.now }
    return try reading { () throws(GitError) in
      Timestamp(secondsSince1970: Int(try signOff.repository.commit(newest).committer.time))
    }
  }
}

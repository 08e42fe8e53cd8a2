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

  /// A reader for what a clone may sign.
  public init(_ signOff: SignOff) { self.signOff = signOff }

  /// Every draft that is not published, and of the published posts those that have to be taken down.
  ///
  /// - Parameters:
  ///   - includesPublished: Whether every other published post is listed too.
  ///   - remembers: Whether what an earlier run kept below `.git/chaperone/` is used, and what this one read is kept.
  ///   - progress: Called for each draft that is read with how many are done and how many there are.
  /// - Throws: ``GateError`` where the repository, the policy or the ledger cannot be read. A draft that cannot be read
  ///   is an item and no error, and a memory that cannot be read or kept is neither.
  public func queue(
    includesPublished: Bool = false, remembers: Bool = true,
    progress: (Int, Int) throws(GateError) -> Void = { _, _ throws(GateError) in }
  ) throws(GateError) -> ReviewQueue {
    let keeps = remembers && !includesPublished
    let file = QueueFile(signOff.repository)
    let key = try key()
    let known = keeps ? file.read().flatMap { $0.isUsable(for: key, at: signOff.now) ? $0 : nil } : nil
    let fresh = try known.map { memory throws(GateError) in
      try QueueChanges(signOff).stillTrue(of: memory, now: key)
    }
    if let known, let fresh, known.key == key, fresh.count == known.entries.count,
      !known.posts.contains(where: { $0.end > known.time && $0.end <= signOff.now })
    {
      return ReviewQueue(fresh.map(\.item), now: signOff.now)
    }
    let posts = try EndingPosts(signOff).posts(all: includesPublished, known: known, key: key)
    let entries = try read(posts: posts.filter { includesPublished || $0.end <= signOff.now }, fresh ?? [], progress)
    if keeps { file.write(QueueMemory(key: key, time: signOff.now, entries: entries, posts: posts)) }
    return ReviewQueue(entries.map(\.item), now: signOff.now)
  }

  private func key() throws(GateError) -> QueueMemory.Key {
    let files = TreeFiles(signOff.repository, tree: signOff.head.tree)
    return QueueMemory.Key(
      head: signOff.head.id, policy: try files.folderID(PolicyInForce.folder),
      published: try files.folderID(signOff.policy.organisation.published), ledger: signOff.ledger.trees)
  }

  /// What is in the queue now: what is still true as it was read, and everything else read anew.
  private func read(
    posts: [EndingPost], _ fresh: [QueueMemory.Entry], _ progress: (Int, Int) throws(GateError) -> Void
  ) throws(GateError) -> [QueueMemory.Entry] {
    let organisation = signOff.policy.organisation
    let drafts = try reading { () throws(GitError) in
      try signOff.repository.entries(under: organisation.drafts, in: signOff.head.tree).filter {
        $0.path.hasExtension("md")
      }
    }
    let all = drafts + posts.map(\.entry)
    var known: [RepositoryPath: QueueMemory.Entry] = [:]
    for entry in fresh { known[entry.item.path] = entry }
    let roots = [organisation.drafts, organisation.published]
    var ids: [RepositoryPath] = []
    var unread: [Int] = []
    for (index, entry) in all.enumerated() where known[entry.path]?.version != entry.version {
      unread.append(index)
      ids.append(Draft.identifier(of: entry.path, roots: roots) ?? entry.path)
    }
    let touches = ids.isEmpty ? [] : try signOff.history.touches(of: ids, from: signOff.head.id)
    let reader = FactReader(signOff)
    let judge = ReviewJudge(people: signOff.trust.people, policy: signOff.trust.policy, now: signOff.now)
    for start in stride(from: 0, to: unread.count, by: DraftChecker.batch) {
      var batch: [(prepared: FactReader.Prepared, files: RecordedFiles)] = []
      for position in start..<min(start + DraftChecker.batch, unread.count) {
        try progress(position, unread.count)
        let files = RecordedFiles(TreeFiles(signOff.repository, tree: signOff.head.tree))
        let index = unread[position]
        let prepared = try reader.prepare(
          all[index], id: ids[position], touchedBy: touches[position], isPublished: index >= drafts.count, in: files)
        batch.append((prepared, files))
      }
      for (facts, read) in zip(try reader.facts(batch.map(\.prepared)), batch) {
        known[facts.path] = QueueMemory.Entry(
          version: read.prepared.entry.version, item: judge.item(facts), until: judge.nextChange(facts),
          reads: Array(read.files.paths), folders: Array(read.files.folders))
      }
    }
    return all.compactMap { known[$0.path] }
  }
}

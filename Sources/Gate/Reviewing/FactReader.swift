internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy
internal import Review

/// Reads what the items of the queue are made of.
final class FactReader {
  private let signOff: SignOff
  private var makers: [ObjectID: (addresses: [EmailAddress], time: Timestamp)] = [:]

  init(_ signOff: SignOff) { self.signOff = signOff }

  /// A file, and what is known about it before it is judged.
  struct Prepared {
    let entry: TreeEntry
    fileprivate let id: RepositoryPath
    fileprivate let commits: [ObjectID]
    fileprivate let addresses: [EmailAddress]
    fileprivate let changed: Timestamp?
    fileprivate let isPublished: Bool
    /// What its standing follows from; nil for what is no text that could be a draft.
    fileprivate let standing: PreparedStanding?
  }

  /// Reads what the facts about a file follow from.
  ///
  /// - Parameters:
  ///   - id: The draft's id.
  ///   - commits: The commits that touched it.
  ///   - files: Where it and what it shows are read.
  func prepare(
    _ entry: TreeEntry, id: RepositoryPath, touchedBy commits: [ObjectID], isPublished: Bool, in files: any FileSource
  ) throws(GateError) -> Prepared {
    var addresses: [EmailAddress] = []
    var changed: Timestamp?
    for commit in commits {
      let maker = try maker(commit)
      addresses += maker.addresses
      changed = changed ?? maker.time
    }
    let standing = try content(of: entry).map { bytes throws(GateError) in
      try signOff.prepare(bytes, judgedAs: entry.path, origin: .head, in: files, makers: addresses)
    }
    return Prepared(
      entry: entry, id: id, commits: commits, addresses: addresses, changed: changed, isPublished: isPublished,
      standing: standing)
  }

  /// The facts about some files, worked out on all cores.
  func facts(_ files: [Prepared]) throws(GateError) -> [ReviewFacts] {
    var standings = try signOff.judge.judge(files.compactMap(\.standing))[...]
    var facts: [ReviewFacts] = []
    for file in files { facts.append(try self.facts(file, file.standing == nil ? nil : standings.popFirst())) }
    return facts
  }

  private func facts(_ file: Prepared, _ judged: DraftStanding?) throws(GateError) -> ReviewFacts {
    var facts = ReviewFacts(
      path: file.entry.path, id: file.id, isPublished: file.isPublished,
      contributors: Contributors(author: nil, emails: file.addresses, in: signOff.trust.people),
      changed: file.changed ?? signOff.now)
    guard let judged, case .assessed(let draft, let assessment) = judged.checked.outcome else { return facts }
    let standing = try signOff.explained(judged, earlier: file.commits, standingAs: file.entry.version.id)
    facts.isReadable = true
    facts.obstacle = standing.obstacle?.sentence
    facts.author = draft.frontMatter?.author?.value
    facts.publishDate = draft.frontMatter?.publishDate?.value
    facts.expiryDate = draft.frontMatter?.expiryDate?.value
    facts.consents = standing.question?.consents ?? []
    facts.contributors = Contributors(author: facts.author, emails: file.addresses, in: signOff.trust.people)
    facts.question = standing.question
    facts.standing = standing.standing
    facts.evidence = standing.evidence
    add(assessment.findings, to: &facts)
    return facts
  }

  private func add(_ findings: [Finding], to facts: inout ReviewFacts) {
    let blocks = findings.filter { $0.severity == .block }
    facts.blockingRules = Set(blocks.map(\.rule)).sorted()
    facts.isPastDate =
      !blocks.isEmpty && blocks.allSatisfy { $0.field == "publishDate" }
      && facts.publishDate.map { $0 <= signOff.now } ?? false
    facts.findings = FindingCounts(
      block: blocks.count, approve: findings.count { $0.severity == .approve },
      advise: findings.count { $0.severity == .advise })
  }

  /// Who made a commit, and its date.
  private func maker(_ id: ObjectID) throws(GateError) -> (addresses: [EmailAddress], time: Timestamp) {
    if let known = makers[id] { return known }
    let commit = try reading { () throws(GitError) in try signOff.repository.commit(id) }
    let maker = (
      addresses: DraftHistory.addresses(of: commit),
      time: Timestamp(secondsSince1970: Int(clamping: commit.committer.time))
    )
    makers[id] = maker
    return maker
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
}

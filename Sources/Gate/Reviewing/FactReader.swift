internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy
internal import Review

/// Reads what an item of the queue is made of, one draft after the other.
final class FactReader {
  private let signOff: SignOff
  private let records: LedgerFolders
  private var makers: [ObjectID: (addresses: [EmailAddress], time: Timestamp)] = [:]

  init(_ signOff: SignOff) {
    self.signOff = signOff
    records = LedgerFolders(signOff.ledger)
  }

  /// The facts about a file.
  ///
  /// - Parameters:
  ///   - id: The draft's id.
  ///   - commits: The commits that touched it.
  ///   - files: Where it and what it shows are read.
  func facts(
    _ entry: TreeEntry, id: RepositoryPath, touchedBy commits: [ObjectID], isPublished: Bool, in files: any FileSource
  ) throws(GateError) -> ReviewFacts {
    var addresses: [EmailAddress] = []
    var changed: Timestamp?
    for commit in commits {
      let maker = try maker(commit)
      addresses += maker.addresses
      changed = changed ?? maker.time
    }
    var facts = ReviewFacts(
      path: entry.path, id: id, isPublished: isPublished,
      contributors: Contributors(author: nil, emails: addresses, in: signOff.trust.people),
      changed: changed ?? signOff.now)
    guard let bytes = try content(of: entry) else { return facts }
    let standing = try signOff.standing(
      of: bytes, judgedAs: entry.path, origin: .head, in: files, commits: commits, makers: addresses, records: records)
    guard case .assessed(let draft, let assessment) = standing.checked.outcome else { return facts }
    facts.isReadable = true
    facts.obstacle = standing.obstacle?.sentence
    facts.author = draft.frontMatter?.author?.value
    facts.publishDate = draft.frontMatter?.publishDate?.value
    facts.expiryDate = draft.frontMatter?.expiryDate?.value
    facts.consents = standing.question?.consents ?? []
    facts.contributors = Contributors(author: facts.author, emails: addresses, in: signOff.trust.people)
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

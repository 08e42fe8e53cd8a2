internal import Approvals
public import Changes
internal import Drafts
internal import Git
internal import Policy

/// A commit that put drafts into the published tree.
public struct Publication: Sendable {
  /// The commit.
  public let commit: ObjectID
  /// What was moved, and where to.
  public let moves: [(from: RepositoryPath, to: RepositoryPath)]
  /// What the work tree could not be brought up to, one line each: files that were changed there are left alone.
  public let leftAlone: [String]
}

extension SignOff {
  /// Moves approved drafts into the published tree, in one commit that carries their receipts.
  ///
  /// The commit is built from objects and the branch moves only from where it was read, so nothing in the work tree
  /// can get into it. Then the index and the work tree follow, for these paths and only where they are unchanged. A
  /// process that is stopped in between leaves either nothing or the finished commit; publishing the same drafts
  /// again then brings index and work tree up to it.
  ///
  /// - Throws: ``GateError/refused(_:)`` with every reason where one of the drafts may not be published; none is then.
  /// - Parameter subject: The first line of the commit's message; nil writes one from the drafts' ids.
  public func publish(_ paths: [RepositoryPath], subject: [UInt8]? = nil) throws(GateError) -> Publication {
    guard !paths.isEmpty else { throw .refused(["name the drafts to publish"]) }
    let branch = try branch()
    guard ledger.tips.allSatisfy({ $0 == ledger.tip }) else { return try united().publish(paths, subject: subject) }
    let moves = try moves(of: Array(Set(paths)).sorted())
    let files = TreeFiles(repository, tree: head.tree)
    var pending: [Move] = []
    for move in moves where try files.read(move.from, limit: Draft.sizeLimit) != nil { pending.append(move) }
    guard !pending.isEmpty else { return try finish(moves, files) }
    let judged = try standings(of: pending.map { ($0.from, $0.to) }, from: .head)
    try refuse(judged, pending, files)
    let edits = try edits(pending)
    try checkIndex(pending)
    let trailers = ReceiptTrailers.trailers(for: judged, at: pending.map(\.to), ledger: ledger.tip)
    let commit = try write(edits, Self.message(judged, subject).appending(trailers), to: branch)
    let left = try follow(pending, edits)
    return Publication(commit: commit, moves: pending, leftAlone: left)
  }

  /// The same with everything that was fetched from remotes in the own ledger: the anchor has to hold all of it.
  private func united() throws(GateError) -> SignOff {
    for tip in ledger.tips where tip != ledger.tip { try ledger.unite(with: tip) }
    guard let tip = try Ledger.open(repository).tip else { throw .unreadable("the ledger is gone") }
    return with(try Ledger.at([tip], in: repository))
  }

  typealias Move = (from: RepositoryPath, to: RepositoryPath)

  private func branch() throws(GateError) -> ReferenceName {
    let current = try reading { () throws(GitError) in try repository.head() }
    guard case .branch(let name, let id) = current, id == head.id else {
      throw .refused(["HEAD is on no branch, so there is nothing to publish to; `git switch` to one"])
    }
    return name
  }

  private func moves(of paths: [RepositoryPath]) throws(GateError) -> [Move] {
    var moves: [Move] = []
    for path in paths {
      guard let rest = path.relative(to: policy.organisation.drafts), path.hasExtension("md") else {
        throw .refused([
          "\(path.display) is no draft: drafts are .md files below \(policy.organisation.drafts.display)/"
        ])
      }
      moves.append((path, policy.organisation.published.appending(rest)))
    }
    return moves
  }

  private func refuse(_ judged: [DraftStanding], _ moves: [Move], _ files: TreeFiles) throws(GateError) {
    var reasons: [String] = []
    for (draft, move) in zip(judged, moves) {
      if try files.read(move.to, limit: Draft.sizeLimit) != nil {
        reasons.append("\(move.to.display) is there already; publish a change of it by editing it there")
      }
      guard !draft.isApproved else { continue }
      for problem in StandingProblems.list(draft, commit: head.id) {
        let role = problem.role.map { " (\($0))" } ?? ""
        reasons.append("\(move.from.display): \(problem.code)\(role) \(problem.message)")
      }
    }
    guard reasons.isEmpty else { throw .refused(reasons + ["nothing was published"]) }
  }

  private func edits(_ moves: [Move]) throws(GateError) -> [TreeEdit] {
    try reading { () throws(GitError) in
      var edits: [TreeEdit] = []
      for move in moves {
        guard let version = try repository.entry(at: move.from, in: head.tree) else { continue }
        edits += [.remove(move.from), .put(move.to, version)]
      }
      return edits
    }
  }

  /// What is staged for these paths must be what is committed: a staged change would be lost.
  private func checkIndex(_ moves: [Move]) throws(GateError) {
    let staged = try reading { () throws(GitError) in try repository.stagedChanges() }
    let paths = Set(moves.flatMap { [$0.from, $0.to] })
    for change in staged {
      var touched = [change.path]
      if case .renamed(let source) = change.kind { touched.append(source) }
      if let path = touched.first(where: paths.contains) {
        throw .refused(["\(path.display) has a staged change; commit it or unstage it first"])
      }
    }
  }

  private func write(
    _ edits: [TreeEdit], _ message: CommitMessage, to branch: ReferenceName
  ) throws(GateError) -> ObjectID {
    do throws(GitError) {
      let commit = try repository.writeCommit(
        tree: repository.writeTree(basedOn: head.tree, edits), parents: [head.id],
        author: repository.identity(.author), committer: repository.identity(.committer), message: message)
      let subject = String(decoding: message.subject, as: UTF8.self)
      try repository.update(branch, from: head.id, to: commit, reason: "chaperone publish: \(subject)")
      return commit
    } catch .referenceMoved {
      throw .refused(["\(branch) got another commit meanwhile; nothing was published, try again"])
    } catch {
      throw .git(error)
    }
  }

  private static func message(_ drafts: [DraftStanding], _ subject: [UInt8]?) -> CommitMessage {
    let list = drafts.map { "* \($0.id.percentEncoded)\n" }.joined()
    // Only one line: what follows the list is read as evidence.
    if let subject = subject?.prefix(while: { $0 != 0x0A && $0 != 0x0D }), !subject.isEmpty {
      return CommitMessage(subject + Array("\n\n\(list)".utf8))
    }
    guard drafts.count != 1 else { return CommitMessage("Publish \(drafts[0].id.percentEncoded)\n") }
    return CommitMessage("Publish \(drafts.count) drafts\n\n\(list)")
  }

  /// Brings the index and the work tree up to the commit.
  func follow(_ moves: [Move], _ edits: [TreeEdit]) throws(GateError) -> [String] {
    var left: [String] = []
    var unchanged: Set<RepositoryPath> = []
    for move in moves {
      let version = edits.compactMap { if case .put(move.to, let version) = $0 { version } else { nil } }.first
      if try isUnchanged(move.from, version) { unchanged.insert(move.from) }
    }
    try reading { () throws(GitError) in try repository.stage(edits) }
    guard let top = repository.workDirectory else { return [] }
    for move in moves {
      do throws(PlatformError) {
        let from = top + "/" + String(decoding: move.from.bytes, as: UTF8.self)
        let to = top + "/" + String(decoding: move.to.bytes, as: UTF8.self)
        guard try Platform.kind(of: from) != nil else {
          left.append("\(move.to.display) is not in the work tree; `git restore \(move.to.display)` brings it there")
          continue
        }
        guard unchanged.contains(move.from), try Platform.kind(of: to) == nil else {
          left.append("\(move.from.display) was changed in the work tree and stays there, now untracked")
          continue
        }
        if let slash = to.lastIndex(of: "/") { try Platform.createFolder(String(to[..<slash])) }
        try Platform.renameFile(from, to: to)
      } catch {
        left.append("\(move.from.display) could not be moved in the work tree: \(error.description)")
      }
    }
    try refreshIndex()
    return left
  }

  /// Whether the file in the work tree is what is published, by git's own rules for line ends and filters.
  private func isUnchanged(_ path: RepositoryPath, _ version: FileVersion?) throws(GateError) -> Bool {
    guard let version, let top = repository.workDirectory else { return false }
    let text = String(decoding: path.bytes, as: UTF8.self)
    return try reading { () throws(GitError) in
      let result = try repository.command.run(["hash-object", "--path=\(text)", "--", top + "/" + text])
      guard result.status == 0, let id = ObjectID(hex: result.output.dropLast()) else { return false }
      return id == version.id
    }
  }

  private func refreshIndex() throws(GateError) {
    // Only times and sizes; a file that differs is not an error.
    _ = try reading { () throws(GitError) in try repository.command.run(["update-index", "-q", "--refresh"]) }
  }

  /// Brings index and work tree up to an earlier publication that was stopped after its commit.
  private func finish(_ moves: [Move], _ files: TreeFiles) throws(GateError) -> Publication {
    let staged = try IndexFiles(repository)
    var stopped: [Move] = []
    var edits: [TreeEdit] = []
    for move in moves {
      guard let published = try files.read(move.to, limit: Draft.sizeLimit) else {
        throw .refused(["\(move.from.display) is not committed; there is nothing to publish"])
      }
      guard try staged.read(move.from, limit: Draft.sizeLimit) == published else {
        throw .refused(["\(move.to.display) is published already"])
      }
      let version = try reading { () throws(GitError) in try repository.entry(at: move.to, in: head.tree) }
      guard let version else { continue }
      stopped.append(move)
      edits += [.remove(move.from), .put(move.to, version)]
    }
    return Publication(commit: head.id, moves: stopped, leftAlone: try follow(stopped, edits))
  }
}

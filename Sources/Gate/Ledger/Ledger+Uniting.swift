internal import Approvals
public import Changes
internal import Git

extension Ledger {
  /// Checks that one state of a ledger follows from another: nothing lost, nothing changed, nothing that is no record.
  ///
  /// - Parameter old: The tree before; nil where there was no ledger.
  /// - Returns: The records that are new.
  /// - Throws: ``GateError/tampered(_:)`` otherwise.
  static func newRecords(
    from old: ObjectID?, to new: ObjectID, in repository: Repository
  ) throws(GateError) -> [Record] {
    var records: [Record] = []
    for change in try reading({ () throws(GitError) in try repository.changes(from: old, to: new) }) {
      guard case .added = change.kind, let version = change.new else { throw lost(change) }
      if let record = try LedgerFile.check(TreeEntry(path: change.path, version: version), in: repository) {
        records.append(record)
      }
    }
    return records
  }

  private static func lost(_ change: FileChange) -> GateError {
    switch change.kind {
    case .deleted: .tampered("the ledger lost \(change.path.display); records are never taken out")
    case .renamed(let path): .tampered("the ledger file \(path.display) was moved to \(change.path.display)")
    default: .tampered("the ledger file \(change.path.display) was changed; records never change")
    }
  }

  /// Brings the own branch together with another copy of the ledger.
  ///
  /// Where one copy holds all of the other, its history goes on; otherwise a merge commit holds both. Nothing is ever
  /// lost.
  ///
  /// - Parameter other: The newest commit of the other copy.
  /// - Returns: The commit of the own branch afterwards.
  /// - Throws: ``GateError/tampered(_:)`` where the other copy holds something else than records under their names.
  @discardableResult
  public func unite(with other: ObjectID) throws(GateError) -> ObjectID? {
    // Looked at before anything is written: what is wrong must not get in by way of a merge.
    if let tip {
      try checkUnion(of: tip, and: other)
    } else {
      let tree = try reading { () throws(GitError) in try repository.commit(other).tree }
      _ = try Self.newRecords(from: nil, to: tree, in: repository)
    }
    return try advance { base, tree throws(GitError) in
      guard let base, let tree else { return other }
      if try repository.isAncestor(other, of: base) { return base }
      let otherTree = try repository.commit(other).tree
      var edits: [TreeEdit] = []
      var isLacking = false
      for change in try repository.changes(from: tree, to: otherTree) {
        if let new = change.new {
          edits.append(.put(change.path, new))
        } else {
          isLacking = true
        }
      }
      if !isLacking, try repository.isAncestor(base, of: other) { return other }
      let identity = try repository.identity(.committer)
      return try repository.writeCommit(
        tree: edits.isEmpty ? tree : repository.writeTree(basedOn: tree, edits), parents: [base, other],
        author: repository.identity(.author), committer: identity,
        message: CommitMessage("Unite two copies of the ledger\n"))
    }
  }

  private func checkUnion(of ours: ObjectID, and theirs: ObjectID) throws(GateError) {
    let changes = try reading { () throws(GitError) in
      try repository.changes(from: repository.commit(ours).tree, to: repository.commit(theirs).tree)
    }
    for change in changes {
      switch change.kind {
      case .added:
        guard let version = change.new else { continue }
        _ = try LedgerFile.check(TreeEntry(path: change.path, version: version), in: repository)
      case .deleted: continue
      default: throw Self.lost(change)
      }
    }
  }
}

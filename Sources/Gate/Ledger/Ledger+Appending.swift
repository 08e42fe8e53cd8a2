public import Approvals
internal import Changes
internal import Git

/// A record to be written into the ledger, with what stands beside it.
public struct LedgerEntry {
  /// The record.
  public let record: Record
  /// The line that shows it to people; it proves nothing.
  public let shown: [UInt8]?
  /// The note the record names by its digest.
  public let note: [UInt8]?

  /// An entry.
  public init(record: Record, shown: [UInt8]? = nil, note: [UInt8]? = nil) {
    self.record = record
    self.shown = shown
    self.note = note
  }
}

extension Ledger {
  /// How often a writer tries again when another one was faster.
  private static let attempts = 50

  /// Writes records as one commit and gives the ledger with them.
  ///
  /// The branch moves only from where it was read; if somebody else was faster, the records are written on top of
  /// theirs. Either the branch holds all of them afterwards or none. A record that is there already is not an error.
  ///
  /// - Parameter summary: The first line of the commit's message.
  @discardableResult
  public func append(_ entries: [LedgerEntry], summary: String) throws(GateError) -> Ledger {
    var lines: [[UInt8]] = []
    for entry in entries {
      lines.append(entry.record.line)
      if let shown = entry.shown { lines.append(shown) }
    }
    let message = CommitMessage(Array("\(summary)\n\n".utf8) + lines.flatMap { $0 + [UInt8(ascii: "\n")] })
    _ = try advance { base, tree throws(GitError) in
      let edits = try Self.edits(for: entries, in: tree, repository)
      guard !edits.isEmpty else { return nil }
      let identity = try repository.identity(.committer)
      return try repository.writeCommit(
        tree: repository.writeTree(basedOn: tree, edits), parents: base.map { [$0] } ?? [],
        author: repository.identity(.author), committer: identity, message: message)
    }
    return try Ledger.open(repository)
  }

  /// Moves the branch to what `make` builds on top of it, again and again until nobody came in between.
  ///
  /// - Parameter make: Takes the commit and tree to build on, and gives the new commit; nil where nothing is to do.
  func advance(
    _ make: (ObjectID?, ObjectID?) throws(GitError) -> ObjectID?
  ) throws(GateError) -> ObjectID? {
    for _ in 0..<Self.attempts {
      let current = try reading { () throws(GitError) in try repository.target(of: name) }
      // The first sign-off of a clone goes on from what was fetched.
      let base = current ?? tips.first
      let new = try reading { () throws(GitError) -> ObjectID? in
        try make(base, try base.map { id throws(GitError) in try repository.commit(id).tree })
      }
      guard let new, new != current else { return current }
      do throws(GitError) {
        try repository.update(name, from: current, to: new, reason: "chaperone: records")
        return new
      } catch .referenceMoved {
        continue
      } catch .command(_, _, let message) where message.contains("lock") {
        continue
      } catch {
        throw .git(error)
      }
    }
    throw .unreadable("\(name) was changed by others again and again; try once more")
  }

  private static func edits(
    for entries: [LedgerEntry], in tree: ObjectID?, _ repository: Repository
  ) throws(GitError) -> [TreeEdit] {
    var files: [RepositoryPath: [UInt8]] = [:]
    for entry in entries {
      if let path = RepositoryPath(bytes: LedgerPath.path(of: entry.record)) {
        files[path] = entry.record.line + [UInt8(ascii: "\n")]
      }
      if let note = entry.note, let path = RepositoryPath(bytes: LedgerFile.notePath(Digest(of: note))) {
        files[path] = note
      }
    }
    var edits: [TreeEdit] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      if let tree, try repository.entry(at: path, in: tree) != nil { continue }
      edits.append(.put(path, FileVersion(mode: .regular, id: try repository.writeBlob(bytes))))
    }
    return edits
  }
}

public import Approvals
public import Changes
public import Git

/// The branch that holds every record.
///
/// ```
/// r/<aa>/<bb>/<subject>/<record id>        approvals
/// d/<aa>/<bb>/<draft digest>/<record id>   objections and withdrawals
/// n/<aa>/<digest>                          notes
/// ```
/// Files are named by the digest of what is in them and never change, so two copies unite without a conflict. It is
/// read as the union of the own branch and of what was fetched from remotes: an objection counts as soon as it is
/// known.
public struct Ledger {
  let repository: Repository
  /// The full name of the branch.
  public let name: ReferenceName
  /// The commit of the own branch; nil while there is none.
  public let tip: ObjectID?
  /// Every commit that is read: that of the own branch and those fetched from remotes.
  public let tips: [ObjectID]
  /// The trees of those commits, once each.
  let trees: [ObjectID]

  /// No ledger is read with more than this for a note.
  static let noteLimit = 65_536

  /// Opens the ledger named by the configuration `chaperone.ledger`, otherwise `chaperone/ledger`.
  ///
  /// A ledger that does not exist yet is empty, and no error.
  public static func open(_ repository: Repository) throws(GateError) -> Ledger {
    let name = try name(in: repository)
    return try reading { () throws(GitError) in
      let tip = try repository.target(of: name)
      var tips = tip.map { [$0] } ?? []
      if let branch = name.branch {
        for reference in try repository.references(matching: "refs/remotes/*") {
          let parts = reference.name.text.split(separator: "/", maxSplits: 3)
          if parts.count == 4, parts[3] == branch, !tips.contains(reference.target) { tips.append(reference.target) }
        }
      }
      return try Ledger(repository: repository, name: name, tip: tip, tips: tips)
    }
  }

  /// The ledger as it is at some commits, for instance those of a push that is being received.
  public static func at(_ tips: [ObjectID], in repository: Repository) throws(GateError) -> Ledger {
    let name = try name(in: repository)
    return try reading { () throws(GitError) in
      try Ledger(repository: repository, name: name, tip: tips.first, tips: tips)
    }
  }

  private init(repository: Repository, name: ReferenceName, tip: ObjectID?, tips: [ObjectID]) throws(GitError) {
    self.repository = repository
    self.name = name
    self.tip = tip
    self.tips = tips
    var trees: [ObjectID] = []
    for tip in tips {
      let tree = try repository.commit(tip).tree
      if !trees.contains(tree) { trees.append(tree) }
    }
    self.trees = trees
  }

  /// The name of the ledger's branch in a repository.
  public static func name(in repository: Repository) throws(GateError) -> ReferenceName {
    let configured = try reading { () throws(GitError) in try repository.configuration("chaperone.ledger") }
    let text = configured ?? "chaperone/ledger"
    let full = text.hasPrefix("refs/") ? ReferenceName(text) : ReferenceName(branch: text)
    guard let full else { throw .unreadable("chaperone.ledger is not the name of a branch") }
    return full
  }

  /// The record lines that may concern a draft: approvals of a subject, and objections and withdrawals of the draft.
  ///
  /// - Throws: ``GateError/tampered(_:)`` where a file's name is not the digest of its content. Whether a record's
  ///   signature holds is not looked at here.
  public func lines(of subject: Subject, draft: DraftID) throws(GateError) -> [[UInt8]] {
    try lines(in: LedgerPath.folder(of: subject)) + lines(in: LedgerPath.folder(of: draft))
  }

  /// The approvals of a subject, as lines.
  public func lines(of subject: Subject) throws(GateError) -> [[UInt8]] {
    try lines(in: LedgerPath.folder(of: subject))
  }

  /// The objections and withdrawals of a draft, as lines.
  public func lines(of draft: DraftID) throws(GateError) -> [[UInt8]] { try lines(in: LedgerPath.folder(of: draft)) }

  /// The text of a note; nil where it is not there.
  public func note(_ digest: Approvals.Digest) throws(GateError) -> [UInt8]? {
    guard let path = RepositoryPath(bytes: LedgerFile.notePath(digest)) else { return nil }
    for tree in trees {
      let bytes = try reading { () throws(GitError) -> [UInt8]? in
        guard let version = try repository.entry(at: path, in: tree), version.mode.isFile else { return nil }
        return try repository.blob(version.id, limit: Self.noteLimit)
      }
      guard let bytes else { continue }
      guard Digest(of: bytes) == digest else {
        throw .tampered("the ledger file \(path.display) does not hold what its name says")
      }
      return bytes
    }
    return nil
  }

  private func lines(in folder: [UInt8]) throws(GateError) -> [[UInt8]] {
    guard let folder = RepositoryPath(bytes: folder) else { return [] }
    // The same record is the same blob at the same path in every copy.
    var seen: Set<ObjectID> = []
    var lines: [[UInt8]] = []
    for tree in trees {
      let entries = try reading { () throws(GitError) in try repository.entries(under: folder, in: tree) }
      for entry in entries where seen.insert(entry.version.id).inserted {
        lines.append(try LedgerFile.line(of: entry, in: repository))
      }
    }
    return lines
  }
}

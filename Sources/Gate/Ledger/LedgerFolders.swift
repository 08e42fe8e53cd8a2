internal import Approvals
internal import Changes
internal import Git

/// The ledger for whoever asks about many drafts: its upper folders are read once.
///
/// The lines are the same that ``Ledger/lines(of:draft:)`` gives.
final class LedgerFolders {
  private let repository: Repository
  private let trees: [ObjectID]
  private var upper: [ObjectID: [[UInt8]: FileVersion]] = [:]

  init(_ ledger: Ledger) {
    repository = ledger.repository
    trees = ledger.trees
  }

  /// The approvals of a subject, and the objections and withdrawals of a draft.
  func lines(of subject: Subject, draft: DraftID) throws(GateError) -> [[UInt8]] {
    try lines(in: LedgerPath.folder(of: subject)) + lines(in: LedgerPath.folder(of: draft))
  }

  /// The approvals of a subject.
  func lines(of subject: Subject) throws(GateError) -> [[UInt8]] { try lines(in: LedgerPath.folder(of: subject)) }

  private func lines(in folder: [UInt8]) throws(GateError) -> [[UInt8]] {
    var seen: Set<ObjectID> = []
    var lines: [[UInt8]] = []
    for tree in trees {
      for entry in try files(in: folder, of: tree) where seen.insert(entry.version.id).inserted {
        lines.append(try LedgerFile.line(of: entry, in: repository))
      }
    }
    return lines
  }

  private func files(in folder: [UInt8], of tree: ObjectID) throws(GateError) -> [TreeEntry] {
    guard let path = RepositoryPath(bytes: folder) else { return [] }
    return try reading { () throws(GitError) in
      var current = tree
      for (depth, name) in path.components.enumerated() {
        guard let next = try children(of: current, isUpper: depth < 3)[Array(name)], next.mode == .tree else {
          return []
        }
        current = next.id
      }
      return try repository.entries(under: nil, in: current).map {
        TreeEntry(path: path.appending($0.path), version: $0.version)
      }
    }
  }

  private func children(of tree: ObjectID, isUpper: Bool) throws(GitError) -> [[UInt8]: FileVersion] {
    guard isUpper else { return try repository.folder(tree) }
    if let known = upper[tree] { return known }
    let read = try repository.folder(tree)
    upper[tree] = read
    return read
  }
}

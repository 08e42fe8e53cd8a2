public import Approvals
internal import Changes
internal import Git

extension Ledger {
  /// The records whose ids begin with some hexadecimal digits, sorted by id.
  ///
  /// Looks at every name in the ledger, so it is for a person who asks, not for a gate.
  /// - Throws: ``GateError/tampered(_:)`` where such a file is not the record its name says.
  public func records(withIDBeginning digits: [UInt8]) throws(GateError) -> [Record] {
    var found: [RecordID: Record] = [:]
    for tip in tips {
      let entries = try reading { () throws(GitError) in
        let tree = try repository.commit(tip).tree
        var entries: [TreeEntry] = []
        for folder: RepositoryPath in ["r", "d"] {
          entries += try repository.entries(under: folder, in: tree)
        }
        return entries
      }
      for entry in entries where entry.path.name.starts(with: digits) {
        guard let record = try LedgerFile.check(entry, in: repository) else { continue }
        found[record.id] = record
      }
    }
    return found.values.sorted { $0.id < $1.id }
  }
}

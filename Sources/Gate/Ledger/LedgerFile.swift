internal import Approvals
internal import Changes
internal import Git

/// One file of the ledger: what it may be called and what it may hold.
enum LedgerFile {
  /// Where a note lies.
  static func notePath(_ digest: Digest) -> [UInt8] {
    let hex = digest.hex
    return Array("n/".utf8) + hex[..<2] + [UInt8(ascii: "/")] + hex
  }

  /// The record line a file holds, after its name has been compared with its content.
  static func line(of entry: TreeEntry, in repository: Repository) throws(GateError) -> [UInt8] {
    let bytes = try content(of: entry, in: repository, limit: Record.maximumLength + 1)
    guard bytes.last == UInt8(ascii: "\n") else { throw misnamed(entry) }
    let line = Array(bytes.dropLast())
    guard entry.path.name.elementsEqual(Digest(of: line).hex) else { throw misnamed(entry) }
    return line
  }

  /// Checks a file that is new in a ledger: a record in its place, or a note; nothing else belongs there.
  ///
  /// - Returns: The record; nil for a note.
  static func check(_ entry: TreeEntry, in repository: Repository) throws(GateError) -> Record? {
    if entry.path.components.first?.elementsEqual("n".utf8) == true {
      let bytes = try content(of: entry, in: repository, limit: Ledger.noteLimit)
      guard entry.path.bytes == notePath(Digest(of: bytes)) else { throw misnamed(entry) }
      return nil
    }
    let line = try line(of: entry, in: repository)
    let record: Record
    do throws(RecordError) {
      record = try Record(line: line)
    } catch {
      throw .tampered("the ledger file \(entry.path.display) is not a record: \(error)")
    }
    guard LedgerPath.path(of: record) == entry.path.bytes else { throw misnamed(entry) }
    return record
  }

  private static func content(of entry: TreeEntry, in repository: Repository, limit: Int) throws(GateError) -> [UInt8] {
    guard entry.version.mode == .regular else { throw misnamed(entry) }
    do throws(GitError) {
      return try repository.blob(entry.version.id, limit: limit)
    } catch .tooLarge {
      throw misnamed(entry)
    } catch {
      throw .git(error)
    }
  }

  private static func misnamed(_ entry: TreeEntry) -> GateError {
    .tampered("the ledger file \(entry.path.display) does not hold what its name says")
  }
}

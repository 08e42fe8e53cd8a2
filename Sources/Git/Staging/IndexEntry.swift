public import Changes

/// One entry of the index.
public struct IndexEntry: Hashable, Sendable {
  /// The path.
  public let path: RepositoryPath
  /// Mode and object.
  public let version: FileVersion
  /// 0, or 1 to 3 for the base, our and their version of an unmerged path.
  public let stage: Int
  /// Whether `git add --intent-to-add` made it: a promise to add the file, without content.
  public let isIntentToAdd: Bool
}

extension Repository {
  /// All entries of the index git named, in its order; a repository without an index has none.
  /// - Throws: ``GitError/corruptIndex(message:)`` when git cannot read it either.
  public func indexEntries() throws(GitError) -> [IndexEntry] {
    guard let index = try readIndex() else { return try indexEntriesByCommand() }
    var entries: [IndexEntry] = []
    entries.reserveCapacity(index.count)
    for place in 0..<index.count {
      guard let path = RepositoryPath(bytes: index.path(place)) else { throw .malformedPath(Array(index.path(place))) }
      guard let version = index.version(place) else { throw .corruptIndex(message: IndexFile.wrongMode) }
      entries.append(
        IndexEntry(
          path: path, version: version, stage: index.stage(place), isIntentToAdd: index.isIntentToAdd(place)))
    }
    return entries
  }

  /// The index where it can be read here; `nil` where git has to be asked.
  ///
  /// An index that cannot be read is either one of the rarer kinds (sparse, split) or damaged; git tells them apart.
  func readIndex() throws(GitError) -> IndexFile? {
    guard isReadByLibrary else { return nil }
    do throws(PlatformError) {
      return IndexFile(try Platform.readFile(indexFile))
    } catch {
      return error.isNotFound ? IndexFile() : nil
    }
  }

  private func indexEntriesByCommand() throws(GitError) -> [IndexEntry] {
    let output: [UInt8]
    do {
      output = try command.output(["ls-files", "--stage", "--debug", "-z"])
    } catch .command(_, _, let message) {
      throw .corruptIndex(message: message)
    }
    // `mode SP id SP stage TAB path NUL`, then five lines of which the last ends in `flags: <hex>`.
    var entries: [IndexEntry] = []
    var rest = output[...]
    while !rest.isEmpty {
      guard let tab = rest.firstIndex(of: UInt8(ascii: "\t")), let end = rest[tab...].firstIndex(of: 0) else {
        throw .corruptIndex(message: "unexpected answer of git ls-files")
      }
      let facts = rest[..<tab].split(separator: UInt8(ascii: " "))
      let bytes = rest[(tab + 1)..<end]
      let lines = rest[(end + 1)...].split(
        separator: UInt8(ascii: "\n"), maxSplits: 5, omittingEmptySubsequences: false)
      guard lines.count == 6, facts.count == 3,
        let flags = lines[4].split(separator: UInt8(ascii: " ")).last.flatMap({
          UInt32(String(decoding: $0, as: UTF8.self), radix: 16)
        }), let bits = UInt32(String(decoding: facts[0], as: UTF8.self), radix: 8), let mode = FileMode(gitMode: bits),
        let id = ObjectID(hex: facts[1]), let stage = Int(String(decoding: facts[2], as: UTF8.self))
      else { throw .corruptIndex(message: "unexpected answer of git ls-files") }
      guard let path = RepositoryPath(bytes: bytes) else { throw .malformedPath(Array(bytes)) }
      // CE_INTENT_TO_ADD of read-cache (1 << 29).
      entries.append(
        IndexEntry(
          path: path, version: FileVersion(mode: mode, id: id), stage: stage, isIntentToAdd: flags & 0x2000_0000 != 0))
      rest = lines[5]
    }
    return entries
  }
}

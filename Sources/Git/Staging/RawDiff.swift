import Changes

/// The output of `git diff-index --raw -z` and `git diff-tree --raw -z`, without renames.
enum RawDiff {
  /// Reads `:mode mode id id status NUL path NUL`, repeated; anything else is an error, and so is an unmerged path.
  static func parse(_ output: [UInt8]) throws(GitError) -> [FileChange] {
    var changes: [FileChange] = []
    var unmerged: [RepositoryPath] = []
    var fields = output.split(separator: 0, omittingEmptySubsequences: false)
    guard fields.popLast()?.isEmpty == true, fields.count.isMultiple(of: 2) else { throw malformed }
    for index in stride(from: 0, to: fields.count, by: 2) {
      let facts = fields[index].split(separator: UInt8(ascii: " "))
      guard let path = RepositoryPath(bytes: fields[index + 1]) else { throw .malformedPath(Array(fields[index + 1])) }
      guard facts.count == 5, facts[0].first == UInt8(ascii: ":") else { throw malformed }
      let old = try version(mode: facts[0].dropFirst(), id: facts[2])
      let new = try version(mode: facts[1], id: facts[3])
      switch (facts[4].first, old, new) {
      case (UInt8(ascii: "U"), _, _): unmerged.append(path)
      case (_, nil, let new?): changes.append(.added(path, new))
      case (_, let old?, nil): changes.append(.deleted(path, old))
      case (_, let old?, let new?):
        guard let change = FileChange.changed(path, from: old, to: new) else { throw malformed }
        changes.append(change)
      case (_, nil, nil): throw malformed
      }
    }
    guard unmerged.isEmpty else { throw .unmergedPaths(Set(unmerged).sorted()) }
    return changes
  }

  private static var malformed: GitError {
    .command(arguments: ["diff"], status: 0, message: "unexpected answer")
  }

  private static func version(mode: ArraySlice<UInt8>, id: ArraySlice<UInt8>) throws(GitError) -> FileVersion? {
    guard let bits = UInt32(String(decoding: mode, as: UTF8.self), radix: 8), let id = ObjectID(hex: id) else {
      throw malformed
    }
    guard bits != 0 else { return nil }
    // A null id would mean "look into the work tree": nothing that is staged says that.
    guard let mode = FileMode(gitMode: bits), !id.isNull else { throw malformed }
    return FileVersion(mode: mode, id: id)
  }
}

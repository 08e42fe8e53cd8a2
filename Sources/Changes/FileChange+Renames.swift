extension FileChange {
  /// Makes renames of the additions and deletions that carry the same object, and sorts by path.
  ///
  /// Only exact renames count, as with `git diff -M100%`: a sign-off follows a file that moved and does not follow one
  /// that changed while it moved, so similarity would say nothing here. No blob is read, and the result is the same
  /// for every engine that made the list. Where several paths carry the same object, the same file name is preferred,
  /// then the order of the bytes. Files pair with files, links with links, submodules with nothing.
  public static func pairingRenames(_ changes: [FileChange]) -> [FileChange] {
    var result: [FileChange] = []
    var deletions: [RenameKey: [FileChange]] = [:]
    var additions: [FileChange] = []
    for change in changes.sorted(by: { $0.path < $1.path }) {
      if change.kind == .deleted, let old = change.old, let key = RenameKey(old) {
        deletions[key, default: []].append(change)
      } else if change.kind == .added {
        additions.append(change)
      } else {
        result.append(change)
      }
    }
    // Two rounds, so that an addition without a namesake does not take the deletion that is another's.
    var unpaired: [FileChange] = []
    for addition in additions {
      let rename = takeSource(of: addition, from: &deletions) { $0.path.name == addition.path.name }
      if let rename { result.append(rename) } else { unpaired.append(addition) }
    }
    for addition in unpaired {
      result.append(takeSource(of: addition, from: &deletions) { _ in true } ?? addition)
    }
    result.append(contentsOf: deletions.values.joined())
    return result.sorted { $0.path < $1.path }
  }

  private struct RenameKey: Hashable {
    let id: ObjectID
    let isFile: Bool

    init?(_ version: FileVersion) {
      guard version.mode != .submodule else { return nil }
      id = version.id
      isFile = version.mode.isFile
    }
  }

  private static func takeSource(
    of addition: FileChange, from deletions: inout [RenameKey: [FileChange]], where fits: (FileChange) -> Bool
  ) -> FileChange? {
    guard let new = addition.new, let key = RenameKey(new), let candidates = deletions[key],
      let index = candidates.firstIndex(where: fits), let old = candidates[index].old
    else { return nil }
    deletions[key]?.remove(at: index)
    return .renamed(from: candidates[index].path, to: addition.path, old: old, new: new)
  }
}

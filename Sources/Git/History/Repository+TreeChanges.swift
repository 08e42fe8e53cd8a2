public import Changes

extension Repository {
  /// What differs between two trees, sorted by path, exact renames paired.
  ///
  /// The comparison reads only the folders that differ and no blob; links and submodules are never followed.
  /// - Parameters:
  ///   - old: `nil` for the empty tree, so that everything is an addition.
  ///   - new: `nil` for the empty tree, so that everything is a deletion.
  public func changes(from old: ObjectID?, to new: ObjectID?) throws(GitError) -> [FileChange] {
    guard isReadByLibrary else {
      let ids = [old?.hex ?? emptyTree, new?.hex ?? emptyTree]
      let arguments = ["diff-tree", "-r", "--raw", "-z", "--no-abbrev", "--no-renames", "--ignore-submodules=none"]
      return FileChange.pairingRenames(try RawDiff.parse(command.output(arguments + ids)))
    }
    var changes: [FileChange] = []
    try compare(old, new, prefix: [], into: &changes)
    return FileChange.pairingRenames(changes)
  }

  private func compare(
    _ old: ObjectID?, _ new: ObjectID?, prefix: [UInt8], into changes: inout [FileChange]
  ) throws(GitError) {
    guard old != new else { return }
    var before: [ArraySlice<UInt8>: FileVersion] = [:]
    if let old {
      for entry in try tree(old).entries {
        before[entry.name] = entry.version
      }
    }
    if let new {
      for entry in try tree(new).entries {
        let version = before.removeValue(forKey: entry.name)
        try compare(version, entry.version, path: prefix + entry.name, into: &changes)
      }
    }
    for (name, version) in before {
      try compare(version, nil, path: prefix + name, into: &changes)
    }
  }

  private func compare(
    _ old: FileVersion?, _ new: FileVersion?, path bytes: [UInt8], into changes: inout [FileChange]
  ) throws(GitError) {
    guard old != new else { return }
    // A folder on either side is compared as a folder, and what is no folder as a file beside it.
    let oldTree = old?.mode == .tree ? old?.id : nil
    let newTree = new?.mode == .tree ? new?.id : nil
    if oldTree != nil || newTree != nil {
      try compare(oldTree, newTree, prefix: bytes + [UInt8(ascii: "/")], into: &changes)
    }
    guard let path = RepositoryPath(bytes: bytes) else { throw .malformedPath(bytes) }
    switch (oldTree == nil ? old : nil, newTree == nil ? new : nil) {
    case (nil, nil): break
    case (nil, let new?): changes.append(.added(path, new))
    case (let old?, nil): changes.append(.deleted(path, old))
    case (let old?, let new?):
      if let change = FileChange.changed(path, from: old, to: new) { changes.append(change) }
    }
  }
}

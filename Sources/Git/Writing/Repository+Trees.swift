public import Changes

/// One change to a tree or to the index.
public enum TreeEdit: Hashable, Sendable {
  /// This stands at the path afterwards, whatever file stood there before.
  case put(RepositoryPath, FileVersion)
  /// No file stands at the path afterwards.
  case remove(RepositoryPath)

  /// The path that changes.
  public var path: RepositoryPath {
    switch self {
    case .put(let path, _), .remove(let path): path
    }
  }
}

extension Repository {
  /// Stores the tree that another one becomes by some edits, and gives its id.
  ///
  /// Folders appear and go as needed; only those on the way to a path are read and written.
  /// - Parameter base: `nil` for the empty tree.
  /// - Throws: ``GitError/notFound(name:)`` if a path to remove is not there, ``GitError/unsupported(operation:reason:)``
  ///   if a file would take the place of a folder or the other way round, or a path occurs twice.
  public func writeTree(basedOn base: ObjectID?, _ edits: [TreeEdit]) throws(GitError) -> ObjectID {
    let edits = edits.map { PendingEdit(components: $0.path.components[...], edit: $0) }
    if let tree = try edited(base, edits) { return tree }
    return try write([], kind: .tree)
  }

  private struct PendingEdit {
    var components: ArraySlice<ArraySlice<UInt8>>
    let edit: TreeEdit
  }

  /// The folder after its edits; `nil` if nothing is left in it.
  private func edited(_ base: ObjectID?, _ edits: [PendingEdit]) throws(GitError) -> ObjectID? {
    var entries: [ArraySlice<UInt8>: FileVersion] = [:]
    if let base {
      for entry in try tree(base).entries {
        entries[entry.name] = entry.version
      }
    }
    var deeper: [ArraySlice<UInt8>: [PendingEdit]] = [:]
    var here: Set<ArraySlice<UInt8>> = []
    for var edit in edits {
      guard let name = edit.components.popFirst() else { continue }
      if !edit.components.isEmpty {
        deeper[name, default: []].append(edit)
        continue
      }
      guard here.insert(name).inserted else { throw Self.conflict(edit.edit.path) }
      if entries[name]?.mode == .tree { throw Self.conflict(edit.edit.path) }
      switch edit.edit {
      case .put(let path, let version):
        guard version.mode != .tree else { throw Self.conflict(path) }
        entries[name] = version
      case .remove(let path):
        guard entries.removeValue(forKey: name) != nil else { throw .notFound(name: path.display) }
      }
    }
    for (name, edits) in deeper {
      let existing = entries[name]
      guard existing == nil || existing?.mode == .tree, let first = edits.first else {
        throw Self.conflict(edits.first?.edit.path)
      }
      if existing == nil, case .remove(let path) = first.edit { throw .notFound(name: path.display) }
      let tree = try edited(existing?.id, edits)
      entries[name] = tree.map { FileVersion(mode: .tree, id: $0) }
    }
    guard !entries.isEmpty else { return nil }
    return try write(Tree(entries: entries.map { Tree.Entry(name: $0.key, version: $0.value) }).content, kind: .tree)
  }

  private static func conflict(_ path: RepositoryPath?) -> GitError {
    .unsupported(
      operation: "changing a tree", reason: "\(path?.display ?? "a path") is a file and a folder, or changed twice")
  }
}

extension Tree {
  /// A folder of these entries, in the order of git.
  init(entries: [Entry]) {
    self.entries = entries.sorted { $0.precedes($1) }
  }

  /// The content of the tree object.
  var content: [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += Array(String(entry.version.mode.rawValue, radix: 8).utf8) + [UInt8(ascii: " ")]
      bytes += entry.name
      bytes.append(0)
      bytes += entry.version.id.bytes
    }
    return bytes
  }
}

internal import Changes

/// Compares a tree with the index, folder by folder, and passes over the folders of which git kept the same tree.
struct StagedComparison {
  private let repository: Repository
  private let index: IndexFile
  private var next = 0
  private(set) var changes: [FileChange] = []

  /// - Throws: ``GitError/unmergedPaths(_:)`` where the index holds a path in more than one version.
  init(_ index: IndexFile, in repository: Repository) throws(GitError) {
    self.index = index
    self.repository = repository
    var unmerged: Set<RepositoryPath> = []
    for entry in 0..<index.count where index.stage(entry) > 0 { unmerged.insert(try path(index.path(entry))) }
    guard unmerged.isEmpty else { throw .unmergedPaths(unmerged.sorted()) }
  }

  /// Finds what the whole index changes against a tree; nil stands for the empty one.
  mutating func compare(with tree: ObjectID?) throws(GitError) {
    try compare(tree, index.top, below: [])
  }

  /// Both list a folder in the same order: that of the paths, in which a folder ends in a slash.
  private mutating func compare(_ tree: ObjectID?, _ folder: IndexFile.Folder?, below prefix: [UInt8]) throws(GitError)
  {
    let entries = try tree.map { id throws(GitError) in try repository.tree(id).entries } ?? []
    var place = 0
    while next < index.count, index.path(next, startsWith: prefix) {
      if index.isIntentToAdd(next) {
        next += 1
        continue
      }
      let rest = index.path(next).dropFirst(prefix.count)
      let slash = rest.firstIndex(of: UInt8(ascii: "/"))
      let name = slash.map { rest[..<$0] } ?? rest
      let isFolder = slash != nil
      while place < entries.count, entries[place].precedes(name, isFolder: isFolder) {
        try remove(entries[place], below: prefix)
        place += 1
      }
      var old: FileVersion?
      if place < entries.count, entries[place].name == name, (entries[place].version.mode == .tree) == isFolder {
        old = entries[place].version
        place += 1
      }
      if isFolder {
        let inner = folder?.folders.first { $0.name == name }
        try enter(old?.id, inner, prefix + name + [UInt8(ascii: "/")])
      } else {
        try add(old)
      }
    }
    for entry in entries[place...] { try remove(entry, below: prefix) }
  }

  private mutating func enter(_ tree: ObjectID?, _ folder: IndexFile.Folder?, _ prefix: [UInt8]) throws(GitError) {
    guard let tree, let folder, folder.tree == tree, folder.count > 0, folder.count <= index.count - next,
      index.path(next + folder.count - 1, startsWith: prefix),
      next + folder.count == index.count || !index.path(next + folder.count, startsWith: prefix)
    else { return try compare(tree, folder, below: prefix) }
    next += folder.count
  }

  private mutating func add(_ old: FileVersion?) throws(GitError) {
    guard let new = index.version(next) else { throw .corruptIndex(message: IndexFile.wrongMode) }
    if old != new {
      let path = try path(index.path(next))
      let change = old.map { FileChange.changed(path, from: $0, to: new) } ?? FileChange.added(path, new)
      if let change { changes.append(change) }
    }
    next += 1
  }

  private mutating func remove(_ entry: Tree.Entry, below prefix: [UInt8]) throws(GitError) {
    if entry.version.mode == .tree {
      let prefix = prefix + entry.name + [UInt8(ascii: "/")]
      for inner in try repository.tree(entry.version.id).entries { try remove(inner, below: prefix) }
    } else {
      changes.append(.deleted(try path((prefix + entry.name)[...]), entry.version))
    }
  }

  private func path(_ bytes: ArraySlice<UInt8>) throws(GitError) -> RepositoryPath {
    guard let path = RepositoryPath(bytes: bytes) else { throw .malformedPath(Array(bytes)) }
    return path
  }
}

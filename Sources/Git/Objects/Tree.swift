public import Changes

/// A path in a tree and what stands there.
public struct TreeEntry: Hashable, Sendable {
  /// The path, from the top of the repository.
  public let path: RepositoryPath
  /// Mode and object.
  public let version: FileVersion

  /// An entry.
  public init(path: RepositoryPath, version: FileVersion) {
    self.path = path
    self.version = version
  }
}

/// One folder, as its object lists it.
struct Tree {
  struct Entry {
    let name: ArraySlice<UInt8>
    let version: FileVersion
  }

  let entries: [Entry]

  /// Reads the content of a tree object: `mode SP name NUL id`, without separators.
  init(id: ObjectID, content: [UInt8]) throws(GitError) {
    var entries: [Entry] = []
    var rest = content[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: UInt8(ascii: " ")), let end = rest[space...].firstIndex(of: 0),
        let mode = Self.mode(rest[..<space]), end + id.algorithm.byteCount < rest.endIndex,
        let object = ObjectID(bytes: rest[(end + 1)...end + id.algorithm.byteCount])
      else { throw .malformedObject(id, expected: "tree") }
      let name = rest[(space + 1)..<end]
      guard !name.contains(UInt8(ascii: "/")) else { throw .malformedPath(Array(name)) }
      entries.append(Entry(name: name, version: FileVersion(mode: mode, id: object)))
      rest = rest[(end + 1 + id.algorithm.byteCount)...]
    }
    // Whoever makes a tree by hand could list a name twice, and each reader would find another file.
    guard zip(entries, entries.dropFirst()).allSatisfy({ $0.precedes($1) }),
      !entries.contains(where: { $0.version.mode == .tree }) || Set(entries.lazy.map(\.name)).count == entries.count
    else { throw .malformedObject(id, expected: "tree") }
    self.entries = entries
  }

  private static func mode(_ digits: ArraySlice<UInt8>) -> FileMode? {
    guard (5...6).contains(digits.count), digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    return FileMode(gitMode: digits.reduce(0) { $0 << 3 | UInt32($1 - 0x30) })
  }
}

extension Tree.Entry {
  /// The order of git: a folder sorts as if its name ended in a slash.
  func precedes(_ other: Tree.Entry) -> Bool {
    if version.mode != .tree, other.version.mode != .tree { return name.lexicographicallyPrecedes(other.name) }
    return sortKey.lexicographicallyPrecedes(other.sortKey)
  }

  private var sortKey: [UInt8] { version.mode == .tree ? name + [UInt8(ascii: "/")] : Array(name) }
}

extension Repository {
  /// One folder, as its object lists it.
  func tree(_ id: ObjectID) throws(GitError) -> Tree { try Tree(id: id, content: content(of: id, kind: .tree)) }

  /// What stands at a path of a tree; `nil` if nothing does.
  /// - Throws: ``GitError``; a missing or malformed tree on the way is never taken for an absent path.
  public func entry(at path: RepositoryPath, in tree: ObjectID) throws(GitError) -> FileVersion? {
    var version = FileVersion(mode: .tree, id: tree)
    for component in path.components {
      guard version.mode == .tree else { return nil }
      let folder = try Tree(id: version.id, content: content(of: version.id, kind: .tree))
      guard let entry = folder.entries.first(where: { $0.name.elementsEqual(component) }) else { return nil }
      version = entry.version
    }
    return version
  }

  /// All files, links and submodules below a path of a tree, in the order of git; no blob is read.
  ///
  /// A path that is absent has nothing below it, a path that is a file has itself.
  /// - Parameter path: `nil` for the whole tree.
  public func entries(under path: RepositoryPath? = nil, in tree: ObjectID) throws(GitError) -> [TreeEntry] {
    guard let path else {
      var result: [TreeEntry] = []
      try collect(tree, prefix: [], into: &result)
      return result
    }
    guard let version = try entry(at: path, in: tree) else { return [] }
    guard version.mode == .tree else { return [TreeEntry(path: path, version: version)] }
    var result: [TreeEntry] = []
    try collect(version.id, prefix: path.bytes + [UInt8(ascii: "/")], into: &result)
    return result
  }

  /// What one folder lists, by name, without what lies deeper.
  public func folder(_ tree: ObjectID) throws(GitError) -> [[UInt8]: FileVersion] {
    let entries = try Tree(id: tree, content: content(of: tree, kind: .tree)).entries
    return Dictionary(entries.map { (Array($0.name), $0.version) }) { first, _ in first }
  }

  private func collect(_ tree: ObjectID, prefix: [UInt8], into result: inout [TreeEntry]) throws(GitError) {
    for entry in try Tree(id: tree, content: content(of: tree, kind: .tree)).entries {
      if entry.version.mode == .tree {
        try collect(entry.version.id, prefix: prefix + entry.name + [UInt8(ascii: "/")], into: &result)
      } else {
        guard let path = RepositoryPath(bytes: prefix + entry.name) else { throw .malformedPath(prefix + entry.name) }
        result.append(TreeEntry(path: path, version: entry.version))
      }
    }
  }
}

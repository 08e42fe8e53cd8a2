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

  /// Each name once, in the order of git.
  let entries: [Entry]

  /// Reads the content of a tree object: `mode SP name NUL id`, without separators.
  init(id: ObjectID, content: [UInt8]) throws(GitError) {
    let malformed = GitError.malformedObject(id, expected: "tree")
    let width = id.algorithm.byteCount
    var entries: [Entry] = []
    // A mode, a name of a few letters and an id; a longer list grows by itself.
    entries.reserveCapacity(content.count / (width + 16))
    var start = 0
    while start < content.count {
      guard let space = content[start...].firstIndex(of: UInt8(ascii: " ")),
        let end = content[space...].firstIndex(of: 0), let mode = Self.mode(content[start..<space]),
        let object = ObjectID(id.algorithm, in: content, at: end + 1)
      else { throw malformed }
      let name = content[(space + 1)..<end]
      guard !name.contains(UInt8(ascii: "/")) else { throw GitError.malformedPath(Array(name)) }
      entries.append(Entry(name: name, version: FileVersion(mode: mode, id: object)))
      start = end + 1 + width
    }
    self.entries = entries
    // Whoever makes a tree by hand could list a name twice, and each reader would find another file.
    for index in entries.indices.dropFirst() where !entries[index - 1].precedes(entries[index]) { throw malformed }
    for entry in entries where entry.version.mode == .tree && position(of: entry.name, asFolder: false) != nil {
      throw malformed
    }
  }

  /// What a name stands for; `nil` where the folder has no such name.
  subscript(name: ArraySlice<UInt8>) -> FileVersion? {
    (position(of: name, asFolder: false) ?? position(of: name, asFolder: true)).map { entries[$0].version }
  }

  /// Where a file, or a folder, of a name is listed.
  ///
  /// - Complexity: O(log *n*) comparisons of names.
  private func position(of name: ArraySlice<UInt8>, asFolder: Bool) -> Int? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].precedes(name, isFolder: asFolder) { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, (entries[low].version.mode == .tree) == asFolder,
      entries[low].name.elementsEqual(name)
    else { return nil }
    return low
  }

  private static func mode(_ digits: ArraySlice<UInt8>) -> FileMode? {
    guard (5...6).contains(digits.count), digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    return FileMode(gitMode: digits.reduce(0) { $0 << 3 | UInt32($1 - 0x30) })
  }
}

extension Tree.Entry {
  /// The order of git: a folder sorts as if its name ended in a slash.
  func precedes(_ other: Tree.Entry) -> Bool { precedes(other.name, isFolder: other.version.mode == .tree) }

  /// Whether this stands before a file, or a folder, of a name.
  func precedes(_ other: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    let shared = min(name.count, other.count)
    for offset in 0..<shared {
      let (mine, theirs) = (name[name.startIndex + offset], other[other.startIndex + offset])
      if mine != theirs { return mine < theirs }
    }
    func next(_ bytes: ArraySlice<UInt8>, _ isFolder: Bool) -> Int {
      if bytes.count > shared { return Int(bytes[bytes.startIndex + shared]) }
      return isFolder ? Int(UInt8(ascii: "/")) : -1
    }
    return next(name, version.mode == .tree) < next(other, isFolder)
  }
}

/// The folders of a repository that were read last: whoever looks up many paths goes through the same ones again.
struct TreeCache {
  private var trees: [ObjectID: Tree] = [:]
  private var count = 0
  /// With more names than this it starts anew; some 10 MB.
  private static let limit = 100_000

  subscript(id: ObjectID) -> Tree? { trees[id] }

  mutating func keep(_ tree: Tree, as id: ObjectID) {
    if count + tree.entries.count > Self.limit {
      trees.removeAll()
      count = 0
    }
    trees[id] = tree
    count += tree.entries.count
  }
}

extension Repository {
  /// What stands at a path of a tree; `nil` if nothing does.
  /// - Throws: ``GitError``; a missing or malformed tree on the way is never taken for an absent path.
  public func entry(at path: RepositoryPath, in tree: ObjectID) throws(GitError) -> FileVersion? {
    var version = FileVersion(mode: .tree, id: tree)
    for component in path.components {
      guard version.mode == .tree else { return nil }
      guard let found = try self.tree(version.id)[component] else { return nil }
      version = found
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

  /// One folder; an object never changes, so what was read once is true for good.
  func tree(_ id: ObjectID) throws(GitError) -> Tree {
    if let known = trees[id] { return known }
    let tree = try Tree(id: id, content: content(of: id, kind: .tree))
    trees.keep(tree, as: id)
    return tree
  }

  private func collect(_ tree: ObjectID, prefix: [UInt8], into result: inout [TreeEntry]) throws(GitError) {
    for entry in try self.tree(tree).entries {
      if entry.version.mode == .tree {
        try collect(entry.version.id, prefix: prefix + entry.name + [UInt8(ascii: "/")], into: &result)
      } else {
        guard let path = RepositoryPath(bytes: prefix + entry.name) else { throw .malformedPath(prefix + entry.name) }
        result.append(TreeEntry(path: path, version: entry.version))
      }
    }
  }
}

internal import Changes

/// The index as git wrote it: its entries, and of the folders nothing was staged in the trees they still are.
///
/// It is read here because of these trees, which libgit2 keeps to itself: with them one staged file is found without
/// reading every folder of HEAD. `git commit` itself writes them into the commit. Like git, this does not compare the
/// checksum; what git would commit is what is read. The form is that of gitformat-index(5), versions 2 to 4.
struct IndexFile {
  /// Where the parts of an entry stand.
  private struct Place {
    /// Of its path, in `names`.
    let path: Range<Int>
    /// Of its fixed part, in `bytes`.
    let start: Int
    let flags: UInt16
    let extendedFlags: UInt16
  }

  /// A folder git knows the tree of, or below which it knows some.
  final class Folder {
    /// Its name in the folder it lies in.
    let name: ArraySlice<UInt8>
    /// The tree it is; nil where something in it was staged since it was written.
    let tree: ObjectID?
    /// How many entries of the index lie in it and below.
    let count: Int
    /// The folders in it.
    let folders: [Folder]

    init(name: ArraySlice<UInt8>, tree: ObjectID?, count: Int, folders: [Folder]) {
      self.name = name
      self.tree = tree
      self.count = count
      self.folders = folders
    }
  }

  /// Why an entry cannot be taken.
  static let wrongMode = "an entry has a mode git does not write"

  private let bytes: [UInt8]
  private let names: [UInt8]
  private let places: [Place]
  /// The top of the repository, where git kept trees.
  let top: Folder?

  /// The index of a repository that has none yet.
  init() {
    bytes = []
    names = []
    places = []
    top = nil
  }

  /// Reads an index of SHA-1 objects.
  ///
  /// nil for what only git can read, such as a split or a sparse one, and for what is damaged: git tells them apart.
  init?(_ bytes: [UInt8]) {
    // The checksum ends the file.
    var reader = IndexReader(bytes, end: bytes.count - 20)
    guard reader.take(4)?.elementsEqual("DIRC".utf8) == true, let version = reader.number(), (2...4).contains(version),
      let count = reader.number(), count <= bytes.count / 62
    else { return nil }
    var names: [UInt8] = []
    var places: [Place] = []
    places.reserveCapacity(count)
    for _ in 0..<count {
      let start = reader.place
      guard reader.skip(to: start + 60), let flags = reader.shortNumber() else { return nil }
      var extendedFlags: UInt16 = 0
      if flags & 0x4000 != 0 {
        guard version > 2, let more = reader.shortNumber() else { return nil }
        extendedFlags = more
      }
      var path = reader.place..<reader.place
      if version == 4 {
        // What is kept of the path before, and what follows.
        let before = places.last?.path ?? 0..<0
        guard let dropped = reader.offset(), dropped <= before.count, let rest = reader.text() else { return nil }
        path = names.count..<(names.count + before.count - dropped + rest.count)
        names += names[before].dropLast(dropped)
        names += bytes[rest]
      } else {
        guard let text = reader.text(length: Int(flags & 0xFFF)) else { return nil }
        path = text
        // One to eight NULs, so that each entry begins at a multiple of eight.
        guard reader.skip(to: start + (text.upperBound - start + 8) & ~7) else { return nil }
      }
      places.append(Place(path: path, start: start, flags: flags, extendedFlags: extendedFlags))
    }
    var top: Folder?
    while !reader.isAtEnd {
      guard let name = reader.take(4), let length = reader.number(), let content = reader.take(length) else {
        return nil
      }
      // Extensions that begin with a capital may be passed over.
      guard let first = name.first, (0x41...0x5A).contains(first) else { return nil }
      if name.elementsEqual("TREE".utf8) { top = Folder(content) }
    }
    self.bytes = bytes
    self.names = version == 4 ? names : bytes
    self.places = places
    self.top = top
    guard isInOrder else { return nil }
  }

  /// How many entries there are.
  var count: Int { places.count }

  /// The path of an entry.
  func path(_ entry: Int) -> ArraySlice<UInt8> { names[places[entry].path] }

  /// 0, or 1 to 3 for the versions of an unmerged path.
  func stage(_ entry: Int) -> Int { Int(places[entry].flags >> 12 & 3) }

  /// Whether it is a promise to add a file, without content.
  func isIntentToAdd(_ entry: Int) -> Bool { places[entry].extendedFlags & 0x2000 != 0 }

  /// Mode and object of an entry; nil where git would not have written them.
  func version(_ entry: Int) -> FileVersion? {
    let start = places[entry].start
    let mode = bytes[start + 24..<start + 28].reduce(0) { $0 << 8 | UInt32($1) }
    guard let mode = FileMode(gitMode: mode), mode != .tree,
      let id = ObjectID(bytes: bytes[start + 40..<start + 60])
    else { return nil }
    return FileVersion(mode: mode, id: id)
  }

  /// Whether a path begins with some bytes.
  func path(_ entry: Int, startsWith prefix: [UInt8]) -> Bool {
    let path = places[entry].path
    return path.count > prefix.count && names[path].starts(with: prefix)
  }

  /// The order git itself insists on; of sparse indexes, whose folders end in a slash, none passes.
  private var isInOrder: Bool {
    unsafe names.withUnsafeBytes { names in
      for (one, other) in zip(places, places.dropFirst()) {
        var left = one.path.lowerBound
        var right = other.path.lowerBound
        while left < one.path.upperBound, right < other.path.upperBound, unsafe names[left] == names[right] {
          left += 1
          right += 1
        }
        if left == one.path.upperBound {
          guard right < other.path.upperBound || one.flags >> 12 & 3 < other.flags >> 12 & 3 else { return false }
        } else {
          guard right < other.path.upperBound, unsafe names[left] < names[right] else { return false }
        }
      }
      return true
    }
  }
}

extension IndexFile.Folder {
  /// Reads what git keeps of trees; nil, as if it had kept nothing, where that is not in its form.
  fileprivate convenience init?(_ content: ArraySlice<UInt8>) {
    var rest = content
    guard let top = Self.read(&rest, depth: 0), rest.isEmpty else { return nil }
    self.init(name: [], tree: top.tree, count: top.count, folders: top.folders)
  }

  /// `name NUL entries SP folders LF id`, then the folders; without an id where the number of entries is negative.
  private static func read(_ rest: inout ArraySlice<UInt8>, depth: Int) -> IndexFile.Folder? {
    guard depth < 4_096, let end = rest.firstIndex(of: 0) else { return nil }
    let name = rest[..<end]
    rest = rest[(end + 1)...]
    guard let count = number(&rest, before: 0x20), let number = number(&rest, before: 0x0A), number >= 0,
      number <= rest.count
    else { return nil }
    var tree: ObjectID?
    if count >= 0 {
      guard let id = ObjectID(bytes: rest.prefix(20)) else { return nil }
      tree = id
      rest = rest.dropFirst(20)
    }
    var folders: [IndexFile.Folder] = []
    for _ in 0..<number {
      guard let folder = read(&rest, depth: depth + 1) else { return nil }
      folders.append(folder)
    }
    return IndexFile.Folder(name: name, tree: tree, count: count, folders: folders)
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, before end: UInt8) -> Int? {
    guard let place = rest.prefix(12).firstIndex(of: end),
      let number = Int(String(decoding: rest[..<place], as: UTF8.self))
    else { return nil }
    rest = rest[(place + 1)...]
    return number
  }
}

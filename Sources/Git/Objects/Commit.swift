public import Changes

/// Who made or committed something, and when: bytes as they stand in the commit.
public struct Signature: Hashable, Sendable {
  /// The name; anything but `<`, `>`, a line feed and NUL.
  public let name: [UInt8]
  /// The address between the angle brackets; may be empty.
  public let email: [UInt8]
  /// Seconds since 1970 in UTC.
  public let time: Int64
  /// The distance from UTC in minutes, as `+hhmm` in the commit says.
  public let offset: Int

  /// Makes a signature.
  public init(name: [UInt8], email: [UInt8], time: Int64, offset: Int) {
    self.name = name
    self.email = email
    self.time = time
    self.offset = offset
  }
}

/// A commit, copied out of the repository.
public struct Commit: Hashable, Sendable {
  /// Its id.
  public let id: ObjectID
  /// The tree it records.
  public let tree: ObjectID
  /// The commits before it; none for a first one.
  public let parents: [ObjectID]
  /// Who wrote the change.
  public let author: Signature
  /// Who made the commit.
  public let committer: Signature
  /// The message.
  public let message: CommitMessage

  /// Reads the content of a commit object.
  ///
  /// Strict about what is used: one tree first, then parents, one author and one committer in this order, as
  /// git-fsck(1) wants it. Other headers, a signature for example, are passed over.
  init(id: ObjectID, content: [UInt8]) throws(GitError) {
    let malformed = GitError.malformedObject(id, expected: "commit")
    var rest = content[...]
    func line() throws(GitError) -> ArraySlice<UInt8> {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw malformed }
      defer { rest = rest[(end + 1)...] }
      return rest[..<end]
    }
    func value(_ key: String) throws(GitError) -> ArraySlice<UInt8> {
      let line = try line()
      guard line.starts(with: key.utf8), line.dropFirst(key.utf8.count).first == UInt8(ascii: " ") else {
        throw malformed
      }
      return line.dropFirst(key.utf8.count + 1)
    }
    func object(_ key: String) throws(GitError) -> ObjectID {
      guard let object = ObjectID(hex: try value(key)), object.algorithm == id.algorithm else { throw malformed }
      return object
    }
    self.id = id
    tree = try object("tree")
    var parents: [ObjectID] = []
    while rest.starts(with: "parent ".utf8) {
      parents.append(try object("parent"))
    }
    self.parents = parents
    guard let author = Signature(line: try value("author")), let committer = Signature(line: try value("committer"))
    else { throw malformed }
    self.author = author
    self.committer = committer
    // The first empty line ends the headers; continuation lines of a header start with a space.
    while !(try line()).isEmpty {}
    message = CommitMessage(rest)
  }
}

extension Signature {
  /// Reads `Name <email> seconds +hhmm`; `nil` for anything else.
  init?(line: ArraySlice<UInt8>) {
    guard let open = line.firstIndex(of: UInt8(ascii: "<")), let close = line.lastIndex(of: UInt8(ascii: ">")),
      open < close, !line[(open + 1)..<close].contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") })
    else { return nil }
    let fields = line[(close + 1)...].split(separator: UInt8(ascii: " "))
    guard fields.count == 2, let time = Int64(String(decoding: fields[0], as: UTF8.self)), fields[1].count == 5,
      let sign = fields[1].first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let digits = Int(String(decoding: fields[1].dropFirst(), as: UTF8.self)), digits >= 0
    else { return nil }
    let minutes = digits / 100 * 60 + digits % 100
    var name = line[..<open]
    while name.last == UInt8(ascii: " ") { name.removeLast() }
    self.init(
      name: Array(name), email: Array(line[(open + 1)..<close]), time: time,
      offset: sign == UInt8(ascii: "-") ? -minutes : minutes)
  }
}

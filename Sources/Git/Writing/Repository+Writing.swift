public import Changes
import Clibgit2

// Writing is for sign-offs and publishing. Hooks never write: what they would write could end up in a quarantine.

extension Repository {
  /// Stores file content and gives its id; content that is there already is not an error.
  public func writeBlob(_ content: [UInt8]) throws(GitError) -> ObjectID {
    try write(content, kind: .blob)
  }

  /// Stores a commit and gives its id; no reference moves and no hook runs.
  ///
  /// The same arguments give the same id. Nothing is added: not a line feed, not a trailer.
  /// - Throws: ``GitError/unsupported(operation:reason:)`` for a name or address git could not read back, and for a NUL
  ///   in the message.
  public func writeCommit(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: CommitMessage
  ) throws(GitError) -> ObjectID {
    guard !message.bytes.contains(0) else {
      throw .unsupported(operation: "commit", reason: "the message contains a NUL")
    }
    var content = Array("tree \(tree)\n".utf8)
    for parent in parents { content += Array("parent \(parent)\n".utf8) }
    content += Array("author ".utf8) + (try author.line()) + [UInt8(ascii: "\n")]
    content += Array("committer ".utf8) + (try committer.line()) + [UInt8(ascii: "\n")]
    content += [UInt8(ascii: "\n")] + message.bytes
    return try write(content, kind: .commit)
  }

  /// Moves a reference, if it is where it is expected to be.
  ///
  /// - Parameters:
  ///   - old: where it has to be; `nil` if it must not exist yet.
  ///   - reason: one line for the reflog.
  /// - Throws: ``GitError/referenceMoved(_:expected:actual:)`` if it is elsewhere; it is then left alone.
  public func update(
    _ name: ReferenceName, from old: ObjectID?, to new: ObjectID, reason: String
  ) throws(GitError) {
    let expected = old ?? .null(algorithm)
    // Git does it, because it knows every kind of reference store and runs the hooks that belong to it.
    let input = Array("update ".utf8) + name.bytes + Array("\0\(new)\0\(expected)\0".utf8)
    do throws(GitError) {
      _ = try command.output(["update-ref", "--no-deref", "-m", reason, "-z", "--stdin"], input: input)
    } catch {
      let actual = try target(of: name)
      guard actual == old else { throw .referenceMoved(name, expected: old, actual: actual) }
      throw error
    }
  }

  /// Puts files into the index and takes files out of it; every other entry stays as it is.
  public func stage(_ edits: [TreeEdit]) throws(GitError) {
    var input: [UInt8] = []
    for edit in edits {
      let (mode, id) =
        switch edit {
        case .put(_, let version): (version.mode.octal, version.id)
        case .remove: ("0", ObjectID.null(algorithm))
        }
      input += Array("\(mode) \(id)\t".utf8) + edit.path.bytes + [0]
    }
    _ = try command.output(["update-index", "-z", "--index-info"], input: input)
  }

  func write(_ content: [UInt8], kind: ObjectKind) throws(GitError) -> ObjectID {
    guard isReadByLibrary else {
      let answer = try command.output(["hash-object", "-w", "-t", kind.rawValue, "--stdin"], input: content)
      guard let id = ObjectID(hex: answer.dropLast()) else {
        throw .command(arguments: ["hash-object"], status: 0, message: "unexpected answer")
      }
      return id
    }
    let type =
      switch kind {
      case .blob: GIT_OBJECT_BLOB
      case .tree: GIT_OBJECT_TREE
      case .commit: GIT_OBJECT_COMMIT
      case .tag: GIT_OBJECT_TAG
      }
    let odb = try objectDatabase()
    var oid = git_oid()
    let code = unsafe content.withUnsafeBytes {
      unsafe git_odb_write(&oid, odb.pointer, $0.baseAddress, $0.count, type)
    }
    try Library.check(code, "write an object")
    return try ObjectID(oid)
  }
}

extension Signature {
  /// `Name <email> seconds +hhmm`.
  fileprivate func line() throws(GitError) -> [UInt8] {
    let minutes = abs(offset)
    let zone = String(minutes / 60 * 100 + minutes % 60)
    let padded = String(repeating: "0", count: max(0, 4 - zone.count)) + zone
    let text = name + Array(" <".utf8) + email + Array("> \(time) \(offset < 0 ? "-" : "+")\(padded)".utf8)
    let hasControl = text.contains { $0 == 0 || $0 == UInt8(ascii: "\n") }
    guard !hasControl, !name.isEmpty, Signature(line: text[...]) == self else {
      throw .unsupported(operation: "commit", reason: "a name or address that git could not read back")
    }
    return text
  }
}

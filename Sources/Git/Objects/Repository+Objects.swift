public import Changes
import Clibgit2

/// The four kinds of objects.
public enum ObjectKind: String, Hashable, Sendable {
  /// File content.
  case blob
  /// A folder.
  case tree
  /// A commit.
  case commit
  /// An annotated tag.
  case tag
}

extension Repository {
  /// Kind and size of an object, without reading its content.
  /// - Throws: ``GitError/missingObject(_:)`` if it is not there.
  public func header(of id: ObjectID) throws(GitError) -> (kind: ObjectKind, size: UInt64) {
    guard isReadByLibrary else {
      guard let header = try batch("--batch-check", id).header else { throw .missingObject(id) }
      return header
    }
    let odb = try objectDatabase()
    var oid = try id.oid()
    var size = 0
    var type = GIT_OBJECT_INVALID
    let code = unsafe git_odb_read_header(&size, &type, odb.pointer, &oid)
    if code == GIT_ENOTFOUND.rawValue { throw .missingObject(id) }
    try Library.check(code, "read an object's size")
    guard let kind = Self.kind(type) else { throw .malformedObject(id, expected: "object") }
    return (kind, UInt64(size))
  }

  /// Whether the object is in the repository (or in the quarantine of the push being received).
  public func contains(_ id: ObjectID) throws(GitError) -> Bool {
    do {
      _ = try header(of: id)
      return true
    } catch .missingObject {
      return false
    }
  }

  /// The size of a blob in bytes.
  /// - Throws: ``GitError/malformedObject(_:expected:)`` if the object is no blob.
  public func blobSize(_ id: ObjectID) throws(GitError) -> UInt64 {
    let header = try header(of: id)
    guard header.kind == .blob else { throw .malformedObject(id, expected: "blob") }
    return header.size
  }

  /// The content of a blob.
  /// - Throws: ``GitError/tooLarge(_:size:limit:)`` before reading if it has more than `limit` bytes,
  ///   ``GitError/malformedObject(_:expected:)`` if the object is no blob.
  public func blob(_ id: ObjectID, limit: Int) throws(GitError) -> [UInt8] {
    let size = try blobSize(id)
    guard size <= UInt64(max(limit, 0)) else { throw .tooLarge(id, size: size, limit: limit) }
    return try content(of: id, kind: .blob)
  }

  /// The raw content of an object of a known kind.
  func content(of id: ObjectID, kind: ObjectKind) throws(GitError) -> [UInt8] {
    guard isReadByLibrary else {
      let (header, content) = try batch("--batch", id)
      guard let header else { throw .missingObject(id) }
      guard header.kind == kind, UInt64(content.count) == header.size else {
        throw .malformedObject(id, expected: kind.rawValue)
      }
      return Array(content)
    }
    let odb = try objectDatabase()
    var oid = try id.oid()
    var object: OpaquePointer?
    let code = unsafe git_odb_read(&object, odb.pointer, &oid)
    if code == GIT_ENOTFOUND.rawValue { throw .missingObject(id) }
    try Library.check(code, "read an object")
    defer { unsafe git_odb_object_free(object) }
    guard Self.kind(unsafe git_odb_object_type(object)) == kind else {
      throw .malformedObject(id, expected: kind.rawValue)
    }
    let bytes = unsafe UnsafeRawBufferPointer(
      start: git_odb_object_data(object), count: Int(git_odb_object_size(object)))
    return unsafe Array(bytes)
  }

  func objectDatabase() throws(GitError) -> Handle {
    let pointer = unsafe try library("read objects")
    return unsafe try Handle("open the objects", free: git_odb_free, make: { unsafe git_repository_odb(&$0, pointer) })
  }

  /// Asks `git cat-file` about one object; no header if it is missing.
  private func batch(
    _ option: String, _ id: ObjectID
  ) throws(GitError) -> (header: (kind: ObjectKind, size: UInt64)?, content: ArraySlice<UInt8>) {
    let output = try command.output(["cat-file", option], input: Array(id.hex.utf8) + [UInt8(ascii: "\n")])
    guard let end = output.firstIndex(of: UInt8(ascii: "\n")) else { throw .malformedObject(id, expected: "answer") }
    let fields = output[..<end].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    if fields.count == 2, fields[1] == "missing" { return (nil, []) }
    guard fields.count == 3, fields[0] == id.hex, let kind = ObjectKind(rawValue: fields[1]),
      let size = UInt64(fields[2])
    else { throw .malformedObject(id, expected: "answer") }
    return ((kind, size), output[(end + 1)...].dropLast())
  }

  private static func kind(_ type: git_object_t) -> ObjectKind? {
    switch type {
    case GIT_OBJECT_BLOB: .blob
    case GIT_OBJECT_TREE: .tree
    case GIT_OBJECT_COMMIT: .commit
    case GIT_OBJECT_TAG: .tag
    default: nil
    }
  }
}

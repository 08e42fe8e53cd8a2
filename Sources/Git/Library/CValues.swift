import Changes
import Clibgit2

// The only places where the memory of libgit2 becomes values of ours, and the other way round.

extension ObjectID {
  /// Copies an id out of libgit2.
  init(_ oid: git_oid) throws(GitError) {
    let bytes = unsafe withUnsafeBytes(of: oid.id) { unsafe Array($0) }
    guard let id = ObjectID(bytes: bytes) else {
      throw .libgit2(code: -1, category: 0, operation: "read an id", message: "\(bytes.count) bytes")
    }
    self = id
  }

  /// The id as libgit2 has it.
  func oid() throws(GitError) -> git_oid {
    guard algorithm == .sha1 else { throw .unsupportedExtension(name: "objectformat") }
    var oid = git_oid()
    let code = unsafe git_oid_fromraw(&oid, bytes)
    try Library.check(code, "make an id")
    return oid
  }
}

/// The bytes of a C string without its NUL; none for a null pointer.
func copiedBytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
  guard let text = unsafe text else { return [] }
  var count = 0
  while unsafe text[count] != 0 { count += 1 }
  return unsafe [UInt8](UnsafeRawBufferPointer(start: text, count: count))
}

/// The text of a C string; `nil` for a null pointer.
func copiedText(_ text: UnsafePointer<CChar>?) -> String? {
  unsafe text.map { unsafe String(cString: $0) }
}

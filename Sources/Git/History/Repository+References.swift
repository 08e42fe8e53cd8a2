public import Changes
import Clibgit2

/// Where `HEAD` is.
public enum Head: Hashable, Sendable {
  /// On a branch that has no commit yet.
  case unborn(ReferenceName)
  /// On a branch.
  case branch(ReferenceName, ObjectID)
  /// On a commit, on no branch.
  case detached(ObjectID)

  /// The commit; `nil` before the first one.
  public var commit: ObjectID? {
    switch self {
    case .unborn: nil
    case .branch(_, let id), .detached(let id): id
    }
  }
}

/// A reference and the object it points to, symbolic references followed.
public struct Reference: Hashable, Sendable {
  /// The full name.
  public let name: ReferenceName
  /// The object; of an annotated tag the tag itself.
  public let target: ObjectID
}

extension Repository {
  /// Reads where `HEAD` is; a repository without commits is not an error.
  public func head() throws(GitError) -> Head {
    guard let pointer = unsafe pointer else { return try headByCommand() }
    let reference = unsafe try Handle(
      "read HEAD", free: git_reference_free, make: { unsafe git_reference_lookup(&$0, pointer, "HEAD") })
    guard unsafe git_reference_type(reference.pointer) == GIT_REFERENCE_SYMBOLIC else {
      guard let target = unsafe git_reference_target(reference.pointer) else { throw .notFound(name: "HEAD") }
      return .detached(try unsafe ObjectID(target.pointee))
    }
    let bytes = unsafe copiedBytes(git_reference_symbolic_target(reference.pointer))
    guard let name = ReferenceName(bytes: bytes) else { throw .notFound(name: "HEAD") }
    guard let id = try target(of: name) else { return .unborn(name) }
    return .branch(name, id)
  }

  /// The object a reference points to, symbolic references followed; `nil` if there is no such reference.
  public func target(of name: ReferenceName) throws(GitError) -> ObjectID? {
    guard let pointer = unsafe pointer else {
      return try references(under: name.text).first { $0.name == name }?.target
    }
    var oid = git_oid()
    let code = unsafe git_reference_name_to_id(&oid, pointer, name.text)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try Library.check(code, "read \(name)")
    return try ObjectID(oid)
  }

  /// The references whose names match a pattern such as `refs/heads/*`, in the order of their names.
  ///
  /// `*` matches slashes too. References that point nowhere, such as a symbolic one to an unborn branch, are left out.
  public func references(matching pattern: String = "refs/*") throws(GitError) -> [Reference] {
    guard let pointer = unsafe pointer else {
      guard pattern.hasSuffix("*") else {
        throw .unsupported(operation: "references", reason: "only patterns that end in * can be asked of git here")
      }
      return try references(under: String(pattern.dropLast()))
    }
    let iterator = unsafe try Handle(
      "list references", free: git_reference_iterator_free,
      make: { unsafe git_reference_iterator_glob_new(&$0, pointer, pattern) })
    var references: [Reference] = []
    while true {
      var text: UnsafePointer<CChar>?
      let code = unsafe git_reference_next_name(&text, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { break }
      try Library.check(code, "list references")
      guard let name = unsafe ReferenceName(bytes: copiedBytes(text)) else { throw .notFound(name: pattern) }
      if let target = try target(of: name) { references.append(Reference(name: name, target: target)) }
    }
    return references.sorted { $0.name < $1.name }
  }

  /// The commit a revision means: a branch, tag, (short) id, or an expression such as `HEAD~2`.
  /// - Throws: ``GitError/notFound(name:)`` if it means nothing or no commit.
  public func resolve(_ revision: String) throws(GitError) -> ObjectID {
    guard let pointer = unsafe pointer else {
      let result = try command.run(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
      guard result.status == 0, let id = ObjectID(hex: result.output.dropLast()) else {
        throw .notFound(name: revision)
      }
      return id
    }
    var object: OpaquePointer?
    let code = unsafe git_revparse_single(&object, pointer, revision)
    // A short id of several objects is as undecided as one of none.
    if code == GIT_ENOTFOUND.rawValue || code == GIT_EINVALIDSPEC.rawValue || code == GIT_EAMBIGUOUS.rawValue {
      throw .notFound(name: revision)
    }
    try Library.check(code, "resolve a revision")
    defer { unsafe git_object_free(object) }
    var peeled: OpaquePointer?
    let peeling = unsafe git_object_peel(&peeled, object, GIT_OBJECT_COMMIT)
    if peeling == GIT_EPEEL.rawValue || peeling == GIT_EINVALIDSPEC.rawValue { throw .notFound(name: revision) }
    try Library.check(peeling, "find the commit of a revision")
    defer { unsafe git_object_free(peeled) }
    guard let id = unsafe git_object_id(peeled) else { throw .notFound(name: revision) }
    return try unsafe ObjectID(id.pointee)
  }

  /// A commit.
  public func commit(_ id: ObjectID) throws(GitError) -> Commit {
    try Commit(id: id, content: content(of: id, kind: .commit))
  }

  private func headByCommand() throws(GitError) -> Head {
    let symbolic = try command.run(["symbolic-ref", "--quiet", "HEAD"])
    if symbolic.status == 1 { return .detached(try resolve("HEAD")) }
    guard symbolic.status == 0, let name = ReferenceName(bytes: symbolic.output.dropLast()) else {
      throw .command(arguments: ["symbolic-ref"], status: symbolic.status, message: "HEAD")
    }
    guard let id = try target(of: name) else { return .unborn(name) }
    return .branch(name, id)
  }

  private func references(under prefix: String) throws(GitError) -> [Reference] {
    var references: [Reference] = []
    for line in try command.lines(["for-each-ref", "--format=%(objectname) %(refname)"]) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
      guard fields.count == 2, let id = ObjectID(hex: fields[0]), let name = ReferenceName(bytes: fields[1]) else {
        throw .command(arguments: ["for-each-ref"], status: 0, message: "unexpected answer")
      }
      if name.bytes.starts(with: prefix.utf8) { references.append(Reference(name: name, target: id)) }
    }
    return references.sorted { $0.name < $1.name }
  }
}

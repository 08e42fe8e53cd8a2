/// The path of a file inside a repository: bytes, as git has them.
///
/// Two paths are equal when their bytes are. Swift strings would make one path of two: text in composed and in
/// decomposed form compares equal, and two different invalid encodings both become U+FFFD.
///
/// A path is never empty, never starts or ends with a slash, and has no empty, `.` or `..` component and no NUL. A
/// tree that holds such a name was not written by git, and reading it is an error of the reader.
public struct RepositoryPath: Hashable, Sendable {
  /// The bytes, components separated by `/`.
  public let bytes: [UInt8]

  /// Makes a path from its bytes; `nil` if they are no path, as described for the type.
  @inlinable
  public init?(bytes: some Sequence<UInt8>) {
    self.init(array: Array(bytes))
  }

  // Not generic, because generic code is slow from another module.
  @usableFromInline
  init?(array bytes: [UInt8]) {
    guard Self.isPath(bytes) else { return nil }
    self.bytes = bytes
  }

  /// Makes a path from text, in UTF-8; `nil` if it is no path, as described for the type.
  public init?(_ text: String) {
    self.init(bytes: text.utf8)
  }

  private init(valid bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The names between the slashes, outermost first; at least one.
  public var components: [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "/"))
  }

  /// The last component.
  public var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// The folder the path is in; `nil` at the top of the repository.
  public var parent: RepositoryPath? {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return RepositoryPath(valid: Array(bytes[..<slash]))
  }

  /// What stands after the last dot of the name, without the dot; `nil` for `name`, `name.` and `.name`.
  public var pathExtension: ArraySlice<UInt8>? {
    let name = self.name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex, dot + 1 < name.endIndex else {
      return nil
    }
    return name[(dot + 1)...]
  }

  /// The path without its extension and the dot; the same path if there is no extension.
  public var withoutExtension: RepositoryPath {
    guard let pathExtension else { return self }
    return RepositoryPath(valid: Array(bytes[..<(pathExtension.startIndex - 1)]))
  }

  /// Whether the extension has exactly these bytes.
  public func hasExtension(_ text: String) -> Bool {
    pathExtension?.elementsEqual(text.utf8) ?? false
  }

  /// Whether the path lies below `root`; no path is under itself, and `ab/c` is not under `a`.
  public func isUnder(_ root: RepositoryPath) -> Bool {
    bytes.count > root.bytes.count && bytes[root.bytes.count] == UInt8(ascii: "/") && bytes.starts(with: root.bytes)
  }

  /// The rest of the path below `root`; `nil` if it is not under it.
  public func relative(to root: RepositoryPath) -> RepositoryPath? {
    guard isUnder(root) else { return nil }
    return RepositoryPath(valid: Array(bytes[(root.bytes.count + 1)...]))
  }

  /// The path of something below this one.
  public func appending(_ path: RepositoryPath) -> RepositoryPath {
    RepositoryPath(valid: bytes + [UInt8(ascii: "/")] + path.bytes)
  }

  /// One pass without allocation: a tree of a hundred thousand files goes through here.
  private static func isPath(_ bytes: [UInt8]) -> Bool {
    var length = 0
    var dots = 0
    for byte in bytes {
      if byte == 0 { return false }
      if byte == UInt8(ascii: "/") {
        if length == dots, dots <= 2 { return false }
        length = 0
        dots = 0
      } else {
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return length != dots || dots > 2
  }
}

extension RepositoryPath: Comparable {
  /// Orders paths by their bytes, as git orders an index.
  public static func < (left: RepositoryPath, right: RepositoryPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension RepositoryPath: ExpressibleByStringLiteral {
  /// Makes a path from a literal of the program; stops the program if the literal is no path.
  public init(stringLiteral text: StaticString) {
    guard let path = RepositoryPath(text.description) else {
      preconditionFailure("not a repository path: \(text)")
    }
    self = path
  }
}

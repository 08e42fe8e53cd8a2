/// The full name of a reference, such as `refs/heads/main`, as bytes.
public struct ReferenceName: Hashable, Sendable {
  /// The bytes of the name.
  public let bytes: [UInt8]

  /// Makes a name from bytes; `nil` if they are empty or hold a NUL, a line feed or another ASCII control character.
  ///
  /// This is not the whole of `git check-ref-format`: names come from git, which has checked them, or are looked up,
  /// where a wrong one is simply not found.
  public init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    self.bytes = bytes
  }

  /// Makes a name from text; `nil` as for ``init(bytes:)``.
  public init?(_ text: String) {
    self.init(bytes: text.utf8)
  }

  /// Makes the full name of a branch: `main` gives `refs/heads/main`.
  public init?(branch: String) {
    guard !branch.isEmpty else { return nil }
    self.init("refs/heads/" + branch)
  }

  /// The name as text; bytes that are not UTF-8 become U+FFFD, so this is for people and for names known to be ASCII.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The name without `refs/heads/`; `nil` if it is no branch.
  public var branch: String? {
    let prefix = Array("refs/heads/".utf8)
    guard bytes.starts(with: prefix), bytes.count > prefix.count else { return nil }
    return String(decoding: bytes[prefix.count...], as: UTF8.self)
  }
}

extension ReferenceName: Comparable {
  /// Orders names by their bytes.
  public static func < (left: ReferenceName, right: ReferenceName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension ReferenceName: CustomStringConvertible {
  /// The name as text.
  public var description: String { text }
}

extension ReferenceName: ExpressibleByStringLiteral {
  /// Makes a name from a literal of the program; stops the program if the literal is none.
  public init(stringLiteral text: StaticString) {
    guard let name = ReferenceName(text.description) else {
      preconditionFailure("not a reference name: \(text)")
    }
    self = name
  }
}

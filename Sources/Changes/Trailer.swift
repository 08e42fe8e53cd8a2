/// One `Key: value` line at the end of a commit message.
public struct Trailer: Hashable, Sendable {
  /// The key: ASCII letters, digits and `-`, at least one.
  public let key: String
  /// The value: bytes without a line feed, NUL, or white space at either end; may be empty.
  public let value: [UInt8]

  /// Makes a trailer; `nil` if key or value are not as the properties say.
  public init?(key: String, value: some Sequence<UInt8>) {
    let value = Array(value)
    guard !key.isEmpty, key.utf8.allSatisfy(Self.isKeyByte), value == Self.trimmed(value[...]),
      !value.contains(UInt8(ascii: "\n")), !value.contains(0)
    else { return nil }
    self.key = key
    self.value = value
  }

  /// Makes a trailer from text; `nil` if key or value are not as the properties say.
  public init?(key: String, value: String) {
    self.init(key: key, value: value.utf8)
  }

  /// The value as text; bytes that are not UTF-8 become U+FFFD, so this is for people.
  public var text: String { String(decoding: value, as: UTF8.self) }

  /// The line without a line feed: `Key: value`.
  public var line: [UInt8] { Array(key.utf8) + Array(": ".utf8) + value }

  /// Whether the key is the given one; case does not count, as in `git interpret-trailers`.
  public func hasKey(_ other: String) -> Bool {
    key.utf8.elementsEqual(other.utf8) { Self.lowercased($0) == Self.lowercased($1) }
  }

  /// The bytes git's own `isspace` accepts: unlike C's, without vertical tab and form feed (ctype.c of git).
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) {
      bytes.removeLast()
    }
    return Array(bytes)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
  }
}

extension Trailer: CustomStringConvertible {
  /// The line as text.
  public var description: String { String(decoding: line, as: UTF8.self) }
}

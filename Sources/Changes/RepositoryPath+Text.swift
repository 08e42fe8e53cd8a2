extension RepositoryPath {
  /// The path in printable ASCII, for manifests and records.
  ///
  /// Letters, digits, `-`, `.`, `_`, `~` (RFC 3986 section 2.3) and the slash stand for themselves, every other byte is
  /// `%` and two upper-case hexadecimal digits. Nothing is lost: ``init(percentEncoded:)`` gives the same bytes back.
  public var percentEncoded: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if Self.isUnreserved(byte) || byte == UInt8(ascii: "/") {
        text.append(byte)
      } else {
        text.append(UInt8(ascii: "%"))
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads what ``percentEncoded`` wrote, and nothing else: each path has exactly one encoding.
  ///
  /// `nil` for lower-case digits, for an encoded byte that needs none, and for a byte that should have been encoded.
  public init?(percentEncoded text: String) {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(Self.value(ofHexDigit:)),
        let low = rest.popFirst().flatMap(Self.value(ofHexDigit:))
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard let path = RepositoryPath(bytes: bytes), path.percentEncoded == text else { return nil }
    self = path
  }

  /// The path for people, on one line.
  ///
  /// Control characters, line separators and characters that hide or reorder text are written `\u{…}`, bytes that are
  /// not UTF-8 `\xNN`, and a backslash is doubled, so that two paths never look the same because of one of these.
  public var display: String {
    // Nearly every path is plain.
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = ""
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var position = 0
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .emptyInput:
        break decoding
      case .scalarValue(let scalar):
        position += UTF8.width(scalar)
        if scalar == "\\" {
          text += "\\\\"
        } else if Self.hides(scalar) {
          text += "\\u{" + String(scalar.value, radix: 16) + "}"
        } else {
          text.unicodeScalars.append(scalar)
        }
      case .error:
        // One bad byte at a time: what follows it may be sound.
        text += "\\x" + Self.twoDigits(bytes[position])
        position += 1
        decoder = UTF8()
        iterator = Array(bytes[position...]).makeIterator()
      }
    }
    return text
  }

  /// Unicode's control, format, surrogate-free unassigned-by-design and separator characters a terminal may obey.
  private static func hides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func value(ofHexDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func twoDigits(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension RepositoryPath: CustomStringConvertible {
  /// The path for people, as ``display``.
  public var description: String { display }
}

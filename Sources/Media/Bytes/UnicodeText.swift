/// Text in one of the encodings of Unicode.
enum UnicodeText {
  /// The same text in UTF-8, without a byte order mark; nil where it is not well formed in its width.
  ///
  /// The encoding is taken from the mark, otherwise from where the zero bytes of the first character are.
  static func utf8(_ text: Window) -> Window? {
    let start = (0..<4).map { text.byte($0) }
    switch (start[0], start[1], start[2], start[3]) {
    case (0xEF, 0xBB, 0xBF, _): return text.suffix(from: 3)
    case (0xFF, 0xFE, 0, 0): return wide(text, width: 4, littleEndian: true)
    case (0, 0, 0xFE, 0xFF), (0, 0, 0, 0x3C): return wide(text, width: 4, littleEndian: false)
    case (0x3C, 0, 0, 0): return wide(text, width: 4, littleEndian: true)
    case (0xFF, 0xFE, _, _), (0x3C, 0, _, _): return wide(text, width: 2, littleEndian: true)
    case (0xFE, 0xFF, _, _), (0, 0x3C, _, _): return wide(text, width: 2, littleEndian: false)
    default: return text
    }
  }

  private static func wide(_ text: Window, width: Int, littleEndian: Bool) -> Window? {
    guard text.count % width == 0 else { return nil }
    let units = stride(from: 0, to: text.count, by: width).compactMap {
      text.number($0, bytes: width, littleEndian: littleEndian)
    }
    var bytes: [UInt8]
    if width == 2 {
      bytes = Array(String(decoding: units.map { UInt16($0) }, as: UTF16.self).utf8)
    } else {
      bytes = Array(String(decoding: units.map { UInt32($0) }, as: UTF32.self).utf8)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return Window(bytes)
  }
}

/// Text as it stands in XML.
enum XMLText {
  /// The text with its references to characters replaced; what is none stays as it is.
  static func decoded(_ text: Window) -> [UInt8] {
    var out: [UInt8] = []
    var rest = text.array[...]
    while let next = rest.first {
      rest = rest.dropFirst()
      guard next == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        out.append(next)
        continue
      }
      let name = String(decoding: rest[..<end], as: UTF8.self)
      guard let character = character(name) else {
        out.append(next)
        continue
      }
      out += Array(String(character).utf8)
      rest = rest[(end + 1)...]
    }
    return out
  }

  private static func character(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      return (digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits))
        .flatMap { Unicode.Scalar($0) }
    }
  }
}

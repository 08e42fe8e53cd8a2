@_spi(_Unicode) internal import Swift

/// How a channel counts the length of a text.
enum TextCount: Sendable {
  /// X: twitter-text 3, configuration v3.
  ///
  /// The text is composed (NFC). A link counts 23, an emoji sequence 2, the code points U+0000 to U+10FF, U+2000 to
  /// U+200D, U+2010 to U+201F and U+2032 to U+2037 count 1, and every other 2.
  case weighted
  /// Characters as a reader sees them: extended grapheme clusters of Unicode Standard Annex 29.
  case graphemes
  /// Mastodon: graphemes, where a link counts 23 and a mention counts without its server.
  case graphemesShortened
  /// Threads: code points, where an emoji counts as many as it has bytes of UTF-8.
  case emojiBytes
  /// Units of UTF-16.
  case utf16
  /// Bytes of UTF-8.
  case bytes

  /// What is counted, in the plural, for messages.
  var unit: String {
    self == .bytes ? "bytes" : "characters"
  }

  /// The length of a text in UTF-8.
  func count(_ bytes: [UInt8]) -> Int {
    let text = String(decoding: bytes, as: UTF8.self)
    return switch self {
    case .weighted: Self.weightedLength(text)
    case .graphemes: text.count
    case .graphemesShortened: Self.shortened(text).count
    case .emojiBytes: Self.emojiBytesLength(text)
    case .utf16: text.utf16.count
    case .bytes: bytes.count
    }
  }

  /// A number the length cannot exceed, found without looking closely.
  func bound(_ bytes: [UInt8]) -> Int {
    switch self {
    case .weighted, .graphemesShortened:
      // A scalar counts 2 at most, one of ASCII 1; a link has a dot within and counts 23 at most.
      bytes.indices.reduce(bytes.count) { sum, index in
        let byte = bytes[index]
        if byte >= 0x80 { return sum + (byte == 0xE3 || byte == 0xEF ? 1 + Self.linkLength : 1) }
        let isWithin = byte == 0x2E && index + 1 < bytes.count && bytes[index + 1] > 0x20
        return isWithin ? sum + Self.linkLength : sum
      }
    default: bytes.count
    }
  }

  /// What X and Mastodon count for a link, however long it is.
  private static let linkLength = 23

  private static func weightedLength(_ text: String) -> Int {
    let scalars = text.utf8.allSatisfy { $0 < 0x80 } ? Array(text.unicodeScalars) : Array(text._nfc)
    var length = 0
    var position = 0
    for link in WebLinks.ranges(in: scalars, withoutScheme: true) + [scalars.count..<scalars.count] {
      while position < link.lowerBound {
        if let end = EmojiSequence.end(in: scalars, at: position) {
          length += 2
          position = end
        } else {
          length += isLight(scalars[position]) ? 1 : 2
          position += 1
        }
      }
      if !link.isEmpty { length += linkLength }
      position = link.upperBound
    }
    return length
  }

  private static func isLight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...4351, 8192...8205, 8208...8223, 8242...8247: true
    default: false
    }
  }

  private static func emojiBytesLength(_ text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    var (length, position) = (0, 0)
    while position < scalars.count {
      let emoji = EmojiSequence.end(in: scalars, at: position)
      let end = emoji ?? position + 1
      length += emoji == nil ? 1 : scalars[position..<end].reduce(0) { $0 + UTF8.width($1) }
      position = end
    }
    return length
  }

  private static func shortened(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var short = String.UnicodeScalarView()
    var position = 0
    for link in WebLinks.ranges(in: scalars, withoutScheme: false) + [scalars.count..<scalars.count] {
      while position < link.lowerBound {
        let server = mentionServer(scalars, at: position, before: link.lowerBound)
        if server == nil { short.append(scalars[position]) }
        position = server ?? position + 1
      }
      if !link.isEmpty { short.append(contentsOf: String(repeating: "x", count: linkLength).unicodeScalars) }
      position = link.upperBound
    }
    return String(short)
  }

  /// The end of the server in `@name@server`, if the second sign stands here.
  private static func mentionServer(_ text: [Unicode.Scalar], at sign: Int, before end: Int) -> Int? {
    func isName(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII && LinkCharacters.isLetterOrDigit(scalar) || scalar == "_" || scalar == "." || scalar == "-"
    }
    guard text[sign] == "@" else { return nil }
    var start = sign
    // A name is short; the bound keeps a text of nothing but name characters from being read over and over.
    while start > 0, sign - start <= 64, isName(text[start - 1]) { start -= 1 }
    guard start < sign, start > 0, text[start - 1] == "@" else { return nil }
    guard start == 1 || !(isName(text[start - 2]) || text[start - 2] == "/") else { return nil }
    var server = sign + 1
    while server < end, isName(text[server]) { server += 1 }
    while server > sign + 1, text[server - 1] == "." || text[server - 1] == "-" { server -= 1 }
    return server > sign + 1 ? server : nil
  }
}

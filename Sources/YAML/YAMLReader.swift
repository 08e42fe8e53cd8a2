extension YAMLNode {
  /// How deep lists and mappings may be nested.
  public static let depthLimit = 32

  /// Reads one YAML document.
  ///
  /// Strict: anchors, aliases, tags, merge keys, directives, duplicate keys, compound keys, a second document, NUL
  /// bytes and nesting beyond `depthLimit` are errors. A text without any value is null, which is not an error.
  /// - Parameters:
  ///   - text: the document in UTF-8.
  ///   - base: where the text's first byte stands in its file; every range counts from there.
  public static func parse(_ text: [UInt8], base: SourcePosition = .start) throws(YAMLError) -> YAMLNode {
    try checkEncoding(text, base: base)
    let positions = TextPositions(text, base: base)
    var composer = YAMLComposer(text: text, positions: positions)
    return try composer.compose(YAMLEvents(text: text, positions: positions))
  }

  /// Refuses NUL bytes and what is not UTF-8, with the place of the first offence.
  private static func checkEncoding(_ text: [UInt8], base: SourcePosition) throws(YAMLError) {
    if let nul = text.firstIndex(of: 0) {
      throw YAMLError(.nul, at: place(of: nul, in: text, base: base))
    }
    var decoder = UTF8ValidityScanner(text)
    if let offset = decoder.firstInvalidByte() {
      throw YAMLError(.syntax("not UTF-8"), at: place(of: offset, in: text, base: base))
    }
  }

  private static func place(of offset: Int, in text: [UInt8], base: SourcePosition) -> SourceRange {
    SourceRange(at: TextPositions(Array(text[..<offset]), base: base).position(ofByte: offset))
  }
}

/// Finds the first byte of a text that is not UTF-8.
struct UTF8ValidityScanner {
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// The offset of the first byte that does not start a well-formed sequence, or nil.
  mutating func firstInvalidByte() -> Int? {
    var offset = 0
    while offset < text.count {
      let length = sequenceLength(at: offset)
      guard length > 0 else { return offset }
      offset += length
    }
    return nil
  }

  /// The length of the well-formed sequence at an offset (Unicode 16, table 3-7), or 0.
  private func sequenceLength(at offset: Int) -> Int {
    let first = text[offset]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0x00...0x7F: (1, 0x80...0xBF)
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard length > 0, offset + length <= text.count else { return 0 }
    if length > 1, !second.contains(text[offset + 1]) { return 0 }
    if length > 2, text[(offset + 2)..<(offset + length)].contains(where: { $0 & 0xC0 != 0x80 }) { return 0 }
    return length
  }
}

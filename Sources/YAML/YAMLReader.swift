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

  /// Refuses NUL bytes, what is not UTF-8 and doubtful line ends, with the place of the first offence.
  private static func checkEncoding(_ text: [UInt8], base: SourcePosition) throws(YAMLError) {
    if let nul = text.firstIndex(of: 0) {
      throw YAMLError(.nul, at: place(of: nul, in: text, base: base))
    }
    if let offset = firstInvalidUTF8Byte(in: text) {
      throw YAMLError(.syntax("not UTF-8"), at: place(of: offset, in: text, base: base))
    }
    if let found = lineSeparator(in: text) {
      throw YAMLError(.lineSeparator(found.scalar), at: place(of: found.offset, in: text, base: base))
    }
  }

  /// The offset of the first U+0085, U+2028 or U+2029 of a text in valid UTF-8.
  private static func lineSeparator(in text: [UInt8]) -> (offset: Int, scalar: Unicode.Scalar)? {
    for (offset, byte) in text.enumerated() where byte == 0xC2 || byte == 0xE2 {
      if byte == 0xC2, text[offset + 1] == 0x85 { return (offset, "\u{85}") }
      guard byte == 0xE2, text[offset + 1] == 0x80 else { continue }
      if text[offset + 2] == 0xA8 { return (offset, "\u{2028}") }
      if text[offset + 2] == 0xA9 { return (offset, "\u{2029}") }
    }
    return nil
  }

  private static func place(of offset: Int, in text: [UInt8], base: SourcePosition) -> SourceRange {
    SourceRange(at: TextPositions(Array(text[..<offset]), base: base).position(ofByte: offset))
  }
}

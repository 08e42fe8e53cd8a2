/// Postal codes of the US, UK, Ireland, Canada and Australia.
extension EntityScan {
  /// A ZIP code after its cue or a state, an Australian code after its state; starts at the number.
  mutating func readZIP(at word: Int) {
    guard let count = digitCount(word), count == 5 || count == 4, !touches(word), !touches(word + 1) else { return }
    if count == 4 {
      guard spells(word - 1, ["nsw", "vic", "qld", "tas"]), traits(word - 1).contains(.allCaps), spaced(word) else {
        return
      }
      add(.postalCode, word..<word + 1)
      return
    }
    let cued =
      spells(word - 1, ["zip", "zipcode", "postcode"])
      || spells(word - 1, ["code", "is", "codes"])
        && spells(word - 2, ["zip", "postal", "code"])
    let state =
      gap(before: word).count <= 2
      && (cue(word - 1).contains(.stateCode) && traits(word - 1).contains(.allCaps)
        || cue(word - 1).contains(.state) && traits(word - 1).contains(.capitalized))
    guard cued || state else { return }
    let extended = joined(word + 1, by: 0x2D) && digitCount(word + 1) == 4
    add(.postalCode, word..<word + (extended ? 2 : 1), rank: 7)
  }

  /// `SW1A 1AA`, `D02 X285`, `K1A 0B1`; starts at the word with the first letter.
  mutating func readPostalCode(at word: Int) {
    if let end = postalCode(at: word) { add(.postalCode, word..<end, rank: 3) }
  }

  /// The word after a postal code of letters and digits that starts here.
  func postalCode(at word: Int) -> Int? {
    guard has(word), traits(word).contains(.capitalized), !touches(word), document.tokens[word].foldedCount <= 7 else {
      return nil
    }
    var text: [UInt8] = []
    var end = word
    var space = 0
    while has(end), end < word + 3, text.count < 7, end == word || touches(end) || joined(end, by: 0x20) {
      if end > word, !touches(end) { space = text.count }
      for byte in bytes[document.tokens[end].bytes] {
        guard byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A else { return nil }
        text.append(byte)
      }
      end += 1
      if text.count >= 5, !touches(end), PostalCode.isValid(text, space: space) { return end }
    }
    return nil
  }
}

/// The written forms of postal codes of letters and digits, in capitals.
enum PostalCode {
  /// Whether a code with its space after so many characters (0: none) is one of the UK, Ireland or Canada.
  static func isValid(_ text: [UInt8], space: Int) -> Bool {
    isBritish(text, space: space) || isIrish(text, space: space) || isCanadian(text, space: space)
  }

  private static func pattern(_ text: [UInt8]) -> String {
    String(decoding: text.map { $0 < 0x3A ? UInt8(ascii: "9") : UInt8(ascii: "A") }, as: UTF8.self)
  }

  /// A9 9AA, A99 9AA, AA9 9AA, AA99 9AA, A9A 9AA, AA9A 9AA; no Q V X first, no I J Z second, no C I K M O V in the last two (BS 7666).
  private static func isBritish(_ text: [UInt8], space: Int) -> Bool {
    guard ["A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA"].contains(pattern(text)) else { return false }
    guard space == 0 || space == text.count - 3 else { return false }
    guard !Array("QVX".utf8).contains(text[0]), !Array("IJZ".utf8).contains(text[1]) else { return false }
    for byte in text.suffix(2) where Array("CIKMOV".utf8).contains(byte) { return false }
    return true
  }

  /// A routing key of a letter and two digits, or D6W, and four characters (Eircode).
  private static func isIrish(_ text: [UInt8], space: Int) -> Bool {
    guard text.count == 7, space == 3, text[1] < 0x3A else { return false }
    guard text[2] < 0x3A || text[..<3].elementsEqual("D6W".utf8) else { return false }
    guard Array("ACDEFHKNPRTVWXY".utf8).contains(text[0]) else { return false }
    var digits = 0
    for byte in text[3...] {
      if byte < 0x3A { digits += 1 } else if !Array("ACDEFHKNPRTVWXY".utf8).contains(byte) { return false }
    }
    return digits >= 1
  }

  /// A9A 9A9 without D F I O Q U, and no W or Z first (Canada Post).
  private static func isCanadian(_ text: [UInt8], space: Int) -> Bool {
    guard pattern(text) == "A9A9A9", space == 3 else { return false }
    for byte in text where Array("DFIOQU".utf8).contains(byte) { return false }
    return text[0] != UInt8(ascii: "W") && text[0] != UInt8(ascii: "Z")
  }
}

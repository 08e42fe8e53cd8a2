/// Number plates that their form gives away without a cue.
extension EntityScan {
  /// `NJ21 KVF` as issued in Great Britain since 2001, `191-D-55480` as issued in Ireland since 1987.
  ///
  /// Sources: DVLA INF104 and the Irish Road Vehicles (Registration and Licensing) Regulations 1992.
  mutating func readPlate(at word: Int) {
    if let end = britishPlateEnd(word) {
      add(.vehicleID, word..<end, rank: 4)
    } else if let end = irishPlateEnd(word) {
      add(.vehicleID, word..<end, rank: 4)
    }
  }

  /// Two letters and two digits, then three letters, all in capitals, with or without a space.
  private func britishPlateEnd(_ word: Int) -> Int? {
    guard !traits(word).contains(.number), !touches(word) else { return nil }
    var text: [UInt8] = []
    var end = word
    while has(end), end < word + 4, text.count < 7, end == word || touches(end) || joined(end, by: 0x20) {
      text += bytes[document.tokens[end].bytes]
      end += 1
    }
    guard text.count == 7, !touches(end) else { return nil }
    for (place, byte) in text.enumerated() {
      let wanted =
        place == 2 || place == 3 ? UInt8(ascii: "0")...UInt8(ascii: "9") : UInt8(ascii: "A")...UInt8(ascii: "Z")
      guard wanted.contains(byte) else { return nil }
    }
    let issued = (text[2] - 0x30) * 10 + (text[3] - 0x30)
    let letters = [text[0], text[1], text[4], text[5], text[6]]
    guard issued >= 2, issued < 80, !letters.contains(UInt8(ascii: "Q")), !letters.contains(UInt8(ascii: "I")) else {
      return nil
    }
    return end
  }

  /// A year of two or three digits, one or two letters of the county, a number; hyphens between.
  private func irishPlateEnd(_ word: Int) -> Int? {
    guard let year = digitCount(word), year == 2 || year == 3, joined(word + 1, by: 0x2D), joined(word + 2, by: 0x2D),
      traits(word + 1).contains(.allCaps) || isInitial(word + 1) || document.tokens[word + 1].foldedCount == 1,
      document.tokens[word + 1].foldedCount <= 2, !traits(word + 1).contains(.number),
      let serial = digitCount(word + 2), serial <= 6, !touches(word + 3), !joined(word + 3, by: 0x2D)
    else { return nil }
    return word + 3
  }
}

/// The words of a hashtag: `#LateAgain2026` is late, again, 2026.
enum HashtagWords {
  /// Splits at capitals, digits and underscores, and where that gives one unknown word, into known words.
  static func pieces(
    of bytes: [UInt8], in range: Range<Int>, vocabulary: Vocabulary
  ) -> [(bytes: Range<Int>, spelling: [UInt8])] {
    var pieces: [(bytes: Range<Int>, spelling: [UInt8])] = []
    var start = range.lowerBound
    func cut(_ end: Int) {
      if end > start { pieces.append((start..<end, spelling(bytes[start..<end]))) }
      start = end
    }
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == UInt8(ascii: "_") {
        cut(position)
        start = position + 1
      } else if position > start {
        let before = bytes[position - 1]
        let afterIsLower = position + 1 < range.upperBound && isLower(bytes[position + 1])
        if isUpper(byte) && (!isUpper(before) || afterIsLower) { cut(position) }
        if isDigit(byte) != isDigit(before) { cut(position) }
      }
      position += 1
    }
    cut(range.upperBound)
    return pieces.flatMap { piece -> [(bytes: Range<Int>, spelling: [UInt8])] in
      guard piece.spelling.count > 3, piece.spelling.count == piece.bytes.count,
        vocabulary.find(piece.spelling[...]) == nil,
        let words = Segmentation.words(of: piece.spelling[...], in: vocabulary)
      else { return [piece] }
      return words.map { word in
        let from = piece.bytes.lowerBound + word.lowerBound
        return (from..<from + word.count, Array(piece.spelling[word]))
      }
    }
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func spelling(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map { isUpper($0) ? $0 | 0x20 : $0 } }
    var folded: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch Folding.kind(of: scalar.value) {
      case .ignored where scalar.value >= 0x80: continue
      default: break
      }
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        folded.append(isUpper(byte) ? byte | 0x20 : byte)
      } else {
        folded.append(contentsOf: Folding.shared.bytes(of: scalar.value) ?? Array(String(scalar).utf8))
      }
    }
    return folded
  }
}

/// Times of day.
extension EntityScan {
  /// `12:04`, `12:04:30 pm`, `3pm`, `3.30 p.m.`, `1430 hrs`, `3 o'clock`.
  mutating func readTime(at word: Int) {
    guard !touches(word) || byteBefore(word) == UInt8(ascii: "T") else { return }
    if let count = digitCount(word), count <= 2, let hour = value(word), hour <= 24 {
      if joined(word + 1, by: UInt8(ascii: ":")), digitCount(word + 1) == 2, let minute = value(word + 1), minute < 60 {
        guard hour < 24 || minute == 0, !joined(word, by: UInt8(ascii: ":")) else { return }
        var end = word + 2
        if joined(end, by: UInt8(ascii: ":")), digitCount(end) == 2, let second = value(end), second < 60 { end += 1 }
        guard !joined(end, by: UInt8(ascii: ":")), !(touches(end) && halfOfDay(end) == nil) else { return }
        add(.time, word..<(halfOfDay(end) ?? end), rank: 2)
        return
      }
      if hour >= 1, hour <= 12, let end = halfOfDay(word + 1) { add(.time, word..<end, rank: 2) }
      if spells(word + 1, "o'clock") { add(.time, word..<word + 2, rank: 2) }
      return
    }
    if digitCount(word) == 4, let value = value(word), value / 100 < 24, value % 100 < 60 {
      if spells(word + 1, ["hrs", "hours", "hr"]) { add(.time, word..<word + 2, rank: 2) }
      if spells(word - 1, "at"), document.spelling(word).first == UInt8(ascii: "0") { add(.time, word..<word + 1) }
      return
    }
    if isClock(document.spelling(word)), let end = halfOfDay(word + 1) { add(.time, word..<end, rank: 2) }
  }

  /// `noon` and `midnight`, where something happened or happens then.
  mutating func readClockWord(at word: Int) {
    guard spells(word - 1, ["at", "before", "after", "by", "until", "till", "around", "past"]) else { return }
    add(.time, word..<word + 1)
  }

  /// The word after `am`, `p.m.` and the like.
  private func halfOfDay(_ word: Int) -> Int? {
    guard has(word), gap(before: word).count <= 2 else { return nil }
    if spells(word, ["am", "pm"]) { return word + 1 }
    if spells(word, ["a", "p"]), joined(word + 1, by: UInt8(ascii: ".")), spells(word + 1, "m") { return word + 2 }
    return nil
  }

  /// `3.30` and `11.05`.
  private func isClock(_ spelling: ArraySlice<UInt8>) -> Bool {
    guard spelling.count == 4 || spelling.count == 5 else { return false }
    let dot = spelling.endIndex - 3
    guard spelling[dot] == UInt8(ascii: ".") else { return false }
    var hour = 0
    for byte in spelling[..<dot] {
      guard byte >= 0x30, byte <= 0x39 else { return false }
      hour = hour * 10 + Int(byte - 0x30)
    }
    let minute = spelling[dot + 1]
    return hour >= 1 && hour <= 12 && minute >= 0x30 && minute <= 0x35
  }
}

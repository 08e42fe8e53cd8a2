/// Dates written with numbers only.
extension EntityScan {
  /// `2026-03-05`, `3/5/2026`, `05.03.26`, and after a cue `3/5`.
  mutating func readNumericDate(at word: Int) {
    if readDottedDate(at: word) { return }
    guard let firstCount = digitCount(word), firstCount <= 4, let first = value(word) else { return }
    let separator = byteAfter(word)
    guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-"), joined(word + 1, by: separator),
      let secondCount = digitCount(word + 1), secondCount <= 2, let second = value(word + 1)
    else { return }
    guard !continuesBackward(word) else { return }
    if joined(word + 2, by: separator), let thirdCount = digitCount(word + 2), let third = value(word + 2) {
      guard !continuesForward(word + 2) else { return }
      if isDate(first, firstCount, second, third, thirdCount, separator, before: word) {
        add(.date, withWeekday(word..<word + 3))
      }
    } else if separator == UInt8(ascii: "/"), firstCount <= 2, followsDateCue(word), !continuesForward(word + 1),
      CalendarDay.existsInEitherOrder(year: nil, first, second), first != 24 || second != 7,
      !spells(word + 2, ["pain", "of", "stars", "hours", "support", "days"])
    {
      add(.date, withWeekday(word..<word + 2))
    }
  }

  private func isDate(
    _ first: Int, _ firstCount: Int, _ second: Int, _ third: Int, _ thirdCount: Int, _ separator: UInt8, before: Int
  ) -> Bool {
    if firstCount == 4 {
      return thirdCount <= 2 && CalendarDay.existsInEitherOrder(year: first, second, third)
    }
    guard firstCount <= 2 else { return false }
    if thirdCount == 4 { return CalendarDay.existsInEitherOrder(year: third, first, second) }
    guard thirdCount == 2 else { return false }
    guard separator == UInt8(ascii: "/") || followsDateCue(before) else { return false }
    return CalendarDay.existsInEitherOrder(year: CalendarDay.year(ofTwoDigits: third), first, second)
  }

  /// `05.03.2026` and `2026.03.05`, which are one word to the tokeniser.
  private mutating func readDottedDate(at word: Int) -> Bool {
    let spelling = document.spelling(word)
    guard spelling.count >= 6, spelling.count <= 10 else { return false }
    var parts = [0, 0, 0]
    var counts = [0, 0, 0]
    var part = 0
    for byte in spelling {
      if byte == UInt8(ascii: ".") {
        part += 1
        guard part < 3 else { return false }
      } else {
        guard byte >= 0x30, byte <= 0x39 else { return false }
        parts[part] = parts[part] * 10 + Int(byte - 0x30)
        counts[part] += 1
      }
    }
    guard part == 2, counts[1] <= 2, !continuesForward(word), !continuesBackward(word) else { return false }
    let valid =
      if counts[0] == 4 && counts[2] <= 2 {
        CalendarDay.existsInEitherOrder(year: parts[0], parts[1], parts[2])
      } else if counts[0] <= 2 && counts[2] == 4 {
        CalendarDay.existsInEitherOrder(year: parts[2], parts[0], parts[1])
      } else if counts[0] == 2 && counts[1] == 2 && counts[2] == 2 {
        followsDateCue(word)
          && CalendarDay.existsInEitherOrder(year: CalendarDay.year(ofTwoDigits: parts[2]), parts[0], parts[1])
      } else {
        false
      }
    if valid { add(.date, withWeekday(word..<word + 1)) }
    return valid
  }

  /// `DOB 03051931`: a date without separators after the word for it.
  mutating func readCuedDate(at word: Int) {
    guard spells(word, ["dob", "birth", "birthdate", "birthday", "dod"]) else { return }
    var number = word + 1
    while number <= word + 2, spells(number, ["is", "was", "date"]) { number += 1 }
    guard let count = digitCount(number), count == 8 || count == 6, let value = value(number) else { return }
    let valid: Bool
    if count == 8 {
      valid =
        CalendarDay.existsInEitherOrder(year: value % 10_000, value / 1_000_000, value / 10_000 % 100)
        || CalendarDay.exists(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    } else {
      let year = CalendarDay.year(ofTwoDigits: value % 100)
      valid = CalendarDay.existsInEitherOrder(year: year, value / 10_000, value / 100 % 100)
    }
    if valid { add(.date, number..<number + 1, rank: 3) }
  }

  /// Whether a word that a date follows stands within the two words before.
  private func followsDateCue(_ word: Int) -> Bool {
    var before = word - 1
    while before >= word - 2, has(before) {
      if cues[before].contains(.dateCue) { return !spells(before, ["from", "before", "after", "through", "patient"]) }
      if cues[before].contains(.weekday) { return true }
      before -= 1
    }
    return false
  }

  /// Whether the digits go on after a hyphen, slash or letter.
  func continuesForward(_ word: Int) -> Bool {
    guard has(word + 1) else { return false }
    if touches(word + 1) { return !spells(word + 1, "t") && document.spelling(word + 1).first != UInt8(ascii: "t") }
    for byte in [UInt8(ascii: "-"), UInt8(ascii: "/")] where joined(word + 1, by: byte) {
      return traits(word + 1).contains(.number)
    }
    return false
  }

  /// Whether the digits go on from a hyphen, slash, sign or letter before.
  func continuesBackward(_ word: Int) -> Bool {
    guard has(word - 1) else { return [0x2D, 0x23].contains(byteBefore(word)) }
    return touches(word) || joined(word, by: UInt8(ascii: "-")) || joined(word, by: UInt8(ascii: "/"))
      || byteBefore(word) == UInt8(ascii: "#")
  }

  /// The run with the weekday before it.
  func withWeekday(_ run: Range<Int>) -> Range<Int> {
    guard cue(run.lowerBound - 1).contains(.weekday), gap(before: run.lowerBound).count <= 3 else { return run }
    return run.lowerBound - 1..<run.upperBound
  }
}

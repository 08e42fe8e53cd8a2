/// Dates with the month spelled out.
extension EntityScan {
  /// `March 5th, 2026`, `Mar. 5-7`, `March 2026`, `March fifth`.
  mutating func readMonthDate(at word: Int) {
    guard let month = CalendarDay.month(document.spelling(word)) else { return }
    let doubtful = isDoubtfulMonth(word)
    var next = word + 1
    guard closeBy(next) else { return }
    if let (day, year) = dayWithYear(next), CalendarDay.exists(year: year, month: month, day: day) {
      add(.date, withWeekday(word..<next + 1))
      return
    }
    if let (day, after) = dayOfMonth(at: next) {
      var end = rangeEnd(after, month: month)
      let explicit = after > next + 1 || end > after
      let yearEnd = yearEnd(end)
      var year: Int?
      if let yearEnd {
        year = writtenYear(yearEnd - 1)
        end = yearEnd
      }
      guard CalendarDay.exists(year: year, month: month, day: day) else { return }
      if !explicit && year == nil {
        if doubtful || countsSomething(end) { return }
      }
      add(.date, withWeekday(word..<end))
      return
    }
    if spells(next, "of") { next += 1 }
    if !doubtful, writtenYear(next) != nil, closeBy(next) { add(.date, withWeekday(word..<next + 1)) }
  }

  /// `5 March 2026`, `5th of March`, `3-7 March`, `the fifth of March`.
  mutating func readDayFirstDate(at word: Int) {
    guard !(has(word - 1) && continuesBackward(word)), let (day, after) = dayOfMonth(at: word) else { return }
    var next = after
    var explicit = after > word + 1
    if let (_, second) = rangeDay(next) {
      next = second
      explicit = true
    }
    if spells(next, "of") {
      next += 1
      explicit = true
    }
    guard cue(next).contains(.month), closeBy(next), let month = CalendarDay.month(document.spelling(next)) else {
      return
    }
    var end = next + 1
    var year: Int?
    if let yearEnd = yearEnd(end) {
      year = writtenYear(yearEnd - 1)
      end = yearEnd
    }
    guard CalendarDay.exists(year: year, month: month, day: day) else { return }
    // "the second may": the month that also is a verb needs a capital, and more than a bare number before it.
    if year == nil && isDoubtfulMonth(next) && !(explicit && traits(next).contains(.capitalized)) { return }
    add(.date, withWeekday(word..<end))
  }

  /// `may`, `march`, `mar`, `dec` and the like in lower case are words of their own.
  private func isDoubtfulMonth(_ word: Int) -> Bool {
    !traits(word).contains(.capitalized) && spells(word, ["may", "march", "mar", "sep", "jun", "dec"])
  }

  /// Whether only a space, stop, comma or hyphen stands before a word.
  private func closeBy(_ word: Int) -> Bool {
    guard has(word) else { return false }
    let gap = gap(before: word)
    guard gap.count <= 5 else { return false }
    for byte in gap where ![0x20, 0x2E, 0x2C, 0x2D, 0x27, 0xE2, 0x80, 0x99, 0x98, 0xC2, 0xA0, 0x0A].contains(byte) {
      return false
    }
    return true
  }

  /// A day of the month and the word after it with its ordinal ending.
  private func dayOfMonth(at word: Int) -> (day: Int, after: Int)? {
    if let count = digitCount(word), count <= 2, let day = value(word), day >= 1, day <= 31 {
      if byteBefore(word) == UInt8(ascii: "$") || byteBefore(word) == 0x99 || byteBefore(word) == UInt8(ascii: "'") {
        return nil
      }
      if byteAfter(word) == UInt8(ascii: ":") || byteAfter(word) == UInt8(ascii: "%") { return nil }
      if touches(word + 1) {
        if cue(word + 1).contains(.ordinalEnding) { return (day, word + 2) }
        guard cue(word + 1).contains(.month) else { return nil }
      }
      return (day, word + 1)
    }
    if cue(word).contains(.ordinalWord), let day = SpelledNumber.ordinal(document.spelling(word)) {
      return (day, word + 1)
    }
    if spells(word, ["twenty", "thirty"]), cue(word + 1).contains(.ordinalWord),
      let unit = SpelledNumber.ordinal(document.spelling(word + 1)), unit < 10
    {
      let day = (spells(word, "twenty") ? 20 : 30) + unit
      return day <= 31 ? (day, word + 2) : nil
    }
    return nil
  }

  /// `-7`, `to 7`, `and 7th`: a second day.
  private func rangeDay(_ word: Int) -> (day: Int, after: Int)? {
    if dashed(word), let (day, after) = dayOfMonth(at: word), digitCount(word) != nil { return (day, after) }
    if spells(word, ["to", "and", "through", "thru"]), digitCount(word + 1) != nil,
      let (day, after) = dayOfMonth(at: word + 1)
    {
      return (day, after)
    }
    return nil
  }

  private func rangeEnd(_ word: Int, month: Int) -> Int {
    guard let (day, after) = rangeDay(word), CalendarDay.exists(year: nil, month: month, day: day) else { return word }
    // "March 5 and 12 patients": a second number needs its hyphen or its ordinal.
    if dashed(word) || after > word + 2 { return after }
    return word
  }

  /// The word after a year that follows: `2026`, `, 2026`, `'26`.
  private func yearEnd(_ word: Int) -> Int? {
    var word = word
    if spells(word, ["of", "in"]) { word += 1 }
    return closeBy(word) && writtenYear(word) != nil ? word + 1 : nil
  }

  /// A year of four digits, or of two after an apostrophe or a hyphen.
  private func writtenYear(_ word: Int) -> Int? {
    guard let count = digitCount(word), let value = value(word) else { return nil }
    if count == 4 { return CalendarDay.years.contains(value) ? value : nil }
    guard count == 2, !gap(before: word).isEmpty else { return nil }
    let before = byteBefore(word)
    let short = before == UInt8(ascii: "'") || before == 0x99 || before == 0x98 || joined(word, by: UInt8(ascii: "-"))
    return short ? CalendarDay.year(ofTwoDigits: value) : nil
  }

  /// `5,2026` without a space, which is one number to the tokeniser.
  private func dayWithYear(_ word: Int) -> (day: Int, year: Int)? {
    guard traits(word).contains(.number) else { return nil }
    let spelling = document.spelling(word)
    guard spelling.count == 6 || spelling.count == 7 else { return nil }
    let comma = spelling.endIndex - 5
    guard spelling[comma] == UInt8(ascii: ",") || spelling[comma] == UInt8(ascii: ".") else { return nil }
    var day = 0
    for byte in spelling[..<comma] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      day = day * 10 + Int(byte - 0x30)
    }
    var year = 0
    for byte in spelling[(comma + 1)...] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    return (day, year)
  }

  /// Whether the number before counts what follows: "In May 20 patients …".
  private func countsSomething(_ word: Int) -> Bool {
    has(word) && document.tokens[word].marks.isDisjoint(with: [.comma, .stop, .colon, .bracket, .newline, .dash])
      && spells(
        word,
        [
          "people", "patients", "years", "percent", "minutes", "hours", "days", "weeks", "months", "states", "women",
          "men", "children", "million", "mg", "deaths", "cases", "babies", "times",
        ])
  }
}

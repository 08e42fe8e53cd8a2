/// Ages, in digits and in words.
extension EntityScan {
  /// `34yo`, `34-year-old`, `34 years old`, `34F`, `in her 90s`, `90th birthday`, `Anna, 34, …`, `she's 93`.
  mutating func readAge(at word: Int) {
    guard let age = value(word), age <= 125, digitCount(word) ?? 9 <= 3 else { return }
    let before = byteBefore(word)
    guard before != UInt8(ascii: "$"), before != 0xA3, before != 0xAC, !touches(word) || before == 0x3D else { return }
    if let end = ageEnd(word + 1) {
      guard !describesThing(end.after) else { return }
      add(.age, word..<end.after, rank: 2, isOver89: end.inYears && age > 89)
    } else if spells(word + 1, "s"), gap(before: word + 1).count <= 3, age % 10 == 0, age >= 10,
      spells(word - 1, ["his", "her", "their", "my", "mid", "late", "early"])
    {
      add(.age, word..<word + 2, rank: 2, isOver89: age >= 90)
    } else if cue(word + 1).contains(.ordinalEnding), touches(word + 1), spells(word + 2, ["birthday", "bday"]) {
      add(.age, word..<word + 3, rank: 2, isOver89: age > 89)
    } else if sexFollows(word, age: age) {
      add(.age, word..<word + 2, rank: 2, isOver89: age > 89)
    } else if standsAlone(word), age >= 1, age <= 120, agesSomeone(word) {
      add(.age, word..<word + 1, isOver89: age > 89)
    }
  }

  /// `ninety-three-year-old`, `six months old`, `aged ninety`, `in her nineties`.
  mutating func readAgeInWords(at word: Int) {
    if spells(word, ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]) {
      guard spells(word - 1, ["his", "her", "their", "my", "mid", "late", "early"]) else { return }
      add(.age, word..<word + 1, rank: 2, isOver89: spells(word, "nineties"))
      return
    }
    guard !cue(word - 1).contains(.numberWord) || spells(word - 1, ["oh", "and"]),
      let (age, after) = spelledNumber(at: word), let end = ageEnd(after), !describesThing(end.after)
    else { return }
    add(.age, word..<end.after, rank: 2, isOver89: end.inYears && age > 89)
  }

  /// `age 34`, `aged ninety-one`, `turned 93`, `nonagenarian`.
  mutating func readCuedAge(at word: Int) {
    if spells(word, ["nonagenarian", "nonagenarians", "centenarian", "centenarians", "supercentenarian"]) {
      add(.age, word..<word + 1, rank: 2, isOver89: true)
      return
    }
    var next = word + 1
    while next <= word + 2, spells(next, ["of", "is", "was", "just"]) { next += 1 }
    if let age = value(next), age >= 1, age <= 120, byteAfter(next) != UInt8(ascii: "%") {
      guard !spells(next + 1, ["percent", "of", "points", "weeks", "minutes", "hours"]) else { return }
      if spells(word, ["turned", "turning", "turns"]) && !standsAlone(next) { return }
      add(.age, next..<next + 1, isOver89: age > 89)
    } else if let (age, after) = spelledNumber(at: next), age >= 1 {
      if spells(word, ["turned", "turning", "turns"]) && age < 10 { return }
      if ageEnd(after) == nil { add(.age, next..<after, isOver89: age > 89) }
    }
  }

  /// The word after `yo`, `y/o`, `year-old`, `yrs old`, `months old`, `-month-old`.
  private func ageEnd(_ word: Int) -> (after: Int, inYears: Bool)? {
    guard has(word), gap(before: word).count <= 3 else { return nil }
    if spells(word, ["yo", "yom", "yof", "yoa", "yos"]) { return (word + 1, true) }
    if spells(word, "y"), spells(word + 1, ["o", "old"]), gap(before: word + 1).count <= 2 {
      return (word + 2, true)
    }
    let years = spells(word, ["year", "years", "yr", "yrs", "yo", "y"])
    if years
      || spells(word, ["month", "months", "mo", "mos", "mth", "mths", "week", "weeks", "wk", "wks", "day", "days"])
    {
      var old = word + 1
      if spells(old, "s") { old += 1 }
      if spells(old, ["old", "olds"]), gap(before: old).count <= 3 { return (old + 1, years) }
      if years, spells(old, "of"), spells(old + 1, "age") { return (old + 2, true) }
    }
    return nil
  }

  /// `our 100-year-old hospital` is no age of a person.
  private func describesThing(_ word: Int) -> Bool {
    spells(
      word,
      [
        "hospital", "building", "company", "institution", "tradition", "history", "clinic", "center", "centre", "brand",
        "church", "school", "law", "study", "organization", "organisation", "charity", "campus", "foundation", "house",
        "program", "programme", "partnership", "legacy",
      ])
  }

  /// `34F`, `34M`, `34 F,` but no temperature and no sum of money.
  private func sexFollows(_ word: Int, age: Int) -> Bool {
    guard spells(word + 1, ["f", "m"]), traits(word + 1).contains(.capitalized), age >= 1 else { return false }
    if spells(word + 1, "f") && age >= 95 && age <= 110 { return false }
    let next = word + 2
    let closed =
      !has(next)
      || !document.tokens[next].marks.isDisjoint(with: [.comma, .stop, .bracket, .colon, .dash, .newline, .slash])
    if closed { return true }
    if spells(next, ["with", "w", "who", "c", "s", "here", "pt", "patient", "presenting", "presents", "in", "came"]) {
      return spells(word + 1, "f") || !spells(next, "in")
    }
    return false
  }

  /// Whether punctuation, the end or a joining word follows, so that the number counts nothing.
  private func standsAlone(_ word: Int) -> Bool {
    guard byteAfter(word) != UInt8(ascii: "%"), byteAfter(word) != UInt8(ascii: "/") else { return false }
    guard has(word + 1) else { return true }
    if byteAfter(word) == UInt8(ascii: "-") || byteAfter(word) == UInt8(ascii: ":") || touches(word + 1) {
      return false
    }
    if !document.tokens[word + 1].marks.isDisjoint(with: [.comma, .stop, .bracket, .dash, .newline]) { return true }
    return spells(word + 1, ["and", "but", "now", "today", "yet", "tomorrow", "yesterday", "this", "when", "so"])
  }

  /// `she's 93`, `Anna, 34,` and `my grandmother is 91`.
  private func agesSomeone(_ word: Int) -> Bool {
    let marks = document.tokens[word].marks
    if spells(word - 1, ["'s", "is", "was"]), marks.isDisjoint(with: [.comma, .colon, .stop]) {
      return spells(word - 2, ["she", "he", "who"]) || cue(word - 2).contains(.relation)
        || cue(word - 2).contains(.patient)
    }
    guard marks.contains(.comma), has(word + 1), document.tokens[word + 1].marks.contains(.comma) else { return false }
    let before = cue(word - 1)
    return traits(word - 1).contains(.capitalized) && !traits(word - 1).contains(.allCaps)
      && before.isDisjoint(with: [.month, .weekday, .street, .stateCode])
  }
}

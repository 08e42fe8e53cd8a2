/// Numbers written as words.
enum SpelledNumber {
  private static let ordinals: [StaticString] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
  ]
  private static let units: [StaticString] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens: [StaticString] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private static func same(_ spelling: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    spelling.count == word.utf8CodeUnitCount && spelling.elementsEqual(String(describing: word).utf8)
  }

  /// The value of `first` … `twentieth` and `thirtieth`.
  static func ordinal(_ spelling: ArraySlice<UInt8>) -> Int? {
    if same(spelling, "thirtieth") { return 30 }
    return ordinals.firstIndex { same(spelling, $0) }.map { $0 + 1 }
  }

  /// The value of `zero` … `nineteen`; `oh` is zero.
  static func unit(_ spelling: ArraySlice<UInt8>) -> Int? {
    if same(spelling, "oh") { return 0 }
    return units.firstIndex { same(spelling, $0) }
  }

  /// The value of `twenty` … `ninety`.
  static func ten(_ spelling: ArraySlice<UInt8>) -> Int? {
    tens.firstIndex { same(spelling, $0) }.map { ($0 + 2) * 10 }
  }
}

extension EntityScan {
  /// A number in words below two hundred, and the word after it: `ninety-three`, `a hundred`, `one hundred and two`.
  func spelledNumber(at word: Int) -> (value: Int, after: Int)? {
    guard cue(word).contains(.numberWord) else { return nil }
    let spelling = document.spelling(word)
    if spells(word, "hundred") { return hundred(after: word + 1) }
    if let ten = SpelledNumber.ten(spelling) {
      if cue(word + 1).contains(.numberWord), let unit = SpelledNumber.unit(document.spelling(word + 1)), unit > 0,
        unit < 10
      {
        return (ten + unit, word + 2)
      }
      return (ten, word + 1)
    }
    guard let unit = SpelledNumber.unit(spelling) else { return nil }
    if unit == 1, spells(word + 1, "hundred") { return hundred(after: word + 2) }
    return (unit, word + 1)
  }

  private func hundred(after word: Int) -> (value: Int, after: Int) {
    let next = spells(word, "and") ? word + 1 : word
    guard !spells(next, "hundred"), cue(next).contains(.numberWord) else { return (100, word) }
    if let ten = SpelledNumber.ten(document.spelling(next)) { return (100 + ten, next + 1) }
    if let unit = SpelledNumber.unit(document.spelling(next)) { return (100 + unit, next + 1) }
    return (100, word)
  }
}

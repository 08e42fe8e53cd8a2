/// What the words of a text in Latin letters say about its language.
struct LatinCounts {
  private(set) var wordCount = 0
  private var last: UInt64?
  /// How many words are frequent in English, and how many of these are frequent in each other language too.
  private var english = 0
  private var shared = [Int](repeating: 0, count: LanguageProfile.languages.count)
  /// How many words are frequent in each language and not in English.
  private var frequent = [Int](repeating: 0, count: LanguageProfile.languages.count)
  /// How many words have letters of each language that English does not use.
  private var lettered = [Int](repeating: 0, count: LanguageProfile.languages.count)

  /// Counts a word, with the languages its letters are of; a name counts for no language.
  mutating func add(_ word: PackedWord, letters: UInt32, isName: Bool) {
    wordCount += 1
    // What is sung, la la la, is counted once.
    guard word.value != last || word.value == nil else { return }
    last = word.value
    let languages = word.value.map { LanguageProfile.words[$0] } ?? 0
    if languages & 1 == 1 {
      english += 1
      if languages != 1 { Self.count(languages, in: &shared) }
    } else if languages != 0, !isName {
      Self.count(languages, in: &frequent)
    }
    if letters != 0 { Self.count(letters, in: &lettered) }
  }

  /// Counts a mark of punctuation that only some languages have: it weighs as much as a frequent word.
  mutating func addMark(_ languages: UInt32) { Self.count(languages, in: &frequent) }

  private static func count(_ languages: UInt32, in counts: inout [Int]) {
    var rest = languages
    while rest != 0 {
      counts[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
  }

  /// The language most speaks for, if enough does and not as much speaks for English.
  var language: Language? {
    var best: (index: Int, score: Int)?
    for index in 1..<LanguageProfile.languages.count {
      let words = frequent[index]
      let score = words + min(lettered[index], words)
      let against = english - shared[index]
      guard words >= 2, score >= 3, score * 3 >= wordCount, words > 2 * against else { continue }
      if score > best?.score ?? 0 { best = (index, score) }
    }
    return best.map { LanguageProfile.languages[$0.index] }
  }
}

/// The letters of ASCII that accented letters are built on.
enum LatinBase {
  /// The letter without its accents; the same for one that has none.
  static func letter(_ value: UInt32) -> UInt8 { table[value] ?? UInt8(ascii: "~") }

  private static let table: [UInt32: UInt8] = {
    var table: [UInt32: UInt8] = [:]
    let groups: [(Character, String)] = [
      ("a", "àáâãäåāăąǎảạằắẳẵặầấẩẫậæ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẻẽẹềếểễệ"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįıỉị"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"),
      ("o", "òóôõöøōŏőơỏọồốổỗộờớởỡợœ"), ("r", "ŕŗř"), ("s", "śŝşšșß"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųưủụừứửữự"),
      ("w", "ŵ"), ("y", "ýÿŷỳỷỹỵ"), ("z", "źżž"),
    ]
    for (base, letters) in groups {
      for scalar in letters.unicodeScalars { table[scalar.value] = base.asciiValue }
    }
    return table
  }()
}

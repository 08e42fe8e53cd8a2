/// What is known of a word as a name.
struct NameFlags: OptionSet, Sendable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A given name many people bear.
  static let given = NameFlags(rawValue: 1)
  /// A given name few people bear.
  static let rareGiven = NameFlags(rawValue: 2)
  /// A family name.
  static let family = NameFlags(rawValue: 4)
  /// Also an English word: `May`, `Hope`, `Will`, `Grace`.
  static let word = NameFlags(rawValue: 8)
  /// One of the 1,500 most frequent family names.
  static let frequentFamily = NameFlags(rawValue: 16)

  static let anyGiven: NameFlags = [.given, .rareGiven]
}

/// The names that are known.
enum NameTable {
  private static let words = SortedWords(entries: NameData.entries, starts: NameData.starts, width: NameData.width)

  /// What is known of a folded word.
  static func flags(of spelling: ArraySlice<UInt8>) -> NameFlags { NameFlags(rawValue: words.flags(of: spelling)) }
}

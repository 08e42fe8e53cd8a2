/// One word, number, emoji, mention or link of a passage.
public struct Token: Sendable {
  /// The bytes of the passage it covers.
  public var bytes: Range<Int> { Int(start)..<Int(end) }
  var start: Int32
  var end: Int32
  /// Where its folded form stands in `Document.folded`.
  var foldedStart: Int32
  var foldedCount: Int32
  /// Its place in the vocabulary of the rules, or -1.
  var word: Int32
  /// The punctuation between the word before and this one.
  var marks: Marks
  var traits: Traits
}

/// Punctuation between two words, as patterns may ask for it.
public struct Marks: OptionSet, Hashable, Sendable {
  /// One bit a member.
  public let rawValue: UInt16
  /// Creates a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  static let comma = Marks(rawValue: 1 << 0)
  static let colon = Marks(rawValue: 1 << 1)
  static let dash = Marks(rawValue: 1 << 2)
  static let quote = Marks(rawValue: 1 << 3)
  static let ellipsis = Marks(rawValue: 1 << 4)
  static let newline = Marks(rawValue: 1 << 5)
  static let bracket = Marks(rawValue: 1 << 6)
  static let question = Marks(rawValue: 1 << 7)
  static let exclamation = Marks(rawValue: 1 << 8)
  static let slash = Marks(rawValue: 1 << 9)
  static let stop = Marks(rawValue: 1 << 10)
  /// White space stood there.
  static let space = Marks(rawValue: 1 << 11)
  /// The first position of the sentence.
  static let start = Marks(rawValue: 1 << 12)
  /// The position after the last word of the sentence.
  static let end = Marks(rawValue: 1 << 13)
  /// A per cent sign, after its number.
  static let percent = Marks(rawValue: 1 << 14)
  /// A dollar, pound or euro sign, before or after its number.
  static let money = Marks(rawValue: 1 << 15)

  static let names: [(String, Marks)] = [
    ("comma", .comma), ("colon", .colon), ("dash", .dash), ("quote", .quote), ("ellipsis", .ellipsis),
    ("newline", .newline), ("bracket", .bracket), ("question", .question), ("exclamation", .exclamation),
    ("slash", .slash), ("percent", .percent), ("money", .money),
  ]
}

/// What can be said of a word without knowing it.
public struct Traits: OptionSet, Hashable, Sendable {
  /// One bit a member.
  public let rawValue: UInt16
  /// Creates a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  static let number = Traits(rawValue: 1 << 0)
  static let capitalized = Traits(rawValue: 1 << 1)
  static let allCaps = Traits(rawValue: 1 << 2)
  static let emoji = Traits(rawValue: 1 << 3)
  static let hashtag = Traits(rawValue: 1 << 4)
  static let quoted = Traits(rawValue: 1 << 5)
  static let unknown = Traits(rawValue: 1 << 6)
  static let mention = Traits(rawValue: 1 << 7)
  static let link = Traits(rawValue: 1 << 8)
  static let mail = Traits(rawValue: 1 << 9)
  /// Read through letter-spacing, look-alike letters or characters put in to hide it.
  static let disguised = Traits(rawValue: 1 << 10)
  static let any = Traits(rawValue: 1 << 11)

  static let names: [(String, Traits)] = [
    ("any", .any), ("number", .number), ("capitalized", .capitalized), ("allcaps", .allCaps), ("emoji", .emoji),
    ("hashtag", .hashtag), ("quoted", .quoted), ("unknown", .unknown),
  ]
}

/// What is known of a name as a place.
struct PlaceFlags: OptionSet, Sendable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Known to most readers.
  static let wellKnown = PlaceFlags(rawValue: 1)
  /// A small place whose name is nothing else.
  static let plain = PlaceFlags(rawValue: 2)
  /// Also a person's name or a word.
  static let ambiguous = PlaceFlags(rawValue: 4)
  /// The first word of a longer name.
  static let beginsLonger = PlaceFlags(rawValue: 8)

  /// Whether it is a place as it stands.
  var isPlace: Bool { !isDisjoint(with: [.wellKnown, .plain, .ambiguous]) }
}

/// The places that are known.
enum PlaceTable {
  private static let words = SortedWords(entries: PlaceData.entries, starts: PlaceData.starts, width: PlaceData.width)

  /// What is known of a folded name, its words with one space between.
  static func flags(of name: ArraySlice<UInt8>) -> PlaceFlags { PlaceFlags(rawValue: words.flags(of: name)) }
}

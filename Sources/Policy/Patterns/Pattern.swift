/// A parsed pattern: what a run of words must look like.
///
/// The grammar is in `Rules/README.md`.
indirect enum Pattern: Sendable, Hashable {
  /// One word, or one span of several words, of this description.
  case item(Item)
  /// One word that is not of this description.
  case not(Item)
  case sequence([Pattern])
  case choice([Pattern])
  /// From `atLeast` to `atMost` times; no upper limit where it is nil.
  case repeated(Pattern, atLeast: Int, atMost: Int?)
  /// Punctuation or a sentence edge at this place; takes no word.
  case place(Marks)
  /// The part of the match that is reported.
  case marked(Pattern)

  /// What one step of a pattern asks for.
  enum Item: Sendable, Hashable {
    /// This folded spelling.
    case word([UInt8])
    /// This folded spelling in capitals (`allCaps`) or with a capital first letter.
    case written([UInt8], allCaps: Bool)
    /// Any form of this word.
    case anyForm([UInt8])
    case wordClass(String)
    case entity(EntityKind)
    /// A person's name the organisation or the draft allows.
    case staffName
    case ageOver89
    /// A kind of word.
    case trait(Traits)
  }

  /// Every class the pattern names.
  var classes: Set<String> {
    switch self {
    case .item(.wordClass(let name)), .not(.wordClass(let name)): [name]
    case .item, .not, .place: []
    case .sequence(let parts), .choice(let parts): parts.reduce(into: []) { $0.formUnion($1.classes) }
    case .repeated(let inner, _, _), .marked(let inner): inner.classes
    }
  }
}

/// Why a pattern cannot be read.
struct PatternError: Error, Equatable {
  var message: String
  /// Where in the pattern, in bytes.
  var offset: Int
}

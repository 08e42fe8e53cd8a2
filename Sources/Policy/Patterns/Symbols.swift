/// The alphabet of the matcher: everything a pattern step can ask for, numbered.
struct Symbols: Sendable {
  /// What a word of the vocabulary stands for.
  struct Meaning: Sendable {
    var symbol: Int32
    /// Traits the token must have too (`=ER`).
    var traits: Traits
  }

  /// A member of several words that starts with a word.
  struct Phrase: Sendable {
    var words: [Int32]
    var symbol: Int32
  }

  private(set) var vocabulary = Vocabulary()
  private var numbers: [Pattern.Item: Int32] = [:]
  /// By word.
  private(set) var meanings: [[Meaning]] = []
  /// By first word.
  private(set) var phrases: [[Phrase]] = []
  /// The symbol of each entity kind, where some pattern asks for it.
  private(set) var entities: [EntityKind: Int32] = [:]
  private(set) var staffName: Int32?
  private(set) var ageOver89: Int32?

  var count: Int { numbers.count }

  /// The number of an item; words become part of the vocabulary.
  mutating func number(of item: Pattern.Item) -> Int32 {
    if let known = numbers[item] { return known }
    let number = Int32(numbers.count)
    numbers[item] = number
    switch item {
    case .word(let spelling):
      for variant in Self.spellings(spelling) { addWord(variant, symbol: number, traits: []) }
    case .written(let spelling, let allCaps):
      addWord(spelling, symbol: number, traits: allCaps ? .allCaps : .capitalized)
    case .anyForm(let spelling):
      for form in Set(Inflection.verbForms(spelling) + Inflection.nounForms(spelling)) {
        addWord(form, symbol: number, traits: [])
      }
    case .entity(let kind): entities[kind] = number
    case .staffName: staffName = number
    case .ageOver89: ageOver89 = number
    case .wordClass, .trait: break
    }
    return number
  }

  /// Makes a run of words a member of a symbol.
  mutating func add(_ words: [[UInt8]], traits: Traits, to symbol: Int32) {
    if words.count == 1 {
      for variant in Self.spellings(words[0]) { addWord(variant, symbol: symbol, traits: traits) }
      return
    }
    let numbers = words.map { intern($0) }
    phrases[Int(numbers[0])].append(Phrase(words: numbers, symbol: symbol))
  }

  /// The number of an item that some pattern asks for.
  func known(_ item: Pattern.Item) -> Int32? { numbers[item] }

  /// How many words a symbol covers at a place; several where it can be read in several ways.
  func lengths(of symbol: Int32, at position: Int, in document: Document, spans: SpanTable) -> [Int] {
    var lengths: [Int] = []
    let token = document.tokens[position]
    if token.word >= 0 {
      if meanings[Int(token.word)].contains(where: { $0.symbol == symbol && $0.traits.isSubset(of: token.traits) }) {
        lengths.append(1)
      }
      for phrase in phrases[Int(token.word)] where phrase.symbol == symbol {
        let end = position + phrase.words.count
        if end <= document.tokens.count,
          zip(position..<end, phrase.words).allSatisfy({ document.tokens[$0].word == $1 })
        {
          lengths.append(phrase.words.count)
        }
      }
    }
    var span = spans.heads[position]
    while span >= 0 {
      let found = spans.spans[Int(span)]
      if found.symbol == symbol { lengths.append(Int(found.length)) }
      span = found.next
    }
    return lengths.sorted(by: >)
  }

  private mutating func addWord(_ spelling: [UInt8], symbol: Int32, traits: Traits) {
    let word = Int(intern(spelling))
    guard !meanings[word].contains(where: { $0.symbol == symbol && $0.traits == traits }) else { return }
    meanings[word].append(Meaning(symbol: symbol, traits: traits))
  }

  private mutating func intern(_ spelling: [UInt8]) -> Int32 {
    let word = vocabulary.intern(spelling)
    while meanings.count <= Int(word) {
      meanings.append([])
      phrases.append([])
    }
    return word
  }

  /// A contraction is also written without its apostrophe.
  private static func spellings(_ word: [UInt8]) -> [[UInt8]] {
    guard word.first != UInt8(ascii: "'"), word.contains(UInt8(ascii: "'")) else { return [word] }
    return [word, word.filter { $0 != UInt8(ascii: "'") }]
  }
}

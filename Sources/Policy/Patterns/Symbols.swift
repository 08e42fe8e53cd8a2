/// The alphabet of the matcher: everything a pattern step can ask for, numbered, and what each known word stands for.
struct Symbols: Sendable {
  /// What a word of the vocabulary stands for.
  struct Meaning: Sendable {
    var symbol: Int32
    /// Traits the token must have too (`=ER`).
    var traits: Traits
  }

  /// A member of several words.
  struct Phrase: Sendable {
    /// Its words in `phraseWords`, the first included.
    var start: Int32
    var count: Int32
    var symbol: Int32
  }

  var vocabulary = Vocabulary()
  /// How many symbols there are.
  var count = 0
  /// By word, where its meanings start; one more entry than there are words.
  var meaningOffsets: [Int32] = [0]
  var meanings: [Meaning] = []
  /// By first word, where its phrases start; one more entry than there are words.
  var phraseOffsets: [Int32] = [0]
  var phrases: [Phrase] = []
  var phraseWords: [Int32] = []
  /// The symbol of each entity kind that some pattern asks for.
  var entities: [EntityKind: Int32] = [:]
  var staffName: Int32?
  var ageOver89: Int32?
  /// The names of classes and entities by symbol, for the trace of what matched.
  var names: [Int32: String] = [:]

  /// The meanings of a word.
  func meanings(of word: Int32) -> Range<Int> {
    Int(meaningOffsets[Int(word)])..<Int(meaningOffsets[Int(word) + 1])
  }

  /// The phrases that start with a word.
  func phrases(startingWith word: Int32) -> Range<Int> {
    Int(phraseOffsets[Int(word)])..<Int(phraseOffsets[Int(word) + 1])
  }

  /// Whether a phrase stands at a place, within words that end before `end`.
  func stands(_ phrase: Phrase, at position: Int, before end: Int, in document: Document) -> Bool {
    guard position + Int(phrase.count) <= end else { return false }
    for offset in 1..<Int(phrase.count)
    where document.tokens[position + offset].word != phraseWords[Int(phrase.start) + offset] {
      return false
    }
    return true
  }

  /// How many words a symbol covers at a place; several where it can be read in several ways.
  func lengths(of symbol: Int32, at position: Int, in document: Document, spans: SpanTable) -> [Int] {
    var lengths: [Int] = []
    let token = document.tokens[position]
    if token.word >= 0 {
      for index in meanings(of: token.word)
      where meanings[index].symbol == symbol && meanings[index].traits.isSubset(of: token.traits) {
        lengths.append(1)
      }
      for index in phrases(startingWith: token.word) where phrases[index].symbol == symbol {
        if stands(phrases[index], at: position, before: document.tokens.count, in: document) {
          lengths.append(Int(phrases[index].count))
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
}

/// Gathers symbols and words while rules are compiled.
struct SymbolsBuilder {
  private var symbols = Symbols()
  private var numbers: [Pattern.Item: Int32] = [:]
  private var meanings: [[Symbols.Meaning]] = []
  private var phrases: [[(words: [Int32], symbol: Int32)]] = []

  /// How many symbols there are so far.
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
    case .entity(let kind):
      symbols.entities[kind] = number
      symbols.names[number] = kind.rawValue
    case .staffName:
      symbols.staffName = number
      symbols.names[number] = "staff-name"
    case .ageOver89:
      symbols.ageOver89 = number
      symbols.names[number] = "age-over-89"
    case .wordClass(let name): symbols.names[number] = name
    case .trait: break
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
    phrases[Int(numbers[0])].append((numbers, symbol))
  }

  /// The finished alphabet.
  func finished() -> Symbols {
    var finished = symbols
    finished.count = numbers.count
    for word in 0..<finished.vocabulary.count {
      finished.meanings += meanings[word]
      finished.meaningOffsets.append(Int32(finished.meanings.count))
      for phrase in phrases[word] {
        finished.phrases.append(
          Symbols.Phrase(
            start: Int32(finished.phraseWords.count), count: Int32(phrase.words.count), symbol: phrase.symbol))
        finished.phraseWords += phrase.words
      }
      finished.phraseOffsets.append(Int32(finished.phrases.count))
    }
    return finished
  }

  private mutating func addWord(_ spelling: [UInt8], symbol: Int32, traits: Traits) {
    let word = Int(intern(spelling))
    guard !meanings[word].contains(where: { $0.symbol == symbol && $0.traits == traits }) else { return }
    meanings[word].append(Symbols.Meaning(symbol: symbol, traits: traits))
  }

  private mutating func intern(_ spelling: [UInt8]) -> Int32 {
    let word = symbols.vocabulary.intern(spelling)
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

/// Working memory of a scan, kept from draft to draft: what one sentence holds, and what matches in it.
///
/// What is asked most often, whether a symbol is there at all, fits into the nearest cache. Nothing is allocated for a
/// sentence, and nothing here is counted as owned by anybody but the scanner.
struct Workspace {
  /// Where a symbol stands in the sentence.
  struct Occurrence {
    var symbol: Int32
    /// The first of its places in `longer`, or -1.
    var longer: Int32 = -1
    /// Positions where it covers one word.
    var single: UInt64 = 0
    /// Positions where it covers several.
    var several: UInt64 = 0
    /// Positions where it starts, whatever it covers.
    var any: UInt64 { single | several }
  }

  /// A place where a symbol covers several words.
  struct Longer {
    var position: Int32
    var length: Int32
    var next: Int32
  }

  /// A sentence of more words has its last ones in one bit, and is stepped without being tried before.
  static let longestTried = 63

  // The sentence.
  var tokens = View<Token>([])
  var first = 0
  var count = 0
  /// What it ends with, and whether it is a question or an exclamation.
  var endMarks: Marks = []
  /// A bit for each word.
  var positions: UInt64 = 0
  /// Entities and members of classes in the whole document.
  var spans = SpanTable(tokens: 0)

  // What it holds.
  /// The symbols of the sentence.
  var occurrences = List<Occurrence>(capacity: 256)
  /// A bit for each symbol, set where the sentence holds it.
  private let present: Memory<UInt64>
  /// By symbol: its place in `occurrences`, where the sentence holds it.
  let slots: Memory<Int32>
  var longer = List<Longer>(capacity: 64)
  let traitMasks = Memory<UInt64>(repeating: 0, count: Traits.bitCount)
  let markMasks = Memory<UInt64>(repeating: 0, count: Marks.bitCount)

  // What may match in it.
  /// A bit for each pattern of all levels, set where one of its anchors is there.
  private let candidates: Memory<UInt64>
  /// The patterns of a level that match, in their order.
  private var matched = List<Int32>(capacity: 256)

  var stepping: Stepping
  /// By pattern of the rules: 0 between two documents.
  private let counts: Memory<Int32>
  /// Looks at symbols and moves tried so far.
  var steps = 0

  init(for scanner: Scanner) {
    present = Memory(repeating: 0, count: scanner.symbolCount / 64 + 1)
    slots = Memory(repeating: 0, count: scanner.symbolCount)
    candidates = Memory(repeating: 0, count: scanner.patternCount / 64 + 1)
    stepping = Stepping(states: scanner.levels.map(\.stateCount).max() ?? 0)
    counts = Memory(repeating: 0, count: scanner.levels.last?.count ?? 0)
  }

  /// Gives the memory back; it is not used after that.
  func deallocate() {
    occurrences.deallocate()
    present.deallocate()
    slots.deallocate()
    longer.deallocate()
    traitMasks.deallocate()
    markMasks.deallocate()
    candidates.deallocate()
    matched.deallocate()
    stepping.deallocate()
    counts.deallocate()
  }

  /// Whether the sentence holds a symbol.
  @inline(__always)
  func holds(_ symbol: Int32) -> Bool { present[Int(symbol) >> 6] & 1 << UInt64(symbol & 63) != 0 }

  /// The bit of a position, counted from the start of the sentence.
  @inline(__always)
  static func bit(_ position: Int) -> UInt64 { 1 << UInt64(min(position, longestTried)) }

  /// Finds the matches in a document, which the caller keeps alive.
  mutating func scan(_ document: Document, _ entities: [Entity], _ known: SpanTable, _ scanner: Scanner) -> Scan {
    let before = steps
    spans = known
    tokens = View(document.tokens)
    for sentence in document.sentences { scan(sentence, scanner) }
    let scan = Scan(
      document: document, entities: entities, spans: spans,
      matches: MatchTable(stepping.matches, counts: counts), steps: steps - before)
    stepping.matches.removeAll()
    spans = SpanTable(tokens: 0)
    return scan
  }

  /// Finds the matches in one sentence; members of classes are added to the spans.
  private mutating func scan(_ sentence: Document.Sentence, _ scanner: Scanner) {
    first = Int(sentence.first)
    count = Int(sentence.end) - first
    endMarks = sentence.marks
    positions = count > Self.longestTried ? ~0 : 1 << UInt64(count) &- 1
    clear(scanner)
    gather(scanner)
    for level in scanner.levels {
      select(level)
      guard matched.count > 0 else { continue }
      let before = stepping.matches.count
      for index in 0..<matched.count { step(Int(matched[index]), level, scanner) }
      guard !level.derived.isEmpty else { continue }
      derive(level, from: before, scanner)
      stepping.matches.removeLast(stepping.matches.count - before)
    }
  }

  /// Forgets the sentence before.
  private mutating func clear(_ scanner: Scanner) {
    for index in 0..<occurrences.count { present[Int(occurrences[index].symbol) >> 6] = 0 }
    occurrences.removeAll()
    longer.removeAll()
    candidates.fill(with: 0)
    for pattern in scanner.unanchored { candidates[Int(pattern) >> 6] |= 1 << UInt64(pattern & 63) }
    traitMasks.fill(with: 0)
    markMasks.fill(with: 0)
  }

  /// Keeps the candidates of a level that match, in `matched`; of a long sentence it is not known which do.
  private mutating func select(_ level: Scanner.Level) {
    matched.removeAll()
    let end = level.base + level.count
    var number = candidate(from: level.base, to: end)
    while number < end {
      let pattern = number - level.base
      if count > Self.longestTried || matches(Int(level.starts[pattern]), level.code) {
        matched.append(Int32(pattern))
      }
      number = candidate(from: number + 1, to: end)
    }
  }

  /// Whether a pattern matches somewhere in a sentence that is not long.
  private mutating func matches(_ node: Int, _ code: View<Int32>) -> Bool {
    canStart(node, code) && ends(node, in: code, from: positions) != 0
  }

  /// The first candidate of a range of numbers, or its end.
  @inline(__always)
  private func candidate(from number: Int, to end: Int) -> Int {
    guard number < end else { return end }
    var word = number >> 6
    var rest = candidates[word] & ~0 << UInt64(number & 63)
    while rest == 0 {
      word += 1
      guard word << 6 < end else { return end }
      rest = candidates[word]
    }
    return min(end, word << 6 + rest.trailingZeroBitCount)
  }

  /// Notes the symbols of every word, what can be said of the words without knowing them, and the marks before them.
  private mutating func gather(_ scanner: Scanner) {
    var all: Traits = []
    let end = first + count
    for index in first..<end {
      let token = tokens[index]
      let bit = Self.bit(index - first)
      all.formUnion(token.traits)
      add(token.traits.rawValue, bit, to: traitMasks)
      add(marks(before: index).rawValue, bit, to: markMasks)
      if token.word >= 0 {
        let word = Int(token.word)
        for place in Int(scanner.meaningOffsets[word])..<Int(scanner.meaningOffsets[word + 1]) {
          let meaning = scanner.meanings[place]
          if meaning.traits.isSubset(of: token.traits) { note(meaning.symbol, 1, index - first, scanner) }
        }
        for place in Int(scanner.phraseOffsets[word])..<Int(scanner.phraseOffsets[word + 1]) {
          let phrase = scanner.phrases[place]
          if stands(phrase, at: index, scanner) { note(phrase.symbol, phrase.count, index - first, scanner) }
        }
      }
      var span = spans.heads[index]
      while span >= 0 {
        note(spans.spans[Int(span)].symbol, spans.spans[Int(span)].length, index - first, scanner)
        span = spans.spans[Int(span)].next
      }
    }
    add(marks(before: end).rawValue, Self.bit(count), to: markMasks)
    var rest = all.subtracting(.any).rawValue
    while rest != 0 {
      propose(anchoredAt: scanner.symbolCount + rest.trailingZeroBitCount, scanner)
      rest &= rest - 1
    }
  }

  /// Adds a position to the masks of some traits or marks.
  @inline(__always)
  private func add(_ members: UInt16, _ bit: UInt64, to masks: Memory<UInt64>) {
    var rest = members
    while rest != 0 {
      masks[rest.trailingZeroBitCount] |= bit
      rest &= rest - 1
    }
  }

  /// Notes that a symbol stands at a position.
  mutating func note(_ symbol: Int32, _ length: Int32, _ position: Int, _ scanner: Scanner) {
    steps += 1
    let word = Int(symbol) >> 6
    let mask: UInt64 = 1 << UInt64(symbol & 63)
    if present[word] & mask == 0 {
      present[word] |= mask
      slots[Int(symbol)] = Int32(occurrences.count)
      occurrences.append(Occurrence(symbol: symbol))
      propose(anchoredAt: Int(symbol), scanner)
    }
    let slot = Int(slots[Int(symbol)])
    let bit = Self.bit(position)
    if length == 1 {
      occurrences[slot].single |= bit
    } else {
      occurrences[slot].several |= bit
      longer.append(Longer(position: Int32(position), length: length, next: occurrences[slot].longer))
      occurrences[slot].longer = Int32(longer.count - 1)
    }
  }

  /// Makes candidates of the patterns that an anchor leads to.
  @inline(__always)
  private func propose(anchoredAt slot: Int, _ scanner: Scanner) {
    for index in Int(scanner.anchoredOffsets[slot])..<Int(scanner.anchoredOffsets[slot + 1]) {
      let number = scanner.anchored[index]
      candidates[Int(number) >> 6] |= 1 << UInt64(number & 63)
    }
  }
}

/// Working memory of a scan, kept from draft to draft: what one sentence holds.
///
/// What is asked most often, whether a symbol is there at all, fits into the nearest cache.
struct Workspace {
  /// Where a symbol stands in the sentence.
  struct Occurrence {
    var symbol: Int32
    /// The first of its places in `longer`, or -1.
    var longer: Int32 = -1
    /// Positions where it covers one word.
    var single: UInt64 = 0
    /// Positions where it starts, whatever it covers.
    var any: UInt64 = 0
  }

  /// A place where a symbol covers several words.
  struct Longer {
    var position: Int32
    var length: Int32
    var next: Int32
  }

  /// A sentence of more words has its last ones in one bit, and is stepped without being tried before.
  static let longestTried = 63

  // What the sentence holds.
  var first = 0
  var count = 0
  /// A bit for each word.
  var positions: UInt64 = 0
  /// The symbols of the sentence.
  var occurrences: [Occurrence] = []
  /// A bit for each symbol, set where the sentence holds it.
  private var present: [UInt64]
  /// By symbol: its place in `occurrences`, where the sentence holds it.
  var slots: [Int32]
  var longer: [Longer] = []
  var traitMasks: [UInt64] = Array(repeating: 0, count: Traits.bitCount)
  var markMasks: [UInt64] = Array(repeating: 0, count: Marks.bitCount)
  var hasMasks = false

  // What may match in it.
  var candidates: [[Int32]]
  /// A bit for each pattern of all levels, set where it is a candidate.
  private var isCandidate: [UInt64]
  private var matched: [Int32] = []

  var stepper: Stepper
  /// Matches of rules so far.
  var matches: [Match] = []
  /// Looks at symbols and moves tried so far.
  var steps = 0

  init(for scanner: Scanner) {
    present = Array(repeating: 0, count: scanner.symbols.count / 64 + 1)
    slots = Array(repeating: 0, count: scanner.symbols.count)
    candidates = Array(repeating: [], count: scanner.levels.count)
    isCandidate = Array(repeating: 0, count: scanner.patternCount / 64 + 1)
    stepper = Stepper(states: scanner.levels.map(\.machine.automaton.stateCount).max() ?? 0)
  }

  /// Whether the sentence holds a symbol.
  @inline(__always)
  func holds(_ symbol: Int32) -> Bool { present[Int(symbol) >> 6] & 1 << UInt64(symbol & 63) != 0 }

  /// Finds the matches in one sentence; members of classes are added to the spans.
  mutating func scan(_ sentence: Document.Sentence, _ document: Document, _ spans: inout SpanTable, _ scanner: Scanner)
  {
    clear(scanner)
    first = Int(sentence.first)
    count = Int(sentence.end) - first
    positions = count > Self.longestTried ? ~0 : 1 << UInt64(count) &- 1
    gather(sentence, document, spans, scanner)
    for number in scanner.levels.indices {
      select(number, scanner.levels[number], sentence, document)
      guard !matched.isEmpty else { continue }
      let isLast = number == scanner.levels.count - 1
      if !isLast { stepper.matches.removeAll(keepingCapacity: true) }
      step(scanner.levels[number].machine.automaton, sentence, document, spans, scanner, keeping: isLast)
      if !isLast { derive(scanner.levels[number], &spans, scanner) }
    }
  }

  /// Forgets the sentence before.
  private mutating func clear(_ scanner: Scanner) {
    for occurrence in occurrences { present[Int(occurrence.symbol) >> 6] = 0 }
    occurrences.removeAll(keepingCapacity: true)
    longer.removeAll(keepingCapacity: true)
    hasMasks = false
    for level in candidates.indices {
      let base = scanner.levels[level].base
      for pattern in candidates[level] { isCandidate[(base + Int(pattern)) >> 6] = 0 }
      candidates[level].removeAll(keepingCapacity: true)
    }
  }

  /// Keeps the candidates of a level that match, in `matched`.
  private mutating func select(
    _ number: Int, _ level: Scanner.Level, _ sentence: Document.Sentence, _ document: Document
  ) {
    matched.removeAll(keepingCapacity: true)
    for pattern in candidates[number] where holds(Int(pattern), level.machine.code, sentence, document) {
      matched.append(pattern)
    }
    for pattern in level.unanchored where holds(Int(pattern), level.machine.code, sentence, document) {
      matched.append(pattern)
    }
    if matched.count > 1 { matched.sort() }
  }

  /// Whether a pattern matches in the sentence; of a long sentence it is not known.
  private mutating func holds(
    _ pattern: Int, _ code: PatternCode, _ sentence: Document.Sentence, _ document: Document
  ) -> Bool {
    let node = Int(code.starts[pattern])
    return count > Self.longestTried
      || canStart(node, code) && ends(node, in: code, from: positions, sentence, document) != 0
  }

  /// The bit of a position, counted from the start of the sentence.
  static func bit(_ position: Int) -> UInt64 { 1 << UInt64(min(position, longestTried)) }

  /// Notes the symbols of every word.
  private mutating func gather(
    _ sentence: Document.Sentence, _ document: Document, _ spans: SpanTable, _ scanner: Scanner
  ) {
    let symbols = scanner.symbols
    var traits: Traits = []
    for index in sentence.tokens {
      let token = document.tokens[index]
      traits.formUnion(token.traits)
      if token.word >= 0 {
        for meaning in symbols.meanings(of: token.word)
        where symbols.meanings[meaning].traits.isSubset(of: token.traits) {
          note(symbols.meanings[meaning].symbol, 1, index - first, scanner)
        }
        for phrase in symbols.phrases(startingWith: token.word)
        where symbols.stands(symbols.phrases[phrase], at: index, before: Int(sentence.end), in: document) {
          note(symbols.phrases[phrase].symbol, symbols.phrases[phrase].count, index - first, scanner)
        }
      }
      var span = spans.heads[index]
      while span >= 0 {
        note(spans.spans[Int(span)].symbol, spans.spans[Int(span)].length, index - first, scanner)
        span = spans.spans[Int(span)].next
      }
    }
    var rest = traits.subtracting(.any).rawValue
    while rest != 0 {
      propose(anchoredAt: symbols.count + rest.trailingZeroBitCount, scanner)
      rest &= rest - 1
    }
  }

  /// Notes that a symbol stands at a position.
  private mutating func note(_ symbol: Int32, _ length: Int32, _ position: Int, _ scanner: Scanner) {
    steps += 1
    if !holds(symbol) {
      present[Int(symbol) >> 6] |= 1 << UInt64(symbol & 63)
      slots[Int(symbol)] = Int32(occurrences.count)
      occurrences.append(Occurrence(symbol: symbol))
      propose(anchoredAt: Int(symbol), scanner)
    }
    let slot = Int(slots[Int(symbol)])
    let bit = Self.bit(position)
    occurrences[slot].any |= bit
    if length == 1 {
      occurrences[slot].single |= bit
    } else {
      longer.append(Longer(position: Int32(position), length: length, next: occurrences[slot].longer))
      occurrences[slot].longer = Int32(longer.count - 1)
    }
  }

  /// Makes candidates of the patterns that an anchor leads to.
  private mutating func propose(anchoredAt slot: Int, _ scanner: Scanner) {
    for index in Int(scanner.anchoredOffsets[slot])..<Int(scanner.anchoredOffsets[slot + 1]) {
      let (level, pattern) = scanner.anchored[index]
      let number = scanner.levels[Int(level)].base + Int(pattern)
      let bit: UInt64 = 1 << UInt64(number & 63)
      guard isCandidate[number >> 6] & bit == 0 else { continue }
      isCandidate[number >> 6] |= bit
      candidates[Int(level)].append(pattern)
    }
  }

  /// Finds where the patterns that match do so.
  private mutating func step(
    _ automaton: Automaton, _ sentence: Document.Sentence, _ document: Document, _ spans: SpanTable,
    _ scanner: Scanner, keeping: Bool
  ) {
    stepper.prepare(symbols: occurrences.count)
    var starts: UInt64 = 0
    for pattern in matched {
      for index in automaton.starts(of: Int(pattern)) {
        steps += 1
        guard automaton.startMoves[index].test == .symbol else {
          stepper.addOtherStart(index)
          starts = ~0
          continue
        }
        let symbol = automaton.startMoves[index].operand
        guard holds(symbol) else { continue }
        starts |= occurrences[Int(slots[Int(symbol)])].any
        stepper.addStart(index, symbol: Int(slots[Int(symbol)]))
      }
    }
    stepper.run(automaton, from: starts, slots, sentence, document, spans, scanner.symbols)
    steps += stepper.steps
    stepper.steps = 0
    guard keeping else { return }
    matches += stepper.matches
    stepper.matches.removeAll(keepingCapacity: true)
  }

  /// Adds the members found by the patterns of a level to the spans and to what the sentence holds.
  private mutating func derive(_ level: Scanner.Level, _ spans: inout SpanTable, _ scanner: Scanner) {
    let found = MatchTable(stepper.matches, patterns: level.machine.code.count)
    stepper.matches.removeAll(keepingCapacity: true)
    var index = 0
    while index < found.matchedPatterns.count {
      let owner = level.owners[Int(found.matchedPatterns[index])].derived
      var end = index
      while end < found.matchedPatterns.count, level.owners[Int(found.matchedPatterns[end])].derived == owner {
        end += 1
      }
      let patterns = found.matchedPatterns[index..<end]
      let exceptions = Coverage(
        patterns.filter { level.owners[Int($0)].isException }.flatMap { found[$0].map(\.tokens) })
      let symbol = level.derived[Int(owner)].symbol
      for pattern in patterns where !level.owners[Int(pattern)].isException {
        for match in found[pattern] where !exceptions.touches(match.tokens) {
          guard spans.add(symbol, match.marked) else { continue }
          note(symbol, match.markEnd - match.markStart, Int(match.markStart) - first, scanner)
        }
      }
      index = end
    }
  }
}

extension Traits {
  /// How many traits there can be.
  static let bitCount = 16
}

extension Marks {
  /// How many marks there can be.
  static let bitCount = 16
}

/// Steps some patterns of an automaton over the words of a sentence.
///
/// At each word a state is held by at most one thread, the one that started first: the work for a word is bounded by the
/// number of states, whatever the text. `steps` counts it.
struct Stepper {
  /// Spans of this many words and more cannot be a single step of a pattern.
  static let longestSpan = 64

  private struct Thread {
    var state: Int32
    var start: Int32
    var markStart: Int32
    var markEnd: Int32
  }

  /// By symbol of the sentence: the first and the last of the first moves that ask for it, or -1.
  private var heads: [(first: Int32, last: Int32)] = []
  private var links: [(move: Int32, next: Int32)] = []
  private var otherStarts: [Int32] = []
  private var rings: [[Thread]] = Array(repeating: [], count: Stepper.longestSpan)
  /// By state: the step it was last held in, and which thread of that step holds it.
  private var held: [(tick: Int, best: Int32)]
  private var present: [(symbol: Int32, length: Int32)] = []
  private var tick = 0
  /// What was found.
  var matches: [Match] = []
  /// Moves tried so far.
  var steps = 0

  init(states: Int) { held = Array(repeating: (0, 0), count: states) }

  /// Gets ready for a sentence that holds so many symbols.
  mutating func prepare(symbols: Int) {
    heads.removeAll(keepingCapacity: true)
    for _ in 0..<symbols { heads.append((-1, -1)) }
    links.removeAll(keepingCapacity: true)
    otherStarts.removeAll(keepingCapacity: true)
  }

  /// Adds a first move that asks for one of these symbols; those of one pattern come in their order.
  mutating func addStart(_ index: Int, symbol slot: Int) {
    let link = Int32(links.count)
    links.append((Int32(index), -1))
    if heads[slot].first < 0 { heads[slot].first = link } else { links[Int(heads[slot].last)].next = link }
    heads[slot].last = link
  }

  /// Adds a first move that asks for something else.
  mutating func addOtherStart(_ index: Int) { otherStarts.append(Int32(index)) }

  /// Adds every match in a sentence of the patterns whose first moves were added.
  ///
  /// A pattern that matches from one word to several ends is reported for each end.
  /// - Parameters:
  ///   - starts: the positions where one of them can start, as `Workspace.bit` numbers them.
  ///   - slots: the places in the sentence of the symbols it holds.
  mutating func run(
    _ automaton: Automaton, from starts: UInt64, _ slots: [Int32], _ sentence: Document.Sentence,
    _ document: Document, _ spans: SpanTable, _ symbols: Symbols
  ) {
    for position in sentence.tokens {
      let slot = position & (Self.longestSpan - 1)
      let canStart = starts & Workspace.bit(position - Int(sentence.first)) != 0
      guard canStart || !rings[slot].isEmpty else { continue }
      gather(position, sentence, document, spans, symbols)
      if canStart { start(at: position, automaton, slots, sentence, document) }
      if !rings[slot].isEmpty { step(at: position, slot, automaton, sentence, document) }
    }
    for slot in rings.indices where !rings[slot].isEmpty { rings[slot].removeAll(keepingCapacity: true) }
  }

  /// Starts a thread wherever a first move leads.
  private mutating func start(
    at position: Int, _ automaton: Automaton, _ slots: [Int32], _ sentence: Document.Sentence, _ document: Document
  ) {
    let fresh = Thread(state: -1, start: Int32(position), markStart: -1, markEnd: -1)
    for index in present.indices {
      let (symbol, length) = present[index]
      var link = heads[Int(slots[Int(symbol)])].first
      while link >= 0 {
        let move = automaton.startMoves[Int(links[Int(link)].move)]
        link = links[Int(link)].next
        steps += 1
        guard stands(move.place, position, sentence, document) else { continue }
        take(move, fresh, position, Int(length), automaton, sentence, document)
      }
    }
    for index in otherStarts.indices {
      attempt(automaton.startMoves[Int(otherStarts[index])], fresh, position, automaton, sentence, document)
    }
  }

  /// Moves the threads at a position on.
  private mutating func step(
    at position: Int, _ slot: Int, _ automaton: Automaton, _ sentence: Document.Sentence, _ document: Document
  ) {
    tick += 1
    for index in rings[slot].indices {
      let state = Int(rings[slot][index].state)
      if held[state].tick == tick {
        if rings[slot][index].start < rings[slot][Int(held[state].best)].start { held[state].best = Int32(index) }
      } else {
        held[state] = (tick, Int32(index))
      }
    }
    // A move leads at least one word on and never into this slot, because no span is as long as the ring.
    for index in rings[slot].indices {
      let thread = rings[slot][index]
      let state = Int(thread.state)
      guard held[state].best == Int32(index) else { continue }
      for move in Int(automaton.moveOffsets[state])..<Int(automaton.moveOffsets[state + 1]) {
        attempt(automaton.moves[move], thread, position, automaton, sentence, document)
      }
    }
    rings[slot].removeAll(keepingCapacity: true)
  }

  /// The symbols that start at a word.
  private mutating func gather(
    _ position: Int, _ sentence: Document.Sentence, _ document: Document, _ spans: SpanTable, _ symbols: Symbols
  ) {
    present.removeAll(keepingCapacity: true)
    let token = document.tokens[position]
    if token.word >= 0 {
      for index in symbols.meanings(of: token.word) where symbols.meanings[index].traits.isSubset(of: token.traits) {
        add(symbols.meanings[index].symbol, 1)
      }
      for index in symbols.phrases(startingWith: token.word) {
        let phrase = symbols.phrases[index]
        if symbols.stands(phrase, at: position, before: Int(sentence.end), in: document) {
          add(phrase.symbol, phrase.count)
        }
      }
    }
    var span = spans.heads[position]
    while span >= 0 {
      add(spans.spans[Int(span)].symbol, spans.spans[Int(span)].length)
      span = spans.spans[Int(span)].next
    }
  }

  private mutating func add(_ symbol: Int32, _ length: Int32) {
    for known in present where known == (symbol, length) { return }
    present.append((symbol, length))
  }

  /// Whether punctuation or an edge stands before a word.
  private func stands(
    _ place: Marks, _ position: Int, _ sentence: Document.Sentence, _ document: Document
  ) -> Bool {
    place.isEmpty || place.isSubset(of: document.marks(before: position, in: sentence))
  }

  private mutating func attempt(
    _ move: Automaton.Move, _ thread: Thread, _ position: Int, _ automaton: Automaton, _ sentence: Document.Sentence,
    _ document: Document
  ) {
    steps += 1
    switch move.test {
    case .symbol:
      for index in present.indices where present[index].symbol == move.operand {
        guard stands(move.place, position, sentence, document) else { return }
        take(move, thread, position, Int(present[index].length), automaton, sentence, document)
      }
      return
    case .notSymbol:
      for index in present.indices where present[index].symbol == move.operand { return }
    case .trait:
      guard Traits(rawValue: UInt16(move.operand)).isSubset(of: document.tokens[position].traits) else { return }
    case .notTrait:
      guard !Traits(rawValue: UInt16(move.operand)).isSubset(of: document.tokens[position].traits) else { return }
    }
    guard stands(move.place, position, sentence, document) else { return }
    take(move, thread, position, 1, automaton, sentence, document)
  }

  /// Carries a thread over `length` words.
  private mutating func take(
    _ move: Automaton.Move, _ thread: Thread, _ position: Int, _ length: Int, _ automaton: Automaton,
    _ sentence: Document.Sentence, _ document: Document
  ) {
    let end = position + length
    guard end <= Int(sentence.end) else { return }
    var next = thread
    next.state = move.target
    if move.opensMark { next.markStart = Int32(position) }
    if move.closesMark { next.markEnd = Int32(position) }
    let state = Int(move.target)
    for index in Int(automaton.acceptanceOffsets[state])..<Int(automaton.acceptanceOffsets[state + 1]) {
      let acceptance = automaton.acceptances[index]
      guard stands(acceptance.place, end, sentence, document) else { continue }
      let markEnd = acceptance.closesMark ? Int32(end) : next.markEnd
      matches.append(
        Match(
          pattern: acceptance.pattern, start: next.start, end: Int32(end),
          markStart: next.markStart >= 0 ? next.markStart : next.start,
          markEnd: next.markStart >= 0 && markEnd >= 0 ? markEnd : Int32(end)))
    }
    if end < Int(sentence.end), automaton.moveOffsets[state] < automaton.moveOffsets[state + 1] {
      rings[end & (Self.longestSpan - 1)].append(next)
    }
  }
}

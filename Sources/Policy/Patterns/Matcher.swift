/// A pattern found in a document.
struct Match: Sendable, Equatable {
  var pattern: Int32
  /// The words matched, as indices into `Document.tokens`.
  var start: Int32
  var end: Int32
  /// The words between the pattern's brackets, or all of them.
  var markStart: Int32
  var markEnd: Int32

  var tokens: Range<Int> { Int(start)..<Int(end) }
  var marked: Range<Int> { Int(markStart)..<Int(markEnd) }
}

/// Spans of several words that stand for one symbol: entities and class members found by patterns.
struct SpanTable {
  struct Span {
    var symbol: Int32
    var length: Int32
    var next: Int32
  }

  private(set) var heads: [Int32]
  private(set) var spans: [Span] = []

  init(tokens: Int) { heads = Array(repeating: -1, count: tokens) }

  mutating func add(_ symbol: Int32, _ tokens: Range<Int>) {
    guard !tokens.isEmpty, tokens.count < Matcher.longestSpan else { return }
    spans.append(Span(symbol: symbol, length: Int32(tokens.count), next: heads[tokens.lowerBound]))
    heads[tokens.lowerBound] = Int32(spans.count - 1)
  }
}

/// Steps an automaton over a document.
///
/// At each word a state is held by at most one thread, the one that started first: the work for a word is bounded by the
/// number of states, whatever the text. `steps` counts it.
struct Matcher {
  /// Spans of this many words and more cannot be a single step of a pattern.
  static let longestSpan = 64

  private struct Thread {
    var state: Int32
    var start: Int32
    var markStart: Int32
    var markEnd: Int32
  }

  private let automaton: Automaton
  private let symbols: Symbols
  private var rings: [[Thread]] = Array(repeating: [], count: Matcher.longestSpan)
  private var seenAt: [Int32]
  private var best: [Int32]
  private var symbolAt: [Int32]
  private var present: [(symbol: Int32, length: Int32)] = []
  private var matches: [Match] = []
  /// Moves tried so far.
  private(set) var steps = 0

  init(_ automaton: Automaton, symbols: Symbols) {
    self.automaton = automaton
    self.symbols = symbols
    seenAt = Array(repeating: -1, count: automaton.stateCount)
    best = Array(repeating: 0, count: automaton.stateCount)
    symbolAt = Array(repeating: -1, count: symbols.count)
  }

  /// Every match in the one document of this matcher.
  ///
  /// A pattern that matches from one word to several ends is reported for each end.
  mutating func matches(in document: Document, spans: SpanTable) -> [Match] {
    matches = []
    guard automaton.stateCount > 0 else { return [] }
    for sentence in document.sentences { scan(sentence, document, spans) }
    return matches
  }

  private mutating func scan(_ sentence: Document.Sentence, _ document: Document, _ spans: SpanTable) {
    for position in sentence.tokens {
      let slot = position & (Self.longestSpan - 1)
      gather(position, sentence, document, spans)
      let token = document.tokens[position]
      let fresh = Thread(state: -1, start: Int32(position), markStart: -1, markEnd: -1)
      var marks: Marks?
      func place() -> Marks {
        if let marks { return marks }
        let found = document.marks(before: position, in: sentence)
        marks = found
        return found
      }
      for (symbol, length) in present {
        for index in automaton.starts(with: symbol) {
          let move = automaton.startMoves[index]
          steps += 1
          guard move.place.isEmpty || move.place.isSubset(of: place()) else { continue }
          take(move, fresh, position, Int(length), sentence, document)
        }
      }
      for move in automaton.otherStarts { attempt(move, fresh, position, token, place, sentence, document) }
      guard !rings[slot].isEmpty else { continue }
      let threads = rings[slot]
      rings[slot].removeAll(keepingCapacity: true)
      for (index, thread) in threads.enumerated() {
        let state = Int(thread.state)
        if seenAt[state] == Int32(position) {
          if thread.start < threads[Int(best[state])].start { best[state] = Int32(index) }
        } else {
          seenAt[state] = Int32(position)
          best[state] = Int32(index)
        }
      }
      for (index, thread) in threads.enumerated() where best[Int(thread.state)] == Int32(index) {
        for move in Int(automaton.moveOffsets[Int(thread.state)])..<Int(automaton.moveOffsets[Int(thread.state) + 1]) {
          attempt(automaton.moves[move], thread, position, token, place, sentence, document)
        }
      }
    }
    for slot in rings.indices where !rings[slot].isEmpty { rings[slot].removeAll(keepingCapacity: true) }
  }

  /// The symbols that start at a word.
  private mutating func gather(_ position: Int, _ sentence: Document.Sentence, _ document: Document, _ spans: SpanTable)
  {
    present.removeAll(keepingCapacity: true)
    let token = document.tokens[position]
    if token.word >= 0 {
      for index in symbols.meanings(of: token.word) where symbols.meanings[index].traits.isSubset(of: token.traits) {
        add(symbols.meanings[index].symbol, 1, position)
      }
      for index in symbols.phrases(startingWith: token.word) {
        let phrase = symbols.phrases[index]
        if symbols.stands(phrase, at: position, before: Int(sentence.end), in: document) {
          add(phrase.symbol, phrase.count, position)
        }
      }
    }
    var span = spans.heads[position]
    while span >= 0 {
      let found = spans.spans[Int(span)]
      add(found.symbol, found.length, position)
      span = found.next
    }
  }

  private mutating func add(_ symbol: Int32, _ length: Int32, _ position: Int) {
    if symbolAt[Int(symbol)] == Int32(position), present.contains(where: { $0 == (symbol, length) }) { return }
    present.append((symbol, length))
    symbolAt[Int(symbol)] = Int32(position)
  }

  private mutating func attempt(
    _ move: Automaton.Move, _ thread: Thread, _ position: Int, _ token: Token, _ place: () -> Marks,
    _ sentence: Document.Sentence, _ document: Document
  ) {
    steps += 1
    switch move.test {
    case .symbol:
      guard symbolAt[Int(move.operand)] == Int32(position), move.place.isEmpty || move.place.isSubset(of: place())
      else { return }
      for index in present.indices where present[index].symbol == move.operand {
        take(move, thread, position, Int(present[index].length), sentence, document)
      }
      return
    case .notSymbol: guard symbolAt[Int(move.operand)] != Int32(position) else { return }
    case .trait: guard Traits(rawValue: UInt16(move.operand)).isSubset(of: token.traits) else { return }
    case .notTrait: guard !Traits(rawValue: UInt16(move.operand)).isSubset(of: token.traits) else { return }
    }
    guard move.place.isEmpty || move.place.isSubset(of: place()) else { return }
    take(move, thread, position, 1, sentence, document)
  }

  /// Carries a thread over `length` words.
  private mutating func take(
    _ move: Automaton.Move, _ thread: Thread, _ position: Int, _ length: Int, _ sentence: Document.Sentence,
    _ document: Document
  ) {
    let end = position + length
    guard end <= Int(sentence.end) else { return }
    var next = thread
    next.state = move.target
    if move.opensMark { next.markStart = Int32(position) }
    if move.closesMark { next.markEnd = Int32(position) }
    let state = Int(move.target)
    let accepting = Int(automaton.acceptanceOffsets[state])..<Int(automaton.acceptanceOffsets[state + 1])
    for index in accepting {
      let acceptance = automaton.acceptances[index]
      guard acceptance.place.isEmpty || acceptance.place.isSubset(of: document.marks(before: end, in: sentence)) else {
        continue
      }
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

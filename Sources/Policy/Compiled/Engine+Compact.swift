extension Engine {
  func write(to writer: inout CompactWriter) {
    symbols.write(to: &writer)
    writer.write(layers) { writer, layer in
      layer.machine.write(to: &writer)
      writer.write(layer.derived) { writer, derived in
        writer.write(derived.symbol)
        writer.write(growing: derived.members)
        writer.write(growing: derived.exceptions)
      }
    }
    machine.write(to: &writer)
    individuals.write(to: &writer)
    writer.write(compiled) { writer, compiled in
      writer.write(compiled.rule)
      compiled.condition.write(to: &writer)
      writer.write(growing: compiled.guards)
    }
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    self.init()
    symbols = try Symbols(from: &reader)
    layers = try reader.list { reader throws(CompactReader.Malformed) in
      let machine = try Machine(from: &reader)
      let derived = try reader.list { reader throws(CompactReader.Malformed) in
        Derived(symbol: try reader.small(), members: try reader.growing(), exceptions: try reader.growing())
      }
      return Layer(machine: machine, derived: derived)
    }
    machine = try Machine(from: &reader)
    individuals = try IndividualCues(from: &reader)
    compiled = try reader.list { reader throws(CompactReader.Malformed) in
      Compiled(rule: try reader.number(), condition: try Condition(from: &reader), guards: try reader.growing())
    }
    index()
  }
}

extension Symbols {
  func write(to writer: inout CompactWriter) {
    vocabulary.write(to: &writer)
    writer.write(count)
    writer.write(growing: meaningOffsets)
    writer.write(meanings.map(\.symbol))
    writer.write(meanings.map { Int32($0.traits.rawValue) })
    writer.write(growing: phraseOffsets)
    writer.write(phrases.map(\.count))
    writer.write(phrases.map(\.symbol))
    writer.write(phraseWords)
    writer.write(entities.sorted { $0.value < $1.value }) { writer, entry in
      writer.write(entry.key.rawValue)
      writer.write(entry.value)
    }
    writer.write(staffName.map(Int.init))
    writer.write(ageOver89.map(Int.init))
    writer.write(names.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value)
    }
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    self.init()
    vocabulary = try Vocabulary(from: &reader)
    count = try reader.number()
    meaningOffsets = try reader.growing()
    meanings = zip(try reader.numbers(), try reader.numbers()).map { symbol, traits in
      Meaning(symbol: symbol, traits: Traits(rawValue: UInt16(truncatingIfNeeded: traits)))
    }
    phraseOffsets = try reader.growing()
    var start: Int32 = 0
    phrases = zip(try reader.numbers(), try reader.numbers()).map { count, symbol in
      defer { start &+= count }
      return Phrase(start: start, count: count, symbol: symbol)
    }
    phraseWords = try reader.numbers()
    for (name, symbol) in try reader.list({ reader throws(CompactReader.Malformed) in
      (try reader.text(), try reader.small())
    }) {
      guard let kind = EntityKind(rawValue: name) else { throw CompactReader.Malformed() }
      entities[kind] = symbol
    }
    staffName = try reader.optional().map { Int32(truncatingIfNeeded: $0) }
    ageOver89 = try reader.optional().map { Int32(truncatingIfNeeded: $0) }
    for (symbol, name) in try reader.list({ reader throws(CompactReader.Malformed) in
      (try reader.small(), try reader.text())
    }) {
      names[symbol] = name
    }
  }
}

extension Machine {
  func write(to writer: inout CompactWriter) {
    automaton.write(to: &writer)
    code.write(to: &writer)
    anchors.write(to: &writer)
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    automaton = try Automaton(from: &reader)
    code = try PatternCode(from: &reader)
    anchors = try Anchors(from: &reader)
  }
}

extension Automaton {
  func write(to writer: inout CompactWriter) {
    for list in [moves, startMoves] {
      writer.write(list.map(\.head))
      writer.write(list.map(\.operand))
      writer.write(list.map(\.target))
    }
    for offsets in [moveOffsets, startOffsets, acceptanceOffsets] { writer.write(growing: offsets) }
    writer.write(acceptances.map(\.pattern))
    writer.write(acceptances.map { Int32($0.place.rawValue) << 1 | ($0.closesMark ? 1 : 0) })
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    self.init()
    moves = try Self.moves(from: &reader)
    startMoves = try Self.moves(from: &reader)
    moveOffsets = try reader.growing()
    startOffsets = try reader.growing()
    acceptanceOffsets = try reader.growing()
    acceptances = zip(try reader.numbers(), try reader.numbers()).map { pattern, rest in
      Acceptance(
        pattern: pattern, place: Marks(rawValue: UInt16(truncatingIfNeeded: rest >> 1)), closesMark: rest & 1 == 1)
    }
  }

  private static func moves(from reader: inout CompactReader) throws(CompactReader.Malformed) -> [Move] {
    let (heads, operands, targets) = (try reader.numbers(), try reader.numbers(), try reader.numbers())
    guard heads.count == operands.count, heads.count == targets.count else { throw CompactReader.Malformed() }
    return heads.indices.map { Move(head: heads[$0], operand: operands[$0], target: targets[$0]) }
  }
}

extension Automaton.Move {
  /// Everything but what it asks for and where it leads.
  fileprivate var head: Int32 {
    Int32(test.rawValue) << 2 | (opensMark ? 2 : 0) | (closesMark ? 1 : 0) | Int32(place.rawValue) << 4
  }

  fileprivate init(head: Int32, operand: Int32, target: Int32) {
    // Two bits are always one of the four tests.
    self.init(
      test: Test(rawValue: UInt8(truncatingIfNeeded: head >> 2 & 3)) ?? .symbol, operand: operand,
      place: Marks(rawValue: UInt16(truncatingIfNeeded: head >> 4)), opensMark: head & 2 != 0,
      closesMark: head & 1 != 0, target: target)
  }
}

extension PatternCode {
  func write(to writer: inout CompactWriter) {
    writer.write(numbers)
    writer.write(growing: starts)
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    self.init()
    numbers = try reader.numbers()
    starts = try reader.growing()
  }
}

extension Anchors {
  func write(to writer: inout CompactWriter) {
    writer.write(symbols)
    writer.write(growing: offsets)
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    self.init()
    symbols = try reader.numbers()
    offsets = try reader.growing()
  }
}

extension Condition<Int32> {
  func write(to writer: inout CompactWriter) {
    switch self {
    case .leaf(let pattern):
      writer.write(0)
      writer.write(pattern)
    case .any(let parts):
      writer.write(1)
      writer.write(parts) { $1.write(to: &$0) }
    case .all(let parts):
      writer.write(2)
      writer.write(parts) { $1.write(to: &$0) }
    case .none(let parts):
      writer.write(3)
      writer.write(parts) { $1.write(to: &$0) }
    case .count(let atLeast, let parts):
      writer.write(4)
      writer.write(atLeast)
      writer.write(parts) { $1.write(to: &$0) }
    case .within(let scope, let inner):
      writer.write(5)
      writer.write(scope.rawValue)
      inner.write(to: &writer)
    case .declared(let circumstances):
      writer.write(6)
      circumstances.write(to: &writer)
    case .individual(let question):
      writer.write(7)
      question.write(to: &writer)
    }
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    func parts(_ reader: inout CompactReader) throws(CompactReader.Malformed) -> [Condition<Int32>] {
      try reader.list { reader throws(CompactReader.Malformed) in try Condition(from: &reader) }
    }
    switch try reader.number() {
    case 0: self = .leaf(try reader.small())
    case 1: self = .any(try parts(&reader))
    case 2: self = .all(try parts(&reader))
    case 3: self = .none(try parts(&reader))
    case 4: self = .count(atLeast: try reader.number(), of: try parts(&reader))
    case 5:
      guard let scope = Scope(rawValue: try reader.text()) else { throw CompactReader.Malformed() }
      self = .within(scope, try Condition(from: &reader))
    case 6: self = .declared(try Circumstances(from: &reader))
    case 7: self = .individual(try IndividualQuestion(from: &reader))
    default: throw CompactReader.Malformed()
    }
  }
}

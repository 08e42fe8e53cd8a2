/// Whether a pattern matches anywhere in a sentence of at most 63 words.
///
/// All starts are tried at once: the positions a part can start at are a mask, and so are those it can end at.
extension Workspace {
  /// The positions after the words that a node matches, where it starts at some of the given ones.
  mutating func ends(
    _ node: Int, in code: PatternCode, from: UInt64, _ sentence: Document.Sentence, _ document: Document
  ) -> UInt64 {
    steps += 1
    switch code.operation(node) {
    case .symbol: return ends(ofSymbol: code.operand(node), from)
    case .anyOf:
      var ends: UInt64 = 0
      let last = code.end(node)
      steps += last - node
      for index in node + 2..<last where holds(code.numbers[index]) {
        ends |= self.ends(ofSymbol: code.numbers[index], from)
      }
      return ends
    case .run:
      var ends = from
      for index in node + 2..<code.end(node) {
        ends = self.ends(ofSymbol: code.numbers[index], ends)
        if ends == 0 { return 0 }
      }
      return ends
    case .notSymbol:
      let symbol = code.operand(node)
      return (from & positions & (holds(symbol) ? ~occurrences[Int(slots[Int(symbol)])].any : ~0)) << 1
    case .trait: return (from & words(with: code.operand(node), sentence, document)) << 1
    case .notTrait: return (from & positions & ~words(with: code.operand(node), sentence, document)) << 1
    case .place: return from & places(of: code.operand(node), sentence, document)
    case .sequence:
      var ends = from
      var child = node + 2
      let last = code.end(node)
      while child < last, ends != 0 {
        ends = self.ends(child, in: code, from: ends, sentence, document)
        child = code.end(child)
      }
      return ends
    case .choice:
      var ends: UInt64 = 0
      var child = node + 2
      let last = code.end(node)
      while child < last {
        if canStart(child, code) { ends |= self.ends(child, in: code, from: from, sentence, document) }
        child = code.end(child)
      }
      return ends
    case .repeated:
      return ends(ofRepeated: node, in: code, from, sentence, document)
    }
  }

  /// Whether the first symbol a node asks for, if it is one symbol, is in the sentence: most alternatives end here.
  @inline(__always)
  func canStart(_ node: Int, _ code: PatternCode) -> Bool {
    switch code.operation(node) {
    case .symbol, .run: return holds(code.operand(node))
    case .sequence:
      let first = code.operation(node + 2)
      return first != .symbol && first != .run || holds(code.operand(node + 2))
    default: return true
    }
  }

  private mutating func ends(ofSymbol symbol: Int32, _ from: UInt64) -> UInt64 {
    guard holds(symbol) else { return 0 }
    let occurrence = occurrences[Int(slots[Int(symbol)])]
    var ends = (from & occurrence.single) << 1
    var next = occurrence.longer
    while next >= 0 {
      let place = longer[Int(next)]
      if from & Self.bit(Int(place.position)) != 0, Int(place.position + place.length) <= count {
        ends |= Self.bit(Int(place.position + place.length))
      }
      next = place.next
    }
    return ends
  }

  private mutating func ends(
    ofRepeated node: Int, in code: PatternCode, _ from: UInt64, _ sentence: Document.Sentence, _ document: Document
  ) -> UInt64 {
    let (atLeast, atMost) = (code.operand(node, 0), code.operand(node, 1))
    var ends = atLeast == 0 ? from : 0
    var current = from
    var times: Int32 = 0
    while current != 0, atMost < 0 || times < atMost {
      current = self.ends(node + 4, in: code, from: current, sentence, document)
      times += 1
      guard times >= atLeast else { continue }
      // What was reached before leads nowhere new.
      if atMost < 0 { current &= ~ends }
      ends |= current
    }
    return ends
  }

  /// The words that have some traits.
  private mutating func words(with traits: Int32, _ sentence: Document.Sentence, _ document: Document) -> UInt64 {
    if !hasMasks { readMasks(sentence, document) }
    var words = positions
    var rest = UInt16(truncatingIfNeeded: traits)
    while rest != 0 {
      words &= traitMasks[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return words
  }

  /// The positions before which some marks stand, the one after the last word included.
  private mutating func places(of marks: Int32, _ sentence: Document.Sentence, _ document: Document) -> UInt64 {
    if !hasMasks { readMasks(sentence, document) }
    var places: UInt64 = ~0
    var rest = UInt16(truncatingIfNeeded: marks)
    while rest != 0 {
      places &= markMasks[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return places
  }

  /// Reads what traits words have and what marks stand before them; done once a sentence, where a pattern asks.
  private mutating func readMasks(_ sentence: Document.Sentence, _ document: Document) {
    hasMasks = true
    for index in traitMasks.indices { traitMasks[index] = 0 }
    for index in markMasks.indices { markMasks[index] = 0 }
    for position in 0...count {
      let bit = Self.bit(position)
      var marks = document.marks(before: first + position, in: sentence).rawValue
      while marks != 0 {
        markMasks[marks.trailingZeroBitCount] |= bit
        marks &= marks - 1
      }
      guard position < count else { break }
      var traits = document.tokens[first + position].traits.rawValue
      while traits != 0 {
        traitMasks[traits.trailingZeroBitCount] |= bit
        traits &= traits - 1
      }
    }
  }
}

/// Whether a pattern matches anywhere in a sentence of at most 63 words.
///
/// All starts are tried at once: the positions a part can start at are a mask, and so are those it can end at.
extension Workspace {
  /// The positions after the words that a node matches, where it starts at some of the given ones.
  mutating func ends(_ node: Int, in code: View<Int32>, from: UInt64) -> UInt64 {
    steps += 1
    let last = node + Int(code[node + 1])
    switch code[node] {
    case PatternCode.Operation.symbol.rawValue: return ends(ofSymbol: code[node + 2], from)
    case PatternCode.Operation.anyOf.rawValue:
      var ends: UInt64 = 0
      steps += last - node
      for index in node + 2..<last where holds(code[index]) { ends |= self.ends(ofHeld: code[index], from) }
      return ends
    case PatternCode.Operation.run.rawValue:
      for index in node + 2..<last where !holds(code[index]) { return 0 }
      var ends = from
      for index in node + 2..<last {
        ends = self.ends(ofHeld: code[index], ends)
        if ends == 0 { return 0 }
      }
      return ends
    case PatternCode.Operation.notSymbol.rawValue:
      let symbol = code[node + 2]
      return (from & positions & (holds(symbol) ? ~occurrences[Int(slots[Int(symbol)])].any : ~0)) << 1
    case PatternCode.Operation.trait.rawValue: return (from & words(with: code[node + 2])) << 1
    case PatternCode.Operation.notTrait.rawValue: return (from & positions & ~words(with: code[node + 2])) << 1
    case PatternCode.Operation.place.rawValue: return from & places(of: code[node + 2])
    case PatternCode.Operation.choice.rawValue:
      var ends: UInt64 = 0
      var place = node + 3
      for _ in 0..<code[node + 2] {
        let first = code[place]
        if first < 0 || holds(first) { ends |= self.ends(node + Int(code[place + 1]), in: code, from: from) }
        place += 2
      }
      return ends
    case PatternCode.Operation.repeated.rawValue: return ends(ofRepeated: node, in: code, from)
    default:
      var ends = from
      var child = node + 2
      while child < last, ends != 0 {
        ends = self.ends(child, in: code, from: ends)
        child += Int(code[child + 1])
      }
      return ends
    }
  }

  /// Whether the first symbol a node asks for, if it is one symbol, is in the sentence: many patterns end here.
  @inline(__always)
  func canStart(_ node: Int, _ code: View<Int32>) -> Bool {
    switch code[node] {
    case PatternCode.Operation.symbol.rawValue, PatternCode.Operation.run.rawValue: return holds(code[node + 2])
    case PatternCode.Operation.sequence.rawValue:
      let first = code[node + 2]
      return first != PatternCode.Operation.symbol.rawValue && first != PatternCode.Operation.run.rawValue
        || holds(code[node + 4])
    default: return true
    }
  }

  @inline(__always)
  private func ends(ofSymbol symbol: Int32, _ from: UInt64) -> UInt64 {
    holds(symbol) ? ends(ofHeld: symbol, from) : 0
  }

  /// The same for a symbol that the sentence holds.
  @inline(__always)
  private func ends(ofHeld symbol: Int32, _ from: UInt64) -> UInt64 {
    let occurrence = occurrences[Int(slots[Int(symbol)])]
    var ends = (from & occurrence.single) << 1
    guard from & occurrence.several != 0 else { return ends }
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

  private mutating func ends(ofRepeated node: Int, in code: View<Int32>, _ from: UInt64) -> UInt64 {
    let (atLeast, atMost) = (code[node + 2], code[node + 3])
    var ends = atLeast == 0 ? from : 0
    var current = from
    var times: Int32 = 0
    while current != 0, atMost < 0 || times < atMost {
      current = self.ends(node + 4, in: code, from: current)
      times += 1
      guard times >= atLeast else { continue }
      // What was reached before leads nowhere new.
      if atMost < 0 { current &= ~ends }
      ends |= current
    }
    return ends
  }

  /// The words that have some traits.
  @inline(__always)
  private func words(with traits: Int32) -> UInt64 {
    var words = positions
    var rest = UInt16(truncatingIfNeeded: traits)
    while rest != 0 {
      words &= traitMasks[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return words
  }

  /// The positions before which some marks stand, the one after the last word included.
  @inline(__always)
  private func places(of marks: Int32) -> UInt64 {
    var places: UInt64 = ~0
    var rest = UInt16(truncatingIfNeeded: marks)
    while rest != 0 {
      places &= markMasks[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return places
  }
}

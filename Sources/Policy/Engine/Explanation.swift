/// One step of a match: the class or entity that was seen, and the words it covers.
struct Step: Sendable, Equatable {
  var name: String
  var words: Range<Int>
}

extension Engine {
  /// Which classes and entities a match was made of.
  ///
  /// Done for findings only: it walks the pattern again over the few words of the match. Empty where that takes
  /// more than a bounded number of tries.
  func explain(_ match: Match, in scan: Scan) -> [Step] {
    var walker = Walker(
      engine: self, scan: scan, end: Int(match.end), sentence: scan.document.sentence(of: Int(match.start)))
    return walker.walk(Int(machine.code.starts[Int(match.pattern)]), from: Int(match.start)) ?? []
  }

  private struct Walker {
    let engine: Engine
    let scan: Scan
    let end: Int
    let sentence: Int
    var budget = 5_000

    init(engine: Engine, scan: Scan, end: Int, sentence: Int) {
      self.engine = engine
      self.scan = scan
      self.end = end
      self.sentence = sentence
    }

    mutating func walk(_ node: Int, from start: Int) -> [Step]? {
      let words = end
      return step(node, start) { at, steps in at == words ? steps : nil }
    }

    private var code: PatternCode { engine.machine.code }

    /// Tries a pattern at a word and hands what follows to `next`; the first complete way wins.
    private mutating func step(_ node: Int, _ at: Int, _ next: (Int, [Step]) -> [Step]?) -> [Step]? {
      budget -= 1
      guard budget > 0 else { return nil }
      switch code.operation(node) {
      case .place: return next(at, [])
      case .notSymbol, .notTrait: return at < end ? next(at + 1, []) : nil
      case .trait:
        let traits = Traits(rawValue: UInt16(truncatingIfNeeded: code.operand(node)))
        guard at < end, traits.isSubset(of: scan.document.tokens[at].traits) else { return nil }
        return next(at + 1, [])
      case .symbol:
        return words(of: code.operand(node), at, next)
      case .anyOf:
        for symbol in code.symbols(node) {
          if let found = symbolStep(symbol, at, next) { return found }
        }
        return nil
      case .run: return run(code.symbols(node), at, next)
      case .choice:
        let children = code.children(node)
        var child = children.lowerBound
        while child < children.upperBound {
          if let found = step(child, at, next) { return found }
          child = code.end(child)
        }
        return nil
      case .sequence: return sequence(code.children(node), at, next)
      case .repeated:
        let atMost = code.operand(node, 1)
        return repeated(
          code.children(node).lowerBound, Int(code.operand(node)), atMost < 0 ? nil : Int(atMost), at, next)
      }
    }

    private mutating func symbolStep(_ symbol: Int32, _ at: Int, _ next: (Int, [Step]) -> [Step]?) -> [Step]? {
      budget -= 1
      return budget > 0 ? words(of: symbol, at, next) : nil
    }

    /// Tries every length a symbol has at a word, the longest first.
    private func words(of symbol: Int32, _ at: Int, _ next: (Int, [Step]) -> [Step]?) -> [Step]? {
      guard at < end else { return nil }
      for length in engine.symbols.lengths(of: symbol, at: at, in: scan.document, spans: scan.spans)
      where at + length <= end {
        let steps = engine.symbols.names[symbol].map { [Step(name: $0, words: at..<at + length)] } ?? []
        if let found = next(at + length, steps) { return found }
      }
      return nil
    }

    /// Tries symbols one after another.
    private mutating func run(_ symbols: ArraySlice<Int32>, _ at: Int, _ next: (Int, [Step]) -> [Step]?) -> [Step]? {
      guard let first = symbols.first else { return next(at, []) }
      var copy = self
      defer { budget = copy.budget }
      return symbolStep(first, at) { middle, steps in
        copy.budget -= 1
        return copy.run(symbols.dropFirst(), middle) { last, more in next(last, steps + more) }
      }
    }

    /// Tries the nodes of a range one after another.
    private mutating func sequence(_ nodes: Range<Int>, _ at: Int, _ next: (Int, [Step]) -> [Step]?) -> [Step]? {
      guard !nodes.isEmpty else { return next(at, []) }
      let rest = code.end(nodes.lowerBound)..<nodes.upperBound
      var copy = self
      defer { budget = copy.budget }
      return step(nodes.lowerBound, at) { middle, steps in
        copy.budget -= 1
        return copy.sequence(rest, middle) { last, more in next(last, steps + more) }
      }
    }

    private mutating func repeated(
      _ inner: Int, _ atLeast: Int, _ atMost: Int?, _ at: Int, _ next: (Int, [Step]) -> [Step]?
    ) -> [Step]? {
      if atLeast == 0, let found = next(at, []) { return found }
      if let atMost, atMost == 0 { return nil }
      guard at < end else { return nil }
      var copy = self
      defer { budget = copy.budget }
      return step(inner, at) { middle, steps in
        guard middle > at else { return nil }
        copy.budget -= 1
        return copy.repeated(inner, max(0, atLeast - 1), atMost.map { $0 - 1 }, middle) { last, more in
          next(last, steps + more)
        }
      }
    }
  }
}

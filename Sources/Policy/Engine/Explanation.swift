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
    return walker.walk(shapes[Int(match.pattern)], from: Int(match.start)) ?? []
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

    mutating func walk(_ shape: Shape, from start: Int) -> [Step]? {
      let words = end
      return step(shape, start) { at, steps in at == words ? steps : nil }
    }

    /// Tries a pattern at a word and hands what follows to `next`; the first complete way wins.
    private mutating func step(
      _ shape: Shape, _ at: Int, _ next: (Int, [Step]) -> [Step]?
    ) -> [Step]? {
      budget -= 1
      guard budget > 0 else { return nil }
      switch shape {
      case .nothing: return next(at, [])
      case .anyWord: return at < end ? next(at + 1, []) : nil
      case .trait(let traits):
        guard at < end, traits.isSubset(of: scan.document.tokens[at].traits) else { return nil }
        return next(at + 1, [])
      case .symbol(let symbol):
        guard at < end else { return nil }
        for length in engine.symbols.lengths(of: symbol, at: at, in: scan.document, spans: scan.spans)
        where at + length <= end {
          let steps = engine.symbols.names[symbol].map { [Step(name: $0, words: at..<at + length)] } ?? []
          if let found = next(at + length, steps) { return found }
        }
        return nil
      case .choice(let parts):
        for part in parts {
          if let found = step(part, at, next) { return found }
        }
        return nil
      case .sequence(let parts): return sequence(parts[...], at, next)
      case .repeated(let inner, let atLeast, let atMost):
        return repeated(inner, atLeast, atMost, at, next)
      }
    }

    private mutating func sequence(
      _ parts: ArraySlice<Shape>, _ at: Int, _ next: (Int, [Step]) -> [Step]?
    ) -> [Step]? {
      guard let first = parts.first else { return next(at, []) }
      let rest = parts.dropFirst()
      var copy = self
      defer { budget = copy.budget }
      return step(first, at) { middle, steps in
        copy.budget -= 1
        return copy.sequence(rest, middle) { last, more in next(last, steps + more) }
      }
    }

    private mutating func repeated(
      _ inner: Shape, _ atLeast: Int, _ atMost: Int?, _ at: Int, _ next: (Int, [Step]) -> [Step]?
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

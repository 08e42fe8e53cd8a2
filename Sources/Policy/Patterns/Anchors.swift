/// For each pattern a few symbols of which every match holds at least one: where none of them is, it need not be tried.
///
/// Of the sets a pattern offers the one is taken that texts are expected to hold most rarely. Which one is taken changes the
/// work, never a result.
struct Anchors: Sendable {
  /// A symbol, or for a kind of word the complement of the traits' raw value.
  var symbols: [Int32] = []
  /// By pattern, where its symbols start.
  ///
  /// One more entry than there are patterns. A pattern without any symbol is always tried.
  var offsets: [Int32] = [0]

  init() {}

  /// Chooses the anchors of patterns.
  init(_ code: PatternCode, weights: SymbolWeights) {
    for start in code.starts {
      if let best = Self.rarest(Int(start), code, weights) { symbols += best.symbols }
      offsets.append(Int32(symbols.count))
    }
  }

  /// The anchors of a pattern.
  subscript(pattern: Int) -> ArraySlice<Int32> { symbols[Int(offsets[pattern])..<Int(offsets[pattern + 1])] }

  /// Symbols of which one is needed, and how often a word of a text is expected to be one of them.
  private typealias Need = (symbols: [Int32], weight: Int)

  private static func rarest(_ node: Int, _ code: PatternCode, _ weights: SymbolWeights) -> Need? {
    switch code.operation(node) {
    case .symbol: return ([code.operand(node)], weights[code.operand(node)])
    case .trait:
      let traits = Traits(rawValue: UInt16(truncatingIfNeeded: code.operand(node)))
      return traits == .any ? nil : ([~code.operand(node)], SymbolWeights.weight(of: traits))
    case .notSymbol, .notTrait, .place: return nil
    case .run:
      return code.symbols(node).map { ([$0], weights[$0]) }.min { $0.weight < $1.weight }
    case .anyOf:
      var all: [Int32] = []
      for symbol in code.symbols(node) where !all.contains(symbol) { all.append(symbol) }
      return (all, all.map { weights[$0] }.reduce(0, +))
    case .sequence:
      var best: Need?
      forEachChild(node, code) { child in
        guard let need = rarest(child, code, weights) else { return }
        if need.weight < best?.weight ?? Int.max { best = need }
      }
      return best
    case .choice:
      var all: Need? = ([], 0)
      forEachChild(node, code) { child in
        guard let sum = all, let need = rarest(child, code, weights) else { return all = nil }
        all = (sum.symbols + need.symbols.filter { !sum.symbols.contains($0) }, sum.weight + need.weight)
      }
      return all
    case .repeated:
      return code.operand(node) > 0 ? rarest(code.children(node).lowerBound, code, weights) : nil
    }
  }

  private static func forEachChild(_ node: Int, _ code: PatternCode, _ body: (Int) -> Void) {
    let children = code.children(node)
    var child = children.lowerBound
    while child < children.upperBound {
      body(child)
      child = code.end(child)
    }
  }
}

/// How often a symbol is expected in a million words.
struct SymbolWeights {
  private var bySymbol: [Int]

  /// Adds up the words and phrases of each symbol.
  init(_ symbols: Symbols) {
    bySymbol = Array(repeating: 0, count: symbols.count)
    var ofWord = Array(repeating: 10, count: symbols.vocabulary.count)
    for (rank, word) in Self.commonWords.utf8.split(separator: 0x20).enumerated() {
      if let number = symbols.vocabulary.find(Array(word)[...]) { ofWord[Int(number)] = 60_000 / (rank + 1) }
    }
    for word in 0..<symbols.vocabulary.count {
      for index in symbols.meanings(of: Int32(word)) { bySymbol[Int(symbols.meanings[index].symbol)] += ofWord[word] }
      for index in symbols.phrases(startingWith: Int32(word)) { bySymbol[Int(symbols.phrases[index].symbol)] += 5 }
    }
    for symbol in symbols.entities.values { bySymbol[Int(symbol)] += 8_000 }
    if let symbol = symbols.staffName { bySymbol[Int(symbol)] += 2_000 }
    if let symbol = symbols.ageOver89 { bySymbol[Int(symbol)] += 10 }
  }

  subscript(symbol: Int32) -> Int { Int(symbol) < bySymbol.count ? bySymbol[Int(symbol)] : 0 }

  /// Adds what a class owes to its patterns.
  mutating func add(_ symbol: Int32, membersOf anchors: Anchors, patterns: [Int32]) {
    for pattern in patterns {
      let needed = anchors[Int(pattern)]
      bySymbol[Int(symbol)] += needed.isEmpty ? 100_000 : needed.map { $0 >= 0 ? self[$0] : 20_000 }.reduce(0, +)
    }
  }

  static func weight(of traits: Traits) -> Int {
    if !traits.isDisjoint(with: [.capitalized, .unknown]) { return 150_000 }
    return traits.contains(.disguised) ? 500 : 20_000
  }

  /// The most frequent words of English posts, the first the most frequent (Zipf: a word's share falls with its rank).
  private static let commonWords = """
    the to and a of in is for i you that it 's on with are this be have at your our we as was my but not or from by can \
    will they all their he she if has what so about more do an who one her his when how up out no there get just me new \
    n't 're 'm patients patient health care people us been them would had which like than time now help were some day \
    said into over after don't health year years know first because hospital its also only other may here make most \
    many doctor today work need doctors good any women very two could did see back every week medical these go help \
    before think even right those way study cancer family children great life through want take down should heart \
    really too say same news risk team still got then drug may kids well last find show call being where
    """
}

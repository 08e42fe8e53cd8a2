/// All patterns of a rule set, compiled: first the classes that are made of patterns, layer by layer, then the rules.
struct Engine: Sendable {
  /// A class with patterns or exceptions, found in the text before what refers to it.
  struct Derived: Sendable {
    var symbol: Int32
    /// Which pattern numbers of the layer add members, and which take them away.
    var members: [Int32]
    var exceptions: [Int32]
  }

  struct Layer: Sendable {
    var automaton: Automaton
    var derived: [Derived]
    var patternCount: Int
  }

  /// What a rule needs from the last layer.
  struct Compiled: Sendable {
    /// The place of the rule in `RuleSet.rules`.
    var rule: Int
    var condition: Condition<Int32>
    var guards: [Int32]
    /// Whether its condition asks about individuals.
    let asksForIndividuals: Bool

    init(rule: Int, condition: Condition<Int32>, guards: [Int32]) {
      self.rule = rule
      self.condition = condition
      self.guards = guards
      asksForIndividuals = condition.asksForIndividuals
    }
  }

  var symbols = Symbols()
  var layers: [Layer] = []
  var automaton = Automaton()
  /// The patterns of the rules, for the trace of what matched.
  var shapes: [Shape] = []
  var compiled: [Compiled] = []
  /// The patterns that tell who is talked about, among those of the rules.
  var individuals = IndividualCues()
  /// By pattern: the compiled rules it can set off.
  var triggered: [[Int32]] = []
  /// Compiled rules that can hold without any match of their own.
  var untriggered: [Int32] = []

  /// An engine without rules.
  init() {}

  init(rules: [Rule], classes: [WordClass], individuals table: IndividualTable? = nil) throws(PolicyErrors) {
    var builder = SymbolsBuilder()
    var lexicon = Lexicon(classes)
    var patterns: [Pattern] = []
    var errors: [PolicyError] = []
    for (index, rule) in rules.enumerated() {
      guard case .words(let written) = rule.subject else { continue }
      let condition: Condition<Pattern>
      do {
        condition = try written.resolved(with: table?.attributes ?? [])
      } catch {
        errors.append(PolicyError(path: rule.path, error))
        continue
      }
      for name in (condition.leaves + rule.guards).reduce(into: Set<String>(), { $0.formUnion($1.classes) }).sorted() {
        lexicon.need(name, askedBy: rule.path)
      }
      let numbered = condition.map { pattern in
        patterns.append(pattern)
        return Int32(patterns.count - 1)
      }
      let guards = rule.guards.map { pattern in
        patterns.append(pattern)
        return Int32(patterns.count - 1)
      }
      compiled.append(Compiled(rule: index, condition: numbered, guards: guards))
    }
    individuals.attributes = table?.attributes ?? []
    for (pattern, part) in table?.entries ?? [] {
      for name in pattern.classes.sorted() { lexicon.need(name, askedBy: IndividualTable.path) }
      individuals.cues.append(IndividualCues.Cue(pattern: Int32(patterns.count), part: part))
      patterns.append(pattern)
    }
    let order = lexicon.layers()
    errors += lexicon.errors
    guard errors.isEmpty else { throw PolicyErrors(errors) }
    for name in order.joined() { lexicon.register(name, in: &builder) }
    for layer in order.dropFirst() { layers.append(Self.layer(layer, lexicon, &builder)) }
    automaton = Automaton(patterns: patterns, symbols: &builder)
    shapes = patterns.map { Shape($0, symbols: &builder) }
    symbols = builder.finished()
    index()
  }

  /// Notes which pattern can set off which rules.
  mutating func index() {
    triggered = Array(repeating: [], count: shapes.count)
    untriggered = []
    for (index, rule) in compiled.enumerated() {
      let triggers = rule.condition.triggers(introducing: individuals.introducing)
      if triggers.isEmpty { untriggered.append(Int32(index)) }
      for trigger in triggers { triggered[Int(trigger)].append(Int32(index)) }
    }
  }

  private static func layer(_ names: [String], _ lexicon: Lexicon, _ symbols: inout SymbolsBuilder) -> Layer {
    var patterns: [Pattern] = []
    var derived: [Derived] = []
    for name in names {
      guard let wordClass = lexicon.classes[name] else { continue }
      var entry = Derived(symbol: symbols.number(of: .wordClass(name)), members: [], exceptions: [])
      for pattern in lexicon.memberPatterns(of: wordClass) {
        entry.members.append(Int32(patterns.count))
        patterns.append(pattern)
      }
      for pattern in wordClass.except {
        entry.exceptions.append(Int32(patterns.count))
        patterns.append(pattern)
      }
      derived.append(entry)
    }
    return Layer(
      automaton: Automaton(patterns: patterns, symbols: &symbols), derived: derived, patternCount: patterns.count)
  }

  /// Everything the patterns find in a document.
  func scan(_ document: Document, entities: [Entity]) -> Scan {
    var spans = SpanTable(tokens: document.tokens.count)
    for entity in entities {
      if entity.isAllowed {
        if entity.kind == .personName, let symbol = symbols.staffName { spans.add(symbol, entity.tokens) }
        continue
      }
      if let symbol = symbols.entities[entity.kind] { spans.add(symbol, entity.tokens) }
      if entity.isOver89, let symbol = symbols.ageOver89 { spans.add(symbol, entity.tokens) }
    }
    var steps = 0
    for layer in layers {
      var matcher = Matcher(layer.automaton, symbols: symbols)
      let found = MatchTable(matcher.matches(in: document, spans: spans), patterns: layer.patternCount)
      steps += matcher.steps
      for derived in layer.derived {
        let exceptions = Coverage(derived.exceptions.flatMap { found[$0].map(\.tokens) })
        for member in derived.members {
          for match in found[member] where !exceptions.touches(match.tokens) { spans.add(derived.symbol, match.marked) }
        }
      }
    }
    var matcher = Matcher(automaton, symbols: symbols)
    let matches = matcher.matches(in: document, spans: spans)
    return Scan(
      document: document, entities: entities, spans: spans, matches: MatchTable(matches, patterns: shapes.count),
      steps: steps + matcher.steps)
  }
}

/// What the patterns found in one document.
struct Scan {
  var document: Document
  var entities: [Entity]
  var spans: SpanTable
  var matches: MatchTable
  /// Moves tried, the measure of work.
  var steps: Int
}

/// Matches by pattern, each in the order of the text.
struct MatchTable {
  private var offsets: [Int32]
  private var sorted: [Match]

  init(_ matches: [Match], patterns: Int) {
    var offsets = [Int32](repeating: 0, count: patterns + 1)
    for match in matches { offsets[Int(match.pattern) + 1] += 1 }
    for pattern in 0..<patterns { offsets[pattern + 1] += offsets[pattern] }
    var next = offsets
    let filler = Match(pattern: 0, start: 0, end: 0, markStart: 0, markEnd: 0)
    var sorted = [Match](repeating: filler, count: matches.count)
    for match in matches {
      sorted[Int(next[Int(match.pattern)])] = match
      next[Int(match.pattern)] += 1
    }
    self.offsets = offsets
    self.sorted = sorted
  }

  /// The matches of one pattern, by where they end.
  subscript(pattern: Int32) -> ArraySlice<Match> {
    sorted[Int(offsets[Int(pattern)])..<Int(offsets[Int(pattern) + 1])]
  }

  /// The matches of a pattern that lie within some words.
  func matches(of pattern: Int32, in words: Range<Int>) -> ArraySlice<Match> {
    let all = self[pattern]
    var low = all.startIndex
    var high = all.endIndex
    while low < high {
      let middle = (low + high) / 2
      if Int(all[middle].end) <= words.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.endIndex, Int(all[end].end) <= words.upperBound { end += 1 }
    return all[low..<end]
  }

  /// The patterns that matched at all.
  var matchedPatterns: [Int32] {
    (0..<offsets.count - 1).filter { offsets[$0] < offsets[$0 + 1] }.map(Int32.init)
  }
}

/// The words covered by some ranges.
struct Coverage {
  private var merged: [Range<Int>] = []

  init(_ ranges: [Range<Int>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }

  /// Whether a range shares a word with what is covered.
  func touches(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = merged.count
    while low < high {
      let middle = (low + high) / 2
      if merged[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < merged.count && merged[low].lowerBound < range.upperBound
  }
}

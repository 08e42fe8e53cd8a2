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
    var machine: Machine
    var derived: [Derived]
  }

  /// What a rule needs from the last layer.
  struct Compiled: Sendable {
    /// The place of the rule in `RuleSet.rules`.
    var rule: Int
    let condition: Condition<Int32>
    let guards: [Int32]
    /// Whether its condition asks about individuals.
    let asksForIndividuals: Bool
    /// The patterns its condition is made of.
    let leaves: [Int32]

    init(rule: Int, condition: Condition<Int32>, guards: [Int32]) {
      self.rule = rule
      self.condition = condition
      self.guards = guards
      asksForIndividuals = condition.asksForIndividuals
      leaves = condition.leaves
    }
  }

  var symbols = Symbols()
  var layers: [Layer] = []
  /// The patterns of the rules.
  var machine = Machine()
  var compiled: [Compiled] = []
  /// The patterns that tell who is talked about, among those of the rules.
  var individuals = IndividualCues()
  /// By pattern: the compiled rules it can set off.
  var triggered: [[Int32]] = []
  /// Compiled rules that can hold without any match of their own.
  var untriggered: [Int32] = []
  /// The patterns without which nobody is talked about.
  private(set) var introducing: [Int32] = []
  /// What must have matched for each compiled rule.
  private var requirements = Requirements()
  /// What goes over the text.
  private(set) var scanner = Scanner()

  /// An engine without rules.
  init() {}

  init(rules: [Rule], classes: [WordClass], individuals table: IndividualTable? = nil) throws(PolicyErrors) {
    var builder = SymbolsBuilder()
    var lexicon = Lexicon(classes)
    var patterns: [Pattern] = []
    var errors: [PolicyError] = []
    // What several rules ask for is looked for once.
    var known: [Pattern: Int32] = [:]
    func number(_ pattern: Pattern) -> Int32 {
      if let number = known[pattern] { return number }
      patterns.append(pattern)
      known[pattern] = Int32(patterns.count - 1)
      return Int32(patterns.count - 1)
    }
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
      compiled.append(
        Compiled(rule: index, condition: condition.map(number), guards: rule.guards.map(number)))
    }
    individuals.attributes = table?.attributes ?? []
    individuals.scene = table?.scene ?? []
    for (pattern, part) in table?.entries ?? [] {
      for name in pattern.classes.sorted() { lexicon.need(name, askedBy: IndividualTable.path) }
      individuals.cues.append(IndividualCues.Cue(pattern: number(pattern), part: part))
    }
    let order = lexicon.layers()
    errors += lexicon.errors
    guard errors.isEmpty else { throw PolicyErrors(errors) }
    for name in order.joined() { lexicon.register(name, in: &builder) }
    for layer in order.dropFirst() { layers.append(Self.layer(layer, lexicon, &builder)) }
    machine = Machine(patterns, symbols: &builder)
    symbols = builder.finished()
    var weights = SymbolWeights(symbols)
    for index in layers.indices {
      let anchors = Anchors(layers[index].machine.code, weights: weights)
      for derived in layers[index].derived {
        weights.add(derived.symbol, membersOf: anchors, patterns: derived.members)
      }
      layers[index].machine.anchors = anchors
    }
    machine.anchors = Anchors(machine.code, weights: weights)
    index()
  }

  /// Notes which pattern can set off which rules, and gets ready to scan.
  mutating func index() {
    triggered = Array(repeating: [], count: machine.code.count)
    untriggered = []
    introducing = individuals.introducing
    for (index, rule) in compiled.enumerated() {
      let triggers = rule.condition.triggers(introducing: introducing)
      if triggers.isEmpty { untriggered.append(Int32(index)) }
      for trigger in triggers { triggered[Int(trigger)].append(Int32(index)) }
    }
    requirements = Requirements(compiled.lazy.map(\.condition))
    scanner = Scanner(symbols: symbols, layers: layers, rules: machine)
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
    return Layer(machine: Machine(patterns, symbols: &symbols), derived: derived)
  }

  /// The compiled rules that something in the text sets off, and for which all that must match does so somewhere.
  func candidates(_ scan: Scan) -> [Int] {
    var isSetOff = [Bool](repeating: false, count: compiled.count)
    for rule in untriggered { isSetOff[Int(rule)] = true }
    for pattern in scan.matches.matchedPatterns {
      for rule in triggered[Int(pattern)] { isSetOff[Int(rule)] = true }
    }
    let somebody = introducing.contains(where: scan.matches.contains)
    return isSetOff.indices.filter { isSetOff[$0] && requirements.canHold($0, scan.matches, somebody: somebody) }
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
    return scanner.scan(document, entities: entities, spans: spans)
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

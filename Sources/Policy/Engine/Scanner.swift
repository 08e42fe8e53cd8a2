internal import Synchronization

/// Goes over a document sentence by sentence and finds the matches of all patterns.
///
/// For each sentence the words' symbols are noted once, as masks of positions. They lead to the patterns that one of them
/// anchors; each of these is tried on the masks; only those that match are stepped word by word, to say where. First come
/// the classes that are made of patterns, layer by layer, then the rules.
final class Scanner: Sendable {
  /// One layer, or the rules.
  final class Level: Sendable {
    let machine: Machine
    let derived: [Engine.Derived]
    /// By pattern: its place in `derived`, and whether it takes members away.
    let owners: [(derived: Int32, isException: Bool)]
    /// The number, among all levels, of its first pattern.
    let base: Int
    /// Patterns that are always tried.
    let unanchored: [Int32]

    init(_ machine: Machine, _ derived: [Engine.Derived], base: Int) {
      self.machine = machine
      self.derived = derived
      self.base = base
      var owners = [(derived: Int32, isException: Bool)](repeating: (-1, false), count: machine.code.count)
      for (index, entry) in derived.enumerated() {
        for pattern in entry.members { owners[Int(pattern)] = (Int32(index), false) }
        for pattern in entry.exceptions { owners[Int(pattern)] = (Int32(index), true) }
      }
      self.owners = owners
      unanchored = (0..<machine.code.count).filter { machine.anchors[$0].isEmpty }.map(Int32.init)
    }
  }

  let symbols: Symbols
  /// The layers, then the rules.
  let levels: [Level]
  /// How many patterns all levels have.
  let patternCount: Int
  /// By symbol, and after these by trait, where its anchored patterns start; one more entry than there are.
  let anchoredOffsets: [Int32]
  /// Level and pattern.
  let anchored: [(level: Int32, pattern: Int32)]

  /// Working memory that is not in use.
  private let spare = Mutex<[Workspace]>([])

  /// A scanner that finds nothing.
  convenience init() { self.init(symbols: Symbols(), layers: [], rules: Machine()) }

  init(symbols: Symbols, layers: [Engine.Layer], rules: Machine) {
    self.symbols = symbols
    var levels: [Level] = []
    var base = 0
    for (machine, derived) in layers.map({ ($0.machine, $0.derived) }) + [(rules, [])] {
      levels.append(Level(machine, derived, base: base))
      base += machine.code.count
    }
    self.levels = levels
    patternCount = base
    (anchoredOffsets, anchored) = Self.index(levels, symbols: symbols.count)
  }

  /// Lists the anchored patterns by what anchors them.
  private static func index(_ levels: [Level], symbols: Int) -> ([Int32], [(level: Int32, pattern: Int32)]) {
    func slot(_ anchor: Int32) -> Int { anchor >= 0 ? Int(anchor) : symbols + (~anchor).trailingZeroBitCount }
    var offsets = [Int32](repeating: 0, count: symbols + Traits.bitCount + 1)
    for level in levels {
      for anchor in level.machine.anchors.symbols { offsets[slot(anchor) + 1] += 1 }
    }
    for index in 1..<offsets.count { offsets[index] += offsets[index - 1] }
    var next = offsets
    var anchored = [(level: Int32, pattern: Int32)](repeating: (0, 0), count: Int(offsets[offsets.count - 1]))
    for (number, level) in levels.enumerated() {
      for pattern in 0..<level.machine.code.count {
        for anchor in level.machine.anchors[pattern] {
          anchored[Int(next[slot(anchor)])] = (Int32(number), Int32(pattern))
          next[slot(anchor)] += 1
        }
      }
    }
    return (offsets, anchored)
  }

  /// The matches in a document in which `spans` are known already.
  func scan(_ document: Document, entities: [Entity], spans: SpanTable) -> Scan {
    guard patternCount > 0 else {
      return Scan(document: document, entities: entities, spans: spans, matches: MatchTable([], patterns: 0), steps: 0)
    }
    var workspace = spare.withLock { $0.popLast() } ?? Workspace(for: self)
    var spans = spans
    let before = workspace.steps
    workspace.matches.removeAll(keepingCapacity: true)
    for sentence in document.sentences { workspace.scan(sentence, document, &spans, self) }
    let scan = Scan(
      document: document, entities: entities, spans: spans,
      matches: MatchTable(workspace.matches, patterns: levels[levels.count - 1].machine.code.count),
      steps: workspace.steps - before)
    spare.withLock { $0.append(workspace) }
    return scan
  }
}

internal import Synchronization

/// Goes over a document sentence by sentence and finds the matches of all patterns.
///
/// For each sentence the words' symbols are noted once, as masks of positions. They lead to the patterns that one of them
/// anchors; each of these is tried on the masks; only those that match are stepped word by word, to say where. First come
/// the classes that are made of patterns, layer by layer, then the rules.
final class Scanner: Sendable {
  /// One layer, or the rules.
  final class Level: Sendable {
    /// Whose patterns they are; keeps alive what is viewed.
    private let machine: Machine
    /// The number, among all levels, of its first pattern.
    let base: Int
    /// How many patterns it has.
    let count: Int
    /// The symbols of its classes; none where it is the rules.
    let derived: [Int32]
    /// By pattern: its place in `derived`, and whether it takes members away.
    let owners: [Owner]
    let stateCount: Int

    /// What patterns are made of, as `PatternCode` has it.
    let code: View<Int32>
    let starts: View<Int32>
    let moves: View<Automaton.Move>
    let moveOffsets: View<Int32>
    let startMoves: View<Automaton.Move>
    let startOffsets: View<Int32>
    let acceptances: View<Automaton.Acceptance>
    let acceptanceOffsets: View<Int32>

    /// Whose a pattern is.
    struct Owner {
      var derived: Int32
      var isException: Bool
    }

    init(_ machine: Machine, _ derived: [Engine.Derived], base: Int) {
      self.machine = machine
      self.base = base
      count = machine.code.count
      self.derived = derived.map(\.symbol)
      var owners = [Owner](repeating: Owner(derived: -1, isException: false), count: machine.code.count)
      for (index, entry) in derived.enumerated() {
        for pattern in entry.members { owners[Int(pattern)].derived = Int32(index) }
        for pattern in entry.exceptions { owners[Int(pattern)] = Owner(derived: Int32(index), isException: true) }
      }
      self.owners = owners
      stateCount = machine.automaton.stateCount
      code = View(machine.code.numbers)
      starts = View(machine.code.starts)
      moves = View(machine.automaton.moves)
      moveOffsets = View(machine.automaton.moveOffsets)
      startMoves = View(machine.automaton.startMoves)
      startOffsets = View(machine.automaton.startOffsets)
      acceptances = View(machine.automaton.acceptances)
      acceptanceOffsets = View(machine.automaton.acceptanceOffsets)
    }
  }

  /// Keeps alive what is viewed.
  private let symbols: Symbols
  private let anchorArrays: (offsets: [Int32], patterns: [Int32])
  let symbolCount: Int
  let meaningOffsets: View<Int32>
  let meanings: View<Symbols.Meaning>
  let phraseOffsets: View<Int32>
  let phrases: View<Symbols.Phrase>
  let phraseWords: View<Int32>
  /// The layers, then the rules.
  let levels: [Level]
  /// How many patterns all levels have.
  let patternCount: Int
  /// By symbol, and after these by trait, where its anchored patterns start; one more entry than there are.
  let anchoredOffsets: View<Int32>
  /// Their numbers among all levels.
  let anchored: View<Int32>
  /// The numbers among all levels of patterns that are always tried.
  let unanchored: [Int32]

  /// Working memory that is not in use.
  private let spare = Mutex<[Desk]>([])

  /// A scanner that finds nothing.
  convenience init() { self.init(symbols: Symbols(), layers: [], rules: Machine()) }

  init(symbols: Symbols, layers: [Engine.Layer], rules: Machine) {
    self.symbols = symbols
    symbolCount = symbols.count
    meaningOffsets = View(symbols.meaningOffsets)
    meanings = View(symbols.meanings)
    phraseOffsets = View(symbols.phraseOffsets)
    phrases = View(symbols.phrases)
    phraseWords = View(symbols.phraseWords)
    var levels: [Level] = []
    var unanchored: [Int32] = []
    var base = 0
    for (machine, derived) in layers.map({ ($0.machine, $0.derived) }) + [(rules, [])] {
      levels.append(Level(machine, derived, base: base))
      for pattern in 0..<machine.code.count where machine.anchors[pattern].isEmpty {
        unanchored.append(Int32(base + pattern))
      }
      base += machine.code.count
    }
    self.levels = levels
    self.unanchored = unanchored
    patternCount = base
    anchorArrays = Self.index(layers.map(\.machine.anchors) + [rules.anchors], symbols: symbols.count)
    anchoredOffsets = View(anchorArrays.offsets)
    anchored = View(anchorArrays.patterns)
  }

  /// Lists the anchored patterns by what anchors them.
  private static func index(_ levels: [Anchors], symbols: Int) -> ([Int32], [Int32]) {
    func slot(_ anchor: Int32) -> Int { anchor >= 0 ? Int(anchor) : symbols + (~anchor).trailingZeroBitCount }
    var offsets = [Int32](repeating: 0, count: symbols + Traits.bitCount + 1)
    for level in levels {
      for anchor in level.symbols { offsets[slot(anchor) + 1] += 1 }
    }
    for index in 1..<offsets.count { offsets[index] += offsets[index - 1] }
    var next = offsets
    var patterns = [Int32](repeating: 0, count: Int(offsets[offsets.count - 1]))
    var number: Int32 = 0
    for level in levels {
      for pattern in 0..<level.offsets.count - 1 {
        for anchor in level[pattern] {
          patterns[Int(next[slot(anchor)])] = number
          next[slot(anchor)] += 1
        }
        number += 1
      }
    }
    return (offsets, patterns)
  }

  /// The matches in a document in which `spans` are known already.
  func scan(_ document: Document, entities: [Entity], spans: SpanTable) -> Scan {
    guard patternCount > 0 else {
      return Scan(document: document, entities: entities, spans: spans, matches: MatchTable(), steps: 0)
    }
    let desk = spare.withLock { $0.popLast() } ?? Desk(for: self)
    defer { spare.withLock { $0.append(desk) } }
    return withExtendedLifetime(document) { desk.workspace.scan(document, entities, spans, self) }
  }

  /// Keeps working memory, and gives it back in the end.
  private final class Desk: @unchecked Sendable {
    var workspace: Workspace

    init(for scanner: Scanner) { workspace = Workspace(for: scanner) }
    deinit { workspace.deallocate() }
  }
}

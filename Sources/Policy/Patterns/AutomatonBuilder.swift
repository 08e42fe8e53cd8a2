/// A machine with empty moves, as patterns are written.
struct AutomatonBuilder {
  struct Node {
    /// What it consumes, and where that leads.
    var move: (move: Automaton.Move, target: Int)?
    /// The pattern that is complete here.
    var accepts: Int32?
    /// The last of the empty moves added to it, or -1.
    fileprivate var lastEmpty: Int32 = -1
  }

  private struct Empty {
    var target: Int
    var place: Marks = []
    var opens = false
    var closes = false
    /// The one added before it to the same node, or -1.
    var before: Int32 = -1
  }

  /// What can be done from a node.
  enum Exit {
    case move(Automaton.Move, target: Int)
    case accept(Automaton.Acceptance)
  }

  var nodes: [Node] = []
  private var empties: [Empty] = []
  /// By node: the last walk over empty moves that came by without anything on the way.
  private var walks: [Int32] = []
  private var walk: Int32 = 0

  /// Adds a node.
  mutating func node() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  private mutating func add(_ empty: Empty, to node: Int) {
    var empty = empty
    empty.before = nodes[node].lastEmpty
    nodes[node].lastEmpty = Int32(empties.count)
    empties.append(empty)
  }

  /// Adds everything a pattern matches between two nodes.
  mutating func add(_ pattern: Pattern, from start: Int, to end: Int, symbols: inout SymbolsBuilder) {
    switch pattern {
    case .item(let item): consume(item, negated: false, start, end, &symbols)
    case .not(let item): consume(item, negated: true, start, end, &symbols)
    case .place(let marks): add(Empty(target: end, place: marks), to: start)
    case .sequence(let parts):
      var from = start
      for (index, part) in parts.enumerated() {
        let to = index == parts.count - 1 ? end : node()
        add(part, from: from, to: to, symbols: &symbols)
        from = to
      }
    case .choice(let parts):
      for part in parts {
        let inner = node()
        add(Empty(target: inner), to: start)
        add(part, from: inner, to: end, symbols: &symbols)
      }
    case .marked(let inner):
      let open = node()
      let close = node()
      add(Empty(target: open, opens: true), to: start)
      add(inner, from: open, to: close, symbols: &symbols)
      add(Empty(target: end, closes: true), to: close)
    case .repeated(let inner, let atLeast, let atMost):
      repeated(inner, atLeast, atMost, start, end, &symbols)
    }
  }

  private mutating func repeated(
    _ inner: Pattern, _ atLeast: Int, _ atMost: Int?, _ start: Int, _ end: Int, _ symbols: inout SymbolsBuilder
  ) {
    var from = start
    for _ in 0..<atLeast {
      let to = node()
      add(inner, from: from, to: to, symbols: &symbols)
      from = to
    }
    if let atMost {
      for _ in atLeast..<atMost {
        let to = node()
        add(inner, from: from, to: to, symbols: &symbols)
        add(Empty(target: end), to: from)
        from = to
      }
    } else {
      let loop = node()
      add(Empty(target: loop), to: from)
      let back = node()
      add(inner, from: loop, to: back, symbols: &symbols)
      add(Empty(target: loop), to: back)
      from = loop
    }
    add(Empty(target: end), to: from)
  }

  private mutating func consume(
    _ item: Pattern.Item, negated: Bool, _ start: Int, _ end: Int, _ symbols: inout SymbolsBuilder
  ) {
    let test: Automaton.Move.Test
    let operand: Int32
    if case .trait(let traits) = item {
      test = negated ? .notTrait : .trait
      operand = Int32(traits.rawValue)
    } else {
      test = negated ? .notSymbol : .symbol
      operand = symbols.number(of: item)
    }
    let move = Automaton.Move(
      test: test, operand: operand, place: [], opensMark: false, closesMark: false, target: 0)
    let inner = node()
    add(Empty(target: inner), to: start)
    nodes[inner].move = (move, end)
  }

  /// Hands over everything that can be done from a node after empty moves, with their conditions gathered.
  mutating func forEachExit(of node: Int, _ body: (Exit) -> Void) {
    walk += 1
    while walks.count < nodes.count { walks.append(0) }
    var visited: Set<Int> = []
    var stack: [(node: Int, place: Marks, opens: Bool, closes: Bool)] = [(node, [], false, false)]
    while let (node, place, opens, closes) = stack.popLast() {
      if place.isEmpty, !opens, !closes {
        guard walks[node] != walk else { continue }
        walks[node] = walk
      } else {
        let state = node << 18 | Int(place.rawValue) << 2 | (opens ? 2 : 0) | (closes ? 1 : 0)
        guard visited.insert(state).inserted else { continue }
      }
      if let (move, target) = nodes[node].move {
        var move = move
        move.place = place
        move.opensMark = opens
        move.closesMark = closes
        body(.move(move, target: target))
      }
      if let pattern = nodes[node].accepts {
        body(.accept(Automaton.Acceptance(pattern: pattern, place: place, closesMark: closes)))
      }
      var index = nodes[node].lastEmpty
      while index >= 0 {
        let empty = empties[Int(index)]
        stack.append((empty.target, place.union(empty.place), opens || empty.opens, closes || empty.closes))
        index = empty.before
      }
    }
  }
}

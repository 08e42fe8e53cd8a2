/// Many patterns in one machine without empty moves, stepped over the words of a sentence.
struct Automaton: Sendable {
  /// One move: what it consumes, where it leads.
  struct Move: Sendable {
    enum Test: UInt8 { case symbol, notSymbol, trait, notTrait }
    var test: Test
    /// The symbol, or the raw value of the traits.
    var operand: Int32
    /// Punctuation and edges that must stand before the word.
    var place: Marks
    var opensMark: Bool
    var closesMark: Bool
    var target: Int32

    /// Whether a thread is the same after either move.
    func leadsLike(_ other: Move) -> Bool {
      target == other.target && opensMark == other.opensMark && closesMark == other.closesMark
    }
  }

  /// A pattern that is complete in a state.
  struct Acceptance: Sendable {
    var pattern: Int32
    var place: Marks
    var closesMark: Bool
  }

  var moves: [Move] = []
  /// By state, where its moves start.
  ///
  /// One more entry than there are states; so it is for the other offsets.
  var moveOffsets: [Int32] = [0]
  var acceptances: [Acceptance] = []
  var acceptanceOffsets: [Int32] = [0]
  /// First moves of patterns.
  var startMoves: [Move] = []
  /// By pattern, where its first moves start.
  var startOffsets: [Int32] = [0]

  /// A machine that matches nothing.
  init() {}

  var stateCount: Int { moveOffsets.count - 1 }

  /// Builds the machine for patterns numbered by their place in the list.
  init(patterns: [Pattern], symbols: inout SymbolsBuilder) {
    var builder = Builder()
    var starts: [Int] = []
    for (number, pattern) in patterns.enumerated() {
      let start = builder.node()
      let end = builder.node()
      builder.add(pattern, from: start, to: end, symbols: &symbols)
      builder.nodes[end].accepts = Int32(number)
      starts.append(start)
    }

    // Only nodes that a word leads to become states; empty moves are folded into what leaves them.
    var state: [Int: Int32] = [:]
    var order: [Int] = []
    func number(_ node: Int) -> Int32 {
      if let known = state[node] { return known }
      let new = Int32(order.count)
      state[node] = new
      order.append(node)
      return new
    }
    func leave(_ node: Int, _ add: (Move) -> Void, _ accept: (Acceptance) -> Void) {
      for exit in builder.exits(of: node) {
        switch exit {
        case .move(var move, let target):
          move.target = number(target)
          add(move)
        case .accept(let acceptance): accept(acceptance)
        }
      }
    }
    for start in starts {
      leave(start, { startMoves.append($0) }, { _ in })
      startOffsets.append(Int32(startMoves.count))
    }
    var done = 0
    while done < order.count {
      leave(order[done], { moves.append($0) }, { acceptances.append($0) })
      moveOffsets.append(Int32(moves.count))
      acceptanceOffsets.append(Int32(acceptances.count))
      done += 1
    }
  }

  /// A machine with empty moves, as patterns are written.
  private struct Builder {
    struct Node {
      var empty: [Empty] = []
      var move: (move: Move, target: Int)?
      var accepts: Int32?
    }
    struct Empty {
      var target: Int
      var place: Marks = []
      var opens = false
      var closes = false
    }
    enum Exit {
      case move(Move, target: Int)
      case accept(Acceptance)
    }

    var nodes: [Node] = []

    mutating func node() -> Int {
      nodes.append(Node())
      return nodes.count - 1
    }

    mutating func add(_ pattern: Pattern, from start: Int, to end: Int, symbols: inout SymbolsBuilder) {
      switch pattern {
      case .item(let item): consume(item, negated: false, start, end, &symbols)
      case .not(let item): consume(item, negated: true, start, end, &symbols)
      case .place(let marks): nodes[start].empty.append(Empty(target: end, place: marks))
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
          nodes[start].empty.append(Empty(target: inner))
          add(part, from: inner, to: end, symbols: &symbols)
        }
      case .marked(let inner):
        let open = node()
        let close = node()
        nodes[start].empty.append(Empty(target: open, opens: true))
        add(inner, from: open, to: close, symbols: &symbols)
        nodes[close].empty.append(Empty(target: end, closes: true))
      case .repeated(let inner, let atLeast, let atMost):
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
            nodes[from].empty.append(Empty(target: end))
            from = to
          }
        } else {
          let loop = node()
          nodes[from].empty.append(Empty(target: loop))
          let back = node()
          add(inner, from: loop, to: back, symbols: &symbols)
          nodes[back].empty.append(Empty(target: loop))
          from = loop
        }
        nodes[from].empty.append(Empty(target: end))
      }
    }

    private mutating func consume(
      _ item: Pattern.Item, negated: Bool, _ start: Int, _ end: Int, _ symbols: inout SymbolsBuilder
    ) {
      let test: Move.Test
      let operand: Int32
      if case .trait(let traits) = item {
        test = negated ? .notTrait : .trait
        operand = Int32(traits.rawValue)
      } else {
        test = negated ? .notSymbol : .symbol
        operand = symbols.number(of: item)
      }
      let move = Move(test: test, operand: operand, place: [], opensMark: false, closesMark: false, target: 0)
      let inner = node()
      nodes[start].empty.append(Empty(target: inner))
      nodes[inner].move = (move, end)
    }

    /// Everything that can be done from a node after empty moves, with their conditions gathered.
    func exits(of node: Int) -> [Exit] {
      var exits: [Exit] = []
      var visited: Set<Int> = []
      var stack: [(node: Int, place: Marks, opens: Bool, closes: Bool)] = [(node, [], false, false)]
      while let (node, place, opens, closes) = stack.popLast() {
        let state = node << 18 | Int(place.rawValue) << 2 | (opens ? 2 : 0) | (closes ? 1 : 0)
        guard visited.insert(state).inserted else { continue }
        if let (move, target) = nodes[node].move {
          var move = move
          move.place = place
          move.opensMark = opens
          move.closesMark = closes
          exits.append(.move(move, target: target))
        }
        if let pattern = nodes[node].accepts {
          exits.append(.accept(Acceptance(pattern: pattern, place: place, closesMark: closes)))
        }
        for empty in nodes[node].empty.reversed() {
          stack.append((empty.target, place.union(empty.place), opens || empty.opens, closes || empty.closes))
        }
      }
      return exits
    }
  }
}

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
    var builder = AutomatonBuilder()
    var starts: [Int] = []
    for (number, pattern) in patterns.enumerated() {
      let start = builder.node()
      let end = builder.node()
      builder.add(pattern, from: start, to: end, symbols: &symbols)
      builder.nodes[end].accepts = Int32(number)
      starts.append(start)
    }

    // Only nodes that a word leads to become states; empty moves are folded into what leaves them.
    var state = [Int32](repeating: -1, count: builder.nodes.count)
    var order: [Int] = []
    func number(_ node: Int) -> Int32 {
      if state[node] < 0 {
        state[node] = Int32(order.count)
        order.append(node)
      }
      return state[node]
    }
    func leave(_ node: Int, _ add: (Move) -> Void, _ accept: (Acceptance) -> Void) {
      builder.forEachExit(of: node) { exit in
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
}

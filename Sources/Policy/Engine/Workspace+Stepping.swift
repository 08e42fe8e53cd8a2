/// Where a pattern that matches in a sentence does so.
extension Workspace {
  /// Adds every match of a pattern in the sentence.
  ///
  /// A pattern that matches from one word to several ends is reported for each end.
  mutating func step(_ pattern: Int, _ level: Scanner.Level, _ scanner: Scanner) {
    stepping.hereAt = -1
    let node = Int(level.starts[pattern])
    if level.code[node] == PatternCode.Operation.symbol.rawValue, count <= Self.longestTried {
      return list(level.code[node + 2], as: pattern, scanner)
    }
    let starts = findStarts(Int(level.startOffsets[pattern])..<Int(level.startOffsets[pattern + 1]), level)
    let end = first + count
    var position = first - 1
    while true {
      let start = nextStart(after: position, starts)
      position = stepping.occupied == 0 ? start : min(start, stepping.next(after: position))
      guard position < end else { return }
      if position == start { self.start(at: position, level, scanner) }
      // A move leads at least one word on and never back to this word, because no span is as long as the ring.
      var thread = stepping.waiting(at: position)
      while thread >= 0 {
        let now = stepping.threads[Int(thread)]
        if stepping.holds(thread) {
          let state = Int(now.state)
          for index in Int(level.moveOffsets[state])..<Int(level.moveOffsets[state + 1]) {
            attempt(level.moves[index], now, position, level, scanner)
          }
        }
        thread = now.next
      }
      stepping.leave(position)
    }
  }

  /// Adds every match of a pattern that is one symbol.
  private mutating func list(_ symbol: Int32, as pattern: Int, _ scanner: Scanner) {
    let slot = Int(slots[Int(symbol)])
    var rest = occurrences[slot].any
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      if let length = onlyLength(slot, at: place) {
        add(pattern, first + place, length)
      } else {
        readHere(first + place, scanner)
        for index in 0..<stepping.here.count where stepping.here[index].symbol == symbol {
          add(pattern, first + place, Int(stepping.here[index].length))
        }
      }
    }
  }

  /// Adds a match of a whole run of words that ends in the sentence.
  private mutating func add(_ pattern: Int, _ start: Int, _ length: Int) {
    steps += 1
    guard start + length <= first + count else { return }
    let (start, end) = (Int32(start), Int32(start + length))
    stepping.matches.append(
      Match(pattern: Int32(pattern), start: start, end: end, markStart: start, markEnd: end))
  }

  /// Lists the first moves of a pattern that can be made in the sentence; the positions where one of them may be.
  private mutating func findStarts(_ moves: Range<Int>, _ level: Scanner.Level) -> UInt64 {
    stepping.symbolStarts.removeAll()
    stepping.otherStarts.removeAll()
    var starts: UInt64 = 0
    for index in moves {
      steps += 1
      let move = level.startMoves[index]
      guard move.test == .symbol else {
        stepping.otherStarts.append(Int32(index))
        starts = ~0
        continue
      }
      guard holds(move.operand) else { continue }
      starts |= occurrences[Int(slots[Int(move.operand)])].any
      stepping.symbolStarts.append(Int32(index))
    }
    return starts
  }

  /// The first position after another where a pattern may start.
  @inline(__always)
  private func nextStart(after position: Int, _ starts: UInt64) -> Int {
    let place = position + 1 - first
    if place < Self.longestTried {
      let ahead = starts & ~0 << UInt64(place)
      return ahead == 0 ? .max : first + ahead.trailingZeroBitCount
    }
    return starts & Self.bit(place) != 0 ? first + place : .max
  }

  /// Starts a thread wherever a first move leads.
  private mutating func start(at position: Int, _ level: Scanner.Level, _ scanner: Scanner) {
    let fresh = Stepping.Thread(state: -1, start: Int32(position), markStart: -1, markEnd: -1, next: -1)
    if let length = onlyLength(at: position, level) {
      let bit = Self.bit(position - first)
      for index in 0..<(length > 0 ? stepping.symbolStarts.count : 0) {
        let move = level.startMoves[Int(stepping.symbolStarts[index])]
        guard occurrences[Int(slots[Int(move.operand)])].any & bit != 0 else { continue }
        take(move, fresh, position, length, level)
      }
    } else {
      readHere(position, scanner)
      for place in 0..<stepping.here.count {
        let here = stepping.here[place]
        for index in 0..<stepping.symbolStarts.count {
          let move = level.startMoves[Int(stepping.symbolStarts[index])]
          guard move.operand == here.symbol else { continue }
          take(move, fresh, position, Int(here.length), level)
        }
      }
    }
    for index in 0..<stepping.otherStarts.count {
      attempt(level.startMoves[Int(stepping.otherStarts[index])], fresh, position, level, scanner)
    }
  }

  /// How many words the first moves take that can be made at a position, where they all come to the same thing; 0 where
  /// there are none, nil where their order may count.
  private mutating func onlyLength(at position: Int, _ level: Scanner.Level) -> Int? {
    let place = position - first
    guard place < Self.longestTried else { return nil }
    var only: (move: Automaton.Move, length: Int)?
    for index in 0..<stepping.symbolStarts.count {
      steps += 1
      let move = level.startMoves[Int(stepping.symbolStarts[index])]
      let slot = Int(slots[Int(move.operand)])
      guard occurrences[slot].any & Self.bit(place) != 0 else { continue }
      guard let length = onlyLength(slot, at: place) else { return nil }
      if let only {
        guard only.length == length, only.move.leadsLike(move) else { return nil }
      } else {
        only = (move, length)
      }
    }
    return only?.length ?? 0
  }

  /// How many words a symbol covers at a place where it stands; nil where it can be read in several ways.
  @inline(__always)
  private func onlyLength(_ slot: Int, at place: Int) -> Int? {
    let occurrence = occurrences[slot]
    guard occurrence.several & Self.bit(place) != 0 else { return 1 }
    guard occurrence.single & Self.bit(place) == 0 else { return nil }
    var only: Int?
    var next = occurrence.longer
    while next >= 0 {
      let longer = longer[Int(next)]
      if Int(longer.position) == place {
        guard only == nil || only == Int(longer.length) else { return nil }
        only = Int(longer.length)
      }
      next = longer.next
    }
    return only
  }

  /// Makes a move where what it asks for stands at a position.
  private mutating func attempt(
    _ move: Automaton.Move, _ thread: Stepping.Thread, _ position: Int, _ level: Scanner.Level, _ scanner: Scanner
  ) {
    steps += 1
    switch move.test {
    case .symbol:
      guard holds(move.operand) else { return }
      let place = position - first
      let slot = Int(slots[Int(move.operand)])
      guard occurrences[slot].any & Self.bit(place) != 0 else { return }
      if place < Self.longestTried, let length = onlyLength(slot, at: place) {
        return take(move, thread, position, length, level)
      }
      readHere(position, scanner)
      for index in 0..<stepping.here.count where stepping.here[index].symbol == move.operand {
        take(move, thread, position, Int(stepping.here[index].length), level)
      }
    case .notSymbol:
      if holds(move.operand) {
        let place = position - first
        if place < Self.longestTried {
          guard occurrences[Int(slots[Int(move.operand)])].any & Self.bit(place) == 0 else { return }
        } else {
          readHere(position, scanner)
          for index in 0..<stepping.here.count where stepping.here[index].symbol == move.operand { return }
        }
      }
      take(move, thread, position, 1, level)
    case .trait:
      guard Traits(rawValue: UInt16(move.operand)).isSubset(of: tokens[position].traits) else { return }
      take(move, thread, position, 1, level)
    case .notTrait:
      guard !Traits(rawValue: UInt16(move.operand)).isSubset(of: tokens[position].traits) else { return }
      take(move, thread, position, 1, level)
    }
  }

  /// Carries a thread over `length` words, where the marks that the move asks for stand before them.
  private mutating func take(
    _ move: Automaton.Move, _ thread: Stepping.Thread, _ position: Int, _ length: Int, _ level: Scanner.Level
  ) {
    steps += 1
    let end = position + length
    guard end <= first + count, stands(move.place, position) else { return }
    var next = thread
    next.state = move.target
    if move.opensMark { next.markStart = Int32(position) }
    if move.closesMark { next.markEnd = Int32(position) }
    let state = Int(move.target)
    for index in Int(level.acceptanceOffsets[state])..<Int(level.acceptanceOffsets[state + 1]) {
      let acceptance = level.acceptances[index]
      guard stands(acceptance.place, end) else { continue }
      let markEnd = acceptance.closesMark ? Int32(end) : next.markEnd
      stepping.matches.append(
        Match(
          pattern: acceptance.pattern, start: next.start, end: Int32(end),
          markStart: next.markStart >= 0 ? next.markStart : next.start,
          markEnd: next.markStart >= 0 && markEnd >= 0 ? markEnd : Int32(end)))
    }
    if end < first + count, level.moveOffsets[state] < level.moveOffsets[state + 1] { stepping.wait(next, at: end) }
  }
}

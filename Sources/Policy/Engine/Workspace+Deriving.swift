/// Members of classes that are made of patterns.
extension Workspace {
  /// Adds the members that the patterns of a level found to the spans and to what the sentence holds.
  ///
  /// The matches of one class stand together, because its patterns do.
  mutating func derive(_ level: Scanner.Level, from before: Int, _ scanner: Scanner) {
    var index = before
    while index < stepping.matches.count {
      let owner = level.owners[Int(stepping.matches[index].pattern)].derived
      var end = index
      var hasExceptions = false
      while end < stepping.matches.count {
        let other = level.owners[Int(stepping.matches[end].pattern)]
        guard other.derived == owner else { break }
        hasExceptions = hasExceptions || other.isException
        end += 1
      }
      add(level.derived[Int(owner)], index..<end, hasExceptions ? exceptions(level, index..<end) : nil, level, scanner)
      index = end
    }
  }

  /// Adds the matches of one class that share no word with its exceptions.
  private mutating func add(
    _ symbol: Int32, _ found: Range<Int>, _ exceptions: Coverage?, _ level: Scanner.Level, _ scanner: Scanner
  ) {
    for index in found {
      let match = stepping.matches[index]
      if let exceptions {
        guard !level.owners[Int(match.pattern)].isException, !exceptions.touches(match.tokens) else { continue }
      }
      guard spans.add(symbol, match.marked) else { continue }
      note(symbol, match.markEnd - match.markStart, Int(match.markStart) - first, scanner)
    }
  }

  private func exceptions(_ level: Scanner.Level, _ found: Range<Int>) -> Coverage {
    Coverage(
      found.compactMap { index in
        let match = stepping.matches[index]
        return level.owners[Int(match.pattern)].isException ? match.tokens : nil
      })
  }
}

/// Matches by pattern, each in the order of the text.
struct MatchTable {
  /// The patterns that matched at all, in their order.
  let matchedPatterns: [Int32]
  /// By place in `matchedPatterns`, where the matches start; one more entry than there are.
  private let offsets: [Int32]
  private let sorted: [Match]

  /// Sorts the matches of as many patterns as there are.
  init(_ matches: [Match], patterns: Int) {
    // Few matches are sorted, many are counted: the work stays linear.
    if matches.count < 32 {
      sorted = Self.inserted(matches)
    } else {
      var next = [Int](repeating: 0, count: patterns + 1)
      for match in matches { next[Int(match.pattern) + 1] += 1 }
      for pattern in 0..<patterns { next[pattern + 1] += next[pattern] }
      var sorted = matches
      for match in matches {
        sorted[next[Int(match.pattern)]] = match
        next[Int(match.pattern)] += 1
      }
      self.sorted = sorted
    }
    var matched: [Int32] = []
    var offsets: [Int32] = []
    for (index, match) in sorted.enumerated() where match.pattern != matched.last {
      matched.append(match.pattern)
      offsets.append(Int32(index))
    }
    matchedPatterns = matched
    self.offsets = offsets + [Int32(sorted.count)]
  }

  /// Few matches in the order of their patterns.
  private static func inserted(_ matches: [Match]) -> [Match] {
    var sorted = matches
    for index in sorted.indices.dropFirst() where sorted[index].pattern < sorted[index - 1].pattern {
      let match = sorted[index]
      var place = index
      while place > 0, sorted[place - 1].pattern > match.pattern {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = match
    }
    return sorted
  }

  /// The matches of one pattern, in the order in which they were found.
  subscript(pattern: Int32) -> ArraySlice<Match> {
    var low = 0
    var high = matchedPatterns.count
    while low < high {
      let middle = (low + high) / 2
      if matchedPatterns[middle] < pattern { low = middle + 1 } else { high = middle }
    }
    guard low < matchedPatterns.count, matchedPatterns[low] == pattern else { return [] }
    return sorted[Int(offsets[low])..<Int(offsets[low + 1])]
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
}

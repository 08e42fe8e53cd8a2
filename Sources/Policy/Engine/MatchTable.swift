/// Matches by pattern, each in the order of the text.
struct MatchTable {
  /// The patterns that matched at all, in their order.
  private(set) var matchedPatterns: [Int32] = []
  /// By place in `matchedPatterns`, where the matches start; one more entry than there are.
  private var offsets: [Int32] = [0]
  private var sorted: [Match] = []
  /// A bit for each pattern, set where it matched.
  private(set) var isMatched: [UInt64] = []

  /// A table without matches.
  init() {}

  /// Sorts matches by their patterns and keeps the order of those of one pattern: linear in the matches.
  ///
  /// `counts` has a 0 for each pattern, before and after.
  init(_ matches: List<Match>, counts: Memory<Int32>) {
    guard matches.count > 0 else { return }
    for index in 0..<matches.count {
      let pattern = matches[index].pattern
      if counts[Int(pattern)] == 0 { matchedPatterns.append(pattern) }
      counts[Int(pattern)] += 1
    }
    matchedPatterns.sort()
    isMatched = [UInt64](repeating: 0, count: counts.count / 64 + 1)
    for pattern in matchedPatterns { isMatched[Int(pattern) >> 6] |= 1 << UInt64(pattern & 63) }
    var end: Int32 = 0
    offsets.reserveCapacity(matchedPatterns.count + 1)
    for pattern in matchedPatterns {
      let count = counts[Int(pattern)]
      counts[Int(pattern)] = end
      end += count
      offsets.append(end)
    }
    unsafe sorted = [Match](unsafeUninitializedCapacity: matches.count) { places, count in
      for index in 0..<matches.count {
        let match = matches[index]
        unsafe places.initializeElement(at: Int(counts[Int(match.pattern)]), to: match)
        counts[Int(match.pattern)] += 1
      }
      count = matches.count
    }
    for pattern in matchedPatterns { counts[Int(pattern)] = 0 }
  }

  /// Whether a pattern matched at all.
  func contains(_ pattern: Int32) -> Bool {
    let word = Int(pattern) >> 6
    return word < isMatched.count && isMatched[word] & 1 << UInt64(pattern & 63) != 0
  }

  /// The matches of one pattern, in the order in which they were found.
  subscript(pattern: Int32) -> ArraySlice<Match> {
    guard contains(pattern) else { return [] }
    var low = 0
    var high = matchedPatterns.count
    while low < high {
      let middle = (low + high) / 2
      if matchedPatterns[middle] < pattern { low = middle + 1 } else { high = middle }
    }
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

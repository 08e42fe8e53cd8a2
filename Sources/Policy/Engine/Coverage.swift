/// The words covered by some ranges.
struct Coverage {
  private var merged: [Range<Int>] = []

  init(_ ranges: [Range<Int>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }

  /// Whether a range shares a word with what is covered.
  func touches(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = merged.count
    while low < high {
      let middle = (low + high) / 2
      if merged[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < merged.count && merged[low].lowerBound < range.upperBound
  }
}

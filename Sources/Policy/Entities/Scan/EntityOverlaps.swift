extension EntityScan {
  /// What was recognised, in the order of the text, without overlaps.
  ///
  /// Of two that overlap the one with more bytes stays; at equal length the higher rank, then the one found first.
  func resolved() -> [Entity] {
    guard !candidates.isEmpty else { return [] }
    let candidates = candidates
    let order = candidates.indices.sorted { left, right in
      if candidates[left].passage != candidates[right].passage {
        return candidates[left].passage < candidates[right].passage
      }
      let a = candidates[left].bytes.lowerBound
      let b = candidates[right].bytes.lowerBound
      return a != b ? a < b : left < right
    }
    var kept: [Candidate] = []
    for index in order {
      let next = candidates[index]
      guard let last = kept.last, last.passage == next.passage, last.bytes.upperBound > next.bytes.lowerBound else {
        kept.append(next)
        continue
      }
      if next.outweighs(last) {
        kept.removeLast()
        while let before = kept.last, before.passage == next.passage, before.bytes.upperBound > next.bytes.lowerBound {
          kept.removeLast()
        }
        kept.append(next)
      }
    }
    return kept.map { candidate in
      var entity = Entity(
        kind: candidate.kind, tokens: candidate.tokens, passage: candidate.passage, bytes: candidate.bytes)
      entity.isOver89 = candidate.isOver89
      return entity
    }
  }
}

extension EntityScan.Candidate {
  /// Whether this one stays where both cover some of the same bytes.
  fileprivate func outweighs(_ other: Self) -> Bool {
    if bytes.count != other.bytes.count { return bytes.count > other.bytes.count }
    return rank > other.rank
  }
}

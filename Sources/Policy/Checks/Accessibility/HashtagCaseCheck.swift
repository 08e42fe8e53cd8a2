internal import Drafts

extension BuiltinCheck {
  /// Hashtags of several words without a capital, which a screen reader reads as one.
  ///
  /// Only words the rules know are told apart, and none shorter than three letters: a guess would be worse than none.
  func hashtagCase(_ input: CheckInput) -> [CheckHit] {
    input.readPassages.flatMap { passage, part -> [CheckHit] in
      switch passage.field {
      case .body, .variant, .firstComment: break
      default: return []
      }
      let tags = HashtagReader.ranges(in: passage.bytes)
      guard !tags.isEmpty else { return [] }
      let words = input.scan.document.parts[part].tokens.map { input.scan.document.tokens[$0].bytes }
      return tags.filter { tag in
        let letters = passage.bytes[tag].dropFirst()
        guard letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
        var first = words.partition(after: tag.lowerBound)
        let from = first
        while first < words.count, words[first].upperBound <= tag.upperBound { first += 1 }
        let pieces = words[from..<first]
        return pieces.count > 1 && pieces.allSatisfy { $0.count >= 3 }
          && !passage.bytes[words[from]].elementsEqual("the".utf8)
      }.map { input.hit(passage, $0) }
    }
  }
}

extension [Range<Int>] {
  /// The place of the first range, of ranges in their order, that starts after an offset.
  fileprivate func partition(after offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

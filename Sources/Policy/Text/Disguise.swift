/// Reads through letters that were swapped, starred out or lengthened.
enum Disguise {
  /// The known word a spelling stands for, or nil where none is.
  static func undo(_ spelling: ArraySlice<UInt8>, substituted: Bool, in vocabulary: Vocabulary) -> [UInt8]? {
    guard spelling.count <= 40 else { return nil }
    if substituted, let plain = substitute(Array(spelling), in: vocabulary) { return plain }
    return shorten(spelling, in: vocabulary)
  }

  private static func substitute(_ spelling: [UInt8], in vocabulary: Vocabulary) -> [UInt8]? {
    var plain = spelling
    var stars: [Int] = []
    for (position, byte) in plain.enumerated() {
      switch byte {
      case UInt8(ascii: "@"), UInt8(ascii: "4"): plain[position] = UInt8(ascii: "a")
      case UInt8(ascii: "$"), UInt8(ascii: "5"): plain[position] = UInt8(ascii: "s")
      case UInt8(ascii: "!"), UInt8(ascii: "1"): plain[position] = UInt8(ascii: "i")
      case UInt8(ascii: "0"): plain[position] = UInt8(ascii: "o")
      case UInt8(ascii: "3"): plain[position] = UInt8(ascii: "e")
      case UInt8(ascii: "7"), UInt8(ascii: "+"): plain[position] = UInt8(ascii: "t")
      case UInt8(ascii: "*"): stars.append(position)
      default: break
      }
    }
    if stars.isEmpty { return vocabulary.find(plain[...]) == nil ? nil : plain }
    guard stars.count <= 2 else { return nil }
    let vowels = Array("iuaeockn".utf8)
    for first in vowels {
      plain[stars[0]] = first
      if stars.count == 1 {
        if vocabulary.find(plain[...]) != nil { return plain }
      } else {
        for second in vowels {
          plain[stars[1]] = second
          if vocabulary.find(plain[...]) != nil { return plain }
        }
      }
    }
    return nil
  }

  /// `stuuupid` and `soooo`: runs of three and more cut to two, then to one.
  private static func shorten(_ spelling: ArraySlice<UInt8>, in vocabulary: Vocabulary) -> [UInt8]? {
    var longest = 1
    var run = 1
    var before = spelling.first
    for byte in spelling.dropFirst() {
      run = byte == before ? run + 1 : 1
      longest = max(longest, run)
      before = byte
    }
    guard longest >= 3 else { return nil }
    let spelling = Array(spelling)
    for keep in [2, 1] {
      var short: [UInt8] = []
      var run = 0
      for (position, byte) in spelling.enumerated() {
        run = position > 0 && spelling[position - 1] == byte ? run + 1 : 1
        if run <= keep { short.append(byte) }
      }
      if vocabulary.find(short[...]) != nil { return short }
    }
    return nil
  }
}

/// Words written with a space, dot or dash between the letters.
enum LetterSpacing {
  /// Joins runs of four and more single letters of the last sentence into the known words they spell.
  static func join(in document: inout Document, from first: Int, vocabulary: Vocabulary) {
    var joined: [Token]?
    var start = first
    while start < document.tokens.count {
      var end = start
      while end < document.tokens.count, isLetter(document, end),
        end == start || document.tokens[end].marks.isDisjoint(with: [.comma, .colon, .quote, .newline])
      {
        end += 1
      }
      if end - start >= 4, let words = words(of: start..<end, in: &document, vocabulary: vocabulary) {
        if joined == nil { joined = Array(document.tokens[first..<start]) }
        joined?.append(contentsOf: words)
      } else {
        end = max(end, start + 1)
        joined?.append(contentsOf: document.tokens[start..<end])
      }
      start = end
    }
    if let joined { document.tokens.replaceSubrange(first..., with: joined) }
  }

  private static func isLetter(_ document: Document, _ token: Int) -> Bool {
    let spelling = document.spelling(token)
    guard spelling.count == 1, let byte = spelling.first else { return false }
    return byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte == UInt8(ascii: "0")
  }

  private static func words(of run: Range<Int>, in document: inout Document, vocabulary: Vocabulary) -> [Token]? {
    guard run.count <= 40 else { return nil }
    let letters = run.flatMap { document.spelling($0) }
    guard let words = Segmentation.words(of: letters[...], in: vocabulary), words.contains(where: { $0.count >= 4 })
    else {
      return nil
    }
    var token = run.lowerBound
    return words.map { word in
      let first = document.tokens[token]
      let last = document.tokens[token + word.count - 1]
      let from = document.folded.count
      document.folded.append(contentsOf: letters[word])
      token += word.count
      return Token(
        start: first.start, end: last.end, foldedStart: Int32(from), foldedCount: Int32(word.count),
        word: vocabulary.find(letters[word]) ?? -1, marks: first.marks, traits: [.any, .disguised])
    }
  }
}

/// Splits letters without spaces into known words.
enum Segmentation {
  /// The ranges of the fewest known words that spell it all, or nil where none do.
  ///
  /// Quadratic in at most 40 letters.
  static func words(of letters: ArraySlice<UInt8>, in vocabulary: Vocabulary) -> [Range<Int>]? {
    let count = letters.count
    guard count > 0, count <= 40 else { return nil }
    let base = letters.startIndex
    var best: [Int?] = Array(repeating: nil, count: count + 1)
    var from: [Int] = Array(repeating: 0, count: count + 1)
    best[0] = 0
    for end in 1...count {
      for start in max(0, end - 18)..<end {
        guard let before = best[start] else { continue }
        if end - start == 1, letters[base + start] != UInt8(ascii: "a"), letters[base + start] != UInt8(ascii: "i") {
          continue
        }
        guard vocabulary.find(letters[(base + start)..<(base + end)]) != nil else { continue }
        if best[end].map({ before + 1 < $0 }) ?? true {
          best[end] = before + 1
          from[end] = start
        }
      }
    }
    guard best[count] != nil else { return nil }
    var ranges: [Range<Int>] = []
    var end = count
    while end > 0 {
      ranges.append((base + from[end])..<(base + end))
      end = from[end]
    }
    return ranges.reversed()
  }
}

/// What stands at a word.
extension Workspace {
  /// The punctuation before a position of the sentence, with what holds for the whole sentence.
  @inline(__always)
  func marks(before position: Int) -> Marks {
    var marks = endMarks.intersection([.question, .exclamation])
    if position < first + count {
      marks.formUnion(tokens[position].marks.subtracting([.question, .exclamation]))
    } else {
      marks.formUnion(endMarks)
      marks.insert(.end)
    }
    if position == first { marks.insert(.start) }
    return marks
  }

  /// Whether punctuation or an edge stands before a word.
  @inline(__always)
  func stands(_ place: Marks, _ position: Int) -> Bool {
    place.isEmpty || place.isSubset(of: marks(before: position))
  }

  /// Whether a phrase stands at a word.
  @inline(__always)
  func stands(_ phrase: Symbols.Phrase, at position: Int, _ scanner: Scanner) -> Bool {
    guard position + Int(phrase.count) <= first + count else { return false }
    for offset in 1..<Int(phrase.count)
    where tokens[position + offset].word != scanner.phraseWords[Int(phrase.start) + offset] {
      return false
    }
    return true
  }

  /// Lists the symbols that start at a word, each length once: those of the word itself first, then the spans, the last
  /// one found first.
  mutating func readHere(_ position: Int, _ scanner: Scanner) {
    guard stepping.hereAt != position else { return }
    stepping.hereAt = position
    stepping.here.removeAll()
    let token = tokens[position]
    if token.word >= 0 {
      let word = Int(token.word)
      for place in Int(scanner.meaningOffsets[word])..<Int(scanner.meaningOffsets[word + 1]) {
        let meaning = scanner.meanings[place]
        if meaning.traits.isSubset(of: token.traits) { addHere(meaning.symbol, 1) }
      }
      for place in Int(scanner.phraseOffsets[word])..<Int(scanner.phraseOffsets[word + 1]) {
        let phrase = scanner.phrases[place]
        if stands(phrase, at: position, scanner) { addHere(phrase.symbol, phrase.count) }
      }
    }
    var span = spans.heads[position]
    while span >= 0 {
      addHere(spans.spans[Int(span)].symbol, spans.spans[Int(span)].length)
      span = spans.spans[Int(span)].next
    }
  }

  private mutating func addHere(_ symbol: Int32, _ length: Int32) {
    steps += 1
    for index in 0..<stepping.here.count {
      let known = stepping.here[index]
      if known.symbol == symbol, known.length == length { return }
    }
    stepping.here.append(Stepping.Here(symbol: symbol, length: length))
  }
}

extension Traits {
  /// How many traits there can be.
  static let bitCount = 16
}

extension Marks {
  /// How many marks there can be.
  static let bitCount = 16
}

extension Tokeniser {
  mutating func newline() {
    var lines = 0
    while index < bytes.count {
      let (kind, value, length) = kind(at: index)
      if kind == .newline {
        if value == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        lines += 1
      } else if kind != .space && kind != .ignored {
        break
      }
      index += length
    }
    marks.formUnion([.newline, .space])
    if lines > 1 {
      boundary = .paragraph
      openQuote = nil
    } else if boundary == .none {
      boundary = .line
    } else if boundary == .stop {
      boundary = .paragraph
    }
  }

  mutating func punctuation(_ value: UInt32, _ length: Int) {
    switch value {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xBF, 0xA1: terminal(value, length)
    case 0x2C, 0x3B, 0xFF0C: mark(.comma, length)
    case 0x3A, 0xFF1A: mark(.colon, length)
    case 0x2012...0x2015: mark(.dash, length)
    case 0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB:
      mark(.quote, length)
      toggleQuote()
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: mark(.bracket, length)
    case 0x2F, 0x5C, 0x7C: mark(.slash, length)
    case 0x25, 0xFF05: mark(.percent, length)
    case 0xA3, 0x20AC: mark(.money, length)
    case 0x23, 0xFF03: hashtag(length)
    case 0x40, 0xFF20: mention(length)
    case 0x24 where startsWord(index + 1) && !previousIsWordByte: disguisedStart(length)
    case 0x24: mark(.money, length)
    default: index += length
    }
  }

  mutating func mark(_ mark: Marks, _ length: Int) {
    marks.insert(mark)
    index += length
  }

  /// An apostrophe outside a word: it opens a quotation before a word, and closes one behind a word of the same sentence.
  mutating func singleQuote(_ length: Int) {
    let followsWord = previousIsWordByte || !endMarks.isEmpty || marks.contains(.stop) || marks.contains(.comma)
    if followsWord, !marks.contains(.space), let open = openSingleQuote, open < document.tokens.count {
      for token in open..<document.tokens.count { document.tokens[token].traits.insert(.quoted) }
      document.tokens[open].marks.insert(.quote)
      marks.insert(.quote)
      openSingleQuote = nil
    } else if !previousIsWordByte, startsWord(index + length) {
      openSingleQuote = document.tokens.count
    }
    index += length
  }

  mutating func toggleQuote() {
    if let open = openQuote {
      for token in open..<max(open, document.tokens.count) { document.tokens[token].traits.insert(.quoted) }
      openQuote = nil
    } else {
      openQuote = document.tokens.count
    }
  }

  /// `.`, `!`, `?` and `…`, alone or in a row.
  mutating func terminal(_ first: UInt32, _ length: Int) {
    var stops = 0
    var value = first
    var width = length
    repeat {
      switch value {
      case 0x21, 0xFF01: endMarks.insert(.exclamation)
      case 0x3F, 0xFF1F: endMarks.insert(.question)
      case 0x2026: stops += 3
      default: stops += 1
      }
      index += width
      guard index < bytes.count else { break }
      (value, width) = scalar(at: index)
    } while [0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F].contains(value)
    let asked = !endMarks.isDisjoint(with: [.question, .exclamation])
    if stops >= 2 && !asked { marks.insert(.ellipsis) }
    if stops == 1 { marks.insert(.stop) }
    guard document.tokens.count > sentenceStart else {
      endMarks = []
      return
    }
    let spaced =
      index >= bytes.count
      || [.space, .newline, .emoji].contains(kind(at: index).kind)
      || [0x22, 0x201D, 0x29, 0x27, 0x2019, 0x2A, 0x5F].contains(scalar(at: index).value)
    if asked {
      if spaced { boundary = .stop } else { endMarks = [] }
    } else if spaced && !(stops == 1 && endsAbbreviated) {
      boundary = .stop
    }
  }

  /// Whether the last word is one that ends in a full stop within a sentence.
  var endsAbbreviated: Bool {
    guard let last = document.tokens.last else { return false }
    let spelling = document.folded[Int(last.foldedStart)..<Int(last.foldedStart + last.foldedCount)]
    if spelling.count == 1 {
      return last.traits.contains(.capitalized) || document.tokens.last?.marks.contains(.stop) == true
    }
    return Self.abbreviations.contains(Array(spelling))
  }

  static let abbreviations: Set<[UInt8]> = Set(
    [
      "dr", "mr", "mrs", "ms", "prof", "rev", "fr", "sr", "jr", "vs", "etc", "eg", "ie", "approx", "dept", "ave",
      "blvd",
    ]
    .map { Array($0.utf8) })
}

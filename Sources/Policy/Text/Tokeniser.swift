/// Cuts passages into words and sentences, reading through what hides a word.
///
/// Case, accents, styled and look-alike letters are folded; invisible characters are passed over; letter-spaced and
/// lengthened words and common letter substitutions are read as the word they stand for where the rules know that
/// word. Every token keeps the bytes it came from. Linear in the text.
struct Tokeniser {
  private let vocabulary: Vocabulary
  private(set) var document = Document()

  private var bytes: [UInt8] = []
  private var index = 0
  private var marks: Marks = []
  private var sentenceStart = 0
  private var endMarks: Marks = []
  private var openQuote: Int?
  private var lastHashtag = -1

  private enum Boundary { case none, line, stop, paragraph }
  private var boundary = Boundary.none

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Reads one more passage.
  mutating func read(_ passage: [UInt8]) {
    bytes = passage
    index = 0
    marks = []
    endMarks = []
    openQuote = nil
    lastHashtag = -1
    boundary = .none
    let firstToken = document.tokens.count
    let firstSentence = document.sentences.count
    sentenceStart = firstToken
    while index < bytes.count { step() }
    closeSentence()
    document.parts.append(
      Document.Part(
        bytes: passage, tokens: firstToken..<document.tokens.count,
        sentences: firstSentence..<document.sentences.count))
    bytes = []
  }

  // MARK: Scalars

  private func scalar(at position: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard position + length <= bytes.count else { return (0xFFFD, 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return (value, length)
  }

  private func kind(at position: Int) -> (kind: ScalarKind, value: UInt32, length: Int) {
    let byte = bytes[position]
    if byte < 0x80 { return (Self.ascii[Int(byte)], UInt32(byte), 1) }
    let (value, length) = scalar(at: position)
    return (Folding.kind(of: value), value, length)
  }

  private static let ascii: [ScalarKind] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C: .space
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): .newline
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "-"): .hyphen
    case 0..<0x20, 0x7F: .ignored
    default: .punctuation
    }
  }

  private mutating func step() {
    let (kind, value, length) = kind(at: index)
    switch kind {
    case .letter: word()
    case .digit: number()
    case .emoji: emoji(length)
    case .space:
      marks.insert(.space)
      index += length
    case .newline: newline()
    case .ignored, .apostrophe: index += length
    case .hyphen:
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "-") || marks.contains(.space) {
        marks.insert(.dash)
      }
      index += length
    case .punctuation: punctuation(value, length)
    }
  }

  private mutating func newline() {
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

  private mutating func punctuation(_ value: UInt32, _ length: Int) {
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
    case 0x23, 0xFF03: hashtag(length)
    case 0x40, 0xFF20: mention(length)
    case 0x24 where startsWord(index + 1) && !previousIsWordByte: disguisedStart(length)
    default: index += length
    }
  }

  private mutating func mark(_ mark: Marks, _ length: Int) {
    marks.insert(mark)
    index += length
  }

  private mutating func toggleQuote() {
    if let open = openQuote {
      for token in open..<max(open, document.tokens.count) { document.tokens[token].traits.insert(.quoted) }
      openQuote = nil
    } else {
      openQuote = document.tokens.count
    }
  }

  /// `.`, `!`, `?` and `…`, alone or in a row.
  private mutating func terminal(_ first: UInt32, _ length: Int) {
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
  private var endsAbbreviated: Bool {
    guard let last = document.tokens.last else { return false }
    let spelling = document.folded[Int(last.foldedStart)..<Int(last.foldedStart + last.foldedCount)]
    if spelling.count == 1 {
      return last.traits.contains(.capitalized) || document.tokens.last?.marks.contains(.stop) == true
    }
    return Self.abbreviations.contains(Array(spelling))
  }

  private static let abbreviations: Set<[UInt8]> = Set(
    [
      "dr", "mr", "mrs", "ms", "prof", "rev", "fr", "sr", "jr", "vs", "etc", "eg", "ie", "approx", "dept", "ave",
      "blvd",
    ]
    .map { Array($0.utf8) })

  // MARK: Words

  private var previousIsWordByte: Bool {
    guard index > 0 else { return false }
    let byte = bytes[index - 1]
    return byte >= 0x80 || Self.ascii[Int(byte)] == .letter || Self.ascii[Int(byte)] == .digit
  }

  private func startsWord(_ position: Int) -> Bool {
    position < bytes.count && kind(at: position).kind == .letter
  }

  private mutating func word() {
    if let end = linkEnd() {
      emit(from: index, to: end, foldedFrom: document.folded.count, traits: [.link])
      index = end
      return
    }
    if let end = mailEnd() {
      emit(from: index, to: end, foldedFrom: document.folded.count, traits: [.mail])
      index = end
      return
    }
    var reader = WordReader(start: index, foldedFrom: document.folded.count)
    scan(&reader)
    finish(reader)
  }

  /// Folds letters from `index` on until the word ends.
  private mutating func scan(_ reader: inout WordReader) {
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        switch Self.ascii[Int(byte)] {
        case .letter:
          reader.letter(upper: byte < 0x60)
          document.folded.append(byte | 0x20)
          index += 1
        case .digit:
          reader.substituted = true
          document.folded.append(byte)
          index += 1
        case .apostrophe:
          guard startsWord(index + 1), let clitic = cliticLength(after: index + 1) else { return }
          if clitic > 0 {
            reader.clitic = clitic
            return
          }
          document.folded.append(UInt8(ascii: "'"))
          index += 1
        case .punctuation:
          guard WordReader.substitutes.contains(byte), startsWord(index + 1), byte != UInt8(ascii: "@") || !mayBeMail
          else { return }
          reader.substituted = true
          document.folded.append(byte)
          index += 1
        case .ignored:
          index += 1
        default: return
        }
      } else {
        let (value, length) = scalar(at: index)
        switch Folding.kind(of: value) {
        case .letter, .digit:
          fold(value, length, &reader)
        case .ignored:
          index += length
        case .apostrophe:
          guard startsWord(index + length), let clitic = cliticLength(after: index + length) else { return }
          if clitic > 0 {
            reader.clitic = clitic
            return
          }
          document.folded.append(UInt8(ascii: "'"))
          index += length
        default: return
        }
      }
    }
  }

  private mutating func fold(_ value: UInt32, _ length: Int, _ reader: inout WordReader) {
    let upper = Unicode.Scalar(value)?.properties.isUppercase ?? false
    reader.letter(upper: upper)
    if let latin = Folding.lookalike(of: foldedCase(value)) {
      reader.lookalikes.append((document.folded.count, latin))
    }
    if let folded = Folding.shared.bytes(of: value) {
      document.folded.append(contentsOf: folded)
    } else {
      document.folded.append(contentsOf: bytes[index..<index + length])
    }
    if value < 0x370 || value >= 0x1D400 { reader.latin = true }
    index += length
  }

  private func foldedCase(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value), let lower = scalar.properties.lowercaseMapping.unicodeScalars.first else {
      return value
    }
    return lower.value
  }

  private var mayBeMail: Bool {
    var position = index + 1
    while position < bytes.count, position - index < 64, bytes[position] > 0x20 {
      if bytes[position] == UInt8(ascii: ".") { return true }
      position += 1
    }
    return false
  }

  /// The length of `s`, `re`, `ve`, `ll`, `d` or `m` after an apostrophe; 0 where the apostrophe belongs to the word.
  private func cliticLength(after position: Int) -> Int? {
    var end = position
    while end < bytes.count, bytes[end] < 0x80, Self.ascii[Int(bytes[end])] == .letter { end += 1 }
    let tail = bytes[position..<end].map { $0 | 0x20 }
    let clitics: [StaticString] = ["s", "re", "ve", "ll", "d", "m"]
    for clitic in clitics where tail.elementsEqual(String(describing: clitic).utf8) { return tail.count }
    return 0
  }

  private mutating func finish(_ reader: WordReader) {
    var traits = reader.traits
    if !reader.lookalikes.isEmpty && reader.latinLetters {
      var folded = Array(document.folded[reader.foldedFrom...])
      for (position, latin) in reader.lookalikes.reversed() {
        let at = position - reader.foldedFrom
        let width = folded[at] < 0x80 ? 1 : folded[at] >= 0xE0 ? 3 : 2
        folded.replaceSubrange(at..<min(folded.count, at + width), with: [latin])
      }
      document.folded.replaceSubrange(reader.foldedFrom..., with: folded)
      traits.insert(.disguised)
    }
    let spelling = document.folded[reader.foldedFrom...]
    if vocabulary.find(spelling) == nil {
      if let plain = Disguise.undo(spelling, substituted: reader.substituted, in: vocabulary) {
        document.folded.replaceSubrange(reader.foldedFrom..., with: plain)
        traits.insert(.disguised)
      }
    }
    emit(from: reader.start, to: index, foldedFrom: reader.foldedFrom, traits: traits)
    if reader.clitic > 0 {
      let from = document.folded.count
      let start = index
      index += kind(at: index).length
      document.folded.append(UInt8(ascii: "'"))
      for _ in 0..<reader.clitic {
        document.folded.append(bytes[index] | 0x20)
        index += 1
      }
      emit(from: start, to: index, foldedFrom: from, traits: [])
    }
  }

  /// `$` or the like in the place of a first letter.
  private mutating func disguisedStart(_ length: Int) {
    let start = index
    let from = document.folded.count
    document.folded.append(UInt8(ascii: "$"))
    index += length
    var reader = WordReader(start: start, foldedFrom: from)
    reader.substituted = true
    scan(&reader)
    if Disguise.undo(document.folded[from...], substituted: true, in: vocabulary) == nil {
      document.folded.remove(at: from)
    }
    finish(reader)
  }

  private mutating func number() {
    let start = index
    let from = document.folded.count
    while index < bytes.count {
      let (kind, value, length) = kind(at: index)
      if kind == .digit {
        if let folded = value < 0x80 ? [UInt8(value)] : Folding.shared.bytes(of: value) {
          document.folded.append(contentsOf: folded)
        }
        index += length
      } else if value == 0x2E || value == 0x2C, index + 1 < bytes.count,
        bytes[index + 1] >= 0x30, bytes[index + 1] <= 0x39
      {
        document.folded.append(UInt8(value))
        index += length
      } else if kind == .ignored && value >= 0x80 {
        index += length
      } else {
        break
      }
    }
    emit(from: start, to: index, foldedFrom: from, traits: [.number])
  }

  private mutating func emoji(_ length: Int) {
    let start = index
    let from = document.folded.count
    document.folded.append(contentsOf: bytes[index..<index + length])
    index += length
    // Modifiers, joiners and what is joined belong to the same picture.
    while index < bytes.count {
      let (value, width) = scalar(at: index)
      if value == 0x200D, index + width < bytes.count {
        index += width
        let joined = scalar(at: index)
        if Folding.kind(of: joined.value) == .emoji { index += joined.length }
      } else if value >= 0x80, Folding.kind(of: value) == .ignored {
        index += width
      } else {
        break
      }
    }
    emit(from: start, to: index, foldedFrom: from, traits: [.emoji])
  }

  private mutating func mention(_ length: Int) {
    let start = index
    var end = index + length
    while end < bytes.count {
      let byte = bytes[end]
      guard
        byte >= 0x80
          ? Folding.kind(of: scalar(at: end).value) == .letter
          : Self.ascii[Int(byte)] == .letter || Self.ascii[Int(byte)] == .digit || byte == UInt8(ascii: "_")
            || (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")) && startsWord(end + 1)
      else { break }
      end += byte < 0x80 ? 1 : scalar(at: end).length
    }
    guard end > index + length else {
      index += length
      return
    }
    let from = document.folded.count
    for byte in bytes[index..<end] {
      document.folded.append(byte < 0x80 && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    index = end
    emit(from: start, to: end, foldedFrom: from, traits: [.mention])
  }

  private mutating func hashtag(_ length: Int) {
    var end = index + length
    while end < bytes.count {
      let (kind, value, width) = kind(at: end)
      guard kind == .letter || kind == .digit || value == 0x5F || kind == .ignored && value >= 0x80 else { break }
      end += width
    }
    guard end > index + length else {
      index += length
      return
    }
    if lastHashtag >= sentenceStart && lastHashtag == document.tokens.count { boundary = .paragraph }
    index += length
    for piece in HashtagWords.pieces(of: bytes, in: index..<end, vocabulary: vocabulary) {
      let from = document.folded.count
      var traits: Traits = [.hashtag]
      if piece.spelling.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { traits.insert(.number) }
      document.folded.append(contentsOf: piece.spelling)
      emit(from: piece.bytes.lowerBound, to: piece.bytes.upperBound, foldedFrom: from, traits: traits)
    }
    index = end
    lastHashtag = document.tokens.count
  }

  private func linkEnd() -> Int? { LinkReader.linkEnd(in: bytes, at: index) }
  private func mailEnd() -> Int? { LinkReader.mailEnd(in: bytes, at: index) }

  // MARK: Sentences

  private mutating func emit(from start: Int, to end: Int, foldedFrom: Int, traits: Traits) {
    switch boundary {
    case .none: break
    case .stop: if !traits.contains(.emoji) || marks.contains(.newline) { closeSentence() }
    case .line: if !startsLower(start) { closeSentence() }
    case .paragraph: closeSentence()
    }
    // A smiley after the full stop still belongs to what it comments on; the sentence ends behind it.
    if !(boundary == .stop && traits.contains(.emoji) && !marks.contains(.newline)) { boundary = .none }
    var traits = traits
    traits.insert(.any)
    let word = vocabulary.find(document.folded[foldedFrom...]) ?? -1
    if word < 0, traits.isDisjoint(with: [.number, .emoji, .link, .mail, .mention]) { traits.insert(.unknown) }
    document.tokens.append(
      Token(
        start: Int32(start), end: Int32(end), foldedStart: Int32(foldedFrom),
        foldedCount: Int32(document.folded.count - foldedFrom), word: word, marks: marks, traits: traits))
    marks = []
  }

  private func startsLower(_ position: Int) -> Bool {
    let (value, _) = scalar(at: position)
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }

  private mutating func closeSentence() {
    defer { endMarks = [] }
    guard document.tokens.count > sentenceStart else { return }
    LetterSpacing.join(in: &document, from: sentenceStart, vocabulary: vocabulary)
    document.sentences.append(
      Document.Sentence(
        passage: Int32(document.parts.count), first: Int32(sentenceStart), end: Int32(document.tokens.count),
        marks: endMarks.union(marks.intersection([.ellipsis, .colon, .quote, .comma]))))
    sentenceStart = document.tokens.count
    if let open = openQuote, open > document.tokens.count { openQuote = nil }
  }
}

/// What was seen of a word while its letters were read.
struct WordReader {
  /// ASCII characters that people put in the place of a letter.
  static let substitutes: Set<UInt8> = Set("@$!*+".utf8)

  let start: Int
  let foldedFrom: Int
  var letters = 0
  var uppers = 0
  var firstUpper = false
  var substituted = false
  /// A letter of the Latin alphabet outside ASCII was read.
  var latin = false
  /// The length of the clitic that follows, without its apostrophe.
  var clitic = 0
  /// Where letters of other alphabets that look Latin were folded to.
  var lookalikes: [(Int, UInt8)] = []

  init(start: Int, foldedFrom: Int) {
    self.start = start
    self.foldedFrom = foldedFrom
  }

  mutating func letter(upper: Bool) {
    if letters == 0 { firstUpper = upper }
    letters += 1
    if upper { uppers += 1 }
  }

  var latinLetters: Bool { latin || letters > lookalikes.count }

  var traits: Traits {
    var traits: Traits = []
    if firstUpper { traits.insert(.capitalized) }
    if uppers == letters && letters > 1 { traits.insert(.allCaps) }
    return traits
  }
}

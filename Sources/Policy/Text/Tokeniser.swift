/// Cuts passages into words and sentences, reading through what hides a word.
///
/// Case, accents, styled and look-alike letters are folded; invisible characters are passed over; letter-spaced and
/// lengthened words and common letter substitutions are read as the word they stand for where the rules know that
/// word. Every token keeps the bytes it came from. Linear in the text.
struct Tokeniser {
  let vocabulary: Vocabulary
  var document = Document()

  var bytes: [UInt8] = []
  var index = 0
  var marks: Marks = []
  var sentenceStart = 0
  var endMarks: Marks = []
  var openQuote: Int?
  /// The word after a single quotation mark that may open a quotation.
  var openSingleQuote: Int?
  var lastHashtag = -1

  enum Boundary { case none, line, stop, paragraph }
  var boundary = Boundary.none

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Reads one more passage.
  mutating func read(_ passage: [UInt8]) {
    bytes = passage
    index = 0
    marks = []
    endMarks = []
    openQuote = nil
    openSingleQuote = nil
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

  @inline(__always)
  func scalar(at position: Int) -> (value: UInt32, length: Int) { UTF8Scalars.scalar(in: bytes, at: position) }

  func kind(at position: Int) -> (kind: ScalarKind, value: UInt32, length: Int) {
    let byte = bytes[position]
    if byte < 0x80 { return (Self.ascii[Int(byte)], UInt32(byte), 1) }
    let (value, length) = scalar(at: position)
    return (Folding.kind(of: value), value, length)
  }

  static let ascii: [ScalarKind] = (0..<128).map { byte in
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

  mutating func step() {
    let (kind, value, length) = kind(at: index)
    switch kind {
    case .letter: word()
    case .digit: number()
    case .emoji: emoji(length)
    case .space:
      marks.insert(.space)
      index += length
    case .newline: newline()
    case .ignored: index += length
    case .apostrophe: singleQuote(length)
    case .hyphen:
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "-") || marks.contains(.space) {
        marks.insert(.dash)
      }
      index += length
    case .punctuation: punctuation(value, length)
    }
  }

  mutating func emit(from start: Int, to end: Int, foldedFrom: Int, traits: Traits) {
    emit(
      from: start, to: end, foldedFrom: foldedFrom, traits: traits,
      word: vocabulary.find(document.folded[foldedFrom...]))
  }

  /// Adds a token whose place in the vocabulary is known.
  mutating func emit(from start: Int, to end: Int, foldedFrom: Int, traits: Traits, word: Int32?) {
    // Closing a sentence may join spaced letters, which adds to what is folded.
    let foldedCount = Int32(document.folded.count - foldedFrom)
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
    let word = word ?? -1
    if word < 0, traits.isDisjoint(with: [.number, .emoji, .link, .mail, .mention]) { traits.insert(.unknown) }
    document.tokens.append(
      Token(
        start: Int32(start), end: Int32(end), foldedStart: Int32(foldedFrom),
        foldedCount: foldedCount, word: word, marks: marks, traits: traits))
    marks = []
  }

  func startsLower(_ position: Int) -> Bool {
    let (value, _) = scalar(at: position)
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }

  mutating func closeSentence() {
    defer { endMarks = [] }
    guard document.tokens.count > sentenceStart else { return }
    LetterSpacing.join(in: &document, from: sentenceStart, vocabulary: vocabulary)
    document.sentences.append(
      Document.Sentence(
        passage: Int32(document.parts.count), first: Int32(sentenceStart), end: Int32(document.tokens.count),
        marks: endMarks.union(marks.intersection([.ellipsis, .colon, .quote, .comma, .percent, .money]))))
    sentenceStart = document.tokens.count
    openSingleQuote = nil
    if let open = openQuote, open > document.tokens.count { openQuote = nil }
  }
}

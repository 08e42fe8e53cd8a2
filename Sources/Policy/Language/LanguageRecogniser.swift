internal import Drafts

/// Tells in which language a text is written, where that is not English.
///
/// Counts frequent words and letters, nothing is weighed or learnt: the same text gives the same answer. Hashtags,
/// mentions and links do not count. It stays silent where too little speaks for a language: a text of one or two
/// words, a name, a quotation in an English sentence. Linear in the text.
struct LanguageRecogniser {
  /// The first paragraph of a passage that is in another language, or all of it together, with that language.
  static func foreign(in passage: [UInt8]) -> (bytes: Range<Int>, language: Language)? {
    var start = 0
    while start < passage.count {
      let end = passage[start...].firstIndex(of: UInt8(ascii: "\n")) ?? passage.count
      if let language = language(of: passage[start..<end]) { return (start..<end, language) }
      start = end + 1
    }
    // Paragraphs that say too little may say enough together.
    guard passage.contains(UInt8(ascii: "\n")) else { return nil }
    return language(of: passage[...]).map { (passage.indices, $0) }
  }

  /// The language of a text; nil for English, and where it cannot be told.
  static func language(of text: ArraySlice<UInt8>) -> Language? {
    var reader = LanguageReader(text)
    reader.run()
    return reader.scripts.language(besides: reader.counts.wordCount) ?? reader.counts.language
  }
}

/// Reads the words of a text.
private struct LanguageReader {
  var counts = LatinCounts()
  var scripts = ScriptCounts()
  private let text: ArraySlice<UInt8>
  private var index: Int
  private var word = PackedWord()
  private var letters: UInt32 = 0
  private var length = 0
  private var other = 0
  private var capitals = 0
  private var startsWithCapital = false
  private var isFirst = true

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    index = text.startIndex
  }

  mutating func run() {
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "@"):
        endWord()
        skip()
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        word.add(byte | 0x20)
        noteCapital(byte < 0x60)
        length += 1
        index += 1
      case UInt8(ascii: "'"):
        if length > 0 { word.add(byte) }
        index += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        forget()
        skip()
      case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"):
        // Within a word it is a link or an address.
        let next = text.index(after: index)
        if length > 0, next < text.endIndex, text[next] > 0x20, !Self.isQuote(text[next]) {
          forget()
          skip()
        } else {
          endWord()
          if byte != UInt8(ascii: "/") { isFirst = true }
          index += 1
        }
      case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"), UInt8(ascii: "\""):
        endWord()
        isFirst = true
        index += 1
      case 0..<0x80:
        endWord()
        index += 1
      default: readWide()
      }
    }
    endWord()
  }

  private static func isQuote(_ byte: UInt8) -> Bool { [0x22, 0x27, 0x29, 0x2E].contains(byte) || byte >= 0x80 }

  /// Goes to the next space.
  private mutating func skip() {
    while index < text.endIndex, text[index] > 0x20 { index += 1 }
  }

  private mutating func forget() {
    word = PackedWord()
    (letters, length, other) = (0, 0, 0)
    (capitals, startsWithCapital) = (0, false)
  }

  private mutating func endWord() {
    defer { forget() }
    guard length > 0 else { return }
    // A word in letters of two scripts is one in disguise, not one of another language.
    if other == 0 {
      // Within a sentence, a word with a capital is a name: the El of El Paso says nothing.
      counts.add(word, letters: letters, isName: !isFirst && startsWithCapital && length > 1 && capitals < length)
    } else if other == length, length > 1 {
      scripts.addWord()
    }
    isFirst = false
  }

  private mutating func noteCapital(_ isCapital: Bool) {
    guard isCapital else { return }
    capitals += 1
    if length == 0 { startsWithCapital = true }
  }

  private mutating func readWide() {
    let (value, width) = UTF8Scalars.scalar(in: text, at: index)
    index += width
    switch value {
    case 0xBF, 0xA1:
      endWord()
      counts.addMark(LanguageProfile.letters[value] ?? 0)
      isFirst = true
    case 0x2019:
      if length > 0 { word.add(UInt8(ascii: "'")) }
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      guard value != 0xD7, value != 0xF7 else { return endWord() }
      let scalar = Unicode.Scalar(value) ?? " "
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      noteCapital(lower != scalar)
      length += 1
      letters |= LanguageProfile.letters[lower.value] ?? 0
      word.add(LatinBase.letter(lower.value))
    case 0x300...0x36F: break
    default:
      guard let script = Script(value) else { return endWord() }
      if script.isWithoutSpaces {
        endWord()
        scripts.add(script, value)
        scripts.addWord()
      } else {
        length += 1
        other += 1
        scripts.add(script, value)
      }
    }
  }
}

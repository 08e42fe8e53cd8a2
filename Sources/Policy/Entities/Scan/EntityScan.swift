/// One pass over a document that collects what may be entities.
struct EntityScan {
  /// Something that was recognised, before overlaps are settled.
  struct Candidate {
    var kind: EntityKind
    var tokens: Range<Int>
    var bytes: Range<Int>
    var passage: Int
    /// Breaks a tie between two that cover the same bytes: a cue outranks a checksum, a checksum a shape.
    var rank: Int
    var isOver89 = false
  }

  let document: Document
  /// What each word announces, one entry a word.
  let cues: [Cues]
  /// The passage being read: its number, its bytes and its words.
  var passage = 0
  var bytes: [UInt8] = []
  var words = 0..<0
  var candidates: [Candidate] = []
  /// How many words the readers have looked at; linear in the text.
  var visits = 0

  init(_ document: Document) {
    self.document = document
    let table = CueWords.shared
    cues = document.tokens.indices.map { table.cues(of: document.spelling($0)) }
  }

  /// Reads one passage.
  mutating func read(_ number: Int) {
    passage = number
    bytes = document.parts[number].bytes
    words = document.parts[number].tokens
    var word = words.lowerBound
    while word < words.upperBound {
      visits += 1
      read(at: word)
      word += 1
    }
  }

  /// Tries the readers whose first word this may be.
  private mutating func read(at word: Int) {
    let traits = document.tokens[word].traits
    let cues = cues[word]
    if !traits.isDisjoint(with: [.link, .mail, .mention, .hashtag]) { readInternetName(at: word) }
    if traits.contains(.number) { readNumber(at: word) }
    if !cues.isEmpty { readCue(at: word, cues) }
    if holdsDigit(word) { readCodeWord(at: word) }
    readHexadecimal(at: word)
  }

  private func holdsDigit(_ word: Int) -> Bool {
    guard !traits(word).contains(.number) else { return false }
    let spelling = document.spelling(word)
    for byte in spelling where byte < 0x3A && byte > 0x2F { return true }
    return false
  }

  private mutating func readNumber(at word: Int) {
    readNumericDate(at: word)
    readDayFirstDate(at: word)
    readTime(at: word)
    readAge(at: word)
    readPhone(at: word)
    readNumberByShape(at: word)
  }

  private mutating func readCue(at word: Int, _ cues: Cues) {
    if cues.contains(.month) { readMonthDate(at: word) }
    if !cues.isDisjoint(with: [.ordinalWord, .numberWord]) {
      readDayFirstDate(at: word)
      readAgeInWords(at: word)
      readSpelledPhone(at: word)
    }
    if cues.contains(.ageCue) { readCuedAge(at: word) }
    if cues.contains(.dateCue) { readCuedDate(at: word) }
    if cues.contains(.pastCue), !cue(word + 1).isDisjoint(with: [.month, .weekday]), spaced(word + 1) {
      add(.date, word..<word + 2)
    }
    if cues.contains(.clockWord) { readClockWord(at: word) }
    if !cues.isDisjoint(with: Cues.codeCues) { readCuedCode(at: word, cues) }
    if cues.contains(.spelledDot) { readSpelledMail(at: word) }
  }

  /// Keeps something recognised over a run of words.
  mutating func add(_ kind: EntityKind, _ run: Range<Int>, rank: Int = 1, isOver89: Bool = false) {
    guard !run.isEmpty, run.lowerBound >= words.lowerBound, run.upperBound <= words.upperBound else { return }
    add(kind, run, bytes: document.bytes(of: run), rank: rank, isOver89: isOver89)
  }

  /// Keeps something recognised whose bytes are not those of its words.
  mutating func add(_ kind: EntityKind, _ run: Range<Int>, bytes: Range<Int>, rank: Int = 1, isOver89: Bool = false) {
    candidates.append(
      Candidate(kind: kind, tokens: run, bytes: bytes, passage: passage, rank: rank, isOver89: isOver89))
  }
}

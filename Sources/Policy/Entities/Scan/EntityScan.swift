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
  /// What is known of each capitalised word as a name.
  let nameFlags: [NameFlags]
  /// What is known of each capitalised word as a place.
  let placeFlags: [PlaceFlags]
  /// The first word of the sentence at hand.
  var sentenceStart = 0
  /// Whether the sentence at hand is a headline, where capitals say little.
  var titleCase = false
  /// Whether the sentence at hand is all in capitals.
  var allCapsSentence = false
  /// Counts the looks at words where a test asks for it.
  let looks: LookCounter?

  init(_ document: Document, counting looks: LookCounter? = nil) {
    self.document = document
    self.looks = looks
    let table = CueWords.shared
    cues = document.tokens.indices.map { table.cues(of: document.spelling($0)) }
    var names: [NameFlags] = []
    var places: [PlaceFlags] = []
    names.reserveCapacity(document.tokens.count)
    places.reserveCapacity(document.tokens.count)
    for word in document.tokens.indices {
      let token = document.tokens[word]
      if token.traits.contains(.capitalized), token.foldedCount > 1, token.foldedCount < 24 {
        names.append(NameTable.flags(of: document.spelling(word)))
        places.append(PlaceTable.flags(of: document.spelling(word)))
      } else {
        names.append([])
        places.append([])
      }
    }
    nameFlags = names
    placeFlags = places
  }

  /// Reads one passage.
  mutating func read(_ number: Int) {
    passage = number
    bytes = document.parts[number].bytes
    words = document.parts[number].tokens
    for sentence in document.parts[number].sentences { read(document.sentences[sentence]) }
  }

  private mutating func read(_ sentence: Document.Sentence) {
    sentenceStart = sentence.tokens.lowerBound
    var odd = 0
    var lower = 0
    var allCaps = 0
    for word in sentence.tokens where document.tokens[word].foldedCount >= 3 {
      let traits = document.tokens[word].traits
      guard traits.isDisjoint(with: [.number, .hashtag, .link, .mail, .mention]) else { continue }
      if traits.contains(.allCaps) {
        allCaps += 1
      } else if !traits.contains(.capitalized) {
        lower += 1
      } else if word > sentenceStart, isOddCapital(word) {
        odd += 1
      }
    }
    titleCase = odd >= 3 && lower * 2 <= odd + 1
    allCapsSentence = allCaps >= 3 && (lower + odd) * 4 <= allCaps
    for word in sentence.tokens {
      read(at: word)
    }
  }

  /// A capital that no name, place, date or title explains; a headline has many.
  private func isOddCapital(_ word: Int) -> Bool {
    if cues[word].contains(.neverName) {
      return cues[word].isDisjoint(with: [.month, .weekday, .title, .facility, .facilityPart])
    }
    return nameFlags[word].isDisjoint(with: [.given, .rareGiven, .family])
      && cues[word].isDisjoint(with: [
        .month, .weekday, .title, .facility, .facilityPart, .street, .institution, .state, .organisation,
      ]) && placeFlags[word].isEmpty
  }

  /// Tries the readers whose first word this may be.
  private mutating func read(at word: Int) {
    let traits = document.tokens[word].traits
    let cues = cues[word]
    if !traits.isDisjoint(with: [.link, .mail, .mention, .hashtag]) { readInternetName(at: word) }
    if traits.contains(.number) { readNumber(at: word) }
    if !cues.isEmpty { readCue(at: word, cues) }
    if traits.contains(.capitalized), traits.isDisjoint(with: [.hashtag]) { readCapitalized(at: word, cues) }
    if holdsDigit(word) {
      readPlate(at: word)
      readCodeWord(at: word)
      readPostalCode(at: word)
    }
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
    readPlate(at: word)
    readAddress(at: word)
    readZIP(at: word)
  }

  private mutating func readCapitalized(at word: Int, _ cues: Cues) {
    if !cues.contains(.neverName) || !nameFlags[word].isEmpty {
      readName(at: word)
      readPlace(at: word)
    } else if document.spells(word, "new") || document.spells(word, "north") || document.spells(word, "south") {
      readPlace(at: word)
    }
    readCityCode(at: word)
    if !cues.isDisjoint(with: [.facilityPart, .institution]) || document.spells(word, "langone") {
      readShortFacility(at: word)
      readInstitution(at: word)
    }
    if cues.contains(.street) || document.spells(word, "route") { readStreet(at: word) }
  }

  private mutating func readContextCue(at word: Int, _ cues: Cues) {
    if !cues.isDisjoint(with: [.facility, .facilityPart]) || document.spells(word, "home") { readFacility(at: word) }
    if cues.contains(.placePreposition) {
      readPlaceOfCare(after: word)
      readLowercasePlace(after: word)
    }
    if cues.contains(.title) { readTitledName(after: word) }
    if !cues.isDisjoint(with: [.naming, .relation, .patient]) { readAnnouncedName(after: word, cues) }
    if document.spells(word, "box") { readPostBox(at: word) }
    if cues.contains(.unit) { readFlat(at: word) }
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
    readContextCue(at: word, cues)
  }

  /// Keeps something recognised over a run of words.
  mutating func add(_ kind: EntityKind, _ run: Range<Int>, rank: Int = 1, isOver89: Bool = false) {
    guard !run.isEmpty, run.lowerBound >= words.lowerBound, run.upperBound <= words.upperBound else { return }
    var covered = document.bytes(of: run)
    // The stop of an initial and of `p.m.` belongs to it.
    if kind == .personName || kind == .time, document.tokens[run.upperBound - 1].foldedCount == 1,
      covered.upperBound < bytes.count, bytes[covered.upperBound] == UInt8(ascii: ".")
    {
      covered = covered.lowerBound..<covered.upperBound + 1
    }
    add(kind, run, bytes: covered, rank: rank, isOver89: isOver89)
  }

  /// Keeps something recognised whose bytes are not those of its words.
  mutating func add(_ kind: EntityKind, _ run: Range<Int>, bytes: Range<Int>, rank: Int = 1, isOver89: Bool = false) {
    candidates.append(
      Candidate(kind: kind, tokens: run, bytes: bytes, passage: passage, rank: rank, isOver89: isOver89))
  }
}

/// How many looks at words the readers took.
final class LookCounter {
  var count = 0
}

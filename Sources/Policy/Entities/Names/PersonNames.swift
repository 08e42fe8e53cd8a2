/// Names of persons, from dictionaries and what stands around them.
extension EntityScan {
  /// Starts at a capitalised word that may begin a name.
  mutating func readName(at word: Int) {
    guard isNameLike(word), !isEponym(word) else { return }
    if !joinsPreviousName(word) {
      readGivenName(at: word)
      readInitialFirst(at: word)
    }
    readFamilyFirst(at: word)
    readFamilyName(at: word)
    readUnknownGivenName(at: word)
  }

  /// `Dr. Patel`, `Mrs K`, `Sister Anna`: the name after a title.
  mutating func readTitledName(after title: Int) {
    let name = title + 1
    guard has(name), gap(before: name).count <= 2, gap(before: name).allSatisfy({ $0 == 0x20 || $0 == 0x2E }) else {
      return
    }
    if spells(title, ["ms", "do", "dr", "st"]), traits(title).contains(.allCaps), !traits(name).contains(.allCaps),
      spells(title, "ms")
    {
      return
    }
    if spells(title, ["sir", "dame", "fr", "mx"]), !traits(title).contains(.capitalized) { return }
    let firm = spells(title, ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "mister", "rev", "mx"])
    let known = names(name)
    guard traits(name).contains(.capitalized) else {
      // A title in lower case, as in hurried posts: the name must be known.
      let lower = NameTable.flags(of: document.spelling(name))
      if firm, spells(title, ["mr", "mrs", "dr"]), !lower.isDisjoint(with: [.given, .frequentFamily]),
        !lower.contains(.word)
      {
        add(.personName, name..<name + 1)
      }
      return
    }
    if isInitial(name) {
      guard firm else { return }
      add(.personName, name..<nameEnd(name + 1, from: name), rank: 3)
      return
    }
    guard isNameLike(name),
      cue(name).isDisjoint(with: [.facility, .facilityPart, .title, .credential]) || known.contains(.family)
    else {
      return
    }
    if !firm && (known.isEmpty || known.contains(.word)) { return }
    if titleCase, known.isEmpty { return }
    add(.personName, name..<nameEnd(name + 1, from: name), rank: 3)
  }

  /// `named Hope`, `her daughter Grace`, `patient Okafor`, `name: J.S.`: the name after a word that announces it.
  mutating func readAnnouncedName(after cue: Int, _ cues: Cues) {
    var name = cue + 1
    if cues.contains(.naming) || cues.contains(.patient) {
      while name <= cue + 2, spells(name, ["is", "was", "name", "named", "called", "of", "mr", "mrs", "ms", "dr"]) {
        name += 1
      }
    }
    guard has(name), gap(before: name).count <= 2,
      !document.tokens[name].marks.contains(.stop) || spells(name - 1, ["mr", "mrs", "ms", "dr"])
    else { return }
    guard traits(name).contains(.capitalized) else {
      readLowercaseName(at: name, directly: name == cue + 1 || cues.contains(.naming))
      return
    }
    if document.tokens[name].marks.contains(.comma), !cues.contains(.patient) { return }
    if isInitial(name) {
      if isInitial(name + 1), byteAfter(name) == UInt8(ascii: "."), !titleCase {
        add(.personName, name..<nameEnd(name + 2, from: name), rank: 2)
      }
      return
    }
    guard isNameLike(name), !isEponym(name) else { return }
    let known = names(name)
    let followed = isInitial(name + 1) && spaced(name + 1)
    let announced: Bool
    if cues.contains(.naming) {
      announced =
        !known.isEmpty || followed
        || spells(cue, ["named", "name"]) && !self.cue(cue - 1).isDisjoint(with: [.patient, .relation])
    } else if cues.contains(.relation) {
      announced = !known.isEmpty && !titleCase
    } else {
      announced =
        !titleCase
        && (followed
          || !known.isDisjoint(with: [.given, .family]) && (!known.contains(.word) || known.contains(.given))
            && !isThing(name + 1))
    }
    guard announced, place(name).isEmpty || known.contains(.given) || followed else { return }
    if cues.contains(.naming), spells(cue, ["called", "name", "alias"]), known.isEmpty || known == .word { return }
    add(.personName, name..<nameEnd(name + 1, from: name), rank: 2)
  }

  /// `Anna`, `Anna S.`, `Anna Whitfield`, `Mary-Anne B. Smith`.
  private mutating func readGivenName(at word: Int) {
    let known = names(word)
    guard !known.isDisjoint(with: .anyGiven) else { return }
    let next = word + 1
    let place = place(word)
    if let (_, last) = longestPlace(at: word), last > word, !isInitial(last) { return }
    if cue(word).contains(.institution), isInstitution(word) { return }
    if cue(word).contains(.state), !isInitial(next), !names(next).contains(.family) { return }
    let firm = known.contains(.given) && !known.contains(.word)
    if joined(next, by: 0x2D), isNameLike(next), !names(next).isDisjoint(with: .anyGiven), firm {
      add(.personName, word..<nameEnd(next + 1, from: word))
      return
    }
    if isInitial(next), spaced(next), !titleCase || byteAfter(next) == UInt8(ascii: ".") {
      if known.contains(.given) || byteAfter(next) == UInt8(ascii: ".") {
        if !known.contains(.word) || !isSentenceStart(word) || byteAfter(next) == UInt8(ascii: ".") {
          add(.personName, word..<nameEnd(next, from: word))
          return
        }
      }
    }
    if isNameLike(next), spaced(next), isFamily(next, after: known, place: place) {
      let end = nameEnd(next + 1, from: word)
      if !isThing(end), !isEponymic(end) { add(.personName, word..<end) }
      return
    }
    if cue(next).contains(.particle), spaced(next), isNameLike(next + 1), spaced(next + 1), firm {
      add(.personName, word..<nameEnd(next + 2, from: word))
      return
    }
    let possessed = spells(next, "'s")
    guard !titleCase, !isThing(next), !isEponymic(next), !traits(word).contains(.allCaps),
      !(joined(word, by: 0x2D) && !names(word - 1).contains(.given)), !joined(next, by: 0x2D)
    else { return }
    if isNameLike(next), spaced(next), !names(next).contains(.given) { return }
    if spells(word - 1, "at") || repeats(word) || isFeast(word) || endsLongerName(word) { return }
    if firm, place.isDisjoint(with: .wellKnown), !cue(word).contains(.eponym) || !isSentenceStart(word) {
      if joinsPreviousName(word) { return }
      add(.personName, word..<next)
    } else if known.contains(.given), !isSentenceStart(word), place.isDisjoint(with: .wellKnown),
      !cue(word).contains(.month),
      possessed && !spells(word - 1, ["the", "a", "of"])
    {
      add(.personName, word..<next)
    }
  }

  /// `since Easter` is a day, unless more of a name stands beside it.
  private func isFeast(_ word: Int) -> Bool {
    spells(word, ["easter", "christmas", "noel", "lent", "whitsun", "holly"])
  }

  /// `the Kirkby Stephen day`: the capitalised word right before belongs to it and is neither a name nor a title.
  private func endsLongerName(_ word: Int) -> Bool {
    let before = word - 1
    return before > sentenceStart && spaced(word) && traits(before).contains(.capitalized)
      && traits(before).isDisjoint(with: [.hashtag, .mention, .number, .allCaps]) && names(before).isEmpty
      && cue(before).isEmpty && spells(before - 1, ["the", "a", "in", "at", "from", "near", "of", "our"])
  }

  /// `goodbye to Dympna Ruddock`: a word no list knows, before a frequent family name, where a person is greeted or met.
  mutating func readUnknownGivenName(at word: Int) {
    let family = word + 1
    guard names(word).isEmpty, cue(word).isEmpty, place(word).isEmpty, isNameLike(word),
      document.tokens[word].foldedCount >= 4, !titleCase, !isSentenceStart(word), isNameLike(family), spaced(family),
      names(family).contains(.frequentFamily), !names(family).contains(.word),
      place(family).isDisjoint(with: .wellKnown),
      cue(family).isEmpty, !isThing(family + 1), !traits(family + 1).contains(.capitalized),
      spells(
        word - 1,
        [
          "to", "for", "with", "and", "baby", "little", "young", "old", "welcome", "by", "met", "meet", "saw", "is",
          "was",
        ])
    else { return }
    add(.personName, word..<family + 1)
  }

  /// `Johnson & Johnson` is a firm.
  private func repeats(_ word: Int) -> Bool {
    let spelling = document.spelling(word)
    return has(word + 1) && document.spelling(word + 1).elementsEqual(spelling)
      || has(word - 1) && document.spelling(word - 1).elementsEqual(spelling)
  }

  /// `J. Smith`, `J.K. Whitfield`.
  private mutating func readInitialFirst(at word: Int) {
    guard document.tokens[word].foldedCount == 1, byteAfter(word) == UInt8(ascii: ".") else { return }
    var next = word + 1
    while next <= word + 2, isInitial(next), byteAfter(next) == UInt8(ascii: "."), gap(before: next).count <= 2 {
      next += 1
    }
    guard isNameLike(next), gap(before: next).count <= 2, document.tokens[next].foldedCount > 1,
      names(next).contains(.family), !names(next).contains(.word), !isThing(next + 1)
    else { return }
    add(.personName, word..<next + 1)
  }

  /// `Smith, John` and `Smith J`.
  private mutating func readFamilyFirst(at word: Int) {
    let known = names(word)
    guard known.contains(.family), !known.contains(.word), !joinsPreviousName(word) else { return }
    let next = word + 1
    if isInitial(next), spaced(next), byteAfter(next) == UInt8(ascii: "."), known.contains(.frequentFamily), !titleCase
    {
      add(.personName, word..<next + 1)
      return
    }
    guard has(next), document.tokens[next].marks.contains(.comma), gap(before: next).count <= 2,
      place(word).isDisjoint(with: .wellKnown),
      names(next).contains(.given), !names(next).contains(.word), isNameLike(next), !known.contains(.given),
      !spells(word - 1, ["in", "from", "and", "of", "at"])
    else { return }
    let after = next + 1
    guard
      !has(after) || isInitial(after)
        || !document.tokens[after].marks.isDisjoint(with: [.bracket, .newline, .stop, .colon])
    else { return }
    add(.personName, word..<nameEnd(after, from: word))
  }

  /// `Smith's chart`, `Smith was admitted`, `Whitfield, MD`.
  private mutating func readFamilyName(at word: Int) {
    let next = word + 1
    let known = names(word)
    if cue(next).contains(.credential), traits(next).contains(.allCaps) || spells(next, ["phd", "pharmd"]),
      gap(before: next).count <= 2, !traits(word).contains(.allCaps),
      !known.isEmpty || isNameLike(word - 1) && spaced(word)
    {
      var first = word
      while first > word - 3, isNameLike(first - 1) || isInitial(first - 1), gap(before: first).count <= 2,
        !document.tokens[first].marks.contains(.comma)
      {
        first -= 1
      }
      add(.personName, first..<next)
      return
    }
    guard known.contains(.frequentFamily), !known.contains(.word), !known.contains(.given), !titleCase,
      !isSentenceStart(word), place(word).isDisjoint(with: .wellKnown), !cue(word).contains(.eponym),
      !traits(word).contains(.allCaps), !joined(word, by: 0x2D), !traits(word - 1).contains(.capitalized)
    else { return }
    let possessed = spells(next, "'s") && !isEponymic(next)
    guard possessed && !traits(next + 1).contains(.capitalized) || cue(next).contains(.personVerb) && spaced(next)
    else { return }
    add(.personName, word..<next)
  }

  /// `patient john smith`: known names in lower case right after a cue.
  private mutating func readLowercaseName(at name: Int, directly: Bool) {
    guard directly, document.tokens[name].foldedCount >= 3, spaced(name) else { return }
    let given = NameTable.flags(of: document.spelling(name))
    guard given.contains(.given), !given.contains(.word),
      cue(name).isDisjoint(with: [.neverName, .careVerb, .relation])
    else { return }
    var end = name + 1
    if has(end), spaced(end) {
      let family = NameTable.flags(of: document.spelling(end))
      if family.contains(.family), !family.contains(.word) { end += 1 }
    }
    if has(end), spaced(end), document.tokens[end].foldedCount == 1, !spells(end, ["a", "i", "w", "c", "s"]) {
      end += 1
    }
    add(.personName, name..<end)
  }
}

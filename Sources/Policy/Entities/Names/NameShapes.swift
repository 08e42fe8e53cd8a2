/// What a word looks like as a part of a name.
extension EntityScan {
  /// What is known of a capitalised word as a name; nothing outside the passage.
  func names(_ word: Int) -> NameFlags { has(word) ? nameFlags[word] : [] }

  /// What is known of one word as a place.
  func place(_ word: Int) -> PlaceFlags { has(word) ? placeFlags[word].subtracting(.beginsLonger) : [] }

  /// Whether a word may be part of a name: a capital, no number, none of the words that never are.
  func isNameLike(_ word: Int) -> Bool {
    guard has(word) else { return false }
    let traits = traits(word)
    guard traits.contains(.capitalized), traits.isDisjoint(with: [.number, .hashtag, .emoji, .link, .mail, .mention])
    else {
      return false
    }
    if traits.contains(.allCaps), !allCapsSentence, names(word).isEmpty || document.tokens[word].foldedCount <= 3 {
      return false
    }
    let cues = cues[word]
    if cues.contains(.neverName) { return names(word).contains(.given) && !cues.contains(.title) }
    return cues.isDisjoint(with: [.weekday]) && !document.spelling(word).contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// One capital letter, with or without its stop.
  func isInitial(_ word: Int) -> Bool {
    guard has(word), document.tokens[word].foldedCount == 1, traits(word).contains(.capitalized) else { return false }
    if byteAfter(word) == UInt8(ascii: ".") { return true }
    return !spells(word, ["i", "a"]) && !touches(word + 1) && !joined(word + 1, by: 0x2D)
  }

  /// Whether the word begins its sentence, where a capital says nothing.
  func isSentenceStart(_ word: Int) -> Bool { word == sentenceStart }

  /// Whether a given name right before makes this word the rest of that name.
  func joinsPreviousName(_ word: Int) -> Bool {
    guard has(word - 1), spaced(word) || joined(word, by: 0x2D) else { return false }
    return names(word - 1).contains(.given) && !names(word - 1).contains(.word) && isNameLike(word - 1)
  }

  /// Whether a capitalised word after a given name is the family name.
  func isFamily(_ word: Int, after given: NameFlags, place: PlaceFlags) -> Bool {
    let known = names(word)
    if cue(word).contains(.particle), isNameLike(word + 1), names(word + 1).contains(.family) { return true }
    if !cue(word).isDisjoint(with: [.organisation, .facility, .month, .state, .title, .naming, .facilityPart]),
      !known.contains(.frequentFamily)
    {
      return false
    }
    if cue(word).contains(.neverName), !known.contains(.frequentFamily) { return false }
    if titleCase, given.contains(.word) { return false }
    if given.contains(.word) || place.contains(.wellKnown) || !given.contains(.given) {
      return known.contains(.family) && !known.contains(.word)
        && !(place.contains(.wellKnown) && !given.contains(.given))
    }
    if titleCase { return known.contains(.family) && !known.contains(.word) }
    if known.contains(.family) || !known.isDisjoint(with: .anyGiven) { return true }
    return !known.contains(.word) && !traits(word).contains(.allCaps)
  }

  /// The end of a name that reaches at least to a word: further initials, family names, particles and `Jr`.
  func nameEnd(_ from: Int, from first: Int) -> Int {
    var end = from
    while end < first + 5, has(end) {
      if isInitial(end), gap(before: end).count <= 2, !document.tokens[end].marks.contains(.comma),
        spaced(end) || touchesStop(end)
      {
        end += 1
        continue
      }
      let afterInitial = isInitial(end - 1)
      if spaced(end) || joined(end, by: 0x2D)
        || afterInitial && gap(before: end).count <= 2 && !gap(before: end).contains(0x2C)
      {
        if cue(end).contains(.particle), isNameLike(end + 1), spaced(end + 1) {
          end += 2
          continue
        }
        if isNameLike(end), cue(end).isDisjoint(with: [.organisation, .facility, .month, .title, .personVerb]),
          !cue(end).contains(.neverName), !cue(end).contains(.facilityPart), !isThing(end),
          !names(end).contains(.word) || names(end).contains(.family),
          !titleCase || names(end).contains(.family), !allCapsSentence || !names(end).contains(.word),
          !afterInitial || names(end).contains(.family) || end - first <= 2 && !isAfterStop(end)
        {
          end += 1
          continue
        }
      }
      break
    }
    if spells(end, ["jr", "sr"]), gap(before: end).count <= 2 { end += 1 }
    return end
  }

  private func touchesStop(_ word: Int) -> Bool { joined(word, by: UInt8(ascii: ".")) }

  /// Whether a stop and a space stand before a word, so that it may begin a sentence.
  private func isAfterStop(_ word: Int) -> Bool { gap(before: word).first == UInt8(ascii: ".") && names(word).isEmpty }

  /// Whether the word makes what stands before it a thing: `Foundation`, `Hospital`, `Street`.
  func isThing(_ word: Int) -> Bool {
    guard has(word), spaced(word), traits(word).contains(.capitalized) else { return false }
    return !cue(word).isDisjoint(with: [.organisation, .facility, .street, .eponymHead])
      || spells(word, ["medical", "general", "memorial", "methodist", "presbyterian"])
  }

  /// Whether the words after make what stands before an eponym: `'s disease`, `score`, `-Barré syndrome`.
  func isEponymic(_ word: Int) -> Bool {
    var next = word
    while next <= word + 3, has(next), document.tokens[next].marks.isDisjoint(with: [.comma, .stop, .colon, .newline]) {
      if cue(next).contains(.eponymHead) { return true }
      guard
        spells(next, ["'s", "risk", "total", "clinical", "motor"]) || joined(next, by: 0x2D)
          || next == word && cue(next).contains(.eponym)
      else {
        return false
      }
      next += 1
    }
    return false
  }

  /// Whether a word stands for a sign, score or disease here.
  func isEponym(_ word: Int) -> Bool {
    if isEponymic(word + 1) { return true }
    return cue(word).contains(.eponym)
      && (joined(word + 1, by: 0x2D) || joined(word, by: 0x2D)
        || names(word).isDisjoint(with: .anyGiven) && spells(word + 1, "'s") && !traits(word + 2).contains(.capitalized)
          && cue(word + 2).contains(.eponymHead))
  }
}

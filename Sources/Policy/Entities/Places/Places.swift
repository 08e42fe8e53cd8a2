/// Towns, cities and counties.
extension EntityScan {
  /// A place that starts at a capitalised word, with the state after it.
  mutating func readPlace(at word: Int) {
    guard let (flags, last) = longestPlace(at: word) else {
      readCounty(at: word)
      return
    }
    let end = last + 1
    var withState = stateEnd(end)
    // "… Spur Washington State …": without a comma the place must be known, or the state be two letters.
    if withState != nil, !flags.contains(.wellKnown), !document.tokens[end].marks.contains(.comma),
      !cue(end).contains(.stateCode)
    {
      withState = nil
    }
    guard isPlace(word..<end, flags, hasState: withState != nil) else {
      readCounty(at: word)
      return
    }
    if spells(end, "county"), traits(end).contains(.capitalized) {
      add(.place, word..<(stateEnd(end + 1) ?? end + 1))
    } else {
      add(.place, word..<(withState ?? end))
    }
  }

  /// `lives in san diego`: a well-known place in lower case, after a word of dwelling.
  mutating func readLowercasePlace(after preposition: Int) {
    guard spells(preposition, ["in", "from", "near"]), has(preposition + 1),
      spells(
        preposition - 1, ["lives", "living", "live", "lived", "resides", "residing", "moved", "is", "clinic", "pt"]),
      !traits(preposition + 1).contains(.capitalized)
    else { return }
    if let (flags, last) = longestPlace(at: preposition + 1), flags.contains(.wellKnown), !flags.contains(.ambiguous) {
      add(.place, preposition + 1..<(stateEnd(last + 1) ?? last + 1))
    }
  }

  /// The longest known place of at most four words and its last word.
  func longestPlace(at word: Int) -> (flags: PlaceFlags, last: Int)? {
    guard has(word) else { return nil }
    let capital = traits(word).contains(.capitalized)
    let abbreviated = spells(word, ["saint", "ft", "mt"])
    let alone = capital ? placeFlags[word] : PlaceTable.flags(of: document.spelling(word))
    guard alone.contains(.beginsLonger) || abbreviated else {
      return alone.isPlace ? (alone, word) : nil
    }
    var name: [UInt8] = []
    var best: (flags: PlaceFlags, last: Int)?
    var next = word
    while next < word + 4, has(next) {
      if next > word {
        let afterSaint = next == word + 1 && spells(word, ["st", "mt", "ft"])
        guard spaced(next) || joined(next, by: 0x2D) || afterSaint && gap(before: next).count <= 2 else { break }
        guard traits(next).contains(.capitalized) == capital || spells(next, ["of", "upon", "on", "by"]) else { break }
        name.append(0x20)
      }
      if next == word, abbreviated {
        name.append(contentsOf: spells(word, "saint") ? "st".utf8 : spells(word, "ft") ? "fort".utf8 : "mount".utf8)
      } else {
        for byte in document.spelling(next) where byte != 0x27 { name.append(byte) }
      }
      if name.count > 1 {
        let flags = PlaceTable.flags(of: name[...])
        if flags.isPlace { best = (flags.subtracting(.beginsLonger), next) }
      }
      next += 1
    }
    return best
  }

  private func isPlace(_ run: Range<Int>, _ flags: PlaceFlags, hasState: Bool) -> Bool {
    let first = run.lowerBound
    guard !traits(first).contains(.allCaps) || run.count > 1 || allCapsSentence else { return false }
    if joined(first, by: 0x2D), traits(first - 1).contains(.capitalized) { return false }
    if hasState { return true }
    if cue(first).contains(.eponym), traits(run.upperBound).contains(.capitalized), spaced(run.upperBound) {
      return false
    }
    if namesSomethingElse(run) { return false }
    let preposition = spells(first - 1, ["in", "from", "near", "of", "around", "outside", "downtown"]) && spaced(first)
    let dwelling =
      preposition
      && spells(first - 2, ["lives", "living", "live", "lived", "resides", "residing", "resident", "born", "moved"])
    if flags.contains(.wellKnown) {
      if !flags.contains(.ambiguous) { return !followsGivenName(first) }
      if followsGivenName(first) { return false }
      if run.count == 1, isNameLike(run.upperBound), spaced(run.upperBound) { return false }
      return preposition || spells(first - 1, ["to", "at", "our", "the", "and", "metro"]) && spaced(first)
        || spells(run.upperBound, ["clinic", "office", "hospital", "area", "native", "residents", "resident"])
    }
    guard !titleCase else { return false }
    if run.count == 1, isNameLike(run.upperBound), spaced(run.upperBound) { return false }
    if flags.contains(.plain) {
      return dwelling || preposition && !spells(first - 1, "of") && run.count == 1 && !spells(first - 2, "patients")
    }
    return dwelling && spells(first - 1, ["in", "near"])
  }

  /// `Boston Globe`, `Denver Broncos`: the place is part of another name.
  private func namesSomethingElse(_ run: Range<Int>) -> Bool {
    let next = run.upperBound
    guard has(next), spaced(next), traits(next).contains(.capitalized) else { return false }
    return cue(next).contains(.organisation) && !cue(next).contains(.facility)
      || spells(next, ["globe", "tribune", "fc", "united"])
  }

  private func followsGivenName(_ word: Int) -> Bool {
    spaced(word) && names(word - 1).contains(.given) && !names(word - 1).contains(.word)
  }

  /// The word after a state that follows a place: `, MO`, `Missouri`, `, Ireland`.
  func stateEnd(_ word: Int) -> Int? {
    guard has(word), gap(before: word).count <= 2 else { return nil }
    let comma = document.tokens[word].marks.contains(.comma)
    let cues = cue(word)
    if cues.contains(.stateCode), traits(word).contains(.allCaps) { return word + 1 }
    guard comma || spaced(word), traits(word).contains(.capitalized) else { return nil }
    if cues.contains(.state) { return word + 1 }
    if comma, spells(word, ["england", "scotland", "wales", "ireland", "uk", "usa", "australia", "canada"]) {
      return word + 1
    }
    if spells(word, ["new", "north", "south", "west", "rhode", "british", "nova"]), has(word + 1),
      spells(
        word + 1,
        [
          "york", "jersey", "mexico", "hampshire", "carolina", "dakota", "virginia", "island", "columbia", "scotia",
          "wales",
        ])
    {
      return comma ? word + 2 : nil
    }
    return nil
  }

  /// `Boone County` and `County Clare`.
  private mutating func readCounty(at word: Int) {
    if spells(word, "county"), traits(word + 1).contains(.capitalized), spaced(word + 1),
      let (_, last) = longestPlace(at: word + 1)
    {
      add(.place, word..<last + 1)
    } else if spells(word + 1, ["county", "parish", "township", "borough"]), traits(word + 1).contains(.capitalized),
      spaced(word + 1), !cue(word).contains(.neverName)
    {
      add(.place, word..<(stateEnd(word + 2) ?? word + 2))
    }
  }

  /// `NYC`, `LA` and the like, which need a preposition.
  mutating func readCityCode(at word: Int) {
    guard traits(word).contains(.allCaps), spells(word, ["nyc", "la", "sf", "philly", "dc", "nola", "atl"]) else {
      return
    }
    if spells(word, "nyc") || spells(word - 1, ["in", "from", "near", "downtown"]) { add(.place, word..<word + 1) }
  }
}

/// Hospitals, clinics and the like that are named.
extension EntityScan {
  /// Starts at the word a facility's name ends in: `Hospital`, `Clinic`, `Medical Center`.
  mutating func readFacility(at head: Int) {
    guard isFacilityHead(head) else { return }
    let first = facilityStart(head)
    if first == head, spells(head, "hospital"), traits(head).contains(.capitalized), spells(head + 1, ["for", "of"]),
      spaced(head + 1), traits(head + 2).contains(.capitalized), spaced(head + 2), !titleCase
    {
      let more = traits(head + 3).contains(.capitalized) && spaced(head + 3)
      add(.facility, head..<head + (more ? 4 : 3), rank: 2)
      return
    }
    guard first < head, isNamed(first..<head, head: head) else { return }
    var end = head + 1
    if spells(end, ["center", "centre", "system", "care", "group", "network", "trust", "ctr"]), spaced(end),
      traits(end).contains(.capitalized)
    {
      end += 1
    }
    if spells(end, "of"), traits(end + 1).contains(.capitalized) {
      end = (longestPlace(at: end + 1)?.last ?? end + 1) + 1
    } else if spaced(end), let (flags, last) = longestPlace(at: end), flags.contains(.wellKnown),
      traits(end).contains(.capitalized)
    {
      end = last + 1
    }
    add(.facility, first..<end, rank: 2)
  }

  /// `General`, `Memorial`, `Methodist` after a place: `Denver General`, `LA County`.
  mutating func readShortFacility(at head: Int) {
    guard traits(head).contains(.capitalized), spaced(head) || dashed(head),
      spells(head, ["general", "gen", "memorial", "med", "va", "methodist", "presbyterian", "regional", "langone"]),
      traits(head - 1).contains(.capitalized), !cue(head - 1).contains(.neverName)
    else { return }
    let first = facilityStart(head)
    guard first < head else { return }
    let place = longestPlace(at: first).map { $0.last == head - 1 } ?? false
    if place || spells(first, ["la", "sf", "ny", "nyc", "nyu", "mass", "chicago", "stanford"]) || followsCare(first) {
      add(.facility, first..<head + 1, rank: 2)
    }
  }

  /// `seen at Greenfield`, `admitted to Bellevue`: what is capitalised after a verb of care is where it was given.
  mutating func readPlaceOfCare(after preposition: Int) {
    guard spells(preposition, ["at", "to", "in"]) || byteAfter(preposition) == UInt8(ascii: "@") else { return }
    var first = preposition + 1
    if spells(first, ["the", "our"]) { first += 1 }
    guard has(first), gap(before: first).count <= 3, traits(first).contains(.capitalized), followsCare(preposition + 1)
    else {
      return
    }
    var end = first
    while end < first + 5, has(end), end == first || joinsName(end) {
      guard traits(end).contains(.capitalized) || end > first && spells(end, ["'s", "and", "of", "&"]) else { break }
      if !cue(end).isDisjoint(with: [.neverName, .month, .weekday, .title]) && !spells(end, ["st", "university"]) {
        break
      }
      end += 1
    }
    while end > first, !traits(end - 1).contains(.capitalized), !spells(end - 1, "'s") { end -= 1 }
    guard end > first, isPlausibleFacility(first..<end, preposition) else { return }
    add(.facility, first..<end)
  }

  /// `Johns Hopkins`, `Mayo`, `UCSF`, `St. Luke's`.
  mutating func readInstitution(at word: Int) {
    guard traits(word).contains(.capitalized) else { return }
    for (first, second) in Self.institutionPairs where spells(word, first) && spells(word + 1, second) {
      guard gap(before: word + 1).count <= 2 else { continue }
      add(.facility, word..<word + 2, rank: 2)
      return
    }
    if spells(word, ["st", "saint", "mt", "mount"]) {
      guard traits(word + 1).contains(.capitalized), gap(before: word + 1).count <= 2,
        !names(word + 1).isDisjoint(with: [.given, .rareGiven, .family])
      else { return }
      let possessive = spells(word + 2, "'s")
      guard possessive || spells(word - 1, ["at", "from", "to"]) else { return }
      if !possessive, longestPlace(at: word) != nil { return }
      add(.facility, word..<word + (possessive ? 3 : 2), rank: 2)
      return
    }
    if traits(word).contains(.allCaps), document.tokens[word].foldedCount >= 3 {
      if spells(
        word,
        [
          "ucsf", "ucla", "ucsd", "nyu", "upmc", "uwmc", "utsw", "utmb", "mgh", "bwh", "hup", "chop", "chla", "mskcc",
          "vumc", "ohsu",
        ])
      {
        add(.facility, word..<word + 1)
      }
      return
    }
    if spells(word, ["bronxcare", "bellevue", "moffitt", "montefiore"]), spells(word - 1, ["at", "to", "from", "in"]) {
      add(.facility, word..<word + 1)
    }
  }

  /// Whether a known institution of two words starts here.
  func isInstitution(_ word: Int) -> Bool {
    for (first, second) in Self.institutionPairs where spells(word, first) && spells(word + 1, second) { return true }
    return false
  }

  private static let institutionPairs: [(StaticString, StaticString)] = [
    ("johns", "hopkins"), ("john", "hopkins"), ("cedars", "sinai"), ("cedar", "sinai"), ("mass", "general"),
    ("mass", "gen"), ("mount", "sinai"), ("mt", "sinai"), ("beth", "israel"), ("md", "anderson"),
    ("kaiser", "permanente"), ("dana", "farber"), ("sloan", "kettering"), ("nyu", "langone"), ("cook", "county"),
    ("barnes", "jewish"), ("baylor", "scott"), ("john", "radcliffe"), ("county", "general"),
  ]

  private func isFacilityHead(_ head: Int) -> Bool {
    if cue(head).contains(.facility) {
      if spells(head, ["health", "healthcare"]) {
        guard traits(head).contains(.capitalized) else { return false }
        if spells(
          head + 1, ["organization", "news", "service", "secretary", "department", "act", "insurance", "law", "and"])
        {
          return false
        }
        if traits(head + 1).contains(.capitalized), spaced(head + 1),
          !spells(head + 1, ["care", "system", "center", "centre", "clinic", "hospital", "network"])
        {
          return false
        }
        return !spells(
          head - 1,
          [
            "public", "mental", "global", "women's", "men's", "digital", "national", "of", "world", "child", "maternal",
            "population", "everyday", "sexual", "oral", "reproductive", "rural", "good", "and", "your", "'s", "better",
            "behavioral", "behavioural", "heart", "family", "senior", "community", "university", "city", "county",
          ])
      }
      return true
    }
    return spells(head, ["center", "centre", "ctr", "home", "surgery", "institute"])
      && cue(head - 1).contains(.facilityPart)
      && !spells(head - 1, ["city", "community", "county", "college", "school", "university", "royal", "trust"])
      && traits(head).contains(.capitalized) && gap(before: head).count <= 2
  }

  /// The first capitalised word of the name that ends before a word.
  private func facilityStart(_ head: Int) -> Int {
    var first = head
    while first > head - (titleCase ? 3 : 7), has(first - 1), joinsName(first) {
      let before = first - 1
      if spells(before, ["'s", "of", "and", "&"]) {
        guard traits(before - 1).contains(.capitalized), joinsName(before), has(before - 1) else { break }
        if spells(before, "and"), cue(first).isDisjoint(with: .facilityPart), !spells(first, "women") { break }
        if cue(before - 1).contains(.neverName), !spells(before, "'s") { break }
        first = before
        continue
      }
      guard traits(before).contains(.capitalized), traits(before).isDisjoint(with: [.hashtag, .number]) else { break }
      if !cue(before).isDisjoint(with: [.month, .weekday]) { break }
      if cue(before).contains(.neverName),
        !spells(before, ["new", "good", "medical", "health", "north", "south", "east", "west", "children", "care"])
      {
        break
      }
      if cue(before).contains(.title), !spells(before, "st") { break }
      first = before
    }
    while first < head, spells(first, ["'s", "of", "and", "&"]) { first += 1 }
    return first
  }

  /// Whether only a space, hyphen or the stop of `St.` stands before a word.
  func joinsName(_ word: Int) -> Bool {
    guard has(word), has(word - 1) else { return false }
    let gap = gap(before: word)
    if gap.isEmpty { return true }
    guard gap.count <= 3 else { return false }
    for byte in gap {
      switch byte {
      case 0x20, 0x2D, 0x26: continue
      case 0x2E where spells(word - 1, ["st", "mt", "med", "gen", "ft"]): continue
      default: return false
      }
    }
    return true
  }

  /// Whether the words before the head name one facility rather than any.
  private func isNamed(_ run: Range<Int>, head: Int) -> Bool {
    var proper = 0
    for word in run where traits(word).contains(.capitalized) && !cue(word).contains(.neverName) {
      if cue(word).contains(.facilityPart),
        !spells(
          word,
          [
            "mercy", "sacred", "st", "mount", "mt", "saint", "general", "memorial", "methodist", "victoria",
            "children's", "city", "county",
          ])
      {
        continue
      }
      proper += 1
    }
    guard proper > 0 else {
      return run.count >= 2 && traits(head).contains(.capitalized)
        && spells(run.lowerBound, ["new", "good", "royal", "queen"])
    }
    if titleCase || spells(head, ["hospitals", "clinics"]) {
      let first = run.lowerBound
      let known = longestPlace(at: first).map { $0.flags.contains(.wellKnown) } ?? false
      guard known || spells(first, ["st", "saint", "mount", "mt"]) || cue(first).contains(.institution) else {
        return false
      }
    }
    if traits(head).contains(.capitalized) { return true }
    if let (_, last) = longestPlace(at: run.lowerBound), last == head - 1 { return true }
    return cue(run.lowerBound).contains(.institution) || spells(run.lowerBound, ["st", "mt", "saint"])
  }

  /// Whether a verb of care stands within the four words before.
  private func followsCare(_ word: Int) -> Bool {
    var before = word - 1
    while before >= word - 5, has(before) {
      if cues[before].contains(.careVerb) { return true }
      if !document.tokens[before].marks.isDisjoint(with: [.stop, .colon]), before < word - 1,
        has(before - 1), !cue(before - 1).contains(.title), document.tokens[before - 1].foldedCount > 1
      {
        return false
      }
      before -= 1
    }
    return false
  }

  private func isPlausibleFacility(_ run: Range<Int>, _ preposition: Int) -> Bool {
    if titleCase || run.count == 1 && document.tokens[run.lowerBound].foldedCount < 3 { return false }
    for word in run where cue(word).contains(.organisation) && !cue(word).contains(.facility) { return false }
    let first = run.lowerBound
    if cue(first).contains(.state) || cue(first).contains(.eponym) && cue(run.upperBound).contains(.eponymHead) {
      return false
    }
    if traits(first).contains(.allCaps) {
      return spells(preposition, "at") && document.tokens[first].foldedCount >= 4 && run.count > 1
    }
    if run.count == 1, spells(first, ["home", "work", "school", "night", "baseline", "church"]) { return false }
    if spells(preposition, "at") { return true }
    if spells(preposition, "in") {
      // `seen in BronxCare`: a capital inside the word marks a brand, not a town.
      let written = bytes[document.bytes(of: run)].dropFirst()
      return run.count == 1 && !traits(first).contains(.allCaps) && written.contains { $0 >= 0x41 && $0 <= 0x5A }
    }
    return spells(preposition - 1, ["admitted", "transferred", "referred", "taken", "rushed"]) && !longestPlaceOnly(run)
      && (!names(first).contains(.given) || cue(first).contains(.institution))
  }

  private func longestPlaceOnly(_ run: Range<Int>) -> Bool {
    guard let (flags, _) = longestPlace(at: run.lowerBound) else { return false }
    return flags.contains(.wellKnown)
  }
}

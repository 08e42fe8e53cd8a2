/// Street addresses and post boxes.
extension EntityScan {
  /// `123 Maple Street, Apt 4, Springfield, MO 65801`; starts at the house number.
  mutating func readAddress(at word: Int) {
    guard let count = digitCount(word), count <= 5, !(has(word - 1) && continuesBackward(word)), has(word + 1),
      byteBefore(word) != UInt8(ascii: "$")
    else { return }
    var next = word + 1
    if touches(next) {
      guard document.tokens[next].foldedCount == 1, !spells(next, ["s", "m", "f", "h", "d"]) else { return }
      next += 1
    }
    let first = next
    if cue(first).contains(.month), cue(first + 1).contains(.street) { return }
    var capital = false
    while next <= first + 4, has(next), next == first ? spaced(next) : joinsStreet(next) {
      if next > first, cue(next).contains(.street), isStreetEnd(next, capital: capital) {
        guard next > first + 1 || !cue(first).contains(.neverName) || traits(first).contains(.capitalized) else {
          return
        }
        addAddress(word, street: next)
        return
      }
      let traits = traits(next)
      if traits.contains(.capitalized) {
        capital = true
      } else if !traits.contains(.number) && !cue(next).contains(.ordinalEnding) {
        if capital || cue(next).contains(.neverName) || document.tokens[next].foldedCount < 3 { return }
      }
      next += 1
    }
  }

  /// `PO Box 12`, `Highway 9`, and a street without its number after a preposition.
  mutating func readStreet(at word: Int) {
    guard traits(word).contains(.capitalized) else { return }
    if spells(word, ["highway", "hwy", "route", "interstate"]), digitCount(word + 1) ?? 9 <= 3, spaced(word + 1) {
      add(.address, word..<word + 2)
      return
    }
    guard spells(word, ["street", "road", "avenue", "lane", "boulevard", "drive", "terrace", "crescent"]), spaced(word),
      traits(word - 1).contains(.capitalized), !cue(word - 1).contains(.neverName),
      !spells(word - 1, ["wall", "sesame", "main", "easy", "high", "fleet", "downing", "silk", "abbey"])
    else { return }
    var first = word - 1
    if traits(first - 1).contains(.capitalized), spaced(first), !cue(first - 1).contains(.neverName) { first -= 1 }
    guard spells(first - 1, ["on", "at", "near", "of", "from", "off", "along"]) else { return }
    add(.address, first..<word + 1)
  }

  /// `Flat 3, Harbour View`: a dwelling with its number and the name of its house.
  mutating func readFlat(at unit: Int) {
    guard spells(unit, ["flat", "apartment", "apt"]), traits(unit).contains(.capitalized), has(unit + 2),
      traits(unit + 1).contains(.number) || document.tokens[unit + 1].foldedCount == 1,
      gap(before: unit + 1) == [0x20]
    else { return }
    var name = unit + 2
    if touches(name), document.tokens[name].foldedCount == 1 { name += 1 }
    guard gap(before: name).count <= 2, isNameLike(name) else { return }
    var end = name + 1
    while has(end), end < name + 3, spaced(end), traits(end).contains(.capitalized) { end += 1 }
    add(.address, unit..<end, rank: 2)
  }

  /// `P.O. Box 12`.
  mutating func readPostBox(at box: Int) {
    guard digitCount(box + 1) != nil, spaced(box + 1) else { return }
    if spells(box - 1, "po") {
      add(.address, box - 1..<box + 2)
    } else if spells(box - 1, "o"), spells(box - 2, "p") {
      add(.address, box - 2..<box + 2)
    }
  }

  private func joinsStreet(_ word: Int) -> Bool {
    let gap = gap(before: word)
    guard gap.count <= 2 else { return false }
    return gap.isEmpty || gap.allSatisfy { $0 == 0x20 || $0 == 0x2E || $0 == 0x2D }
  }

  /// An abbreviated or short street word needs its capital; `street` and `road` do not.
  private func isStreetEnd(_ word: Int, capital: Bool) -> Bool {
    if traits(word).contains(.capitalized) {
      return capital || traits(word - 1).contains(.number) || cue(word - 1).contains(.ordinalEnding)
    }
    return spells(word, ["street", "road", "avenue", "lane", "drive", "boulevard", "terrace", "crescent"])
      && !cue(word - 1).contains(.neverName)
  }

  private mutating func addAddress(_ house: Int, street: Int) {
    var first = house
    if cue(house - 2).contains(.unit), traits(house - 1).contains(.number),
      document.tokens[house].marks.contains(.comma)
    {
      first = house - 2
    }
    var end = street + 1
    if spells(end, ["n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west"]),
      traits(end).contains(.capitalized),
      spaced(end)
    {
      end += 1
    }
    if cue(end).contains(.unit), gap(before: end).count <= 3, has(end + 1), gap(before: end + 1).count <= 2,
      traits(end + 1).contains(.number) || document.tokens[end + 1].foldedCount <= 3
    {
      end += 2
      if touches(end) { end += 1 }
    }
    if has(end), document.tokens[end].marks.contains(.comma), traits(end).contains(.capitalized) {
      let town = longestPlace(at: end)?.last ?? end
      if town > end || longestPlace(at: end) != nil || stateEnd(end + 1) != nil { end = town + 1 }
      if let state = stateEnd(end) { end = state }
    }
    if digitCount(end) == 5, gap(before: end).count <= 2 {
      end += 1
      if joined(end, by: 0x2D), digitCount(end) == 4 { end += 1 }
    } else if let code = postalCode(at: end), gap(before: end).count <= 2 {
      end = code
    }
    add(.address, first..<end, rank: 3)
  }
}

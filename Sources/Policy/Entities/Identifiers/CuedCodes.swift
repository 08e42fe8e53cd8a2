/// Codes that a word before them announces: `MRN 00417`, `policy number HP-4471`, `ref# 784-55`.
extension EntityScan {
  /// Reads the code after a cue, past `number`, `is`, `#` and the like.
  mutating func readCuedCode(at word: Int, _ cues: Cues) {
    guard let kind = Self.codeKind(cues), !traits(word).contains(.hashtag) else { return }
    if spells(word, "s"), !(joined(word + 1, by: UInt8(ascii: "/")) && spells(word + 1, "n")) { return }
    var next = word + 1
    var explicit = false
    var fillers = 0
    while true {
      guard has(next) else { return }
      let gap = gap(before: next)
      guard gap.count <= 6 else { return }
      for byte in gap {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "="): explicit = true
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): return
        case UInt8(ascii: ".") where !endsShort(next - 1): return
        default: break
        }
      }
      guard fillers < 5, passes(next) else { break }
      if spells(next, ["number", "no", "num", "nr", "nbr", "id", "ids", "code", "ending"]) { explicit = true }
      fillers += 1
      next += 1
    }
    guard let run = kind == .vehicleID ? plate(at: next) : spacedCode(at: next),
      isCode(run, kind: kind, weak: cues.contains(.weakCue), explicit: explicit)
    else {
      return
    }
    guard !run.words.contains(word) else { return }
    add(
      kind, run.words, bytes: withSign(document.bytes(of: run.words)),
      rank: explicit || !cues.contains(.weakCue) ? 6 : 4)
  }

  /// A code that may go on over single spaces: `0000 1234`, `XQH 8829 04417`.
  private func spacedCode(at word: Int) -> CodeRun? {
    let prefix =
      traits(word).contains(.allCaps) && document.tokens[word].foldedCount <= 4 && spaced(word + 1)
      && digitCount(word + 1) ?? 0 >= 3
    guard var run = prefix ? CodeRun(words: word..<word + 1, compact: [], digits: 0, shape: []) : codeRun(at: word)
    else {
      return nil
    }
    guard prefix || run.digits == run.compact.count && run.shape.count == 1 && run.digits >= 3 else { return run }
    if prefix { run.compact = Array(document.spelling(word)) }
    var next = run.words.upperBound
    while next < word + 4, joined(next, by: 0x20), let count = digitCount(next), count >= 3, !touches(next + 1) {
      run.words = word..<next + 1
      run.compact += document.spelling(next)
      run.digits += count
      run.shape.append(count)
      next += 1
    }
    return run
  }

  /// A plate's two groups may have a space between: `ABC 1234`, `AB12 CDE`.
  private func plate(at word: Int) -> CodeRun? {
    guard spaced(word + 1), traits(word).contains(.capitalized) || traits(word).contains(.number),
      !traits(word + 1).isDisjoint(with: [.allCaps, .number]), !has(word + 2) || !touches(word + 2)
    else { return codeRun(at: word) }
    var both = CodeRun(words: word..<word + 2, compact: [], digits: 0, shape: [])
    for part in [word, word + 1] {
      for byte in document.spelling(part) where byte < 0x80 {
        both.compact.append(byte)
        if byte < 0x3A { both.digits += 1 }
      }
      both.shape.append(Int(document.tokens[part].foldedCount))
    }
    return both.digits > 0 && both.compact.count <= 8 ? both : codeRun(at: word)
  }

  /// The kind of code a cue announces; where a word announces several, the closest to the person.
  private static func codeKind(_ cues: Cues) -> EntityKind? {
    if cues.contains(.recordCue) { return .recordNumber }
    if cues.contains(.nationalCue) && !cues.contains(.planCue) { return .nationalID }
    if cues.contains(.planCue) { return .planNumber }
    if cues.contains(.vehicleCue) { return .vehicleID }
    if cues.contains(.licenceCue) { return .licenceNumber }
    if cues.contains(.accountCue) { return .accountNumber }
    if cues.contains(.deviceCue) { return .deviceID }
    return cues.contains(.otherCue) ? .otherNumber : nil
  }

  /// Whether a word may stand between a cue and its code.
  private func passes(_ word: Int) -> Bool {
    guard !traits(word).contains(.number), !document.spelling(word).contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
      return false
    }
    if byteAfter(word) == UInt8(ascii: "-"), has(word + 1), !spells(word, ["id", "no"]) { return false }
    return cues[word].contains(.codeFiller) || !cues[word].isDisjoint(with: Cues.codeCues)
      || spells(word, ["security", "record", "s", "n", "ending", "last", "four"])
  }

  /// `No.` and `Acct.` keep their stop.
  private func endsShort(_ word: Int) -> Bool { has(word) && document.tokens[word].foldedCount <= 5 }

  private func isCode(_ run: CodeRun, kind: EntityKind, weak: Bool, explicit: Bool) -> Bool {
    guard run.compact.count >= 3, run.compact.count <= 30, run.compact.count - run.digits <= 9,
      !run.looksLikeDate || !weak && kind == .recordNumber
    else {
      return false
    }
    let after = byteAfter(run.words.upperBound - 1)
    guard after != UInt8(ascii: "%") else { return false }
    if run.words.count == 1, document.spelling(run.words.lowerBound).contains(UInt8(ascii: ",")) { return false }
    if run.words.count > 1, spells(run.words.upperBound - 1, ["year", "years", "old", "day", "bed", "week", "month"]) {
      return false
    }
    if byteBefore(run.words.lowerBound) == UInt8(ascii: "$") || byteBefore(run.words.lowerBound) == 0xA3 {
      return false
    }
    if cue(run.words.lowerBound - 1).contains(.month) { return false }
    if !weak { return run.digits >= 3 }
    if kind == .vehicleID, run.digits < run.compact.count, traits(run.words.lowerBound).contains(.capitalized) {
      return true
    }
    if explicit { return run.digits >= 3 && !countsAfter(run) }
    return run.digits >= 5 && !countsAfter(run)
  }

  /// `claim 12,000 patients`: the number counts what follows.
  private func countsAfter(_ run: CodeRun) -> Bool {
    spells(
      run.words.upperBound,
      [
        "people", "patients", "members", "cases", "beds", "years", "dollars", "mg", "ml", "deaths", "women", "men",
        "jobs",
      ])
  }

  /// The bytes with the number sign before them.
  private func withSign(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: "#") else { return range }
    return range.lowerBound - 1..<range.upperBound
  }
}

/// Telephone and fax numbers.
extension EntityScan {
  /// A number written in groups: North American, international, British, Irish or Australian.
  ///
  /// Emergency and short codes (911, 988, 111, 999) have too few digits to be one.
  mutating func readPhone(at word: Int) {
    guard startsPhone(word) else { return }
    var run = groups(from: word)
    let plus = byteBefore(word) == UInt8(ascii: "+")
    for size in [3, 4] where run.count > size {
      let shape = shape(of: word..<word + size)
      if shape == [3, 3, 4] || shape == [1, 3, 3, 4] { run = word..<word + size }
    }
    while run.count >= 2 {
      let digits = digits(of: run)
      if digits.count >= 7 && isPhone(digits[...], run, plus: plus) { break }
      run = run.lowerBound..<run.upperBound - 1
    }
    let all = digits(of: run)
    guard all.count >= 7, isPhone(all[...], run, plus: plus) else {
      readVanityNumber(at: word)
      return
    }
    var end = run.upperBound
    if spells(end, ["ext", "extension", "x", "extn"]), let count = digitCount(end + 1), count <= 6 { end += 2 }
    var bytes = document.bytes(of: run.lowerBound..<end)
    if plus { bytes = bytes.lowerBound - 1..<bytes.upperBound }
    if bracketed(run), bytes.lowerBound > 0 { bytes = bytes.lowerBound - 1..<bytes.upperBound }
    add(isFax(word) ? .fax : .phone, run.lowerBound..<end, bytes: bytes, rank: phoneCue(word) ? 4 : 2)
  }

  /// Seven and more digits, each spelled out: `five five five, one two three four`.
  mutating func readSpelledPhone(at word: Int) {
    guard !isDigitWord(word - 1), isDigitWord(word) else { return }
    var end = word
    while isDigitWord(end), end - word < 16 { end += 1 }
    if end - word >= 7 { add(.phone, word..<end, rank: 3) }
  }

  private func isDigitWord(_ word: Int) -> Bool {
    guard has(word) else { return false }
    if digitCount(word) == 1 { return true }
    guard cue(word).contains(.numberWord), let value = SpelledNumber.unit(document.spelling(word)) else { return false }
    return value < 10
  }

  /// `1-800-FLOWERS`.
  private mutating func readVanityNumber(at word: Int) {
    guard spells(word, "1"), let code = value(word + 1), [800, 833, 844, 855, 866, 877, 888].contains(code),
      dashed(word + 1)
    else { return }
    var end = word + 2
    var count = 0
    while has(end), dashed(end), end < word + 5 {
      count += Int(document.tokens[end].foldedCount)
      end += 1
    }
    if count >= 7, count <= 10 { add(.phone, word..<end, rank: 2) }
  }

  private func startsPhone(_ word: Int) -> Bool {
    let before = byteBefore(word)
    if before == UInt8(ascii: "+") { return true }
    guard before != UInt8(ascii: "$"), before != UInt8(ascii: "#"), before != 0xA3, before != UInt8(ascii: "'") else {
      return false
    }
    if has(word - 1), traits(word - 1).contains(.number) || touches(word) {
      if spells(word - 1, ["x", "ext"]) { return false }
      let gap = gap(before: word)
      if gap.count <= 2, !gap.contains(0x2C), traits(word - 1).contains(.number) { return false }
      if touches(word) || joined(word, by: UInt8(ascii: "-")) { return false }
    }
    return true
  }

  /// The numbers that stand together: groups with a space, hyphen, dot, slash or bracket between.
  private func groups(from word: Int) -> Range<Int> {
    var end = word + 1
    var total = Int(document.tokens[word].foldedCount)
    while has(end), traits(end).contains(.number), end - word < 14, isGroupGap(end) {
      total += Int(document.tokens[end].foldedCount)
      guard total <= 24 else { break }
      end += 1
    }
    return word..<end
  }

  private func isGroupGap(_ word: Int) -> Bool {
    let gap = gap(before: word)
    guard !gap.isEmpty, gap.count <= 4 else { return false }
    for byte in gap
    where ![0x20, 0x2D, 0x2E, 0x28, 0x29, 0x2F, 0xE2, 0x80, 0x90, 0x91, 0x93, 0xC2, 0xA0].contains(byte) {
      return false
    }
    return true
  }

  private func isPhone(_ digits: ArraySlice<UInt8>, _ run: Range<Int>, plus: Bool) -> Bool {
    for word in run where document.spelling(word).contains(UInt8(ascii: ",")) { return false }
    if touches(run.upperBound) { return false }
    if joined(run.upperBound, by: UInt8(ascii: "-")), traits(run.upperBound).contains(.number) { return false }
    if plus { return TelephonePlan.isInternational(digits) }
    let cued = phoneCue(run.lowerBound)
    let national = digits.first == 1 && digits.count == 11 ? digits.dropFirst() : digits
    let shape = shape(of: run)
    if shape == [3, 3, 4] || shape == [1, 3, 3, 4] {
      return cued || TelephonePlan.isAreaCode(national.prefix(3)) || bracketed(run)
    }
    if cued {
      if digits.count == 10 || digits.count == 11 { return true }
      if digits.count == 7 || digits.count == 8 { return shape == [3, 4] || shape == [7] || shape == [4, 4] }
      if TelephonePlan.isNationalWithZero(digits) { return true }
    }
    if digits.first == 0, run.count >= 2, run.count <= 5, shape[0] >= 2, shape[0] <= 5,
      TelephonePlan.isNationalWithZero(digits)
    {
      return !isDateLike(shape)
    }
    if digits.first == 0, run.count == 1, digits.count == 10 || digits.count == 11 {
      return TelephonePlan.isNationalWithZero(digits) && [1, 2, 3, 7, 8].contains(digits[digits.startIndex + 1])
    }
    if run.count >= 7, digits.count == run.count { return digits.count == 10 || digits.count == 7 }
    return run.count >= 2 && shape[0] == 4 && TelephonePlan.isAustralianService(digits)
  }

  private func isDateLike(_ shape: [Int]) -> Bool { shape == [2, 2, 4] || shape == [2, 2, 2] }

  /// How many digits each group has; `555.123.4567` is one word and three groups.
  private func shape(of run: Range<Int>) -> [Int] {
    var shape: [Int] = []
    for word in run {
      var count = 0
      for byte in document.spelling(word) {
        if byte == UInt8(ascii: ".") {
          shape.append(count)
          count = 0
        } else {
          count += 1
        }
      }
      shape.append(count)
    }
    return shape
  }

  private func bracketed(_ run: Range<Int>) -> Bool {
    byteBefore(run.lowerBound) == UInt8(ascii: "(") && byteAfter(run.lowerBound) == UInt8(ascii: ")")
  }

  /// Whether `phone`, `call`, `fax` or the like stands within the five words before.
  private func phoneCue(_ word: Int) -> Bool { nearCue([.phoneCue, .faxCue], before: word) }

  private func isFax(_ word: Int) -> Bool {
    var before = word - 1
    while before >= word - 4, has(before) {
      if cues[before].contains(.faxCue) { return true }
      if cues[before].contains(.phoneCue) || traits(before).contains(.number) { return false }
      before -= 1
    }
    return false
  }

  /// Whether one of these cues stands within the five words before, with no other code between.
  func nearCue(_ wanted: Cues, before word: Int) -> Bool {
    var before = word - 1
    while before >= word - 5, has(before) {
      if !cues[before].isDisjoint(with: wanted) { return true }
      if traits(before).contains(.number), document.tokens[before].foldedCount > 3 { return false }
      before -= 1
    }
    return false
  }
}

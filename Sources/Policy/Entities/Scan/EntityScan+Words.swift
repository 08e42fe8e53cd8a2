/// Looking at words and at what stands between them.
extension EntityScan {
  /// Whether a word is in the passage at hand.
  func has(_ word: Int) -> Bool {
    if let looks { looks.count += 1 }
    return word >= words.lowerBound && word < words.upperBound
  }

  /// The cues of a word; none outside the passage.
  func cue(_ word: Int) -> Cues { has(word) ? cues[word] : [] }

  /// The traits of a word; none outside the passage.
  func traits(_ word: Int) -> Traits { has(word) ? document.tokens[word].traits : [] }

  /// Whether a word of the passage is spelled so.
  func spells(_ word: Int, _ spelling: StaticString) -> Bool { has(word) && document.spells(word, spelling) }

  /// Whether a word of the passage is one of these.
  func spells(_ word: Int, _ spellings: [StaticString]) -> Bool {
    guard has(word) else { return false }
    for spelling in spellings where document.spells(word, spelling) { return true }
    return false
  }

  /// The bytes between the word before and this one.
  func gap(before word: Int) -> ArraySlice<UInt8> {
    guard word > words.lowerBound, word < words.upperBound else { return [] }
    let from = Int(document.tokens[word - 1].end)
    let to = Int(document.tokens[word].start)
    return from <= to ? bytes[from..<to] : []
  }

  /// Whether exactly this one character stands between the word before and this one.
  func joined(_ word: Int, by byte: UInt8) -> Bool {
    guard has(word), word > words.lowerBound else { return false }
    let gap = gap(before: word)
    return gap.count == 1 && gap.first == byte
  }

  /// Whether a hyphen or a dash of any kind, and nothing else but spaces, stands before a word.
  func dashed(_ word: Int) -> Bool {
    let gap = gap(before: word)
    guard !gap.isEmpty, gap.count <= 5 else { return false }
    var dash = false
    for byte in gap {
      switch byte {
      case 0x20: continue
      case 0x2D, 0xE2, 0x80, 0x90...0x95: dash = true
      default: return false
      }
    }
    return dash
  }

  /// Whether nothing stands between the word before and this one.
  func touches(_ word: Int) -> Bool {
    has(word) && word > words.lowerBound && document.tokens[word - 1].end == document.tokens[word].start
  }

  /// Whether only white space stands between the word before and this one.
  func spaced(_ word: Int) -> Bool {
    guard has(word), word > words.lowerBound else { return false }
    let gap = gap(before: word)
    guard !gap.isEmpty, gap.count <= 4 else { return false }
    for byte in gap where byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0xC2 && byte != 0xA0 { return false }
    return true
  }

  /// The byte right before a word, or a space at the start.
  func byteBefore(_ word: Int) -> UInt8 {
    let start = Int(document.tokens[word].start)
    return start > 0 ? bytes[start - 1] : 0x20
  }

  /// The byte right after a word, or a space at the end.
  func byteAfter(_ word: Int) -> UInt8 {
    let end = Int(document.tokens[word].end)
    return end < bytes.count ? bytes[end] : 0x20
  }

  /// How many digits a number has, where it has nothing but digits.
  func digitCount(_ word: Int) -> Int? {
    guard traits(word).contains(.number) else { return nil }
    let spelling = document.spelling(word)
    for byte in spelling where byte < 0x30 || byte > 0x39 { return nil }
    return spelling.count
  }

  /// The value of a number of at most nine digits and nothing else.
  func value(_ word: Int) -> Int? {
    guard let count = digitCount(word), count > 0, count <= 9 else { return nil }
    var value = 0
    for byte in document.spelling(word) { value = value * 10 + Int(byte - 0x30) }
    return value
  }

  /// The digits of a run of words, without anything else.
  func digits(of run: Range<Int>) -> [UInt8] {
    var digits: [UInt8] = []
    for word in run {
      for byte in document.spelling(word) where byte >= 0x30 && byte <= 0x39 { digits.append(byte - 0x30) }
    }
    return digits
  }
}

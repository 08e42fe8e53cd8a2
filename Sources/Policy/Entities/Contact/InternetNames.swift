/// Mail addresses, links, handles and hashtags.
extension EntityScan {
  /// What the tokeniser already cut out as one word.
  mutating func readInternetName(at word: Int) {
    let traits = traits(word)
    if traits.contains(.mail) {
      add(.email, word..<word + 1, rank: 5)
    } else if traits.contains(.link) {
      add(.url, word..<word + 1, rank: 5)
    } else if traits.contains(.mention) {
      add(.handle, word..<word + 1, rank: 2)
    } else if traits.contains(.hashtag), byteBefore(word) == UInt8(ascii: "#") || byteBefore(word) == 0x83 {
      var end = word + 1
      while self.traits(end).contains(.hashtag), touches(end) || joined(end, by: UInt8(ascii: "_")) { end += 1 }
      let run = document.bytes(of: word..<end)
      let sign = byteBefore(word) == UInt8(ascii: "#") ? 1 : 3
      add(.hashtag, word..<end, bytes: run.lowerBound - sign..<run.upperBound, rank: 0)
    }
  }

  /// `name at clinic dot org`, the spelled form of a mail address.
  mutating func readSpelledMail(at dot: Int) {
    guard has(dot + 1), isTopLevel(dot + 1), spells(dot - 2, "at"), has(dot - 3) else { return }
    var first = dot - 3
    if spells(first - 1, "dot"), has(first - 2) { first -= 2 }
    for word in first...dot + 1 where word > first {
      let gap = gap(before: word)
      guard gap.count <= 3, !gap.contains(UInt8(ascii: ".")), !gap.contains(UInt8(ascii: ",")) else { return }
    }
    add(.email, first..<dot + 2, rank: 3)
  }

  private func isTopLevel(_ word: Int) -> Bool {
    spells(word, ["com", "org", "net", "edu", "gov", "uk", "ie", "ca", "au", "us", "health", "co", "info"])
  }

  /// IP version 4 and 6 and hardware addresses.
  mutating func readHexadecimal(at word: Int) {
    let traits = traits(word)
    if traits.contains(.number) {
      if isVersion4(word) {
        add(.ipAddress, word..<word + 1, rank: 5)
        return
      }
    } else if document.tokens[word].foldedCount > 4 {
      return
    }
    let next = byteAfter(word)
    guard next == UInt8(ascii: ":") || next == UInt8(ascii: "-"), isHexadecimal(document.spelling(word)),
      ![UInt8(ascii: ":"), UInt8(ascii: "-")].contains(byteBefore(word)), !touches(word)
    else { return }
    let start = Int(document.tokens[word].start)
    var end = start
    // At most 45 characters (RFC 4291 with an embedded version 4 address).
    while end < bytes.count, end - start < 46, isAddressByte(bytes[end]) { end += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: ":") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    let run = bytes[start..<end]
    let kind: EntityKind
    if HardwareAddress.isValid(run) {
      kind = .deviceID
    } else if InternetAddress.isVersion6(run) {
      kind = .ipAddress
    } else {
      return
    }
    var last = word
    while has(last), Int(document.tokens[last].start) < end { last += 1 }
    add(kind, word..<last, bytes: start..<end, rank: 5)
  }

  private func isVersion4(_ word: Int) -> Bool {
    let spelling = document.spelling(word)
    guard spelling.count >= 7, spelling.count <= 15, !touches(word), !touches(word + 1) else { return false }
    return InternetAddress.isVersion4(spelling)
  }

  private func isHexadecimal(_ spelling: ArraySlice<UInt8>) -> Bool {
    for byte in spelling where !(byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x66) { return false }
    return true
  }

  private func isAddressByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x3A || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66 || byte == UInt8(ascii: "-")
  }
}

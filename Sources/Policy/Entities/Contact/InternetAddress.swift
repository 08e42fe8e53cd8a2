/// The written forms of internet addresses.
enum InternetAddress {
  /// Four numbers up to 255 with dots.
  static func isVersion4(_ text: ArraySlice<UInt8>) -> Bool {
    var parts = 0
    for part in text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard !part.isEmpty, part.count <= 3, part.count == 1 || part.first != 0x30 else { return false }
      var value = 0
      for byte in part {
        guard byte >= 0x30, byte <= 0x39 else { return false }
        value = value * 10 + Int(byte - 0x30)
      }
      guard value <= 255 else { return false }
      parts += 1
    }
    return parts == 4
  }

  /// Eight groups of one to four hexadecimal digits, or fewer with one `::` (RFC 4291, 2.2).
  static func isVersion6(_ text: ArraySlice<UInt8>) -> Bool {
    var groups = 0
    var empties = 0
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.isEmpty {
        if index > 0 && index < parts.count - 1 { empties += 1 }
        continue
      }
      guard part.count <= 4 else { return false }
      for byte in part where !(byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66) {
        return false
      }
      groups += 1
    }
    return empties == 0 ? groups == 8 : empties == 1 && groups >= 2 && groups <= 7
  }
}

/// The written form of a network card's address.
enum HardwareAddress {
  /// Six pairs of hexadecimal digits, all with colons or all with hyphens.
  static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count == 17 else { return false }
    let separator = text[text.startIndex + 2]
    guard separator == UInt8(ascii: ":") || separator == UInt8(ascii: "-") else { return false }
    for (offset, byte) in text.enumerated() {
      if offset % 3 == 2 {
        guard byte == separator else { return false }
      } else {
        guard byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66 else { return false }
      }
    }
    return true
  }
}

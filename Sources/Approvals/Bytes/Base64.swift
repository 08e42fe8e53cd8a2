/// Standard base64 (RFC 4648 section 4), padded, without line breaks.
///
/// Reading is canonical: a wrong length, a byte outside the alphabet, padding in the wrong place and non-zero unused
/// bits are all refused, so that one value has one spelling and no byte of a record can change unnoticed.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let taken = min(3, bytes.count - index)
      var group: UInt32 = 0
      for offset in 0..<3 {
        group = group << 8 | (offset < taken ? UInt32(bytes[index + offset]) : 0)
      }
      for position in 0..<4 {
        text.append(position <= taken ? alphabet[Int(group >> UInt32(18 - 6 * position)) & 0x3F] : padding)
      }
      index += 3
    }
    return text
  }

  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    let symbols = Array(text)
    guard symbols.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(symbols.count / 4 * 3)
    var index = 0
    while index < symbols.count {
      let isLast = index + 4 == symbols.count
      var padded = 0
      if isLast, symbols[index + 3] == padding { padded = symbols[index + 2] == padding ? 2 : 1 }
      var group: UInt32 = 0
      for position in 0..<4 {
        if position >= 4 - padded {
          group <<= 6
        } else {
          let value = values[Int(symbols[index + position])]
          guard value < 64 else { return nil }
          group = group << 6 | UInt32(value)
        }
      }
      if padded == 1, group & 0xFF != 0 { return nil }
      if padded == 2, group & 0xFFFF != 0 { return nil }
      for position in 0..<(3 - padded) {
        bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * position)))
      }
      index += 4
    }
    return bytes
  }

  private static let padding = UInt8(ascii: "=")
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 0xFF, count: 256)
    for (value, symbol) in alphabet.enumerated() { table[Int(symbol)] = UInt8(value) }
    return table
  }()
}

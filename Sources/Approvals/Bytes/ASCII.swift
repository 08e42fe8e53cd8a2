/// Byte classes and spellings of ASCII text.
///
/// Identities, paths and records are compared as bytes, since Swift strings compare by canonical equivalence: NFC and
/// NFD spellings, or `k` and the Kelvin sign after lower-casing, would be one person.
enum ASCII {
  static let space = UInt8(ascii: " ")
  static let newline = UInt8(ascii: "\n")
  static let percent = UInt8(ascii: "%")
  static let slash = UInt8(ascii: "/")

  static func isLowerLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
  static func isUpperLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Space to tilde.
  static func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte <= 0x7E }

  static func lowercased(_ byte: UInt8) -> UInt8 { isUpperLetter(byte) ? byte + 0x20 : byte }

  static func lowerHexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  static func lowerHex(_ bytes: [UInt8]) -> [UInt8] {
    var hex: [UInt8] = []
    hex.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      for digit in [byte >> 4, byte & 0xF] {
        hex.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
    return hex
  }

  /// The decimal value of 1 to 9 digits, `nil` for anything else.
  static func decimal(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Text for a message; a byte that is not printable ASCII shows as `\xNN`, so that nothing in it can steer a
  /// terminal.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var shown = ""
    for byte in bytes {
      if isPrintable(byte) {
        shown.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = lowerHex([byte])
        shown += "\\x"
        for digit in hex { shown.unicodeScalars.append(Unicode.Scalar(digit)) }
      }
    }
    return shown
  }

  /// Orders two byte strings as `memcmp` does, a prefix before what it begins.
  static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool { left.lexicographicallyPrecedes(right) }
}

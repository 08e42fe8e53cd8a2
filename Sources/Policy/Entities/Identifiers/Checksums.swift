/// The check digits of identifiers.
///
/// Digits are values 0 to 9, not characters.
enum Checksum {
  /// ISO/IEC 7812-1, annex B: every second digit from the right doubled, the sum a multiple of ten.
  static func luhn(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    var double = false
    for digit in digits.reversed() {
      let value = Int(digit) * (double ? 2 : 1)
      sum += value > 9 ? value - 9 : value
      double.toggle()
    }
    return sum % 10 == 0 && digits.contains { $0 != 0 }
  }

  /// A US National Provider Identifier: ten digits from 1 or 2, Luhn with 80840 before (45 CFR 162.406).
  static func npi(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 10, digits.first == 1 || digits.first == 2 else { return false }
    return luhn([8, 0, 8, 4, 0] + digits)
  }

  /// An NHS number: ten digits, weights 10 to 2, mod 11 (NHS Data Dictionary).
  static func nhs(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 10 else { return false }
    var sum = 0
    for (offset, digit) in digits.prefix(9).enumerated() { sum += Int(digit) * (10 - offset) }
    let check = (11 - sum % 11) % 11
    return check < 10 && check == Int(digits[digits.endIndex - 1]) && digits.contains { $0 != digits.first }
  }

  /// The digits of a DEA registration: (d1 + d3 + d5) + 2 (d2 + d4 + d6) ends in d7.
  static func dea(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 7 else { return false }
    let d = digits.map(Int.init)
    return (d[0] + d[2] + d[4] + 2 * (d[1] + d[3] + d[5])) % 10 == d[6]
  }

  /// An Irish PPS number: seven digits with weights 8 to 2, a second letter with weight 9, the check letter mod 23.
  static func ppsn(_ digits: ArraySlice<UInt8>, check: UInt8, second: UInt8?) -> Bool {
    guard digits.count == 7 else { return false }
    var sum = 0
    for (offset, digit) in digits.enumerated() { sum += Int(digit) * (8 - offset) }
    if let second, second >= 0x61, second <= 0x69 { sum += Int(second - 0x60) * 9 }
    let value = UInt8(sum % 23)
    return check == (value == 0 ? UInt8(ascii: "w") : 0x60 + value)
  }

  /// An Australian Medicare card: first digit 2 to 6, weights 1 3 7 9 1 3 7 9 over eight digits, the ninth checks.
  static func australianMedicare(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 10 || digits.count == 11, let first = digits.first, first >= 2, first <= 6 else {
      return false
    }
    var sum = 0
    for (digit, weight) in zip(digits.prefix(8), [1, 3, 7, 9, 1, 3, 7, 9]) { sum += Int(digit) * weight }
    return sum % 10 == Int(digits[digits.startIndex + 8])
  }

  /// An Australian tax file number: nine digits, weights 1 4 3 7 5 8 6 9 10, mod 11.
  static func taxFile(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 9 else { return false }
    var sum = 0
    for (digit, weight) in zip(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) { sum += Int(digit) * weight }
    return sum % 11 == 0 && digits.contains { $0 != 0 }
  }

  /// A US bank routing number: weights 3 7 1, mod 10.
  static func routing(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 9 else { return false }
    var sum = 0
    for (offset, digit) in digits.enumerated() { sum += Int(digit) * [3, 7, 1][offset % 3] }
    return sum % 10 == 0 && digits.contains { $0 != 0 }
  }

  /// An IBAN without spaces, in lower case: mod 97 of the rearranged number is one (ISO 13616).
  static func iban(_ text: [UInt8]) -> Bool {
    guard text.count >= 15, text.count <= 34 else { return false }
    var remainder = 0
    for byte in text[4...] + text[..<4] {
      switch byte {
      case 0x30...0x39: remainder = (remainder * 10 + Int(byte - 0x30)) % 97
      case 0x61...0x7A: remainder = (remainder * 100 + Int(byte - 0x61) + 10) % 97
      default: return false
      }
    }
    return remainder == 1
  }

  /// A vehicle identification number in lower case: 17 characters without i, o, q; the ninth checks mod 11
  /// (49 CFR 565.15).
  static func vin(_ text: [UInt8]) -> Bool {
    guard text.count == 17 else { return false }
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    var sum = 0
    for (byte, weight) in zip(text, weights) {
      let value: Int
      switch byte {
      case 0x30...0x39: value = Int(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "h"): value = Int(byte - 0x60)
      case UInt8(ascii: "j")...UInt8(ascii: "n"): value = Int(byte - 0x69)
      case UInt8(ascii: "p"): value = 7
      case UInt8(ascii: "r"): value = 9
      case UInt8(ascii: "s")...UInt8(ascii: "z"): value = Int(byte - 0x71)
      default: return false
      }
      sum += value * weight
    }
    let check = sum % 11
    return text[8] == (check == 10 ? UInt8(ascii: "x") : 0x30 + UInt8(check))
  }
}

/// What the numbering plans say of a run of digits.
enum TelephonePlan {
  /// Whether ten digits are a geographic, mobile or toll-free number of the North American plan.
  ///
  /// Area codes are `[2-9][0-8][0-9]` and not N11; 37x and 96x are set aside (NANPA). The exchange begins 2 to 9.
  static func isNorthAmerican(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 10, isAreaCode(digits.prefix(3)) else { return false }
    return digits[digits.startIndex + 3] >= 2
  }

  /// Whether three digits may be an area code.
  static func isAreaCode(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 3 else { return false }
    let first = digits[digits.startIndex]
    let second = digits[digits.startIndex + 1]
    let third = digits[digits.startIndex + 2]
    guard first >= 2, second <= 8, !(second == 1 && third == 1) else { return false }
    return !(first == 3 && second == 7) && !(first == 9 && second == 6)
  }

  /// Whether digits with the leading 0 are a number of the United Kingdom, Ireland or Australia.
  ///
  /// 01, 02, 03, 07, 08 with ten or eleven digits (Ofcom); Irish numbers have nine or ten (ComReg); Australian
  /// numbers ten with 02, 03, 04, 07, 08 (ACMA).
  static func isNationalWithZero(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count >= 9, digits.count <= 11, digits.first == 0 else { return false }
    switch digits[digits.startIndex + 1] {
    case 1: return digits.count >= 9
    case 2, 3, 7, 8: return digits.count >= 10
    case 4: return digits.count == 10
    case 5, 6, 9: return digits.count >= 9 && digits.count <= 10
    default: return false
    }
  }

  /// Whether digits after a plus are an international number: a country code and eight to fifteen digits (E.164).
  static func isInternational(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count >= 8 && digits.count <= 15 && digits.first ?? 0 != 0
  }

  /// Whether digits are an Australian 13, 1300 or 1800 service number.
  static func isAustralianService(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 10 && (digits.starts(with: [1, 3, 0, 0]) || digits.starts(with: [1, 8, 0, 0]))
  }
}

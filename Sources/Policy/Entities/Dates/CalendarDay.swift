/// The Gregorian calendar, as far as a written date needs it.
enum CalendarDay {
  /// The years a written date may name.
  static let years = 1880...2100

  /// Whether a month has such a day; without a year, 29 February counts.
  static func exists(year: Int?, month: Int, day: Int) -> Bool {
    guard month >= 1, month <= 12, day >= 1 else { return false }
    if let year {
      guard years.contains(year) else { return false }
    }
    switch month {
    case 2: return day <= (year.map(isLeap) ?? true ? 29 : 28)
    case 4, 6, 9, 11: return day <= 30
    default: return day <= 31
    }
  }

  /// Whether two numbers before or after a year are a day in either order, as written in the US or elsewhere.
  static func existsInEitherOrder(year: Int?, _ first: Int, _ second: Int) -> Bool {
    exists(year: year, month: first, day: second) || exists(year: year, month: second, day: first)
  }

  /// The year of two digits: 00 to 49 are of this century.
  static func year(ofTwoDigits value: Int) -> Int { value < 50 ? 2000 + value : 1900 + value }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// The number of a month from the first three letters of its folded name.
  static func month(_ spelling: ArraySlice<UInt8>) -> Int? {
    guard spelling.count >= 3 else { return nil }
    let start = spelling.startIndex
    var key: UInt32 = 0
    for byte in spelling[start..<start + 3] { key = key << 8 | UInt32(byte) }
    switch key {
    case 0x6A_616E: return 1
    case 0x66_6562: return 2
    case 0x6D_6172: return 3
    case 0x61_7072: return 4
    case 0x6D_6179: return 5
    case 0x6A_756E: return 6
    case 0x6A_756C: return 7
    case 0x61_7567: return 8
    case 0x73_6570: return 9
    case 0x6F_6374: return 10
    case 0x6E_6F76: return 11
    case 0x64_6563: return 12
    default: return nil
    }
  }
}

/// A point in time in whole seconds of UTC since 1970-01-01, as records and people files write it.
///
/// The only spelling is `YYYY-MM-DDTHH:MM:SSZ` (RFC 3339), years 1970 to 9999, no leap second: a record is compared and
/// signed as bytes, so one instant must have one spelling.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// The instant that many seconds after 1970-01-01T00:00:00Z; negative values and years after 9999 are clamped.
  public init(seconds: Int64) {
    self.seconds = min(max(seconds, 0), Self.latest)
  }

  /// Reads `YYYY-MM-DDTHH:MM:SSZ`; an impossible date, another zone, fractions or lower-case letters are `nil`.
  public init?(utc text: some Collection<UInt8>) {
    let bytes = Array(text)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let day = Self(day: bytes[..<10]),
      let hour = ASCII.decimal(bytes[11..<13]), hour < 24,
      let minute = ASCII.decimal(bytes[14..<16]), minute < 60,
      let second = ASCII.decimal(bytes[17..<19]), second < 60
    else { return nil }
    self.init(seconds: day.seconds + Int64(hour * 3600 + minute * 60 + second))
  }

  /// Reads `YYYY-MM-DD` as the first second of that day in UTC; an impossible date is `nil`.
  public init?(day text: some Collection<UInt8>) {
    let bytes = Array(text)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = ASCII.decimal(bytes[..<4]), let month = ASCII.decimal(bytes[5..<7]),
      let day = ASCII.decimal(bytes[8...])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The first second of a calendar day in UTC; `nil` before 1970 and for a day the calendar does not have.
  public init?(year: Int, month: Int, day: Int) {
    guard (1970...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
    else { return nil }
    self.init(seconds: Self.days(year: year, month: month, day: day) * 86_400)
  }

  /// The same instant moved by a number of seconds.
  public func adding(seconds more: Int64) -> Instant {
    let (sum, overflow) = seconds.addingReportingOverflow(more)
    return Instant(seconds: overflow ? (more < 0 ? 0 : Self.latest) : sum)
  }

  /// The spelling in records, `YYYY-MM-DDTHH:MM:SSZ`.
  public var description: String {
    let (year, month, day) = Self.date(days: seconds / 86_400)
    let clock = Int(seconds % 86_400)
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
      + "T\(Self.padded(clock / 3600, 2)):\(Self.padded(clock / 60 % 60, 2)):\(Self.padded(clock % 60, 2))Z"
  }

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  static let distantFuture = Instant(seconds: latest)

  private static let latest: Int64 = 253_402_300_799

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func length(of month: Int, in year: Int) -> Int {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March.
  private static func days(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return Int64(shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468)
  }

  private static func date(days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    return (year, calendarMonth, dayOfYear - (153 * month + 2) / 5 + 1)
  }
}

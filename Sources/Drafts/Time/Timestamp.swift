/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
///
/// Read and written as RFC 3339. The offset from UTC is mandatory when reading: without one a time means another
/// moment on every machine.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public var secondsSince1970: Int

  /// Creates a moment.
  public init(secondsSince1970: Int) {
    self.secondsSince1970 = secondsSince1970
  }

  /// Reads an RFC 3339 date and time, such as `2026-12-01T09:00:00-06:00` or `2026-12-01T15:00:00Z`.
  ///
  /// `T` and `Z` may be in lower case; fractions of a second are read and dropped. Nil for anything else: a day that
  /// does not exist, no offset, a time after 23:59:59 (leap seconds are not moments here).
  public init?(_ text: String) {
    var reader = DigitReader(text)
    guard let date = reader.date(), reader.take("T") || reader.take("t"), let time = reader.time(),
      let offset = reader.offset(), reader.isAtEnd
    else { return nil }
    secondsSince1970 = date.daysSince1970 * 86_400 + time - offset
  }

  /// The moment in UTC as `2026-12-01T15:00:00Z`; outside the years 0 to 9999 the seconds as `@253402300800`.
  public var description: String {
    let days = secondsSince1970 / 86_400 - (secondsSince1970 % 86_400 < 0 ? 1 : 0)
    guard let date = CalendarDate(daysSince1970: days) else { return "@\(secondsSince1970)" }
    let second = secondsSince1970 - days * 86_400
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }.joined(separator: ":")
    return "\(date)T\(clock)Z"
  }

  /// The day in UTC on which the moment lies; nil outside the years 0 to 9999.
  public var dateInUTC: CalendarDate? {
    CalendarDate(daysSince1970: secondsSince1970 / 86_400 - (secondsSince1970 % 86_400 < 0 ? 1 : 0))
  }

  /// Orders moments in time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

/// Reads fixed-width decimal fields from the front of a text.
struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes one character if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Takes a number of exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    let field = rest.prefix(digits)
    guard field.count == digits, field.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return field.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// Takes `2026-12-01`.
  mutating func date() -> CalendarDate? {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Takes `09:00:00` with an optional fraction, in seconds since midnight.
  mutating func time() -> Int? {
    guard let hour = number(digits: 2), hour < 24, take(":"), let minute = number(digits: 2), minute < 60,
      take(":"), let second = number(digits: 2), second < 60
    else { return nil }
    if take(".") {
      guard number(digits: 1) != nil else { return nil }
      while number(digits: 1) != nil {}
    }
    return hour * 3600 + minute * 60 + second
  }

  /// Takes `Z` or `-06:00`, in seconds east of Greenwich.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+"), let hour = number(digits: 2), hour < 24, take(":"),
      let minute = number(digits: 2), minute < 60
    else { return nil }
    return (isWest ? -1 : 1) * (hour * 3600 + minute * 60)
  }
}

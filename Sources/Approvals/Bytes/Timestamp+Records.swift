public import Drafts

extension Timestamp {
  /// Reads the one spelling a record may use, `YYYY-MM-DDTHH:MM:SSZ`, from 1970 on.
  ///
  /// A record is compared and signed as bytes, so one moment must have one spelling: an impossible date, another
  /// offset, fractions and lower-case letters are `nil`.
  public init?(utc text: some Collection<UInt8>) {
    let bytes = Array(text)
    guard bytes.count == 20, let moment = Timestamp(String(decoding: bytes, as: UTF8.self)),
      moment.secondsSince1970 >= 0,
      moment.description.utf8.elementsEqual(bytes)
    else { return nil }
    self = moment
  }

  /// The first second of a day in UTC.
  init(startOf day: CalendarDate) {
    self.init(secondsSince1970: day.daysSince1970 * 86_400)
  }

  /// The same moment moved by a number of seconds, never past the limits of the type.
  public func adding(seconds more: Int) -> Timestamp {
    let (sum, overflow) = secondsSince1970.addingReportingOverflow(more)
    return Timestamp(secondsSince1970: overflow ? (more < 0 ? .min : .max) : sum)
  }

  /// Later than any moment that can be written.
  static let distantFuture = Timestamp(secondsSince1970: .max)
}

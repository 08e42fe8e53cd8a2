internal import Drafts

/// An offset from UTC, such as `-06:00`.
public struct UTCOffset: Hashable, Sendable {
  /// Seconds east of Greenwich.
  public let seconds: Int

  /// Reads `Z`, `+01:00` or `-06:00`; nil for anything else, and past 23:59.
  public init?(_ text: String) {
    guard text.utf8.count == 6 || text == "Z", let offset = UTCOffset(endOf: "2000-01-01T00:00:00" + text) else {
      return nil
    }
    self = offset
  }

  /// The offset a time ends with, blanks and quotes after it left out.
  init?(endOf text: String) {
    let time = text.unicodeScalars.filter { $0 != "\"" && $0 != "'" && $0 != " " }
    let cut = String(String.UnicodeScalarView(time.prefix(19)))
    let whole = String(String.UnicodeScalarView(time))
    guard let local = Timestamp(cut + "Z"), let moment = Timestamp(whole) else { return nil }
    seconds = local.secondsSince1970 - moment.secondsSince1970
  }
}

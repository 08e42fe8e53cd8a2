import Drafts
import Testing

@Suite("Moments and days")
struct TimeTests {
  @Test(
    "moments with an offset are read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-12-01T09:00:00-06:00", 1_796_137_200),
      ("2026-12-01t15:00:00z", 1_796_137_200),
      ("2000-02-29T23:59:59.999+00:00", 951_868_799), ("1969-12-31T23:59:59Z", -1), ("1970-01-01T05:30:00+05:30", 0),
      ("9999-12-31T23:59:59Z", 253_402_300_799), ("0000-01-01T00:00:00Z", -62_167_219_200),
    ])
  func read(text: String, seconds: Int) {
    #expect(Timestamp(text)?.secondsSince1970 == seconds)
  }

  @Test(
    "everything else is not a moment",
    arguments: [
      "2026-12-01", "2026-12-01T09:00:00", "2026-12-01 09:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
      "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-32T00:00:00Z", "2026-04-31T00:00:00Z",
      "2026-01-01T24:00:00Z", "2026-01-01T23:60:00Z", "2026-01-01T23:59:60Z", "2026-01-01T00:00:00.Z",
      "2026-01-01T00:00:00+0100", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00Z ", "26-01-01T00:00:00Z",
      "2026-1-1T00:00:00Z", "２026-01-01T00:00:00Z", "", "+2026-01-01T00:00:00Z",
    ])
  func refuse(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("writing and reading agree, day by day over 800 years and at every end of a day")
  func roundTrip() {
    for day in stride(from: -200_000, to: 200_000, by: 97) {
      for second in [0, 1, 86_399] {
        let moment = Timestamp(secondsSince1970: day * 86_400 + second)
        #expect(Timestamp(moment.description) == moment)
        #expect(moment.dateInUTC?.daysSince1970 == day)
      }
    }
  }

  @Test("each day follows the one before, 1895 to 2105")
  func calendar() throws {
    var previous = try #require(CalendarDate(year: 1895, month: 1, day: 1))
    for days in (previous.daysSince1970 + 1)...49_000 {
      let date = try #require(CalendarDate(daysSince1970: days))
      #expect(date > previous)
      let isNextDay = date.day == previous.day + 1 && date.month == previous.month
      #expect(isNextDay || date.day == 1)
      #expect(CalendarDate(date.description) == date)
      previous = date
    }
  }

  @Test("the ends of the calendar", arguments: [("0000-01-01", -719_528), ("9999-12-31", 2_932_896)])
  func ends(text: String, days: Int) {
    #expect(CalendarDate(text)?.daysSince1970 == days)
    #expect(CalendarDate(daysSince1970: days)?.description == text)
    #expect(CalendarDate(daysSince1970: days < 0 ? days - 1 : days + 1) == nil)
  }
}

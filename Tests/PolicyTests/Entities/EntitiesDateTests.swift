import Testing

@testable import Policy

@Suite struct EntitiesDateTests {
  @Test(arguments: [
    "Seen ‹date|2026-03-05› and again ‹date|05.03.2026›.",
    "Seen ‹date|3/5/26›, born ‹date|12/31/1931›.",
    "The wound was dressed on ‹date|9/14› by us.",
    "Open ‹date|March 5-7, 2026› in the lobby.",
    "It began ‹date|3-7 March› last year.",
    "She left on the ‹date|fifth of March›.",
    "Diagnosed in ‹date|July 2021›.",
    "Back on ‹date|Tuesday, March 3rd› for stitches.",
    "On ‹date|15-Mar-2023› and ‹date|March 5,2023›.",
    "On ‹date|Aug 10, '23› we met.",
    "DOB ‹date|03051931› on file.",
    "Came in ‹date|last Friday› with a cough.",
    "The clinic is on ‹date|9 July›, ‹time|5pm› to ‹time|8pm›.",
    "On ‹date|twenty-second of May›.",
  ]) func dates(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "Pain 8/10, pressure 120/80, open 24/7.",
    "On Feb 30, 2022 nothing happened.",
    "Diagnosed in 2021 and stable.",
    "May I ask? We march 5 miles in the rain.",
    "In May 20 patients joined.",
    "Version 1.2.3 is out.",
    "It happened 13/13/2020 they say.",
    "Only 2/3 of us came on time.",
  ]) func notDates(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "Born at ‹time|12:04 a.m.› in the car.",
    "Doors at ‹time|3pm›, talk at ‹time|15:30›.",
    "Handover at ‹time|0730› as usual, ‹time|1430 hrs› at the latest.",
    "At ‹time|3.30 pm› sharp.",
    "We left at ‹time|midnight› again.",
  ]) func times(_ text: String) { expectEntities(text) }

  @Test(arguments: ["A dilution of 1:100.", "It is 25:99 now.", "At 13 am it rang."]) func notTimes(_ text: String) {
    expectEntities(text)
  }

  @Test(arguments: [
    "A ‹age|34yo› with asthma.",
    "Our ‹age|6-year-old› neighbour's child is fine.",
    "The ‹age|6 months old› baby.",
    "A man, ‹age|34M›, came.",
    "Still dancing in her ‹age+|90s›.",
    "A ‹age+|ninety-three-year-old› gardener.",
    "Aged ‹age+|ninety›.",
    "She's ‹age+|93› and well.",
    "Happy ‹age+|95th birthday›!",
    "Her father turned ‹age+|91› today.",
    "A ‹age+|98 y/o› with a fall.",
    "A ‹age+|centenarian› on the ward.",
    "She is in her ‹age+|nineties›.",
  ]) func ages(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "Our 100-year-old hospital celebrates.", "A 101F fever.", "She is 3 hours late.", "Raised $34M for it.",
    "The 5-year survival is high.",
  ]) func notAges(_ text: String) { expectEntities(text) }

  @Test func calendar() {
    #expect(CalendarDay.exists(year: 2024, month: 2, day: 29))
    #expect(!CalendarDay.exists(year: 2023, month: 2, day: 29))
    #expect(!CalendarDay.exists(year: 1900, month: 2, day: 29))
    #expect(CalendarDay.exists(year: nil, month: 2, day: 29))
    #expect(!CalendarDay.exists(year: 2024, month: 4, day: 31))
    #expect(CalendarDay.existsInEitherOrder(year: 2024, 31, 12))
    #expect(!CalendarDay.existsInEitherOrder(year: 2024, 13, 13))
  }
}

import Approvals
import Gate
import Review
import TestSupport
import Testing

@Suite("The queue as a table")
struct QueueTableTests {
  private func text(_ queue: ReviewQueue, width: Int = 80, coloured: Bool = false) throws -> String {
    let style = ReportStyle(isColoured: coloured, revealsIdentifiers: false, width: width)
    return QueueTable(queue, people: try QueueSamples.people(), style: style).text
  }

  @Test(
    "the columns a terminal gives",
    arguments: [
      ("flu", 3), ("流感", 4), ("e\u{301}", 1), ("ｶ", 1), ("Ａ", 2), ("한국", 4), ("שפעת", 4), ("👩🏽‍⚕️", 2), ("🇬🇧", 2), ("1️⃣", 2),
      ("❤️", 2), ("⌚", 2), ("☎", 1), ("\u{200D}", 0), ("ไทย", 3), ("กำ", 1), ("—", 1),
    ])
  func widths(text: String, columns: Int) {
    #expect(PlainText.width(text) == columns)
  }

  @Test("everything fits the width, whatever the names are", arguments: [60, 80, 99, 100, 120, 200])
  func fits(width: Int) throws {
    for line in try text(QueueSamples.hostileQueue, width: width).split(separator: "\n") {
      let shown = line.filter { $0 != "\u{200E}" }
      #expect(PlainText.width(String(shown)) <= width, "\(shown)")
    }
  }

  @Test("columns stay where they are, whatever the script", arguments: [80, 120])
  func straight(width: Int) throws {
    let names = ["流感疫苗", "e\u{301}te\u{301}", "מרפאת-שפעת", "👩🏽‍⚕️-flu", "plain"]
    let items = names.map { QueueSamples.item($0) }
    let lines = try text(ReviewQueue(items, now: QueueSamples.now), width: width).split(separator: "\n")
    var starts: Set<Int> = []
    for line in lines {
      guard let state = line.firstRange(of: "to sign  ") ?? line.firstRange(of: "STATE") else { continue }
      starts.insert(PlainText.width(String(line[..<state.lowerBound].filter { $0 != "\u{200E}" })))
    }
    #expect(starts.count == 1 && lines.count == 7)
  }

  @Test("nothing of a name reaches the terminal that it obeys")
  func safe() throws {
    for width in [60, 80, 120] {
      for scalar in try text(QueueSamples.hostileQueue, width: width).unicodeScalars {
        let isAllowed = scalar == "\n" || scalar.value == 0x200E || scalar.value >= 0x20 && scalar.value != 0x7F
        #expect(isAllowed && !(0x80..<0xA0 ~= scalar.value) && !(0x202A...0x202E ~= scalar.value))
      }
    }
  }

  @Test("a long name takes three lines and ends in an ellipsis")
  func cut() throws {
    let lines = try text(QueueSamples.queue(QueueSamples.item(String(repeating: "x", count: 5_000)))).split(
      separator: "\n")
    #expect(lines.count == 6 && lines[3].hasSuffix("…"))
  }

  @Test("colour only where it is wanted")
  func colour() throws {
    let queue = QueueSamples.queue(QueueSamples.item("flu", .blocked, findings: FindingCounts(block: 2)))
    #expect(!(try text(queue)).contains("\u{1B}"))
    #expect(try text(queue, coloured: true).contains("\u{1B}[31mblocked\u{1B}[0m"))
  }

  private func expectNoDifference(_ actual: String, _ expected: String) {
    if actual != expected { Issue.record("\(Golden.difference(expected, actual))") }
  }

  @Test("at a glance: what it says at 80 and at 120 columns")
  func glance() throws {
    let reference = Approvals.ConsentReference(Array("AUTH-7".utf8))
    let consent = try #require(reference)
    let queue = QueueSamples.queue(
      QueueSamples.item(
        "2026/12/winter-clinic-opening-hours",
        turns: [(.sign(.role(.privacyOfficer)), ["dana"]), (.sign(.role(.legal)), ["kim", "lea"])]),
      QueueSamples.item(
        "flu", .blocked, turns: [(.edit, ["ada"])], due: "2026-11-20T12:00:00Z",
        findings: FindingCounts(block: 2, approve: 1, advise: 3), notices: [.blockedBy(["dignity/ridicule"])]),
      QueueSamples.item("second", turns: [(.sign(.anyone), ["kim"]), (.sign(.anyone), ["kim"])], due: nil),
      QueueSamples.item("stuck", turns: [(.sign(.role(.clinicalLead)), [])], due: nil),
      QueueSamples.item(
        "old", .published, turns: [(.takeDown, ["ada"])], due: "2026-11-22T00:00:00Z", findings: FindingCounts(),
        notices: [.consentEnded(consent, QueueSamples.time("2026-11-22T00:00:00Z"))]))
    expectNoDifference(
      try text(queue),
      """
      DRAFT                       STATE      WAITS FOR       FINDINGS  AGE   DUE
      flu                         blocked    ada             2b 1a 3i  24 h  3 d late
          Blocked by dignity/ridicule.
      old                         take down  ada             -         24 h  36 h late
          Consent AUTH-7 ended on 2026-11-22.
      2026/12/winter-clinic-      to sign    dana; kim, lea  1a        24 h  in 6 h
      opening-hours
      second                      to sign    kim ×2          1a        24 h  -
      stuck                       to sign    nobody can      1a        24 h  -

      5 drafts: 1 take down, 1 blocked, 3 to sign.
      Findings: b only editing clears, a named roles must sign, i advice.

      """)
    expectNoDifference(
      try text(queue, width: 120),
      """
      DRAFT                        STATE      WAITS FOR                          FINDINGS                      AGE   DUE
      flu                          blocked    ada to edit                        2 block, 1 approve, 3 advise  24 h  3 d late
          Blocked by dignity/ridicule.
      old                          take down  ada to take it down                -                             24 h  36 h late
          Consent AUTH-7 ended on 2026-11-22.
      2026/12/winter-clinic-       to sign    privacy-officer: dana; legal:      1 approve                     24 h  in 6 h
      opening-hours                           kim, lea
      second                       to sign    second person ×2: kim              1 approve                     24 h  -
      stuck                        to sign    clinical-lead: nobody can          1 approve                     24 h  -

      5 drafts: 1 take down, 1 blocked, 3 to sign.

      """)
  }
}

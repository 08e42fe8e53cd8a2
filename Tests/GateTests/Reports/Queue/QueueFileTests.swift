import Approvals
import Foundation
import Gate
import Review
import Testing

/// The forms of a queue for other programs: what a draft is called cannot break out of any of them.
@Suite("The queue for other programs")
struct QueueFileTests {
  /// Reads RFC 4180, strictly: CR LF after every record, quotes only around whole cells.
  private func records(_ text: String) throws -> [[String]] {
    var records: [[String]] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        guard scalar == "\"" else {
          cell.unicodeScalars.append(scalar)
          continue
        }
        if scalars.first == "\"" {
          cell.unicodeScalars.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted = false
          try #require([",", "\r"].contains(scalars.first))
        }
      } else if scalar == "\"" {
        try #require(cell.isEmpty)
        isQuoted = true
      } else if scalar == "," {
        cells.append(cell)
        cell = ""
      } else if scalar == "\r" {
        try #require(scalars.popFirst() == "\n")
        records.append(cells + [cell])
        (cells, cell) = ([], "")
      } else {
        try #require(scalar != "\n")
        cell.unicodeScalars.append(scalar)
      }
    }
    try #require(cell.isEmpty && cells.isEmpty && !isQuoted)
    return records
  }

  @Test("comma-separated values have one record a draft and no formula")
  func csv() throws {
    let text = QueueCSV(QueueSamples.hostileQueue, people: try QueueSamples.people()).text
    let records = try records(text)
    #expect(records.count == QueueSamples.hostile.count + 1)
    #expect(Set(records.map(\.count)) == [13])
    for cell in records.joined() {
      let first = cell.unicodeScalars.first.map(String.init) ?? ""
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains(first), "\(cell.prefix(20))")
    }
    #expect(records.contains { $0[0] == "'=HYPERLINK(\"http:x\")" })
    #expect(records.contains { $0[0] == "semi;colon, comma\\\\backslash" })
  }

  /// The properties of a calendar: lines unfolded, each octet limit checked.
  private func properties(_ text: String) throws -> [String] {
    var properties: [String] = []
    #expect(text.hasSuffix("\r\n"))
    for line in text.components(separatedBy: "\r\n").dropLast() {
      #expect(line.utf8.count <= 75)
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
      if line.hasPrefix(" ") {
        properties[properties.count - 1] += line.dropFirst()
      } else {
        properties.append(line)
      }
    }
    return properties
  }

  @Test("a calendar has one event a due draft, whatever it is called")
  func calendar() throws {
    let repository = try #require(RepositoryID(QueueSamples.repository))
    let calendar = QueueCalendar(
      QueueSamples.hostileQueue, people: try QueueSamples.people(), repository: repository)
    let properties = try properties(calendar.text)
    #expect(properties.count { $0 == "BEGIN:VEVENT" } == QueueSamples.hostile.count)
    #expect(properties.count { $0 == "END:VEVENT" } == QueueSamples.hostile.count)
    #expect(Set(properties.filter { $0.hasPrefix("UID:") }).count == QueueSamples.hostile.count)
    #expect(properties.contains("SUMMARY:semi\\;colon\\, comma\\\\\\\\backslash: to sign"))
    #expect(properties.contains("DTSTART:20261123T180000Z") && properties.contains("DTSTAMP:20261123T120000Z"))
    #expect(properties.contains("DESCRIPTION:Dana <b>Whitfield</b>: sign as privacy-officer"))
  }

  @Test("an item without a due time is no event")
  func calendarWithoutDue() throws {
    let repository = try #require(RepositoryID(QueueSamples.repository))
    let queue = QueueSamples.queue(QueueSamples.item("flu", due: nil))
    let text = QueueCalendar(queue, people: try QueueSamples.people(), repository: repository).text
    #expect(!text.contains("VEVENT") && text.contains("VERSION:2.0\r\n"))
  }

  @Test("the page has no markup but its own")
  func page() throws {
    let page = QueuePage(QueueSamples.hostileQueue, people: try QueueSamples.people()).text
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(!page.contains("<img") && !page.contains("<b>"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("Dana &lt;b&gt;Whitfield&lt;/b&gt;"))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || 0x202A...0x202E ~= $0.value })
    // A page that asks a server for something would have an address in it.
    let own = page.replacing("&lt;img src=x", with: "").replacing("&quot;http:x", with: "")
    for part in ["http:", "https:", "url(", "@import", " src=", "<link", "<iframe"] where own.contains(part) {
      Issue.record("\(part)")
    }
    #expect(page.components(separatedBy: "<tr ").count == QueueSamples.hostile.count + 2)
  }

  @Test("the page's policy allows exactly the style and the script in it")
  func contentPolicy() throws {
    let page = QueuePage(QueueSamples.queue(QueueSamples.item("flu")), people: try QueueSamples.people()).text
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
      let start = try #require(page.firstRange(of: "<\(element)>")).upperBound
      let end = try #require(page[start...].firstRange(of: "</\(element)>")).lowerBound
      let digest = Digest(of: Array(page[start..<end].utf8))
      let base64 = Data(digest.bytes).base64EncodedString()
      #expect(page.contains("\(directive) 'sha256-\(base64)'"))
    }
    #expect(page.contains("content=\"default-src 'none'; "))
    #expect(!page.contains(" style=") && !page.contains(" onclick="))
  }

  @Test("an empty queue says so kindly")
  func empty() throws {
    let queue = ReviewQueue([], now: QueueSamples.now)
    let page = QueuePage(queue, people: try QueueSamples.people()).text
    #expect(page.contains("Nothing waits for anybody.") && !page.contains("<table"))
    #expect(QueueTable(queue, people: try QueueSamples.people(), style: .plain).text == "")
    #expect(QueueJSON(queue).object.line == #"{"version":1,"items":[]}"#)
    #expect(QueueDigest.all(of: queue, people: try QueueSamples.people()).isEmpty)
  }

  @Test("the JSON has the fields that were promised, and no others")
  func json() throws {
    let line = QueueJSON(QueueSamples.queue(QueueSamples.item("a b"))).object.line
    #expect(
      line == #"{"version":1,"items":[{"path":"drafts/a b","id":"a%20b","subject":null,"author":"ada","#
        + #""state":"needs-approval","roles":{"privacy-officer":"missing"},"whoseTurn":["dana"],"#
        + #""since":"2026-11-22T12:00:00Z","due":"2026-11-23T18:00:00Z","findings":1}]}"#)
  }

  @Test("a digest is for one person and says what to do")
  func digest() throws {
    let queue = QueueSamples.queue(
      QueueSamples.item("late", due: "2026-11-23T11:00:00Z"),
      QueueSamples.item("law", turns: [(.signAgain(.role(.legal)), ["kim", "lea"])], due: nil))
    let digests = QueueDigest.all(of: queue, people: try QueueSamples.people())
    #expect(digests.map(\.person.description) == ["dana", "kim", "lea"])
    #expect(
      digests[0].text == """
        To: dana
        Subject: 1 draft waits for you, 1 late

        Hello Dana <b>Whitfield</b>,

        * late
          sign as privacy-officer
          due 2026-11-23 11:00 UTC, 1 h late

        See one with: chaperone show ID

        """)
    #expect(digests[1].text.contains("  sign again as legal (or לאה, כהן)\n"))
    #expect(
      digests[0].json.line.hasPrefix(
        #"{"person":"dana","name":"Dana <b>Whitfield</b>","emails":["dana@clinic.example"],"#))
  }
}

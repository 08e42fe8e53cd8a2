import Approvals
import Changes
import Drafts
import Review
import YAML

/// Queues that the tests of the reports print.
enum QueueSamples {
  static let now = time("2026-11-23T12:00:00Z")
  static let repository = "6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10"

  static func people() throws -> People {
    let text = """
      ada: {name: Ada Author, emails: [ada@clinic.example], roles: [comms-lead]}
      dana: {name: Dana <b>Whitfield</b>, emails: [dana@clinic.example], roles: [privacy-officer]}
      kim: {name: 김민수, emails: [kim@clinic.example], roles: [legal]}
      lea: {name: "לאה, כהן", emails: [lea@clinic.example], roles: [legal]}
      """
    return try People(parsing: YAMLNode.parse(Array(text.utf8)))
  }

  static func time(_ text: String) -> Timestamp { known(Timestamp(text)) }
  static func person(_ text: String) -> PersonID { known(PersonID(text)) }

  static func item(
    _ id: [UInt8], _ condition: ReviewState = .needsApproval, author: String = "ada",
    turns: [(task: Turn.Task, people: [String])] = [(.sign(.role(.privacyOfficer)), ["dana"])],
    since: String = "2026-11-22T12:00:00Z", due: String? = "2026-11-23T18:00:00Z",
    findings: FindingCounts = FindingCounts(approve: 1), notices: [ReviewItem.Notice] = []
  ) -> ReviewItem {
    let due = due.map(time)
    let id = known(RepositoryPath(bytes: id))
    return ReviewItem(
      path: known(RepositoryPath(bytes: Array("drafts/".utf8) + id.bytes)), id: id, author: Array(author.utf8),
      condition: condition, needs: [Need(slot: .role(.privacyOfficer), state: .missing, isInTurn: true)],
      turns: turns.map { Turn($0.task, of: $0.people.map(person), due: due) }, since: time(since), due: due,
      findings: findings, notices: notices)
  }

  static func item(
    _ id: String, _ condition: ReviewState = .needsApproval, author: String = "ada",
    turns: [(task: Turn.Task, people: [String])] = [(.sign(.role(.privacyOfficer)), ["dana"])],
    since: String = "2026-11-22T12:00:00Z", due: String? = "2026-11-23T18:00:00Z",
    findings: FindingCounts = FindingCounts(approve: 1), notices: [ReviewItem.Notice] = []
  ) -> ReviewItem {
    item(
      Array(id.utf8), condition, author: author, turns: turns, since: since, due: due, findings: findings,
      notices: notices)
  }

  static func queue(_ items: ReviewItem...) -> ReviewQueue { ReviewQueue(items, now: now) }

  /// Names that were made to do harm, or to look crooked.
  static let hostile: [[UInt8]] = [
    Array("\u{1B}[2J\u{1B}]0;owned\u{7}".utf8),
    Array("a\u{202E}gpj.exe\u{2066}b".utf8),
    Array("<script>alert(1)</script>".utf8),
    Array("\"><img src=x onerror=alert(1)>'".utf8),
    Array("=HYPERLINK(\"http:x\")".utf8),
    Array("+1\r\nBEGIN:VEVENT".utf8),
    Array(String(repeating: "long", count: 1250).utf8),
    Array("e\u{301}".utf8) + Array(repeating: "\u{301}", count: 300).flatMap { Array($0.utf8) },
    [0x66, 0xFF, 0xC2, 0x9B, 0x33, 0x31, 0x6D],
    Array("流感疫苗接種時間表和地點公告".utf8),
    Array("מרפאת שפעת 12 34".utf8),
    Array("👩🏽‍⚕️ flu 🇬🇧".utf8),
    Array("semi;colon, comma\\backslash".utf8),
  ]

  static let hostileQueue = ReviewQueue(hostile.map { item($0) }, now: now)

  private static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("a test's own spelling is wrong") }
    return value
  }
}

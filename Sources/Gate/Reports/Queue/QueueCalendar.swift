public import Approvals
internal import Changes
internal import Drafts
public import Review

/// When things are due, as a calendar that calendar programs subscribe to (RFC 5545): one event an item that has a due
/// time.
///
/// Events, not to-dos: many calendar programs leave to-dos out. An event keeps its identity from one call to the next.
public struct QueueCalendar {
  private let queue: ReviewQueue
  private let words: QueueWords
  private let repository: RepositoryID

  /// The calendar of a queue of a repository.
  public init(_ queue: ReviewQueue, people: People, repository: RepositoryID) {
    self.queue = queue
    words = QueueWords(people: people, now: queue.now)
    self.repository = repository
  }

  /// The calendar, lines ended by CR LF and folded after 75 octets.
  public var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chaperone//queue//EN", "METHOD:PUBLISH",
      "X-WR-CALNAME:Drafts that wait",
    ]
    for item in queue.items {
      guard let due = item.due else { continue }
      lines += event(item, due)
    }
    lines.append("END:VCALENDAR")
    return lines.map(Self.folded).joined()
  }

  private func event(_ item: ReviewItem, _ due: Timestamp) -> [String] {
    let tasks = QueueWords.turns(item).map { turn, _ in
      let people = turn.people.map(words.name).joined(separator: ", ")
      return "\(people.isEmpty ? "Nobody can" : people): \(QueueWords.task(turn.task))"
    }
    let description = (tasks + item.notices.map(QueueWords.notice)).joined(separator: "\n")
    return [
      "BEGIN:VEVENT", "UID:\(Digest(of: item.id.bytes).description.prefix(32))@\(repository)",
      "DTSTAMP:\(Self.moment(queue.now))", "DTSTART:\(Self.moment(due))",
      "SUMMARY:\(Self.escaped("\(QueueWords.name(item)): \(words.state(item))"))",
      "DESCRIPTION:\(Self.escaped(description))", "TRANSP:TRANSPARENT", "CLASS:CONFIDENTIAL", "END:VEVENT",
    ]
  }

  /// A moment in UTC, `20261124T100000Z`.
  static func moment(_ time: Timestamp) -> String {
    String(time.description.filter { $0 != "-" && $0 != ":" })
  }

  /// Text as a property value: RFC 5545 section 3.3.11.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped.unicodeScalars.append("\\")
        escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\\n"
      // No other control may stand in a value.
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A content line ended by CR LF, broken so that no part has more than 75 octets and no character is cut.
  static func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += size
    }
    return folded + "\r\n"
  }
}

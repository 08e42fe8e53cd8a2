import Approvals
import ArgumentParser
import Gate
import Git
import Review

/// How a queue is printed.
enum QueueFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl, csv, html, ics
}

/// Prints a queue.
struct QueuePrinter {
  private let session: Session
  private let desk: Desk
  private let all: ReviewQueue
  private let person: PersonID?

  /// - Parameters:
  ///   - all: the queue before it was filtered.
  ///   - person: the person it is for, where it is for one.
  init(_ session: Session, desk: Desk, all: ReviewQueue, person: PersonID?) {
    self.session = session
    self.desk = desk
    self.all = all
    self.person = person
  }

  private var people: People { desk.signOff.trust.people }

  func print(_ queue: ReviewQueue, _ format: QueueFormat) throws(GateError) -> Int32 {
    switch format {
    case .text:
      if queue.items.isEmpty { try session.print(nothing) }
      try session.write(QueueTable(queue, people: people, style: style).text)
    case .json: try session.print(QueueJSON(queue).object.line)
    case .jsonl: for item in QueueJSON(queue).items { try session.print(item.line) }
    case .csv: try session.write(QueueCSV(queue, people: people).text)
    case .html: try session.write(QueuePage(queue, people: people).text)
    case .ics:
      let repository = desk.signOff.trust.policy.repository
      try session.write(QueueCalendar(queue, people: people, repository: repository).text)
    }
    return 0
  }

  func digest(_ queue: ReviewQueue, _ format: QueueFormat) throws(GateError) -> Int32 {
    let digests = QueueDigest.all(of: queue, people: people).filter { person == nil || $0.person == person }
    if format == .jsonl {
      for digest in digests { try session.print(digest.json.line) }
      return 0
    }
    if digests.isEmpty { try session.print(nothing) }
    // A line of dashes between letters: none of them holds one.
    try session.write(digests.map(\.text).joined(separator: "\n---\n\n"))
    return 0
  }

  /// As wide as the terminal is, not narrower for being easier to read: a table has no long lines.
  private var style: ReportStyle {
    var style = session.style()
    let columns = session.environment.variables["COLUMNS"].flatMap { Int($0) }
    style.width = max(60, min(Platform.terminalWidth() ?? columns ?? 80, 200))
    return style
  }

  private var nothing: String {
    let waiting = all.filtered(by: ReviewFilter()).items.count
    if waiting == 0 { return "Nothing waits for anybody. Time for a cup of tea." }
    let others = waiting == 1 ? "1 draft waits" : "\(waiting) drafts wait"
    if let person { return "Nothing like that waits for you, \(person). In all \(others)." }
    return "Nothing like that waits. In all \(others)."
  }
}

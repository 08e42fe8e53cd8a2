public import Approvals
internal import Changes
internal import Drafts
public import Review

/// A queue for a spreadsheet: comma-separated values as RFC 4180 has them, in UTF-8, with a header line.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
public struct QueueCSV {
  private let queue: ReviewQueue
  private let words: QueueWords

  /// The values of a queue.
  public init(_ queue: ReviewQueue, people: People) {
    self.queue = queue
    words = QueueWords(people: people, now: queue.now)
  }

  /// The header and a line for each item, each ended by CR LF.
  public var text: String {
    let head = [
      "draft", "path", "state", "author", "waits_for", "roles", "since", "due", "block", "approve", "advise", "notes",
      "subject",
    ]
    let rows = queue.items.map { item in
      [
        QueueWords.name(item), PlainText.shown(item.path.display), item.state(at: queue.now).rawValue,
        QueueWords.author(item) ?? "", item.whoseTurn.map(\.description).joined(separator: " "),
        item.roles.map { "\($0.role)=\($0.state.rawValue)" }.joined(separator: " "), item.since.description,
        item.due?.description ?? "", "\(item.findings.block)", "\(item.findings.approve)", "\(item.findings.advise)",
        item.notices.map(QueueWords.notice).joined(separator: " "), item.subject?.description ?? "",
      ]
    }
    return CSVTable([head] + rows.map { $0.map(Self.cell) }).text
  }

  /// One cell; a list is only looked at, so an apostrophe that keeps a spreadsheet from running it costs nothing.
  private static func cell(_ text: String) -> String { CSVTable.isFormula(text) ? "'" + text : text }
}

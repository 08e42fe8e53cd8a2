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
    return ([head] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One cell, quoted where it has to be.
  static func cell(_ text: String) -> String {
    let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
    let text = text.unicodeScalars.first.map(starts.contains) ?? false ? "'" + text : text
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

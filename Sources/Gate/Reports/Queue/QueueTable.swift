public import Approvals
internal import Changes
internal import Drafts
public import Review

/// A queue as a table for a terminal: what waits, for whom, since when, and until when.
public struct QueueTable {
  private let queue: ReviewQueue
  private let words: QueueWords
  private let style: ReportStyle

  /// The table of a queue.
  public init(_ queue: ReviewQueue, people: People, style: ReportStyle) {
    self.queue = queue
    words = QueueWords(people: people, now: queue.now)
    self.style = style
  }

  /// The table and a line that sums it up; empty for an empty queue.
  public var text: String {
    guard !queue.items.isEmpty else { return "" }
    let wide = table(isWide: true)
    let isWide = style.width >= 100 || wide.naturalWidth <= style.width
    let lines = (isWide ? wide : table(isWide: false)).lines(flexible: (2, 0))
    return (lines + [""] + summary(isWide: isWide)).map { $0 + "\n" }.joined()
  }

  private func table(isWide: Bool) -> TextTable {
    TextTable(
      heads: ["DRAFT", "STATE", "WAITS FOR", "FINDINGS", "AGE", "DUE"],
      rows: queue.items.map { item in
        let due = words.due(item)
        return (
          [
            TextTable.Cell(QueueWords.name(item), .bold), TextTable.Cell(words.state(item), colour(item)),
            waitsFor(item, isWide), findings(item.findings, isWide), TextTable.Cell(words.age(item)),
            TextTable.Cell(due ?? "-", item.isOverdue(at: queue.now) ? .red : nil),
          ], item.notices.map(QueueWords.notice)
        )
      }, style: style)
  }

  private func colour(_ item: ReviewItem) -> ReportStyle.Colour? {
    switch item.state(at: queue.now) {
    case .blocked, .objected, .overdue, .unreadable: .red
    case .stale, .needsApproval: .yellow
    case .approved: .green
    case .published: item.turns.isEmpty ? nil : .red
    }
  }

  private func waitsFor(_ item: ReviewItem, _ isWide: Bool) -> TextTable.Cell {
    guard !item.turns.isEmpty else { return TextTable.Cell("-") }
    let nobody = "nobody can"
    if isWide {
      let phrases = QueueWords.turns(item).map { turn, count in
        let people = turn.people.isEmpty ? nobody : Self.short(turn.people, most: 4)
        return switch turn.task {
        case .sign(let slot), .signAgain(let slot):
          "\(QueueWords.role(slot))\(count > 1 ? " ×\(count)" : ""): \(people)"
        case .reschedule: "\(people) to set a date"
        case .repair, .edit: "\(people) to edit"
        case .settle: "\(people) to answer"
        case .publish: "\(people) to publish"
        case .takeDown: "\(people) to take it down"
        case .mendPolicy: "\(people) to mend the policy"
        }
      }
      return TextTable.Cell(phrases.joined(separator: "; "), hasNobody(item) ? .red : nil)
    }
    let people = QueueWords.turns(item).map { turn, count in
      (turn.people.isEmpty ? nobody : Self.short(turn.people, most: 2)) + (count > 1 ? " ×\(count)" : "")
    }
    return TextTable.Cell(people.joined(separator: "; "), hasNobody(item) ? .red : nil)
  }

  private func hasNobody(_ item: ReviewItem) -> Bool { item.turns.contains { $0.people.isEmpty } }

  private static func short(_ people: [PersonID], most: Int) -> String {
    let shown = people.prefix(people.count == most + 1 ? most + 1 : most).map(\.description).joined(separator: ", ")
    return people.count > most + 1 ? "\(shown) +\(people.count - most)" : shown
  }

  private func findings(_ counts: FindingCounts, _ isWide: Bool) -> TextTable.Cell {
    let colour: ReportStyle.Colour? = counts.block > 0 ? .red : counts.approve > 0 ? .yellow : nil
    if isWide { return TextTable.Cell(QueueWords.findings(counts) ?? "-", colour) }
    let parts = [(counts.block, "b"), (counts.approve, "a"), (counts.advise, "i")].filter { $0.0 > 0 }
    return TextTable.Cell(parts.isEmpty ? "-" : parts.map { "\($0.0)\($0.1)" }.joined(separator: " "), colour)
  }

  private func summary(isWide: Bool) -> [String] {
    let parts = words.tally(queue).map { "\($0.count) \($0.state)" }
    var lines = [PlainText.count(queue.items.count, "draft") + ": " + parts.joined(separator: ", ") + "."]
    if !isWide, queue.items.contains(where: { $0.findings.total > 0 }) {
      lines.append("Findings: b only editing clears, a named roles must sign, i advice.")
    }
    return lines.flatMap { PlainText.wrapped($0, width: style.width) }
  }
}

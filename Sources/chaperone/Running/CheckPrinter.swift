import Drafts
import Gate
import Git

/// Prints drafts as they are checked, and what came of them in the end.
final class CheckPrinter {
  private let session: Session
  private let format: CheckFormat
  private let text: TextReport
  private let json: JSONReport
  private let progress: Progress
  private(set) var summary: CheckSummary
  private var bytes = 0
  private let isTerminal = Platform.isTerminal(.output)
  /// What was not written yet; a person sees each draft at once, a program many at a time.
  private var pending = ""

  init(
    _ session: Session, format: CheckFormat, reveals: Bool, traces: Bool, individuals: Bool,
    empty summary: CheckSummary
  ) {
    let style = session.style(revealing: reveals)
    self.session = session
    self.format = format
    self.summary = summary
    text = TextReport(style: style, showingIndividuals: individuals)
    json = JSONReport(
      revealsIdentifiers: style.revealsIdentifiers, includesEntities: traces, includesIndividuals: individuals)
    progress = Progress(session)
  }

  /// Prints one draft of as many as there are, if that is known.
  func add(_ draft: CheckedDraft, of total: Int? = nil) throws(GateError) {
    summary.add(draft)
    bytes += draft.size
    switch format {
    case .text:
      if let section = text.section(draft) { try show(section + "\n\n") }
    case .jsonl: try show(json.draft(draft).line + "\n")
    case .json:
      let lead = summary.drafts == 1 ? "{\"version\":1,\"drafts\":[" : ","
      try show(lead + "\n" + json.draft(draft).line)
    }
    try progress.update(summary.drafts, of: total, "drafts checked")
  }

  /// Prints the summary and gives the exit status.
  func finish(showingTime: Bool) throws(GateError) -> Int32 {
    switch format {
    case .text: try show(text.summary(summary) + "\n")
    case .jsonl: break
    case .json:
      let lead = summary.drafts == 0 ? "{\"version\":1,\"drafts\":[" : "\n"
      try show(lead + "],\"summary\":\(json.summary(summary).line)}\n")
    }
    try flush()
    if showingTime {
      try session.note(
        "chaperone: \(summary.drafts) drafts, \(bytes) bytes, \(progress.milliseconds) ms without loading the rules")
    }
    return summary.exitStatus
  }

  /// Writes what was not written yet.
  func flush() throws(GateError) {
    guard !pending.isEmpty else { return }
    try progress.clear()
    try session.write(pending)
    pending = ""
  }

  private func show(_ text: String) throws(GateError) {
    pending += text
    if isTerminal || pending.utf8.count > 1 << 16 { try flush() }
  }
}

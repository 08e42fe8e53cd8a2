internal import Policy
internal import YAML

/// What rules say about a draft, numbered as they are marked in its text.
struct FindingNotes {
  private let findings: [Finding]
  private let style: ReportStyle

  /// Notes on every finding of a draft, in the order of their numbers, which start at 1.
  init(_ findings: [Finding], style: ReportStyle) {
    self.findings = findings
    self.style = style
  }

  /// The notes with some numbers.
  func lines(_ numbers: Set<Int>, indent: Int) -> [String] {
    let lead = String(repeating: " ", count: indent)
    return numbers.sorted().flatMap { number in
      note(findings[number - 1], number: number, width: style.width - indent).map { lead + $0 }
    }
  }

  private func note(_ finding: Finding, number: Int, width: Int) -> [String] {
    let colour: ReportStyle.Colour =
      finding.severity == .block ? .red : finding.severity == .approve ? .yellow : .cyan
    let start = finding.range.start
    var place = "\(start.line):\(start.column)"
    if finding.field != "body" { place += " in \(PlainText.shown(finding.field, columns: 60))" }
    let rule = style.paint(PlainText.shown(finding.rule), .bold)
    var lines = ["\(number)  \(style.paint(finding.severity.rawValue, colour))  \(rule)  \(place)"]
    var texts = [finding.message]
    if finding.severity == .approve { texts.append("Must sign: \(TextReport.names(finding.roles)).") }
    texts.append("What to do: \(finding.remedy)")
    for text in texts {
      let brief = PlainText.shown(text, columns: TextReport.longest)
      lines += PlainText.wrapped(brief, width: width - 3).map { "   " + $0 }
    }
    return lines
  }
}

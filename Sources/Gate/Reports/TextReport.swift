internal import Changes
internal import Policy
internal import YAML

/// A report for people: what was seen, why it is not allowed, and what to do.
public struct TextReport {
  private let style: ReportStyle
  private let showsIndividuals: Bool

  /// A report printed in a style; with `showingIndividuals` it lists whom each draft talks about.
  public init(style: ReportStyle, showingIndividuals: Bool = false) {
    self.style = style
    showsIndividuals = showingIndividuals
  }

  /// Every finding and the summary line.
  public func text(_ report: CheckReport) -> String {
    var blocks = report.drafts.compactMap(section)
    blocks.append(summary(report.summary))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// One draft with its findings; nil where nothing is to be said of it.
  public func section(_ draft: CheckedDraft) -> String? {
    switch draft.outcome {
    case .unreadable(let lines):
      return
        (["\(name(draft)): " + style.paint("cannot be read", .red)]
        + lines.map { "  " + PlainText.shown($0, columns: Self.longest) })
        .joined(separator: "\n")
    case .assessed(_, let assessment), .remembered(let assessment, _):
      guard !assessment.findings.isEmpty || showsIndividuals else { return nil }
      var blocks = ["\(name(draft)): \(assessment.findings.isEmpty ? "no rule fired" : verdict(assessment))"]
      if showsIndividuals {
        let lines = IndividualReport(assessment.individuals).lines(style: style)
        blocks.append(lines.map { "  " + $0 }.joined(separator: "\n"))
      }
      return (blocks + Self.bySentence(assessment.findings).map(passage)).joined(separator: "\n\n")
    }
  }

  /// How many columns of a name or a message are printed; a draft can make them as long as it likes.
  static let longest = 2_000

  private func name(_ draft: CheckedDraft) -> String { style.paint(PlainText.shown(draft.shownPath), .bold) }

  /// Names of roles, separated by commas.
  static func names(_ roles: [String]) -> String { roles.map { PlainText.shown($0) }.joined(separator: ", ") }

  private func verdict(_ assessment: Assessment) -> String {
    switch assessment.verdict {
    case .blocked: style.paint("blocked", .red)
    case .needsApproval: style.paint("needs approval", .yellow) + " by " + Self.names(assessment.roles)
    default: "advice only"
    }
  }

  /// Findings of one sentence together, the strictest first.
  private static func bySentence(_ findings: [Finding]) -> [[Finding]] {
    var groups: [[Finding]] = []
    for finding in findings {
      let twin = groups.firstIndex { group in
        guard let first = group.first, !finding.excerpt.bytes.isEmpty else { return false }
        return first.field == finding.field && first.post == finding.post
          && first.excerpt.bytes == finding.excerpt.bytes
          && first.range.start.byte - first.excerpt.highlight.lowerBound
            == finding.range.start.byte - finding.excerpt.highlight.lowerBound
      }
      if let twin { groups[twin].append(finding) } else { groups.append([finding]) }
    }
    return groups.map { $0.sorted { ($1.severity, $0.range.start, $0.rule) < ($0.severity, $1.range.start, $1.rule) } }
  }

  /// A sentence, what is found in it underlined, and what each rule says.
  private func passage(_ findings: [Finding]) -> String {
    guard let first = findings.first else { return "" }
    let start = findings.map(\.range.start).min() ?? first.range.start
    var place = "line \(start.line), column \(start.column)"
    if first.field != "body" { place += ", in \(PlainText.shown(first.field, columns: 60))" }
    if first.post > 1 { place += ", post \(first.post)" }
    var lines = ["  \(style.paint(place, .dim))"]
    lines += quote(first.excerpt)
    for finding in findings { lines += rule(finding) }
    return lines.joined(separator: "\n")
  }

  private func rule(_ finding: Finding) -> [String] {
    let label: String
    switch finding.severity {
    case .block: label = style.paint("block", .red)
    case .approve: label = style.paint("approve", .yellow)
    case .advise: label = style.paint("advise", .cyan)
    }
    var lines = ["    \(label)  \(style.paint(PlainText.shown(finding.rule), .bold))"]
    lines += paragraph(finding.message, lead: "      ")
    if finding.severity == .approve {
      lines += paragraph("Must sign: \(Self.names(finding.roles)).", lead: "      ")
    }
    lines += paragraph("What to do: \(finding.remedy)", lead: "      ")
    lines += paragraph(finding.authority.joined(separator: "; "), lead: "      ", colour: .dim)
    return lines
  }

  private func paragraph(_ text: String, lead: String, colour: ReportStyle.Colour? = nil) -> [String] {
    let brief = PlainText.shown(text, columns: Self.longest)
    return PlainText.wrapped(brief, width: style.width - lead.utf8.count).map { line in
      lead + (colour.map { style.paint(line, $0) } ?? line)
    }
  }

  /// The sentence with the finding underlined, cut where it is longer than a line.
  private func quote(_ excerpt: Excerpt) -> [String] {
    guard !excerpt.bytes.isEmpty else { return [] }
    func part(_ range: Range<Int>) -> String {
      let piece = Excerpt(
        bytes: Array(excerpt.bytes[range]), highlight: 0..<0,
        identifiers: excerpt.identifiers.filter { $0.overlaps(range) }.map {
          let clamped = $0.clamped(to: range)
          return (clamped.lowerBound - range.lowerBound)..<(clamped.upperBound - range.lowerBound)
        })
      return PlainText.shown(piece.text(revealed: style.revealsIdentifiers))
    }
    let room = style.width - 6
    var marked = part(excerpt.highlight)
    var before = part(0..<excerpt.highlight.lowerBound)
    var after = part(excerpt.highlight.upperBound..<excerpt.bytes.count)
    if PlainText.width(marked) > room { marked = PlainText.head(marked, width: room - 1) + "…" }
    let rest = max(0, room - PlainText.width(marked))
    if PlainText.width(before) + PlainText.width(after) > rest {
      let left = max(min(PlainText.width(before), rest / 2), rest - PlainText.width(after))
      if PlainText.width(before) > left { before = left > 1 ? "…" + Self.tail(before, left - 1) : "" }
      let right = rest - PlainText.width(before)
      if PlainText.width(after) > right { after = right > 1 ? PlainText.head(after, width: right - 1) + "…" : "" }
    }
    let underline =
      String(repeating: " ", count: PlainText.width(before))
      + String(repeating: "^", count: max(1, PlainText.width(marked)))
    return ["      " + before + style.paint(marked, .bold) + after, "      " + style.paint(underline, .red)]
  }

  private static func tail(_ text: String, _ width: Int) -> String {
    String(PlainText.head(String(text.reversed()), width: width).reversed())
  }

  /// What was checked and what came of it.
  ///
  /// Says that no rule fired, never more than that.
  public func summary(_ report: CheckSummary) -> String {
    let drafts = report.drafts
    let rules =
      "\(PlainText.count(report.ruleCount, "rule")) (\(Self.names(report.packs)))"
    guard drafts > 0 else { return "No draft to check; \(rules) in force." }
    var parts: [String] = []
    func add(_ count: Int, _ words: String, _ colour: ReportStyle.Colour) {
      if count > 0 { parts.append(style.paint("\(count) \(words)", colour)) }
    }
    add(report.count(.blocked), "blocked", .red)
    let waiting = report.count(.needsApproval)
    add(waiting, waiting == 1 ? "needs approval" : "need approval", .yellow)
    add(report.count(.unreadable), "cannot be read", .red)
    let quiet = report.count(.clear)
    add(quiet, report.advised > 0 ? "with nothing that stops them" : "with no rule fired", .green)
    return "\(PlainText.count(drafts, "draft")) checked with \(rules): " + parts.joined(separator: ", ") + "."
  }
}

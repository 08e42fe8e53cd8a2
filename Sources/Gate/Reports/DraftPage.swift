public import Approvals
internal import Changes
internal import Drafts
internal import Policy
internal import YAML

/// A draft as it will read, for whoever has to decide about it: texts with findings marked, channels, attachments, and
/// what exactly a signature binds.
public struct DraftPage {
  private let standing: DraftStanding
  private let style: ReportStyle
  private let showsIndividuals: Bool

  /// The page of a draft; with `showingIndividuals` it lists whom the draft talks about.
  public init(_ standing: DraftStanding, style: ReportStyle, showingIndividuals: Bool = false) {
    self.standing = standing
    self.style = style
    showsIndividuals = showingIndividuals
  }

  /// The page.
  public var text: String {
    guard case .assessed(let draft, let assessment) = standing.checked.outcome else {
      return TextReport(style: style).section(standing.checked).map { $0 + "\n" } ?? ""
    }
    var blocks = [head(draft, assessment)]
    let passages = draft.passages.map { passage in
      (
        passage,
        MarkedPassage(
          passage, of: draft, findings: assessment.findings, entities: assessment.entities,
          revealing: style.revealsIdentifiers)
      )
    }
    for parent in draft.parents {
      blocks.append(
        section(
          "Answering",
          MarkedPassage(
            parent, of: draft, findings: [], entities: assessment.entities, revealing: style.revealsIdentifiers)))
    }
    for (passage, marked) in passages { blocks.append(section(title(of: passage, in: draft), marked)) }
    if let attachments = attachments() { blocks.append(attachments) }
    if showsIndividuals { blocks.append(IndividualReport(assessment.individuals).lines(style: style)) }
    for (index, finding) in assessment.findings.enumerated() { blocks.append(self.finding(finding, number: index + 1)) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The first digits of the subject: enough to compare on a telephone, and to type.
  public static func short(_ subject: Subject) -> String { String(subject.description.prefix(8)) }

  /// A name that a draft gives, however long.
  private static func name(_ bytes: [UInt8]) -> String {
    PlainText.shown(String(decoding: bytes, as: UTF8.self), columns: 60)
  }

  private func head(_ draft: Draft, _ assessment: Assessment) -> [String] {
    let front = draft.frontMatter
    var facts: [String] = []
    if let author = front?.author?.value { facts.append("by \(Self.name(author))") }
    let channels = draft.channels.map { Self.name($0.name) }
    if !channels.isEmpty { facts.append("for \(channels.joined(separator: ", "))") }
    if let about = front?.about?.value { facts.append("about \(about.rawValue)") }
    if let date = front?.publishDate?.value { facts.append("goes out \(date)") }
    if let consent = front?.consent?.value.reference?.value { facts.append("consent \(Self.name(consent))") }
    var lines = ["\(style.paint(standing.path.display, .bold)) (\(standing.origin.words)): \(verdict(assessment))"]
    lines +=
      facts.isEmpty ? [] : PlainText.wrapped(facts.joined(separator: " · "), width: style.width - 2).map { "  " + $0 }
    if let subject = standing.subject {
      lines.append("  version \(Self.short(subject)): a signature holds for exactly this and what goes with it")
    }
    return lines
  }

  private func verdict(_ assessment: Assessment) -> String {
    switch assessment.verdict {
    case .blocked: style.paint("blocked", .red) + ", only editing clears it"
    case _ where standing.isApproved: style.paint("approved", .green)
    case .needsApproval: style.paint("needs approval", .yellow)
    default: "no rule fired that stops it"
    }
  }

  private func title(of passage: Passage, in draft: Draft) -> String {
    switch passage.field {
    case .body: draft.posts.count > 1 ? "Post \(passage.post) of \(draft.posts.count)" : "Post"
    case .title: "Title"
    case .variant(let channel): "For \(Self.name(channel.name)) instead"
    case .firstComment: "First comment"
    case .altText(let index): "Alt text of attachment \(index + 1)"
    case .captions(let index): "Captions of attachment \(index + 1)"
    case .transcript(let index): "Transcript of attachment \(index + 1)"
    case .fileName(let index): "File name of attachment \(index + 1)"
    case .hashtag: "Hashtag"
    case .parent: "Answering"
    }
  }

  private func section(_ title: String, _ marked: MarkedPassage) -> [String] {
    [style.paint(title, .bold)] + marked.lines(style: style, width: style.width - 2).map { $0.isEmpty ? "" : "  " + $0 }
  }

  private func attachments() -> [String]? {
    guard let manifest = standing.manifest, !manifest.assets.isEmpty || manifest.parent != nil else { return nil }
    var lines = [style.paint("Goes with it", .bold)]
    for asset in manifest.assets {
      let name = RepositoryPath(bytes: asset.path)?.display ?? PlainText.shown(asset.path)
      lines.append("  \(name), \(asset.content.size) bytes")
      lines.append("    sha256:\(asset.content.digest)")
    }
    if let parent = manifest.parent { lines.append("  the thread it answers, \(parent.size) bytes") }
    return lines
  }

  private func finding(_ finding: Finding, number: Int) -> [String] {
    let colour: ReportStyle.Colour =
      finding.severity == .block ? .red : finding.severity == .approve ? .yellow : .cyan
    let start = finding.range.start
    var place = "\(start.line):\(start.column)"
    if finding.field != "body" { place += " in \(PlainText.shown(finding.field, columns: 60))" }
    var lines = [
      "\(number)  \(style.paint(finding.severity.rawValue, colour))  \(style.paint(PlainText.shown(finding.rule), .bold))  \(place)"
    ]
    var texts = [finding.message]
    if finding.severity == .approve { texts.append("Must sign: \(TextReport.names(finding.roles)).") }
    texts.append("What to do: \(finding.remedy)")
    for text in texts {
      lines +=
        PlainText.wrapped(PlainText.shown(text, columns: TextReport.longest), width: style.width - 3).map { "   " + $0 }
    }
    return lines
  }
}

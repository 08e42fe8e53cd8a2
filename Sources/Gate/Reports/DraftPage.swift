public import Approvals
internal import Changes
internal import Drafts
public import Policy
internal import YAML

/// A draft as it will read, for whoever has to decide about it: what each channel shows, findings marked where they
/// stand with their reasons below, what goes with it, and what exactly a signature binds.
///
/// What the draft says stands behind a bar, `│`; everything else on the page is Chaperone's.
public struct DraftPage {
  private let standing: DraftStanding
  private let length: ChannelLength?
  private let style: ReportStyle
  private let showsIndividuals: Bool

  /// The page of a draft; with `showingIndividuals` it lists whom the draft talks about.
  ///
  /// - Parameter length: How channels count; nil leaves lengths out.
  public init(
    _ standing: DraftStanding, length: ChannelLength? = nil, style: ReportStyle, showingIndividuals: Bool = false
  ) {
    self.standing = standing
    self.length = length
    self.style = style
    showsIndividuals = showingIndividuals
  }

  /// The page.
  public var text: String {
    guard case .assessed(let draft, let assessment) = standing.checked.outcome else {
      return TextReport(style: style).section(standing.checked).map { $0 + "\n" } ?? ""
    }
    let notes = FindingNotes(assessment.findings, style: style)
    var blocks = [head]
    var placed: Set<Int> = []
    func marked(_ passage: Passage) -> (text: MarkedPassage, new: Set<Int>) {
      let text = MarkedPassage(
        passage, of: draft, findings: passage.isContext ? [] : assessment.findings, entities: assessment.entities,
        revealing: style.revealsIdentifiers)
      defer { placed.formUnion(text.numbers) }
      return (text, text.numbers.subtracting(placed))
    }
    func passage(_ passage: Passage, indent: Int = 2) -> [String] {
      let (text, new) = marked(passage)
      let bar = String(repeating: " ", count: indent) + "│ "
      return text.lines(width: style.width - indent - 2).map { $0.isEmpty ? String(bar.dropLast()) : bar + $0 }
        + notes.lines(new, indent: indent + 2)
    }
    func name(_ passage: Passage) -> (text: String, notes: [String]) {
      let (text, new) = marked(passage)
      return (text.lines(width: .max).joined(separator: " "), notes.lines(new, indent: 4))
    }
    for parent in draft.parents { blocks.append([title("Answering")] + passage(parent)) }
    for line in draft.passages where line.field == .title {
      blocks.append([title("Title") + titleMeasures(line, draft)] + passage(line))
    }
    for group in ChannelPreview.groups(of: draft) {
      var block = [title(group.title(declares: !draft.channels.isEmpty))]
      for post in group.posts {
        if post.post > 1 { block.append("") }
        block += measures(of: post, in: group).map { "  " + $0 } + passage(post)
      }
      blocks.append(block)
    }
    for comment in draft.passages where comment.field == .firstComment {
      blocks.append([title("First comment")] + passage(comment))
    }
    let hashtags = draft.passages.filter { if case .hashtag = $0.field { true } else { false } }
    if !hashtags.isEmpty { blocks.append([title("Hashtags")] + hashtags.flatMap { passage($0) }) }
    let companions = DraftCompanions(standing, draft, style: style)
    if let attachments = companions.attachments({ passage($0, indent: 4) }, name: name) { blocks.append(attachments) }
    if let consents = companions.consents { blocks.append(consents) }
    if showsIndividuals { blocks.append(IndividualReport(assessment.individuals).lines(style: style)) }
    let rest = notes.lines(Set(assessment.findings.indices.map { $0 + 1 }).subtracting(placed), indent: 2)
    if !rest.isEmpty { blocks.append([title("Of the file as a whole")] + rest) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The first lines of the page: what the draft is, how it is judged, and which version a signature binds.
  public var heading: String {
    head.isEmpty ? text : head.joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    guard case .assessed(let draft, let assessment) = standing.checked.outcome else { return [] }
    let front = draft.frontMatter
    var facts: [String] = []
    if let author = front?.author?.value { facts.append("by \(Self.name(author))") }
    let channels = draft.channels.map { Self.name($0.name) }
    if !channels.isEmpty { facts.append("for \(channels.joined(separator: ", "))") }
    if let about = front?.about?.value { facts.append("about \(about.rawValue)") }
    if front?.deidentified?.value == true { facts.append("declared de-identified") }
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

  /// The first digits of the subject: enough to compare on a telephone, and to type.
  public static func short(_ subject: Subject) -> String { String(subject.description.prefix(8)) }

  /// What a signature on a draft binds, in words, such as `the text, 2 files, for facebook, x`.
  public static func contents(_ draft: DraftStanding) -> String {
    guard let manifest = draft.manifest else { return "nothing" }
    var parts = ["the text"]
    if !manifest.assets.isEmpty {
      parts.append(PlainText.count(manifest.assets.count, "file"))
    }
    if manifest.parent != nil { parts.append("the thread it answers") }
    if !manifest.consents.isEmpty { parts.append("the consent it rests on") }
    if !manifest.targets.isEmpty { parts.append("for " + manifest.targets.map(name).joined(separator: " and ")) }
    return parts.joined(separator: ", ")
  }

  /// A name that a draft gives, however long.
  static func name(_ bytes: [UInt8]) -> String {
    PlainText.shown(String(decoding: bytes, as: UTF8.self), columns: 60)
  }

  private func title(_ text: String) -> String { style.paint(text, .bold) }

  private func verdict(_ assessment: Assessment) -> String {
    switch assessment.verdict {
    case .blocked: style.paint("blocked", .red) + ", only editing clears it"
    case _ where standing.isApproved: style.paint("approved", .green)
    case .needsApproval: style.paint("needs approval", .yellow)
    default: "no rule fired that stops it"
    }
  }

  private func titleMeasures(_ title: Passage, _ draft: Draft) -> String {
    let words = draft.channels.compactMap { channel in
      length?.countTitle(title.bytes, on: channel).map { ChannelPreview.words(channel, $0, style: style) }
    }
    return words.isEmpty ? "" : "  " + words.joined(separator: " · ")
  }

  /// The number of a post in its thread and its length on each channel, on as many lines as that takes.
  private func measures(of post: Passage, in group: ChannelPreview) -> [String] {
    var parts =
      group.posts.count > 1
      ? [(plain: "\(post.post)/\(group.posts.count)", shown: "\(post.post)/\(group.posts.count)")] : []
    parts += group.measures(of: post, length).map { channel, measure in
      (ChannelPreview.words(channel, measure, style: .plain), ChannelPreview.words(channel, measure, style: style))
    }
    var lines: [String] = []
    var used = 0
    for part in parts {
      let width = PlainText.width(part.plain) + 3
      if lines.isEmpty || used + width > style.width {
        lines.append(part.shown)
        used = width
      } else {
        lines[lines.count - 1] += " · " + part.shown
        used += width
      }
    }
    return lines
  }
}

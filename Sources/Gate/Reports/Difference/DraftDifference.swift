internal import Approvals
internal import Changes
internal import Drafts
internal import Policy
internal import YAML

/// What became of a draft since somebody signed or saw it, for people.
///
/// ```
///   - Flu shots on [-Monday.-]
///   + Flu shots on {+Tuesday.+}
/// ```
public struct DraftDifference {
  private let earlier: EarlierVersion
  private let standing: DraftStanding
  private let style: ReportStyle

  /// The difference between an earlier version and how a draft stands.
  public init(since earlier: EarlierVersion, to standing: DraftStanding, style: ReportStyle) {
    self.earlier = earlier
    self.standing = standing
    self.style = style
  }

  /// The difference, or that there is none.
  public var text: String {
    guard let subject = standing.subject, earlier.subject != subject else {
      return "Nothing has changed since \(earlier.reason).\n"
    }
    var blocks = [
      [style.paint("Since \(earlier.reason), version \(DraftPage.short(earlier.subject))", .bold)] + companions
    ]
    if let lines = changedLines { blocks.append(lines) }
    if let news = newFindings { blocks.append(news) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// What changed beside the file itself.
  private var companions: [String] {
    guard let now = standing.manifest else { return [] }
    let then = earlier.manifest
    var lines: [String] = []
    func name(_ path: [UInt8]) -> String { RepositoryPath(bytes: path)?.display ?? PlainText.shown(path) }
    for asset in now.assets where !then.assets.contains(asset) {
      let isNew = !then.assets.contains { $0.path == asset.path }
      lines.append("\(name(asset.path)) is \(isNew ? "new" : "another file now, \(asset.content.size) bytes")")
    }
    for asset in then.assets where !now.assets.contains(where: { $0.path == asset.path }) {
      lines.append("\(name(asset.path)) is gone")
    }
    if now.parent != then.parent { lines.append("the thread it answers has changed") }
    if now.consents != then.consents { lines.append("the consent it rests on, or its entry, has changed") }
    if now.targets.sorted(by: Self.precedes) != then.targets.sorted(by: Self.precedes) {
      lines.append("it goes to other channels")
    }
    if now.body == then.body { lines.append("the file itself is the same") }
    return lines.map { "  " + $0 }
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool { left.lexicographicallyPrecedes(right) }

  private var changedLines: [String]? {
    guard case .assessed(let now, let assessment) = standing.checked.outcome else { return nil }
    guard let then = earlier.draft else {
      return ["  The earlier version cannot be read as a draft any more, so its text is not compared."]
    }
    let difference = LineDifference(from: then.source.text, to: now.source.text)
    guard !difference.isEmpty else { return nil }
    let reveals = style.revealsIdentifiers
    let painter = DifferencePainter(
      difference, style: style,
      oldMasks: reveals ? [] : Self.masks(earlier.entities, in: then),
      newMasks: reveals ? [] : Self.masks(assessment.entities, in: now))
    return painter.lines
  }

  /// Where identifiers stand in a draft's text.
  private static func masks(_ entities: [Assessment.LocatedEntity], in draft: Draft) -> [Range<Int>] {
    entities.filter { !$0.isAllowed }.map { entity in
      let start = draft.source.textOffset(ofOriginal: entity.range.start.byte)
      return start..<max(start, draft.source.textOffset(ofOriginal: entity.range.end.byte))
    }
  }

  private var newFindings: [String]? {
    guard case .assessed(_, let assessment) = standing.checked.outcome else { return nil }
    let known = earlier.findings.map { ($0.rule, $0.excerpt.highlighted(revealed: true)) }
    let new = assessment.findings.enumerated().filter { _, finding in
      let words = finding.excerpt.highlighted(revealed: true)
      return !known.contains { $0.0 == finding.rule && $0.1 == words }
    }
    guard !new.isEmpty else { return nil }
    let notes = FindingNotes(assessment.findings, style: style)
    return [style.paint("Findings that were not there", .bold)]
      + notes.lines(Set(new.map { $0.offset + 1 }), indent: 2)
  }
}

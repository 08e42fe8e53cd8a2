internal import Changes
internal import Policy
internal import YAML

/// A report for programs; version 1 of the format.
public struct JSONReport {
  private let revealsIdentifiers: Bool
  private let includesEntities: Bool
  private let includesIndividuals: Bool

  /// - Parameters:
  ///   - revealsIdentifiers: print identifiers in excerpts instead of masking them.
  ///   - includesEntities: list everything recognised, with places and without text.
  ///   - includesIndividuals: list whom each draft talks about, and what is told of them.
  public init(revealsIdentifiers: Bool, includesEntities: Bool, includesIndividuals: Bool = false) {
    self.includesIndividuals = includesIndividuals
    self.revealsIdentifiers = revealsIdentifiers
    self.includesEntities = includesEntities
  }

  /// The whole report as one object.
  public func object(_ report: CheckReport) -> JSONValue {
    .object([
      ("version", .number(1)), ("drafts", .array(report.drafts.map(draft))),
      ("summary", summary(report.summary)),
    ])
  }

  /// How many drafts there are of each verdict.
  public func summary(_ summary: CheckSummary) -> JSONValue {
    .object([
      ("drafts", .number(summary.drafts)), ("blocked", .number(summary.count(.blocked))),
      ("needs-approval", .number(summary.count(.needsApproval))), ("clear", .number(summary.count(.clear))),
      ("unreadable", .number(summary.count(.unreadable))),
    ])
  }

  /// One draft: a line of `jsonl`.
  public func draft(_ draft: CheckedDraft) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("path", .string(draft.shownPath)), ("verdict", .string(draft.verdict.rawValue)),
    ]
    switch draft.outcome {
    case .unreadable(let lines):
      entries += [("roles", .array([])), ("findings", .array([])), ("errors", .array(lines.map { .string($0) }))]
    case .assessed(_, let assessment), .remembered(let assessment, _):
      entries += [
        ("roles", .array(assessment.roles.map { .string($0) })), ("findings", .array(assessment.findings.map(finding))),
      ]
      if includesEntities { entries.append(("entities", .array(assessment.entities.map(entity)))) }
      if includesIndividuals {
        let report = IndividualReport(assessment.individuals)
        entries.append(("individuals", report.json(revealingIdentifiers: revealsIdentifiers)))
      }
    }
    return .object(entries)
  }

  private func finding(_ finding: Finding) -> JSONValue {
    .object([
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
      ("roles", .array(finding.roles.map { .string($0) })), ("level", .string(finding.level.rawValue)),
      ("field", .string(finding.field)), ("post", .number(finding.post)), ("start", position(finding.range.start)),
      ("end", position(finding.range.end)),
      ("excerpt", .string(String(decoding: finding.excerpt.highlighted(revealed: revealsIdentifiers), as: UTF8.self))),
      ("message", .string(finding.message)), ("remedy", .string(finding.remedy)),
      ("authority", .array(finding.authority.map { .string($0) })),
      (
        "because",
        .array(
          finding.because.map {
            .object([
              ("class", .string($0.wordClass)), ("start", position($0.range.start)), ("end", position($0.range.end)),
            ])
          })
      ),
    ])
  }

  private func entity(_ entity: Assessment.LocatedEntity) -> JSONValue {
    .object([
      ("kind", .string(entity.kind.rawValue)), ("start", position(entity.range.start)),
      ("end", position(entity.range.end)),
      ("allowed", .bool(entity.isAllowed)),
    ])
  }

  private func position(_ position: SourcePosition) -> JSONValue {
    .object([("line", .number(position.line)), ("column", .number(position.column)), ("byte", .number(position.byte))])
  }
}

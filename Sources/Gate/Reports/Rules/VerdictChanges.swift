public import Changes
public import Policy

/// What a change of rules does to drafts: which get another answer, and by which rules.
public struct VerdictChanges: Sendable {
  /// A draft whose answer changes.
  public struct Row: Sendable {
    /// The draft.
    public let path: RepositoryPath
    /// Its verdict before the change.
    public let old: Verdict
    /// Its verdict after it.
    public let new: Verdict
    /// Rules that fire only after the change, in byte order.
    public let added: [String]
    /// Rules that fired only before it.
    public let removed: [String]
  }

  /// In byte order of their paths.
  public private(set) var rows: [Row] = []
  /// How many drafts were looked at.
  public let drafts: Int

  /// Pairs two checks of the same drafts by their paths.
  public init(old: [CheckedDraft], new: [CheckedDraft]) {
    drafts = new.count
    let before = Dictionary(old.map { ($0.path, $0) }) { first, _ in first }
    for draft in new {
      guard let other = before[draft.path] else { continue }
      let (was, now) = (Set(other.findings.map(\.rule)), Set(draft.findings.map(\.rule)))
      guard other.verdict != draft.verdict || was != now else { continue }
      rows.append(
        Row(
          path: draft.path, old: other.verdict, new: draft.verdict, added: now.subtracting(was).sorted(),
          removed: was.subtracting(now).sorted()))
    }
  }

  /// How many drafts get another verdict.
  public var verdicts: Int { rows.count { $0.old != $0.new } }

  /// Each draft with its rules, and a summary by verdict.
  public func text(style: ReportStyle) -> String {
    var text = ""
    for row in rows {
      let change =
        row.old == row.new ? "still \(row.new.rawValue)" : "\(row.old.rawValue) → \(row.new.rawValue)"
      text += "\(style.paint(PlainText.shown(row.path.bytes), .bold)): \(change)\n"
      for rule in row.added { text += "    + \(PlainText.shown(rule))\n" }
      for rule in row.removed { text += "    - \(PlainText.shown(rule))\n" }
    }
    if !rows.isEmpty { text += "\n" }
    return text
      + "\(PlainText.count(drafts, "draft")): \(verdicts) with another verdict, \(rows.count - verdicts) with other findings only.\n"
  }

  /// The same as one object.
  public var json: JSONValue {
    .object([
      ("version", .number(1)), ("drafts", .number(drafts)), ("verdicts", .number(verdicts)),
      (
        "changes",
        .array(
          rows.map { row in
            .object([
              ("path", .string(row.path.display)), ("old", .string(row.old.rawValue)),
              ("new", .string(row.new.rawValue)), ("added", .array(row.added.map { .string($0) })),
              ("removed", .array(row.removed.map { .string($0) })),
            ])
          })
      ),
    ])
  }
}

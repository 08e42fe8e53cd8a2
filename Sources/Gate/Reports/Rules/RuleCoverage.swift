public import Policy

/// Which rules fired on a set of drafts and how often, and which never did.
public struct RuleCoverage: Sendable {
  /// What is known of one rule.
  public struct Row: Sendable {
    /// The rule.
    public let rule: Rule
    /// On how many drafts it fired.
    public fileprivate(set) var drafts = 0
    /// How often it fired in all.
    public fileprivate(set) var findings = 0
    /// The first draft it fired on, as reports name it; nil where it never did.
    public fileprivate(set) var first: String?
  }

  /// Every rule in force, in byte order of their files.
  public private(set) var rows: [Row]
  /// How many drafts were looked at.
  public private(set) var drafts = 0
  /// How many of them could not be read.
  public private(set) var unreadable = 0
  private let places: [String: Int]

  /// Nothing looked at yet.
  public init(_ policy: PolicyInForce) {
    let rules = policy.checker.ruleSet.rules
    rows = rules.map { Row(rule: $0) }
    places = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// Counts one draft.
  public mutating func add(_ draft: CheckedDraft) {
    drafts += 1
    if draft.verdict == .unreadable { unreadable += 1 }
    var seen: Set<String> = []
    for finding in draft.findings {
      guard let place = places[finding.rule] else { continue }
      rows[place].findings += 1
      guard seen.insert(finding.rule).inserted else { continue }
      rows[place].drafts += 1
      if rows[place].first == nil { rows[place].first = draft.shownPath }
    }
  }

  /// Those that fired, most drafts first.
  public var fired: [Row] {
    rows.filter { $0.drafts > 0 }.sorted { ($1.drafts, $0.rule.id) < ($0.drafts, $1.rule.id) }
  }

  /// Those that never fired.
  public var silent: [Row] { rows.filter { $0.drafts == 0 } }

  /// A table of those that fired, and the names of those that did not.
  public func text(style: ReportStyle) -> String {
    var text = ""
    let width = fired.map { PlainText.width(PlainText.shown($0.rule.id)) }.max() ?? 0
    for row in fired {
      let id = PlainText.shown(row.rule.id)
      let padding = String(repeating: " ", count: max(0, width - PlainText.width(id)))
      let count = String(repeating: " ", count: max(0, 6 - "\(row.drafts)".utf8.count)) + "\(row.drafts)"
      text += "\(count)  \(style.paint(id, .bold))\(padding)  \(row.rule.severity.rawValue)\n"
    }
    if !silent.isEmpty {
      text += "\nNever fired:\n"
      for row in silent { text += "        \(PlainText.shown(row.rule.id))\n" }
    }
    let unread = unreadable == 0 ? "" : " \(unreadable) could not be read."
    return text + "\n\(PlainText.count(drafts, "draft")): \(fired.count) of \(rows.count) rules fired.\(unread)\n"
  }

  /// The same as one object.
  public var json: JSONValue {
    .object([
      ("version", .number(1)), ("drafts", .number(drafts)), ("unreadable", .number(unreadable)),
      (
        "rules",
        .array(
          rows.map { row in
            .object([
              ("id", .string(row.rule.id)), ("severity", .string(row.rule.severity.rawValue)),
              ("drafts", .number(row.drafts)), ("findings", .number(row.findings)),
              ("first", row.first.map { .string($0) } ?? .null),
            ])
          })
      ),
    ])
  }
}

public import Policy

/// The rules in force with the severity they have here, for listing.
public struct RuleList {
  private let policy: PolicyInForce

  /// The rules of a policy.
  public init(_ policy: PolicyInForce) { self.policy = policy }

  /// In byte order of their files.
  public var rules: [Rule] { policy.checker.ruleSet.rules }

  /// The severity a rule has here: its own, or the one it was raised to.
  public func severity(of rule: Rule) -> Severity { policy.organisation.raised[rule.id]?.severity ?? rule.severity }

  /// One rule a line: severity, id and summary.
  public func table(_ rules: [Rule], style: ReportStyle) -> String {
    let width = rules.map { PlainText.width(PlainText.shown($0.id)) }.max() ?? 0
    return rules.map { rule in
      let severity = severity(of: rule)
      let colour: ReportStyle.Colour = severity == .block ? .red : severity == .approve ? .yellow : .cyan
      let label = style.paint(Self.padded(severity.rawValue, 7), colour)
      return
        "\(label)  \(style.paint(Self.padded(PlainText.shown(rule.id), width), .bold))  \(PlainText.shown(rule.summary))\n"
    }.joined()
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - PlainText.width(text)))
  }

  /// The list as one object.
  public func json(_ rules: [Rule]) -> JSONValue {
    .object([
      ("version", .number(1)),
      (
        "rules",
        .array(
          rules.map { rule in
            .object([
              ("id", .string(rule.id)), ("pack", .string(rule.pack)),
              ("severity", .string(severity(of: rule).rawValue)),
              ("raised", .bool(policy.organisation.raised[rule.id] != nil)),
              (
                "roles",
                .array((policy.organisation.raised[rule.id]?.severity == .block ? [] : rule.roles).map { .string($0) })
              ),
              ("level", .string(rule.level.rawValue)), ("summary", .string(rule.summary)),
              ("reviewBy", .string(rule.reviewBy)), ("file", .string(rule.path)),
            ])
          })
      ),
    ])
  }
}

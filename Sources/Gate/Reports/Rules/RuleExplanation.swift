public import Policy
internal import YAML

/// One rule as a page for people and as an object for programs.
public struct RuleExplanation {
  private let rule: Rule
  private let severity: Severity
  private let roles: [String]
  private let isRaised: Bool
  /// The parts of the file that say what it fires on, as they are written.
  private let written: [String]

  /// Explains a rule of a policy.
  public init(_ rule: Rule, in policy: PolicyInForce) {
    self.rule = rule
    let raise = policy.organisation.raised[rule.id]
    severity = raise?.severity ?? rule.severity
    roles = severity == .approve ? Set(rule.roles + (raise?.roles ?? [])).sorted() : []
    isRaised = raise != nil
    let text = policy.ruleFiles.first { $0.path == rule.path }?.text ?? ""
    written = Self.sections(["when", "match", "check", "with", "unless"], of: text)
  }

  /// The page.
  public func text(style: ReportStyle) -> String {
    var blocks = [head(style), [PlainText.shown(rule.summary)]]
    blocks.append(wrapped(rule.message, style) + wrapped("What to do: \(rule.remedy)", style))
    if let rationale = rule.rationale { blocks.append(wrapped(rationale, style)) }
    blocks.append([heading("Authority", style)] + rule.authority.map { "  " + PlainText.shown($0) })
    blocks.append([heading("Fires", style)] + rule.examples.flag.flatMap { example($0, style) })
    blocks.append([heading("Does not fire", style)] + rule.examples.pass.flatMap { example($0, style) })
    blocks.append([heading("As written", style)] + written.map { "  " + PlainText.shown($0) })
    blocks.append([
      "\(PlainText.shown(rule.path)), in force since \(PlainText.shown(rule.since)), to be looked at again by \(PlainText.shown(rule.reviewBy))."
    ])
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func head(_ style: ReportStyle) -> [String] {
    let what: String
    switch severity {
    case .block: what = style.paint("block", .red) + ": only editing the draft clears it"
    case .approve: what = style.paint("approve", .yellow) + ": must be signed by " + TextReport.names(roles)
    case .advise: what = style.paint("advise", .cyan) + ": printed, stops nothing"
    }
    let raised = isRaised ? " (raised here from \(rule.severity.rawValue))" : ""
    return [style.paint(PlainText.shown(rule.id), .bold) + "  " + what + raised]
  }

  private func heading(_ text: String, _ style: ReportStyle) -> String { style.paint(text + ":", .bold) }

  private func wrapped(_ text: String, _ style: ReportStyle) -> [String] {
    PlainText.wrapped(text, width: style.width)
  }

  /// An example with its marks, and what it answers or declares.
  private func example(_ example: Example, _ style: ReportStyle) -> [String] {
    var lines = example.parent.flatMap { indented("answering: " + $0, style) }
    let declared = example.declared.split(separator: "\n").joined(separator: ", ")
    if !declared.isEmpty { lines += indented("declaring: " + declared, style) }
    return lines + indented(example.text, style)
  }

  private func indented(_ text: String, _ style: ReportStyle) -> [String] {
    let lines = PlainText.wrapped(text, width: style.width - 4)
    return lines.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
  }

  /// The object.
  public var json: JSONValue {
    func examples(_ examples: [Example]) -> JSONValue {
      .array(
        examples.map { example in
          .object([
            ("text", .string(example.text)), ("parent", .array(example.parent.map { .string($0) })),
            ("draft", .string(example.declared)),
          ])
        })
    }
    return .object([
      ("version", .number(1)), ("id", .string(rule.id)), ("pack", .string(rule.pack)),
      ("severity", .string(severity.rawValue)), ("raised", .bool(isRaised)),
      ("roles", .array(roles.map { .string($0) })), ("level", .string(rule.level.rawValue)),
      ("summary", .string(rule.summary)), ("message", .string(rule.message)), ("remedy", .string(rule.remedy)),
      ("rationale", rule.rationale.map { .string($0) } ?? .null),
      ("authority", .array(rule.authority.map { .string($0) })), ("flag", examples(rule.examples.flag)),
      ("pass", examples(rule.examples.pass)), ("written", .string(written.joined(separator: "\n"))),
      ("since", .string(rule.since)), ("reviewBy", .string(rule.reviewBy)), ("file", .string(rule.path)),
    ])
  }

  /// The lines of some top-level keys of a file, in the order of the file.
  private static func sections(_ keys: Set<String>, of text: String) -> [String] {
    guard let node = try? YAMLNode.parse(Array(text.utf8)), case .mapping(let mapping) = node.content else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var written: [String] = []
    for (index, entry) in mapping.entries.enumerated() where keys.contains(entry.key) {
      let next = index + 1 < mapping.entries.count ? mapping.entries[index + 1].keyRange.start.line : lines.count + 1
      var part = lines[(entry.keyRange.start.line - 1)..<(next - 1)]
      while let last = part.last, last.isEmpty || last.hasPrefix("#") { part.removeLast() }
      written += part
    }
    return written
  }
}

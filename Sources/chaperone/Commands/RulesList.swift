import ArgumentParser
import Gate
import Policy

/// `chaperone rules list`: the rules in force, one a line.
struct RulesList: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules in force.",
    discussion: """
      Examples:
        chaperone rules list
        chaperone rules list --severity block --group privacy
        chaperone rules list --format json
      """)

  @Option(help: "Only rules of this pack.")
  var pack: String?
  @Option(help: "Only rules of this group: the part of the id before the slash.")
  var group: String?
  @Option(help: "Only rules of this severity: block, approve or advise.")
  var severity: SeverityName?
  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text
  @Option(help: ArgumentHelp("List the rules in this folder instead of those in force.", valueName: "folder"))
  var rules: String?

  func run(in session: Session) throws -> Int32 {
    let policy = try RulesInForce.policy(folder: rules, session: session)
    let list = RuleList(policy)
    let chosen = list.rules.filter { rule in
      (pack.map { rule.pack == $0 } ?? true) && (group.map { rule.group == $0 } ?? true)
        && (severity.map { list.severity(of: rule) == $0.severity } ?? true)
    }
    switch format {
    case .json: try session.print(list.json(chosen).line)
    case .text:
      guard !chosen.isEmpty else {
        try session.note("No rule matches; \(list.rules.count) are in force.")
        return 0
      }
      try session.write(list.table(chosen, style: session.style()))
      try RulesInForce.noteReview(of: policy, session)
    }
    return 0
  }
}

/// A severity as it is written on the command line.
struct SeverityName: ExpressibleByArgument {
  let severity: Severity

  init?(argument: String) {
    guard let severity = Severity(rawValue: argument) else { return nil }
    self.severity = severity
  }

  static var allValueStrings: [String] { Severity.allCases.map(\.rawValue) }
}

import ArgumentParser
import Gate

/// `chaperone explain`: why a rule is there, and what it fires on.
struct Explain: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why a rule is there, what fires and what does not.",
    discussion: """
      Examples:
        chaperone explain privacy/patient-anecdote
        chaperone explain privacy/patient-anecdote --format json
      """)

  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text
  @Option(help: ArgumentHelp("Explain a rule of this folder instead of those in force.", valueName: "folder"))
  var rules: String?
  @Argument(help: "The id of the rule, as reports print it.")
  var rule: String

  func run(in session: Session) throws -> Int32 {
    let policy = try RulesInForce.policy(folder: rules, session: session)
    let explanation = RuleExplanation(try RulesInForce.rule(rule, in: policy), in: policy)
    switch format {
    case .json: try session.print(explanation.json.line)
    case .text: try session.write(explanation.text(style: session.style()))
    }
    return 0
  }
}

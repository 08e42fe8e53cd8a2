import ArgumentParser
import Gate
import Git
import Policy
import YAML

/// `chaperone rules test`: every example of every rule.
struct RulesTest: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run every rule's own examples.",
    discussion: """
      Examples:
        chaperone rules test
        chaperone rules test privacy/patient-anecdote
        chaperone rules test --rules .chaperone/rules
      """)

  @Option(help: ArgumentHelp("Test the rules in this folder instead of those in force.", valueName: "folder"))
  var rules: String?
  @Argument(help: "Only these rules.")
  var ids: [String] = []

  func run(in session: Session) throws -> Int32 {
    let policy = try RulesInForce.policy(folder: rules, session: session)
    let ruleSet = policy.checker.ruleSet
    let chosen = try ids.isEmpty ? ruleSet.rules : ids.map { try RulesInForce.rule($0, in: policy) }
    let progress = Progress(session)
    var (examples, failures) = (0, 0)
    for (index, rule) in chosen.enumerated() {
      let run: ExampleRun
      do {
        run = try ExampleRun(ruleSet, only: [rule.id])
      } catch {
        throw GateError.policy(error)
      }
      guard run.count > 0 else {
        throw GateError.unreadable("\(rule.id) came without its examples, so nothing was tested")
      }
      examples += run.count
      failures += run.failures.count
      for failure in run.failures {
        try progress.clear()
        let place = "\(failure.path):\(failure.range.start.line):\(failure.range.start.column)"
        try session.print(PlainText.shown("\(place): \(failure.rule) \(failure.message)"))
        try session.print("    \(PlainText.shown(failure.text))")
      }
      try progress.update(index + 1, of: chosen.count, "rules tested")
    }
    try progress.clear()
    try RulesInForce.noteReview(of: policy, session)
    try session.print("\(examples) examples of \(chosen.count) rules: \(failures) failed")
    return failures == 0 ? 0 : 1
  }
}

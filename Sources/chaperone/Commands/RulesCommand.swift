import ArgumentParser
import BuiltinRules
import Foundation
import Policy
import YAML

/// `chaperone rules`: the rules in force.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List and test the rules in force.", subcommands: [Test.self])

  /// `chaperone rules test`: every example of every rule.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run every rule's own examples.")

    @Option(help: ArgumentHelp("A folder of rule files to use instead of those in force.", valueName: "folder"))
    var rules: String?

    @Argument(help: "Only these rules.")
    var ids: [String] = []

    func run() throws {
      let ruleSet = try RuleSource.load(folder: rules)
      let run = try RuleSource.reporting { () throws(PolicyErrors) in try ExampleRun(ruleSet, only: Set(ids)) }
      for failure in run.failures {
        print("\(failure.path):\(failure.range.start.line):\(failure.range.start.column): \(failure.rule) \(failure.message)")
        print("    \(failure.text)")
      }
      print("\(run.count) examples of \(ids.isEmpty ? ruleSet.rules.count : ids.count) rules: \(run.failures.count) failed")
      if !run.failures.isEmpty { throw ExitCode(1) }
    }
  }
}

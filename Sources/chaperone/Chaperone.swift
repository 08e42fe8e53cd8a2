import ArgumentParser
import BuiltinRules
import Gate
import Git

/// The command line: one subcommand a file under `Commands/`.
@main
struct Chaperone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chaperone",
    abstract: "Strict rules of engagement for drafted social-media posts in health care.",
    discussion: """
      Examples:
        chaperone check late.md              check one file, anywhere
        chaperone init                       set up a repository of drafts
        chaperone check                      check what is staged
        chaperone explain privacy/patient-anecdote

      Exit status: 0 nothing stops it, 1 the policy stops it, 2 wrong usage, 3 nothing could be decided.
      """,
    version: version,
    subcommands: [
      Init.self, Check.self, Explain.self, RulesCommand.self, Queue.self, Show.self, ReviewCommand.self, Approve.self,
      ObjectCommand.self, Withdraw.self, Publish.self, Export.self, Verify.self, Sync.self, IdentityCommand.self,
      PeopleCommand.self, HooksCommand.self, Doctor.self,
    ])

  /// The version of this build.
  static let number = "0.1.0"

  static let version: String = {
    let rules = BuiltinRules.files.count { !$0.path.hasPrefix("lexicon/") }
    return "chaperone \(number) (\(rules) built-in rules)"
  }()

  /// Reads the command line, runs the command and ends with its status.
  static func main() {
    do {
      let session = try Session.start()
      var command = try parseAsRoot()
      if let command = command as? any SessionCommand {
        Platform.exit(try command.run(in: session))
      }
      try command.run()
      Platform.exit(0)
    } catch let error as GateError {
      for line in error.lines { report("chaperone: " + PlainText.shown(line)) }
      Platform.exit(error.exitStatus)
    } catch let error as UsageError {
      report("chaperone: " + PlainText.shownLines(error.message))
      if !error.examples.isEmpty {
        report("\nExamples:\n" + error.examples.map { "  " + PlainText.shown($0) }.joined(separator: "\n"))
      }
      Platform.exit(2)
    } catch {
      end(with: error)
    }
  }

  /// Ends as the argument parser wants it: help on standard output, errors on standard error with status 2.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    guard code != .success else {
      do {
        try Platform.write(Array((message + "\n").utf8), to: .output)
      } catch {
        Platform.exit(3)
      }
      Platform.exit(0)
    }
    if !message.isEmpty { report(PlainText.shownLines(message)) }
    Platform.exit(code == .validationFailure ? 2 : code.rawValue)
  }

  private static func report(_ line: String) {
    do {
      try Platform.write(Array((line + "\n").utf8), to: .error)
    } catch {
      // Nobody reads what is printed; the status still tells.
      return
    }
  }
}

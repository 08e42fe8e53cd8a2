import ArgumentParser
import Gate
import Git

/// `chaperone rules diff`: what a change of rules does to the drafts there are.
struct RulesDiff: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say which drafts get another answer when the rules change.",
    discussion: """
      Both are a revision of this repository, whose whole policy is taken, or a folder of rule files, which stands in for \
      the rules of the last commit. The drafts are those of the index, the same for both.

      Examples:
        chaperone rules diff HEAD .chaperone/rules     what the edited rules would change
        chaperone rules diff main topic                what a branch's policy would change
        chaperone rules diff HEAD~1 HEAD --format json

      Exit status: 0 no draft gets another verdict, 1 at least one does, 3 it could not be decided.
      """)

  @Option(help: "How to print: text or json.") var format: OutputFormat = .text
  @Argument(help: "A revision, or a folder of rule files.") var old: String
  @Argument(help: "A revision, or a folder of rule files.") var new: String

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "comparing rules on its drafts")
    let reports = try [old, new].map { name in
      try RepositoryCheck(repository, policy: policy(name, in: repository, session), now: session.now).allStaged()
    }
    let changes = VerdictChanges(old: reports[0].drafts, new: reports[1].drafts)
    switch format {
    case .text: try session.write(changes.text(style: session.style()))
    case .json: try session.print(changes.json.line)
    }
    return changes.verdicts == 0 ? 0 : 1
  }

  /// A name that is a revision is one, even where a folder is called the same; `./name` is the folder.
  private func policy(_ name: String, in repository: Repository, _ session: Session) throws -> PolicyInForce {
    if let commit = try? repository.resolve(name) { return try RepositoryCheck.policy(of: commit, in: repository) }
    guard try Platform.kind(of: session.absolute(name)) == .folder else {
      throw UsageError(
        "\(PlainText.shown(Array(name.utf8))) is neither a revision nor a folder of rules.",
        examples: ["chaperone rules diff HEAD .chaperone/rules"])
    }
    let files = try RuleFolder.files(in: name, session: session)
    return try RepositoryCheck.policy(of: repository, replacingRulesWith: files)
  }
}

import ArgumentParser
import Gate
import Git

/// `chaperone rules coverage`: which rules fire on drafts, and which never do.
struct RulesCoverage: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "Say which rules fired on drafts, how often, and which never did.",
    discussion: """
      Without paths, every draft and published post of the repository is looked at.

      Examples:
        chaperone rules coverage
        chaperone rules coverage posts/ --packs uk
        chaperone rules coverage posts/ --rules Rules --format json
      """)

  @Option(help: "How to print: text or json.") var format: OutputFormat = .text
  @Option(help: ArgumentHelp("Use these built-in packs instead of the policy in force.", valueName: "packs"))
  var packs: PackList?
  @Option(help: ArgumentHelp("Use the rules in this folder instead of those in force.", valueName: "folder"))
  var rules: String?
  @Argument(help: "Files and folders.") var paths: [String] = []

  func run(in session: Session) throws -> Int32 {
    let repository = try session.findRepository()
    guard repository != nil || !paths.isEmpty else {
      throw UsageError(
        "Nothing to look at: \(session.environment.directory) is not in a git repository. Name files or folders.",
        examples: ["chaperone rules coverage posts/"])
    }
    let policy = try policy(for: repository, session)
    var coverage = RuleCoverage(policy)
    let progress = Progress(session)
    if paths.isEmpty, let repository {
      try RepositoryCheck(repository, policy: policy, now: session.now).visitAllStaged {
        draft, total throws(GateError) in
        coverage.add(draft)
        try progress.update(coverage.drafts, of: total, "drafts checked")
      }
    } else {
      let siblings = repository?.workDirectory.map { WorkTreeFiles(top: $0) }
      let media = siblings ?? WorkTreeFiles(top: session.environment.directory)
      let checker = DraftChecker(policy: policy, now: session.now)
      let files = try DraftFiles(session: session, top: repository?.workDirectory).files(for: paths)
      for file in files {
        coverage.add(try checker.check(file, in: siblings, media: media))
        try progress.update(coverage.drafts, of: files.count, "drafts checked")
      }
    }
    try progress.clear()
    switch format {
    case .text: try session.write(coverage.text(style: session.style()))
    case .json: try session.print(coverage.json.line)
    }
    return 0
  }

  private func policy(for repository: Repository?, _ session: Session) throws -> PolicyInForce {
    if let rules { return try PolicyInForce.given(RuleFolder.files(in: rules, session: session)) }
    if let packs { return try PolicyInForce.builtIn(packs: packs.checked()) }
    return try repository.map { try RepositoryCheck.policy(of: $0) } ?? PolicyInForce.builtIn()
  }
}

import ArgumentParser
import Changes
import Drafts
import Gate
import Git

/// `chaperone check`: runs the policy.
struct Check: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check drafts against the policy.",
    discussion: """
      In a repository the policy of the last commit applies, and what is staged is checked unless something else is \
      named. Anywhere else the built-in rules apply to the files and folders named.

      Examples:
        chaperone check                      everything staged
        chaperone check drafts/late.md       a file as it is on disk
        chaperone check --packs us posts/    every *.md and *.txt below a folder
        pbpaste | chaperone check -          standard input
        chaperone check --rev main..topic    what each commit of a range changes
      """)

  @Flag(help: "Check what the next commit changes, as it will hold it.")
  var staged = false
  @Flag(help: "Check every draft and published post in the index.")
  var all = false
  @Option(help: "Check the drafts that a commit changes, or each commit of a range A..B.")
  var rev: String?
  @Option(help: "How to print: text, json (one object) or jsonl (one line a draft).")
  var format: CheckFormat = .text
  @Flag(help: "With json: also list everything that was recognised, without its text.")
  var trace = false
  @Flag(help: "Also list whom each draft talks about, and what is told of them where.")
  var individuals = false
  @Flag(help: "Print matched identifiers even where the output is no terminal.")
  var reveal = false
  @Option(
    help: ArgumentHelp("Use these built-in packs instead of the policy in force, such as us,uk.", valueName: "packs"))
  var packs: PackList?
  @Option(help: ArgumentHelp("Use the rules in this folder instead of the policy in force.", valueName: "folder"))
  var rules: String?
  @Flag(help: "Use nothing that an earlier run kept below .git/chaperone; so it is where CI is set, too.")
  var fresh = false
  @Flag(help: "Say on standard error how long it took.")
  var timing = false
  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String] = []

  func validate() throws {
    let chosen = [staged, all, rev != nil, !paths.isEmpty].count { $0 }
    guard chosen <= 1 else { throw ValidationError("Name paths, --staged, --all or --rev, not several of them.") }
    guard paths.count == 1 || !paths.contains("-") else { throw ValidationError("- stands alone.") }
  }

  func run(in session: Session) throws -> Int32 {
    let start = Platform.monotonicNanoseconds
    let repository = try session.findRepository()
    guard repository != nil || !paths.isEmpty else {
      throw UsageError(
        "Nothing to check: \(session.environment.directory) is not in a git repository. Name files or folders.",
        examples: ["chaperone check late.md", "chaperone check posts/", "echo 'Some text' | chaperone check -"])
    }
    var policy = try policy(for: repository, session)
    policy.namesIndividuals = individuals
    let checker = DraftChecker(policy: policy, now: session.now)
    if timing { try session.note("chaperone: rules loaded in \(Progress.milliseconds(from: start)) ms") }
    let printer = CheckPrinter(
      session, format: format, reveals: reveal, traces: trace, individuals: individuals, empty: checker.emptySummary)
    do {
      if paths.isEmpty, let repository {
        try check(RepositoryCheck(repository, policy: policy, now: session.now), in: repository, session, printer)
      } else {
        try checkFiles(checker, top: repository?.workDirectory, session, printer)
      }
    } catch {
      try printer.flush()
      throw error
    }
    let status = try printer.finish(showingTime: timing)
    if format == .text { try RulesInForce.noteReview(of: policy, session) }
    return status
  }

  /// Whether what an earlier run kept is used: not where the answer is for others.
  private func remembers(_ session: Session) -> Bool {
    !fresh && (session.environment.variables["CI"] ?? "").isEmpty
  }

  /// The policy of the base, the packs named, or the rules of the folder named.
  private func policy(for repository: Repository?, _ session: Session) throws -> PolicyInForce {
    if let rules {
      let files = try RuleFolder.files(in: rules, session: session)
      guard let packs else { return try PolicyInForce.given(files) }
      return try PolicyInForce.given(files, packs: packs.checked())
    }
    if let packs { return try PolicyInForce.builtIn(packs: packs.checked()) }
    guard let repository else { return try PolicyInForce.builtIn() }
    return try RepositoryCheck.policy(of: repository, remembers: remembers(session))
  }

  private func check(
    _ check: RepositoryCheck, in repository: Repository, _ session: Session, _ printer: CheckPrinter
  ) throws {
    if all {
      let remembers = remembers(session) && !trace && !individuals
      return try check.visitAllStaged(remembers: remembers) { draft, total throws(GateError) in
        try printer.add(draft, of: total)
      }
    }
    guard let rev else {
      let drafts = try check.staged().drafts
      for draft in drafts { try printer.add(draft, of: drafts.count) }
      return
    }
    let range = try RevisionRange(rev, in: repository)
    for commit in range.commits {
      for draft in try check.commit(commit).drafts {
        let shown = range.isRange ? draft.shown(as: "\(commit.hex.prefix(12)):\(draft.path.display)") : draft
        try printer.add(shown)
      }
    }
  }

  private func checkFiles(_ checker: DraftChecker, top: String?, _ session: Session, _ printer: CheckPrinter) throws {
    let siblings = top.map { WorkTreeFiles(top: $0) }
    // Outside a repository, pictures and films are named from the current folder.
    let media = siblings ?? WorkTreeFiles(top: session.environment.directory)
    if paths == ["-"] {
      let bytes: [UInt8]
      do {
        bytes = try Platform.readStandardInput(limit: 64 * 1_048_576)
      } catch {
        throw GateError.unreadable("standard input cannot be read: \(error.description)")
      }
      return try printer.add(checker.check(bytes, path: "-", in: siblings, media: media), of: 1)
    }
    let files = try DraftFiles(session: session, top: top).files(for: paths)
    try checker.checkAll(files) { file throws(GateError) in
      try checker.prepare(file, in: siblings, media: media)
    } visit: { draft throws(GateError) in
      try printer.add(draft, of: files.count)
    }
  }
}

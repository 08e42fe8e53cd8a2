internal import Changes
public import Drafts
public import Git
internal import Policy

/// Answers one call of a hook.
///
/// It reads the index and objects only; it writes the commit message git hands it, and what it keeps below
/// `.git/chaperone/` for the next call.
public struct Gatekeeper {
  let environment: GitEnvironment
  let now: Timestamp
  let style: ReportStyle
  private let kept = Kept()

  /// The rules and the repository of an answer, for as long as the gatekeeper lives.
  ///
  /// A hook ends with its answer, and giving back the memory of the rules piece by piece takes longer than ending the
  /// process with them.
  private final class Kept {
    var checks: [RepositoryCheck] = []
  }

  /// A gatekeeper for an environment, the time its answers are for, and how it prints them.
  public init(environment: GitEnvironment, now: Timestamp, style: ReportStyle) {
    self.environment = environment
    self.now = now
    self.style = style
  }

  /// The answer to a call.
  ///
  /// Whatever cannot be decided is no, with its reason.
  public func answer(_ invocation: HookInvocation) -> HookAnswer {
    do {
      return try decide(invocation)
    } catch {
      return undecided(error)
    }
  }

  /// The answer where nothing could be decided.
  public func undecided(_ error: GateError) -> HookAnswer {
    let lines = error.lines.map { "chaperone: \(PlainText.shown($0))" }
    return HookAnswer(
      status: error.exitStatus,
      text: (lines + ["chaperone: nothing was decided, so nothing goes through; `chaperone doctor` looks closer."])
        .joined(separator: "\n") + "\n")
  }

  private func decide(_ invocation: HookInvocation) throws(GateError) -> HookAnswer {
    if case .preReceive(let updates) = invocation {
      let repository = try reading { () throws(GitError) in try Repository.open(environment, mode: .serverHook) }
      return try receive(repository, updates: updates)
    }
    let repository = try reading { () throws(GitError) in try Repository.open(environment, mode: .clientHook) }
    switch invocation {
    case .preCommit, .preMergeCommit: return try checkStaged(repository)
    case .prepareCommitMessage(let file, let source):
      return try prepareMessage(repository, file: file, source: source)
    case .commitMessage(let file): return try completeMessage(repository, file: file)
    case .prePush(let remote, let updates): return try checkPush(repository, remote: remote, updates: updates)
    case .preReceive(let updates): return try receive(repository, updates: updates)
    }
  }

  /// pre-commit and pre-merge-commit: blocked or unreadable drafts stop the commit.
  private func checkStaged(_ repository: Repository) throws(GateError) -> HookAnswer {
    let report = try check(repository).staged()
    guard !report.drafts.isEmpty else { return .allow() }
    var text = TextReport(style: style).text(report)
    switch report.exitStatus {
    case 0: break
    case 1: text += "\nNot committed. Change the drafts, stage them again with `git add`, and commit.\n"
    default: text += "\nNot committed, because a draft cannot be read.\n"
    }
    return HookAnswer(status: report.exitStatus, text: text)
  }

  /// A check with the policy of the base.
  func check(_ repository: Repository) throws(GateError) -> RepositoryCheck {
    let check = try RepositoryCheck(repository, now: now)
    kept.checks.append(check)
    return check
  }

  func path(_ file: String) -> String {
    file.hasPrefix("/") ? file : environment.directory + "/" + file
  }

  func readFile(_ file: String) throws(GateError) -> [UInt8] {
    do {
      return try Platform.readFile(path(file))
    } catch {
      throw .unreadable("the commit message cannot be read: \(error.description)")
    }
  }

  func writeFile(_ file: String, _ bytes: [UInt8]) throws(GateError) {
    do {
      try Platform.writeFile(path(file), bytes)
    } catch {
      throw .unreadable("the commit message cannot be written: \(error.description)")
    }
  }
}

internal import Approvals
internal import Changes
internal import Git
internal import Policy

extension Gatekeeper {
  /// prepare-commit-msg: runs where git skips pre-commit, and there repeats its check.
  ///
  /// Where git itself replays a commit (cherry-pick, revert) a blocked draft stops it. An explicit `--no-verify` and a
  /// rebase are not stopped, but what went unchecked is recorded in the message.
  func prepareMessage(_ repository: Repository, file: String, source: String?) throws(GateError) -> HookAnswer {
    let report = try check(repository).staged()
    let stopped = report.drafts.filter { $0.verdict == .blocked || $0.verdict == .unreadable }
    guard !stopped.isEmpty else { return .allow() }
    let text = TextReport(style: style).text(report)
    if try isReplaying(repository) {
      return HookAnswer(
        status: report.exitStatus,
        text: text + "\nNot committed: the commit being replayed holds a draft that is not allowed.\n")
    }
    let message = try message(file, repository)
    let known = Set(message.trailers.filter { $0.hasKey(TrailerKey.unchecked) }.map(\.value))
    let trailers = stopped.compactMap { draft -> Trailer? in
      let value = Array(draft.id.percentEncoded.utf8)
      return known.contains(value) ? nil : Trailer(key: TrailerKey.unchecked, value: value)
    }
    // Nothing may be typed yet: then the subject line stays free above the record.
    let record =
      message.isEmpty
      ? CommitMessage([0x0A, 0x0A] + trailers.flatMap { $0.line + [0x0A] } + message.bytes)
      : message.appending(trailers)
    try writeFile(file, record.bytes)
    return .allow(
      text + "\nThe check was skipped (--no-verify). The commit will say so, and a push of it is refused.\n")
  }

  /// commit-msg: refuses evidence typed by hand, and says who has still to sign.
  func completeMessage(_ repository: Repository, file: String) throws(GateError) -> HookAnswer {
    let check = try check(repository)
    let report = try check.staged()
    let message = try message(file, repository)
    let receipts: MessageReceipts
    switch try MessageReceipts.make(
      for: message, report, repository, environment: environment, policy: check.policy, now)
    {
    case .failure(let refusal): return HookAnswer(status: refusal.status, text: refusal.text)
    case .success(let made): receipts = made
    }
    let waiting = needs(report, policy: check.policy)
    // An amended message holds what was true of the commit before; drafts this commit leaves alone keep their line.
    let passed = Set(report.drafts.map { Array($0.id.percentEncoded.utf8) })
    let old = message.removing { trailer in
      if receipts.outdated.contains(trailer) { return true }
      let id = Array(trailer.value.prefix { $0 != UInt8(ascii: " ") })
      return (trailer.hasKey(TrailerKey.needsApproval) || trailer.hasKey(TrailerKey.unchecked)) && passed.contains(id)
    }
    let new = old.appending(receipts.trailers + waiting + receipts.waiting)
    if new.bytes != message.bytes { try writeFile(file, new.bytes) }
    return .allow()
  }

  /// One trailer for each draft that waits for somebody.
  private func needs(_ report: CheckReport, policy: PolicyInForce) -> [Trailer] {
    report.drafts.compactMap { draft in
      guard case .assessed(_, let assessment) = draft.outcome, draft.path.isUnder(policy.organisation.drafts) else {
        return nil
      }
      let needsSecondPerson = policy.approvals?.secondPerson ?? true
      let roles = assessment.roles.isEmpty ? (needsSecondPerson ? ["second-person"] : []) : assessment.roles
      guard !roles.isEmpty else { return nil }
      return Trailer(
        key: TrailerKey.needsApproval, value: "\(draft.id.percentEncoded) \(roles.joined(separator: ", "))")
    }
  }

  /// Whether git is replaying a commit on its own, without pre-commit.
  private func isReplaying(_ repository: Repository) throws(GateError) -> Bool {
    do {
      for name in ["CHERRY_PICK_HEAD", "REVERT_HEAD"] {
        if try Platform.kind(of: repository.gitDirectory + "/" + name) != nil { return true }
      }
      return false
    } catch {
      throw .unreadable("the state of the repository cannot be read: \(error.description)")
    }
  }

  private func message(_ file: String, _ repository: Repository) throws(GateError) -> CommitMessage {
    let comment = try reading { () throws(GitError) in try repository.configuration("core.commentchar") }
    // `auto` lets git choose a character of the message; it stays `#` unless a line starts so.
    let prefix = comment.flatMap { $0 == "auto" || $0.isEmpty ? nil : Array($0.utf8) } ?? [UInt8(ascii: "#")]
    return CommitMessage(try readFile(file), commentPrefix: prefix)
  }
}

/// The trailers Chaperone writes.
enum TrailerKey {
  static let needsApproval = "Needs-Approval"
  static let unchecked = "Chaperone-Unchecked"
  static let draft = "Chaperone-Draft"
  static let subject = "Chaperone-Subject"
  static let ledger = "Chaperone-Ledger"

  /// Whether a trailer is evidence that only Chaperone may write.
  static func isReserved(_ trailer: Trailer) -> Bool {
    trailer.key.utf8.count > 10 && trailer.key.lowercased().hasPrefix("chaperone-") && !trailer.hasKey(unchecked)
  }
}

internal import Changes
internal import Git
internal import Policy

extension Gatekeeper {
  /// pre-push: no version of a draft that is blocked or cannot be read leaves in a new commit, and what goes to a gated
  /// branch has its approvals.
  func checkPush(_ repository: Repository, remote: String, updates: [RefUpdate]) throws(GateError) -> HookAnswer {
    let check = try check(repository)
    var stopped: [(commit: ObjectID, report: CheckReport)] = []
    var count = 0
    for commit in try newCommits(repository, remote: remote, updates: updates) {
      var report = try check.commit(commit)
      count += report.drafts.count
      report.drafts = report.drafts.filter { $0.verdict == .blocked || $0.verdict == .unreadable }
      if !report.drafts.isEmpty { stopped.append((commit, report)) }
    }
    guard !stopped.isEmpty else { return try checkGate(repository, updates: updates) }
    var text = ""
    for (commit, report) in stopped {
      let subject = try reading { () throws(GitError) in try repository.commit(commit).message.subject }
      text += "In commit \(commit.hex.prefix(12)) “\(PlainText.shown(subject))”:\n\n"
      text += report.drafts.compactMap { TextReport(style: style).section($0) }.joined(separator: "\n\n") + "\n\n"
    }
    text +=
      "Not pushed: \(stopped.count) of the new commits hold\(stopped.count == 1 ? "s" : "") a draft that is not allowed. "
    text +=
      "Earlier versions leave with a push too: change the commit itself (`git rebase -i`), not only the newest version.\n"
    let unreadable = stopped.contains { $0.report.count(.unreadable) > 0 }
    return HookAnswer(status: unreadable ? 3 : 1, text: text)
  }

  /// The commits a push would take to a remote that has not got them.
  private func newCommits(_ repository: Repository, remote: String, updates: [RefUpdate]) throws(GateError)
    -> [ObjectID]
  {
    let tips = updates.compactMap(\.new)
    guard !tips.isEmpty else { return [] }
    return try reading { () throws(GitError) in
      var known: [ObjectID] = []
      for update in updates {
        // What the remote has may be unknown here after a forced push; then it excludes nothing.
        if let old = update.old, try repository.contains(old) { known.append(old) }
      }
      return try repository.newCommits(from: tips, excluding: known, excludingReferences: ["refs/remotes/\(remote)/*"])
    }
  }
}

public import Changes
public import Drafts
public import Git
internal import Policy

/// Proves a range of commits again, from git objects alone.
///
/// Policy, people and keys are those of the commit before the range; a change of them needs its own signatures and
/// counts from then on. Each commit of the branch's own line is judged by the tree it leaves, so merges, squashes and
/// rebases are judged alike.
public struct Verification {
  let repository: Repository
  let ledger: Ledger
  let now: Timestamp

  /// A verification with a ledger at a time.
  ///
  /// - Parameter now: The trusted time: the server's clock, or the time an audit asks about.
  public init(_ repository: Repository, ledger: Ledger, now: Timestamp) {
    self.repository = repository
    self.ledger = ledger
    self.now = now
  }

  /// Verifies what a branch goes through from one commit to another.
  ///
  /// What cannot be read or decided is a problem of the report and never passes.
  /// - Parameters:
  ///   - old: The accepted commit; nil for a branch that is new.
  ///   - new: The proposed commit.
  public func verify(from old: ObjectID?, to new: ObjectID) -> VerificationReport {
    let name = { (id: ObjectID) in String(id.hex.prefix(12)) }
    var report = VerificationReport(range: (old.map { name($0) + ".." } ?? "") + name(new))
    do {
      guard let base = try base(from: old, to: new, &report) else { return report }
      var run = try VerificationRun(self, from: base.commit, to: new)
      try run.run(&report)
    } catch {
      report.problems.append(VerificationProblem(error))
    }
    return report
  }

  private struct Base {
    let commit: ObjectID?
  }

  /// Where trust starts; nil, with a problem in the report, where it cannot be known.
  private func base(from old: ObjectID?, to new: ObjectID, _ report: inout VerificationReport) throws(GateError)
    -> Base?
  {
    let facts = try reading { () throws(GitError) in
      (
        hasGrafts: try repository.hasGrafts(), isShallow: try repository.isShallow(),
        root: try repository.configurationByGit("chaperone.root")
      )
    }
    if facts.hasGrafts {
      report.problems.append(
        VerificationProblem("GRAFTS", "info/grafts rewrites history here; remove it and verify again.", .undecidable))
      return nil
    }
    if facts.isShallow {
      report.problems.append(
        VerificationProblem("SHALLOW", "The clone is shallow; fetch all of its history and verify again.", .undecidable)
      )
      return nil
    }
    guard let pinned = facts.root else { return Base(commit: old) }
    guard let root = ObjectID(hex: pinned) else {
      throw .unreadable("chaperone.root is not the full id of a commit")
    }
    let descends = try reading { () throws(GitError) -> Bool in
      guard try repository.contains(root) else { return false }
      return try repository.isAncestor(root, of: old ?? new)
    }
    guard descends else {
      report.problems.append(
        VerificationProblem(
          "ROOT_MISMATCH", "History does not go back to \(root.hex.prefix(12)), from which trust starts here.",
          .tampered))
      return nil
    }
    return Base(commit: old ?? root)
  }
}

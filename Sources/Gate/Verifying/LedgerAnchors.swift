internal import Approvals
internal import Changes
internal import Git

/// Follows the ledger through the anchors that publishing commits leave in the protected history.
///
/// Whoever could take the ledger back could drop an objection. Each publishing commit names the ledger commit it was
/// made with; the next one must descend from it, and so must the ledger that is read.
struct LedgerAnchors {
  private let repository: Repository
  private let ledger: Ledger
  private var last: ObjectID?

  /// Starts from the newest anchor before a range.
  init(_ repository: Repository, ledger: Ledger, before base: ObjectID?) throws(GateError) {
    self.repository = repository
    self.ledger = ledger
    last = nil
    var next = base
    while let id = next {
      let commit = try reading { () throws(GitError) in try repository.commit(id) }
      if let anchor = Self.anchors(of: commit).last, let found = ObjectID(hex: anchor) {
        last = found
        break
      }
      next = commit.parents.first
    }
  }

  private static func anchors(of commit: Commit) -> [[UInt8]] {
    commit.message.trailers.filter { $0.hasKey(TrailerKey.ledger) }.map(\.value)
  }

  /// Checks that the ledger that is read goes on from the newest anchor.
  func checkLedger() throws(GateError) -> VerificationProblem? {
    guard let last else { return nil }
    guard !ledger.tips.isEmpty else {
      return VerificationProblem(
        "LEDGER_MISSING", "The ledger \(ledger.name) is not here, so nobody's objection could be seen; fetch it.",
        .undecidable)
    }
    return try problem(with: last, commit: nil)
  }

  /// Checks the anchors of one commit.
  mutating func check(_ commit: Commit) throws(GateError) -> VerificationProblem? {
    for anchor in Self.anchors(of: commit) {
      guard let id = ObjectID(hex: anchor), id.algorithm == commit.id.algorithm else {
        return VerificationProblem("LEDGER_ANCHOR", "The ledger anchor is no commit.", commit: commit.id, .tampered)
      }
      if let problem = try problem(with: id, commit: commit.id) { return problem }
      if let last, try !isAncestor(last, of: id) {
        return VerificationProblem(
          "LEDGER_ORDER",
          "The ledger it was published with lacks what an earlier commit was published with; `chaperone sync`, then publish again.",
          commit: commit.id)
      }
      last = id
    }
    return nil
  }

  private func problem(with anchor: ObjectID, commit: ObjectID?) throws(GateError) -> VerificationProblem? {
    guard try reading({ () throws(GitError) in try repository.contains(anchor) }) else {
      return VerificationProblem(
        "LEDGER_MISSING",
        "The ledger commit \(anchor.hex.prefix(12)) it was published with is not here; push the ledger first.",
        commit: commit, .undecidable)
    }
    for tip in ledger.tips where try isAncestor(anchor, of: tip) { return nil }
    return VerificationProblem(
      "LEDGER_REWOUND", "The ledger does not go on from \(anchor.hex.prefix(12)), with which a commit was published.",
      commit: commit, .tampered)
  }

  private func isAncestor(_ one: ObjectID, of other: ObjectID) throws(GateError) -> Bool {
    try reading { () throws(GitError) in try repository.isAncestor(one, of: other) }
  }
}

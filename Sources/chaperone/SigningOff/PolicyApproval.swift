import Approvals
import Changes
import Drafts
import Gate
import Git

/// Signing a change of `.chaperone/`: what `chaperone approve .chaperone` does.
struct PolicyApproval {
  let desk: Desk
  let confirmation: Confirmation

  /// Shows the change, asks, and signs; gives the exit status.
  ///
  /// - Parameter since: the revision the change starts from; nil takes the commit before HEAD.
  func run(since: String?, note: [UInt8]?) throws -> Int32 {
    let session = desk.session
    let (old, new) = try ends(since)
    let range = "\(old.hex.prefix(12))..\(new.hex.prefix(12))"
    guard let change = try desk.signOff.policyChange(from: old, to: new) else {
      throw UsageError(
        "Nothing below .chaperone/ differs in \(range). Say where the change starts with --since.",
        examples: ["chaperone approve .chaperone --since origin/main"])
    }
    let signer = try desk.signOff.signer()
    try session.print("A change of the rules, the people or the keys, \(range):")
    for path in change.paths { try session.print("  \(path.display)") }
    try session.print("Read it with: git diff \(range) -- .chaperone\n")
    guard try confirmation.ask("Approve this change as policy-owner, signed by \(signer.person.id)?") else {
      try session.print("Nothing was signed.")
      return 1
    }
    let record = try desk.signOff.approve(change, by: signer, note: note)
    try session.print(
      "\(signer.person.id) approved the change as policy-owner; it counts until \(StandingReport.day(record.decision.expires)) (record \(record.id.description.prefix(12)))."
    )
    if let now = try Desk(session, for: "signing").signOff.policyChange(from: old, to: new) {
      let missing = now.standing.entries.count { if case .granted = $0.state { false } else { true } }
      try session.print(
        missing == 0
          ? "  Everything it needs is signed."
          : "  It still waits for \(PlainText.count(missing, "policy-owner")).")
    }
    try desk.announceSharing()
    return 0
  }

  private func ends(_ since: String?) throws -> (old: ObjectID, new: ObjectID) {
    do {
      let new = try desk.repository.resolve("HEAD")
      if let since { return (try desk.repository.resolve(since), new) }
      guard let parent = try desk.repository.commit(new).parents.first else {
        throw GateError.refused(["this is the first commit; there was no policy before it, so nobody has to sign it"])
      }
      return (parent, new)
    } catch let error as GitError {
      throw GateError.git(error)
    }
  }
}

internal import Approvals
public import Changes
internal import Git

extension Verification {
  /// Whether a branch is gated, by the policy of the accepted commit or of HEAD; only where neither has one, that of the
  /// proposed commit says.
  ///
  /// - Throws: ``GateError`` where that policy cannot be read; nothing passes then.
  public func isGated(_ name: ReferenceName, from old: ObjectID?, to new: ObjectID) throws(GateError) -> Bool {
    // A new branch must not bring the policy that says it is not gated.
    let head = try reading { () throws(GitError) in try repository.head().commit }
    var accepted: [ApprovalPolicy] = []
    for commit in [old, head].compactMap({ $0 }) {
      if let policy = try policy(of: commit) { accepted.append(policy) }
    }
    if accepted.isEmpty, let policy = try policy(of: new) { accepted = [policy] }
    return accepted.contains { $0.gatedRefs.contains(name.bytes) }
  }

  private func policy(of commit: ObjectID) throws(GateError) -> ApprovalPolicy? {
    let tree = try reading { () throws(GitError) in try repository.commit(commit).tree }
    let text = try TreeFiles(repository, tree: tree).read(PolicyInForce.policyFile, limit: PolicyInForce.sizeLimit)
    return try text.map { text throws(GateError) in try ApprovalPolicyFile.parse(text) }
  }
}

internal import Approvals
public import Changes
internal import Git

extension Verification {
  /// Whether the policy in force gates a branch: that of the accepted commit, or of the first one where there is none.
  ///
  /// - Throws: ``GateError`` where that policy cannot be read; nothing passes then.
  public func isGated(_ name: ReferenceName, from old: ObjectID?, to new: ObjectID) throws(GateError) -> Bool {
    let tree = try reading { () throws(GitError) in try repository.commit(old ?? new).tree }
    let text = try TreeFiles(repository, tree: tree).read(PolicyInForce.policyFile, limit: PolicyInForce.sizeLimit)
    guard let text else { return false }
    return try ApprovalPolicyFile.parse(text).gatedRefs.contains(name.bytes)
  }
}

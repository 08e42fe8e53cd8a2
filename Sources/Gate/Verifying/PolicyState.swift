internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// The policy and the trust of one commit, and what its signatures have been found to prove.
struct PolicyState {
  let policy: PolicyInForce
  let trust: TrustInForce
  let judge: DraftJudge

  init(policy: PolicyInForce, trust: TrustInForce, now: Timestamp) {
    self.policy = policy
    self.trust = trust
    judge = DraftJudge(policy: policy, trust: trust, now: now, remembers: true)
  }

  /// The state of a commit; nil where it has no `.chaperone/policy.yaml`.
  static func load(at commit: Commit, in repository: Repository, now: Timestamp) throws(GateError) -> PolicyState? {
    let files = TreeFiles(repository, tree: commit.tree)
    guard try files.read(PolicyInForce.policyFile, limit: PolicyInForce.sizeLimit) != nil else { return nil }
    return PolicyState(
      policy: try PolicyInForce.load(from: files, origin: .commit(commit.id)),
      trust: try TrustInForce.load(from: files), now: now)
  }

  /// How many different lines have been looked into.
  var count: Int { judge.lineCount }

  /// Looks into a line, once.
  func evidence(_ line: [UInt8]) -> Evidence { judge.evidence(line) }

  var drafts: RepositoryPath { policy.organisation.drafts }
  var published: RepositoryPath { policy.organisation.published }
}

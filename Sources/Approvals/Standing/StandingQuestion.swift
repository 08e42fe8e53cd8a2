public import Drafts

/// Everything a standing is a function of, except the records.
///
/// There is no clock in here but ``now``.
public struct StandingQuestion: Hashable, Sendable {
  /// The draft.
  public var draft: DraftID
  /// The subject as it is now.
  public var subject: Subject
  /// What must be signed.
  public var requirement: Requirement
  /// The policy of the base commit.
  public var policy: ApprovalPolicy
  /// The people of the base commit.
  public var people: People
  /// The allowed signers of the base commit.
  public var signers: AllowedSigners
  /// The revoked keys of the base commit; `nil` when the list is missing or cannot be read, and then nothing is
  /// granted.
  public var revoked: RevokedKeys?
  /// Who made the draft.
  public var contributors: Contributors
  /// The consents the draft relies on; they cap how long a signature counts.
  public var consents: [Consent]
  /// The trusted time: the server's or runner's clock, or the time an audit asks about.
  public var now: Timestamp

  /// How far a record may be dated ahead of ``now``, in seconds, for clocks that differ.
  public static let clockSkew: Int = 600

  /// A question with every field given.
  public init(
    draft: DraftID, subject: Subject, requirement: Requirement, policy: ApprovalPolicy, people: People,
    signers: AllowedSigners, revoked: RevokedKeys?, contributors: Contributors, consents: [Consent] = [], now: Timestamp
  ) {
    self.draft = draft
    self.subject = subject
    self.requirement = requirement
    self.policy = policy
    self.people = people
    self.signers = signers
    self.revoked = revoked
    self.contributors = contributors
    self.consents = consents
    self.now = now
  }

  /// When a record ceases to count: by its own date, the role's maximum age or the end of a consent, whichever is
  /// first.
  public func expiry(of decision: Decision) -> Timestamp {
    let oldest = decision.signedAt.adding(seconds: policy.maximumAge(of: decision.role))
    return consents.map(\.ends).reduce(min(decision.expires, oldest), min)
  }

  /// The roles asked that sign before another one, by the policy's order.
  public func roles(before role: Role) -> [Role] {
    (policy.terms[role]?.after ?? []).filter { requirement.roles.contains($0) }
  }
}

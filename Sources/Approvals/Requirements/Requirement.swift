public import Drafts

/// What must be signed before a draft, or a change of the policy itself, may pass.
public struct Requirement: Hashable, Sendable {
  /// One signature that is needed.
  public enum Slot: Hashable, Sendable, CustomStringConvertible {
    /// By a holder of the role, in that role.
    case role(Role)
    /// By anyone who holds any role and did not contribute.
    case anyone

    /// The role's id, or `second-person`.
    public var description: String {
      switch self {
      case .role(let role): role.description
      case .anyone: "second-person"
      }
    }
  }

  /// The signatures needed, roles sorted by bytes, then those of anyone.
  ///
  /// Distinct people fill distinct slots.
  public let slots: [Slot]
  /// Whether a finding blocks, whoever signs.
  public let isBlocked: Bool
  /// Whether a finding asks for an approval and its rule names no role, or nothing at all is required: an error of
  /// the policy, never an approval.
  public let isIncomplete: Bool
  /// Whether contributors may sign too: only for a change of the policy by a single owner.
  public let admitsContributors: Bool
  /// The digest of the findings shown: rule and matched text of each one that asks for an approval.
  ///
  /// A new finding changes it. Where a finding stands, advice, and rules that did not fire do not.
  public let acknowledgement: Digest
  private let asked: [Role: [[UInt8]]]

  /// The requirement of a draft.
  ///
  /// - Parameters:
  ///   - findings: Everything that fired.
  ///   - policy: The policy of the base commit.
  ///   - contributors: Who made the draft.
  public init(findings: [AcknowledgedFinding], policy: ApprovalPolicy, contributors: Contributors) {
    let approvals = findings.filter { $0.severity == .approve }
    var asked: [Role: Set<[UInt8]>] = [:]
    for finding in approvals {
      let line = Array("rule ".utf8) + PercentEncoding.encode(finding.rule) + [ASCII.space] + finding.statement.labelled
      for role in finding.roles.flatMap({ policy.signingRoles(for: $0) }) {
        asked[role, default: []].insert(line)
      }
    }
    var slots = asked.keys.sorted().map { Slot.role($0) }
    if slots.isEmpty, policy.secondPerson { slots.append(.anyone) }
    if !slots.isEmpty, contributors.hasUnattributed { slots.append(.anyone) }
    let shown = approvals.map {
      Array("finding ".utf8) + PercentEncoding.encode($0.rule) + [ASCII.space] + $0.excerpt.labelled
    }
    self.init(
      slots: slots, isBlocked: findings.contains { $0.severity == .block },
      isIncomplete: slots.isEmpty || approvals.contains { $0.roles.isEmpty }, admitsContributors: false,
      acknowledgement: Self.digest(of: "chaperone-ack v1", shown),
      asked: asked.mapValues { $0.sorted(by: ASCII.precedes) })
  }

  /// The requirement of a change to `.chaperone/`: one policy owner other than the author, two where there are three
  /// or more, and a single owner's own signature.
  ///
  /// - Parameters:
  ///   - people: The people of the base commit.
  ///   - now: The time that decides who holds the role.
  public init(policyChangeIn people: People, at now: Timestamp) {
    let owners = people.holders(of: .policyOwner, at: now).count
    self.init(
      slots: Array(repeating: .role(.policyOwner), count: owners >= 3 ? 2 : 1), isBlocked: false, isIncomplete: false,
      admitsContributors: owners == 1, acknowledgement: Self.digest(of: "chaperone-ack v1", []),
      asked: [.policyOwner: [Array("change policy".utf8)]])
  }

  /// The digest of what is asked of a role: the rules that fired and ask it, with their words.
  ///
  /// A changed rule text or another set of rules changes it. Membership, keys, deadlines, the order of roles and
  /// rules that did not fire are not in it: the first two say who may sign, and the next two are checked anew against
  /// every record.
  public func rulesDigest(for role: Role) -> Digest {
    Self.digest(of: "chaperone-rules v1", [Array("role ".utf8) + role.bytes] + (asked[role] ?? []))
  }

  /// The roles among the slots.
  public var roles: Set<Role> { Set(asked.keys) }

  private init(
    slots: [Slot], isBlocked: Bool, isIncomplete: Bool, admitsContributors: Bool, acknowledgement: Digest,
    asked: [Role: [[UInt8]]]
  ) {
    self.slots = slots
    self.isBlocked = isBlocked
    self.isIncomplete = isIncomplete
    self.admitsContributors = admitsContributors
    self.acknowledgement = acknowledgement
    self.asked = asked
  }

  private static func digest(of title: String, _ lines: [[UInt8]]) -> Digest {
    Digest(of: ([Array(title.utf8)] + lines.sorted(by: ASCII.precedes)).flatMap { $0 + [ASCII.newline] })
  }
}

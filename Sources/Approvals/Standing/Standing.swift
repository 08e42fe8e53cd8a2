public import Drafts

/// What a draft has against what it needs: a pure function of the records and a ``StandingQuestion``.
///
/// The order and number of equal lines do not matter. What does not verify is dropped and named in ``problems``.
public struct Standing: Hashable, Sendable {
  /// A signature that counts.
  public struct Grant: Hashable, Sendable {
    /// Who signed.
    public let person: PersonID
    /// The role they signed in.
    public let role: Role
    /// When, by the signer's clock.
    public let signedAt: Timestamp
    /// When it ceases to count.
    public let expires: Timestamp
    /// The record.
    public let record: RecordID
  }

  /// How one needed signature stands.
  public enum State: Hashable, Sendable {
    /// There is one that counts.
    case granted(Grant)
    /// There is none.
    case missing
    /// There was one; the code says why it does not count any more.
    case stale(Problem.Code)
    /// A holder of the role objects.
    case objected
  }

  /// A needed signature and how it stands.
  public struct Entry: Hashable, Sendable {
    /// What is needed.
    public let slot: Requirement.Slot
    /// How it stands.
    public let state: State
  }

  /// An objection that has not been withdrawn.
  public struct Objection: Hashable, Sendable {
    /// Who objects.
    public let person: PersonID
    /// In which role.
    public let role: Role
    /// Since when, by the signer's clock.
    public let since: Timestamp
    /// The digest of the reason, which is kept beside the record.
    public let note: Digest?
    /// The record.
    public let record: RecordID
  }

  /// The needed signatures in the order of the requirement, then roles that are not asked and object.
  public let entries: [Entry]
  /// Objections that stand; while there is one, nothing passes.
  public let objections: [Objection]
  /// Why it is not approved, and every line that proves nothing.
  ///
  /// Not empty when the draft is not approved.
  public let problems: [Problem]

  /// Judges lines.
  ///
  /// - Parameters:
  ///   - lines: Trailer lines, keys included, of the commit and the ledger: those of the subject and those of the
  ///     draft.
  ///   - question: What they are judged against.
  public init(lines: some Sequence<[UInt8]>, question: StandingQuestion) {
    self.init(
      evidence: Set(lines).map { Evidence(line: $0, signers: question.signers, revoked: question.revoked) },
      question: question)
  }

  /// Judges lines that have been looked into, with the signers and revoked keys of the same question.
  public init(evidence: some Sequence<Evidence>, question: StandingQuestion) {
    var judge = StandingJudge(question: question)
    judge.sort(evidence)
    judge.applyWithdrawals()
    self = judge.standing()
  }

  init(entries: [Entry], objections: [Objection], problems: [Problem]) {
    self.entries = entries
    self.objections = objections
    self.problems = problems
  }

  /// Whether everything needed is granted and nothing speaks against it.
  public var isApproved: Bool {
    let stopping: Set<Problem.Code> = [.blocked, .noRequirement, .noRevocationList, .consentEnded, .objected]
    guard !entries.isEmpty, objections.isEmpty, !problems.contains(where: { stopping.contains($0.code) }) else {
      return false
    }
    return entries.allSatisfy { if case .granted = $0.state { true } else { false } }
  }

  /// Whether the question could be decided; a missing list of revoked keys and a requirement that asks nobody cannot.
  public var isDecidable: Bool {
    !problems.contains { $0.code == .noRevocationList || $0.code == .noRequirement }
  }

  /// The signatures that count.
  public var grants: [Grant] {
    entries.compactMap { if case .granted(let grant) = $0.state { grant } else { nil } }
  }

  /// Whether every signature that is needed in a role is given; so it is in a role that is not asked.
  public func isGranted(_ role: Role) -> Bool {
    entries.allSatisfy { entry in
      guard entry.slot == .role(role) else { return true }
      return if case .granted = entry.state { true } else { false }
    }
  }

  /// When the first signature that counts ceases to; `nil` when there is none.
  public var expires: Timestamp? { grants.map(\.expires).min() }
}

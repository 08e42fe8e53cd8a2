/// One reason why something does not count or is still missing: a code for programs and one sentence for people.
public struct Problem: Error, Hashable, Sendable {
  /// The reasons, by the codes other programs read.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The line is not a record.
    case malformed = "MALFORMED"
    /// Made for another repository.
    case wrongRepository = "WRONG_REPO"
    /// Made for another draft.
    case wrongDraft = "WRONG_DRAFT"
    /// Signed by an id that people.yaml does not know.
    case unknownPerson = "UNKNOWN_PERSON"
    /// Signed with a key that is not the person's.
    case unknownKey = "UNKNOWN_KEY"
    /// Signed with a revoked key.
    case revoked = "REVOKED"
    /// The signature does not hold.
    case badSignature = "BAD_SIGNATURE"
    /// Dated in the future.
    case notYetValid = "NOT_YET_VALID"
    /// Signed by a program.
    case serviceAccount = "SERVICE_ACCOUNT"
    /// The person does not hold the role.
    case wrongRole = "WRONG_ROLE"
    /// Signed by somebody who made the draft.
    case ownWork = "SELF"
    /// The draft was changed since.
    case staleContent = "STALE_CONTENT"
    /// What is asked of the role was changed since.
    case staleRule = "STALE_RULE"
    /// There are other findings than those shown.
    case newFinding = "NEW_FINDING"
    /// The time of the signature, its key or a consent is over.
    case expired = "EXPIRED"
    /// Taken back, or followed by the person's own objection.
    case withdrawn = "WITHDRAWN"
    /// Signed before the role it has to wait for.
    case order = "ORDER"
    /// The person already signs in another role.
    case samePerson = "SAME_PERSON"
    /// A withdrawal that the person may not make, or that names nothing known.
    case withdrawsNothing = "WITHDRAWS_NOTHING"
    /// An objection stands.
    case objected = "OBJECTED"
    /// Nobody has signed.
    case noRecord = "NO_RECORD"
    /// A finding blocks, and no signature clears it.
    case blocked = "BLOCKED"
    /// Nothing is required, or a rule asks nobody.
    case noRequirement = "NO_REQUIREMENT"
    /// The list of revoked keys is missing.
    case noRevocationList = "NO_REVOCATION_LIST"
    /// A consent the draft relies on is revoked or over.
    case consentEnded = "CONSENT_ENDED"

    /// Whether a record with this problem can only come from tampering or another place, never from time passing.
    public var isTampering: Bool {
      switch self {
      case .malformed, .wrongRepository, .wrongDraft, .unknownPerson, .unknownKey, .badSignature: true
      default: false
      }
    }
  }

  /// The code.
  public let code: Code
  /// The signature it concerns, where it concerns one.
  public let slot: Requirement.Slot?
  /// The person it concerns, where it concerns one.
  public let person: PersonID?
  /// The record it concerns, where it concerns one.
  public let record: RecordID?
  /// What was seen and why it does not count, in one sentence.
  public let sentence: String

  init(
    _ code: Code, _ sentence: String, slot: Requirement.Slot? = nil, person: PersonID? = nil, record: RecordID? = nil
  ) {
    self.code = code
    self.sentence = sentence
    self.slot = slot
    self.person = person
    self.record = record
  }

  init(_ code: Code, _ sentence: String, of record: Record) {
    self.init(
      code, sentence, slot: .role(record.decision.role), person: record.decision.person, record: record.id)
  }
}

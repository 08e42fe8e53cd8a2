/// A reviewer's office, as policy, people and records name it: `[a-z0-9][a-z0-9.-]{0,63}`.
public struct Role: ASCIIIdentifier {
  /// The role id's bytes.
  public let bytes: [UInt8]

  /// Reads a role id; `nil` where it is not `[a-z0-9][a-z0-9.-]{0,63}`.
  public init?(_ bytes: some Collection<UInt8>) {
    guard Self.isValid(bytes) else { return nil }
    self.bytes = Array(bytes)
  }

  private init(known: StaticString) {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: known.description.utf8)
    self.bytes = bytes
  }

  /// Answers for the organisation's voice.
  public static let commsLead = Role(known: "comms-lead")
  /// Answers for patients' privacy; an objection outranks every approval.
  public static let privacyOfficer = Role(known: "privacy-officer")
  /// Answers for what is said about medicine.
  public static let clinicalLead = Role(known: "clinical-lead")
  /// Answers for law and contracts.
  public static let legal = Role(known: "legal")
  /// Answers for changes of `.chaperone/` itself.
  public static let policyOwner = Role(known: "policy-owner")

  /// The roles every repository has.
  public static let core: Set<Role> = [commsLead, privacyOfficer, clinicalLead, legal, policyOwner]

  /// The roles an organisation may add, and who signs in their place where its policy does not declare them: all of
  /// the list.
  ///
  /// Whether a role is declared is read from `policy.yaml`, not from who holds it, so that a new colleague never
  /// voids what others have signed.
  public static let fallbacks: [Role: [Role]] = [
    Role(known: "regulatory"): [legal],
    Role(known: "brand"): [commsLead],
    Role(known: "executive"): [legal, commsLead],
    Role(known: "crisis-lead"): [commsLead, legal],
    Role(known: "investor-relations"): [legal],
    Role(known: "irb"): [legal, clinicalLead],
  ]
}

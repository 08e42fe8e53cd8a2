/// The kinds of thing that are recognised by form, checksum, range or dictionary rather than by a word list.
///
/// The names are those of `chaperone check --trace` and of patterns (`<phone>`).
public enum EntityKind: String, CaseIterable, Sendable {
  case personName = "person-name"
  case place
  case address
  case postalCode = "postal-code"
  case facility
  case date
  case time
  case age
  case phone
  case fax
  case email
  case nationalID = "national-id"
  case recordNumber = "record-number"
  case planNumber = "plan-number"
  case accountNumber = "account-number"
  case licenceNumber = "licence-number"
  case vehicleID = "vehicle-id"
  case deviceID = "device-id"
  case url
  case ipAddress = "ip-address"
  case handle
  case hashtag
  case otherNumber = "other-number"
}

/// One recognised entity.
public struct Entity: Sendable {
  /// What it is.
  public var kind: EntityKind
  /// The words it covers, as indices into `Document.tokens`.
  public var tokens: Range<Int>
  /// The passage it stands in.
  public var passage: Int
  /// The bytes it covers there, with a sign or bracket that belongs to it.
  public var bytes: Range<Int>
  /// The directory or the draft's `people:` names it as ours: recognised, but no rule fires on it.
  public var isAllowed: Bool
  /// An age above 89, which 45 CFR 164.514(b)(2)(i)(C) counts as an identifier.
  public var isOver89: Bool = false

  /// Describes an entity; its age is at most 89 until said otherwise.
  public init(kind: EntityKind, tokens: Range<Int>, passage: Int, bytes: Range<Int>, isAllowed: Bool = false) {
    self.kind = kind
    self.tokens = tokens
    self.passage = passage
    self.bytes = bytes
    self.isAllowed = isAllowed
  }
}

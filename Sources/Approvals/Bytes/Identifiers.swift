internal import Drafts

/// A validated ASCII name: a lower-case letter or digit, then up to 63 letters, digits, dots or dashes.
///
/// The set is small on purpose: there is no capital, no look-alike letter and no second spelling of a name.
public protocol ASCIIIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name's bytes.
  var bytes: [UInt8] { get }

  /// Reads a name; `nil` where it is not `[a-z0-9][a-z0-9.-]{0,63}`.
  init?(_ bytes: some Collection<UInt8>)
}

extension ASCIIIdentifier {
  /// Reads a name from text; `nil` where it is not `[a-z0-9][a-z0-9.-]{0,63}`.
  public init?(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// The name as text.
  public var description: String { ASCII.text(bytes) }

  /// Orders by bytes.
  public static func < (left: Self, right: Self) -> Bool { ASCII.precedes(left.bytes, right.bytes) }

  static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count <= 64 else { return false }
    guard ASCII.isLowerLetter(first) || ASCII.isDigit(first) else { return false }
    return bytes.allSatisfy {
      ASCII.isLowerLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
  }
}

/// The id of a person in `people.yaml`, and the only principal an allowed-signers line may name.
public struct PersonID: ASCIIIdentifier {
  /// The name's bytes.
  public let bytes: [UInt8]

  /// Reads a name; `nil` where it is not `[a-z0-9][a-z0-9.-]{0,63}`.
  public init?(_ bytes: some Collection<UInt8>) {
    guard Self.isValid(bytes) else { return nil }
    self.bytes = Array(bytes)
  }
}

/// The opaque reference of a consent, as the privacy office files it: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`, never a name.
public struct ConsentReference: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The reference's bytes.
  public let bytes: [UInt8]

  /// Reads a reference; `nil` where it has other characters or is longer than 64 bytes.
  public init?(_ bytes: some Collection<UInt8>) {
    guard Consents.isReference(bytes) else { return nil }
    self.bytes = Array(bytes)
  }

  /// The reference of a consent on file, which was read as one.
  init(of consent: Consent) { bytes = consent.reference }

  /// The reference as text.
  public var description: String { ASCII.text(bytes) }

  /// Orders by bytes.
  public static func < (left: ConsentReference, right: ConsentReference) -> Bool {
    ASCII.precedes(left.bytes, right.bytes)
  }
}

/// The id of a drafts repository: the UUID in `policy.yaml`, so that a record cannot move to another repository.
public struct RepositoryID: Hashable, Sendable, CustomStringConvertible {
  /// The id's bytes.
  public let bytes: [UInt8]

  /// Reads a UUID, 32 lower-case hexadecimal digits with or without the usual four dashes; anything else is `nil`.
  public init?(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    let dashes = bytes.count == 36 ? [8, 13, 18, 23] : []
    guard bytes.count == 32 || bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      guard dashes.contains(index) ? byte == UInt8(ascii: "-") : ASCII.lowerHexValue(byte) != nil else { return nil }
    }
    self.bytes = bytes
  }

  /// Reads a UUID from text.
  public init?(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// The id as text.
  public var description: String { ASCII.text(bytes) }
}

public import YAML

/// The consents of a drafts repository, from `consents.yaml`.
///
/// ```yaml
/// AUTH-2026-0417:
///   subject: adult                   # adult, minor, deceased or incapacitated
///   scope: {channels: [instagram], purposes: [awareness], media: [text, photo]}
///   signed: 2026-10-02
///   expires: 2027-10-02
///   revoked: 2026-11-20              # only when it was
/// ```
public struct Consents: Hashable, Sendable {
  /// Every consent, by the bytes of its reference.
  public let byReference: [[UInt8]: Consent]

  /// The consents given; of two with the same reference the later one wins.
  public init(_ consents: [Consent]) {
    byReference = Dictionary(consents.map { ($0.reference, $0) }, uniquingKeysWith: { $1 })
  }

  /// Reads the root of `consents.yaml`.
  ///
  /// - Throws: `YAMLError` with the place of an unknown key, a malformed reference or date, or a consent that ends
  ///   before it was signed. An empty file is not an error.
  public init(parsing root: YAMLNode) throws(YAMLError) {
    var consents: [Consent] = []
    if !root.isNull {
      for entry in try root.mapping(expected: "a mapping of references to consents").entries {
        consents.append(try Self.consent(entry))
      }
    }
    self.init(consents)
  }

  /// The consent with a reference.
  public subscript(reference: [UInt8]) -> Consent? { byReference[reference] }

  /// Whether bytes are a reference: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
  public static func isReference(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count <= 64, isAlphanumeric(first) else { return false }
    return bytes.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func consent(_ entry: YAMLEntry) throws(YAMLError) -> Consent {
    guard isReference(entry.key.utf8) else {
      throw YAMLError(
        .badValue("not a reference: letters, digits, dots, dashes and underscores, at most 64"), at: entry.keyRange)
    }
    let mapping = try entry.value.mapping(
      keys: ["subject", "scope", "signed", "expires", "revoked"], expected: "a consent")
    let scope = try mapping.required("scope").mapping(keys: ["channels", "purposes", "media"], expected: "a scope")
    let expires = try mapping.required("expires")
    let consent = Consent(
      reference: Array(entry.key.utf8),
      subject: try mapping.required("subject").word(ConsentSubject.self),
      scope: Consent.Scope(
        channels: try scope.required("channels").names(), purposes: try scope.required("purposes").names(),
        media: try scope.required("media").names()),
      signed: try mapping.required("signed").moment(), expires: try expires.moment(),
      revoked: try mapping["revoked"]?.moment())
    guard consent.expires > consent.signed else {
      throw YAMLError(.badValue("the consent ends before it was signed"), at: expires.range)
    }
    return consent
  }
}

public import Drafts
public import YAML

/// One consent of `consents.yaml`: what somebody allowed, until when, never who.
public struct Consent: Hashable, Sendable {
  /// Whom the consent is about.
  public enum SubjectKind: String, Hashable, Sendable, CaseIterable {
    /// An adult who can consent.
    case adult
    /// A minor; a guardian signed.
    case minor
    /// Somebody who died; a representative signed.
    case deceased
    /// Somebody who cannot consent; a representative signed.
    case incapacitated
  }

  /// What may be done; an empty list allows nothing of its kind.
  public struct Scope: Hashable, Sendable {
    /// Channels, by name.
    public let channels: [[UInt8]]
    /// Purposes, by name.
    public let purposes: [[UInt8]]
    /// Kinds of media, by name.
    public let media: [[UInt8]]

    /// A scope; the lists are kept sorted by bytes.
    public init(channels: [[UInt8]], purposes: [[UInt8]], media: [[UInt8]]) {
      self.channels = channels.sorted(by: ASCII.precedes)
      self.purposes = purposes.sorted(by: ASCII.precedes)
      self.media = media.sorted(by: ASCII.precedes)
    }
  }

  /// The reference drafts name.
  public let reference: ConsentReference
  /// Whom it is about.
  public let subject: SubjectKind
  /// What it allows.
  public let scope: Scope
  /// When it was signed.
  public let signed: Timestamp
  /// From when it allows nothing any more.
  public let expires: Timestamp
  /// When it was revoked, if it was.
  public let revoked: Timestamp?

  /// A consent with every field given.
  public init(
    reference: ConsentReference, subject: SubjectKind, scope: Scope, signed: Timestamp, expires: Timestamp,
    revoked: Timestamp? = nil
  ) {
    self.reference = reference
    self.subject = subject
    self.scope = scope
    self.signed = signed
    self.expires = expires
    self.revoked = revoked
  }

  /// When the consent ends: its expiry, or its revocation where that came first.
  public var ends: Timestamp { revoked.map { min($0, expires) } ?? expires }

  /// The digest a manifest binds: over the values, so that comments and layout of the file do not matter.
  public var entryDigest: Digest {
    var lines = [
      "chaperone-consent v1", "subject \(subject.rawValue)", "signed \(signed)", "expires \(expires)",
      "revoked \(revoked?.description ?? "-")",
    ].map { Array($0.utf8) }
    lines.append(Array("reference ".utf8) + reference.bytes)
    for (label, names) in [("channel", scope.channels), ("purpose", scope.purposes), ("media", scope.media)] {
      lines += names.map { Array("\(label) ".utf8) + $0 }
    }
    return Digest(of: lines.flatMap { $0 + [ASCII.newline] })
  }
}

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
  /// Every consent, by reference.
  public let byReference: [ConsentReference: Consent]

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
  public subscript(reference: ConsentReference) -> Consent? { byReference[reference] }

  private static func consent(_ entry: YAMLEntry) throws(YAMLError) -> Consent {
    guard let reference = ConsentReference(Array(entry.key.utf8)) else {
      throw YAMLError(
        .badValue("not a reference: letters, digits, dots, dashes and underscores, at most 64"), at: entry.keyRange)
    }
    let mapping = try entry.value.mapping(
      keys: ["subject", "scope", "signed", "expires", "revoked"], expected: "a consent")
    let scope = try mapping.required("scope").mapping(keys: ["channels", "purposes", "media"], expected: "a scope")
    let expires = try mapping.required("expires")
    let consent = Consent(
      reference: reference,
      subject: try mapping.required("subject").word(Consent.SubjectKind.self),
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

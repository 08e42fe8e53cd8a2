/// One consent of `consents.yaml`: what somebody allowed, until when, never who.
public struct Consent: Hashable, Sendable {
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
      self.channels = channels.sorted { $0.lexicographicallyPrecedes($1) }
      self.purposes = purposes.sorted { $0.lexicographicallyPrecedes($1) }
      self.media = media.sorted { $0.lexicographicallyPrecedes($1) }
    }
  }

  /// The reference drafts name, as bytes.
  public let reference: [UInt8]
  /// Whom it is about.
  public let subject: ConsentSubject
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
    reference: [UInt8], subject: ConsentSubject, scope: Scope, signed: Timestamp, expires: Timestamp,
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
}

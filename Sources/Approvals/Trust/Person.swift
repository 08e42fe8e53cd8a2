public import Drafts

/// One person of `people.yaml`.
public struct Person: Hashable, Sendable {
  /// Whether a human or a program acts under the id.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A human being.
    case human
    /// A program; what it signs never counts.
    case service
  }

  /// A role and when it is held.
  public struct Assignment: Hashable, Sendable {
    /// The role.
    public let role: Role
    /// From when it is held, if that is limited.
    public let from: Timestamp?
    /// From when it is not held any more, if that is limited.
    public let until: Timestamp?
    /// Whether the person holds it as the named deputy.
    ///
    /// A deputy's signature counts like any other, so absence stops nothing.
    public let isStandIn: Bool

    /// A role held between two instants, the second excluded.
    public init(role: Role, from: Timestamp? = nil, until: Timestamp? = nil, isStandIn: Bool = false) {
      self.role = role
      self.from = from
      self.until = until
      self.isStandIn = isStandIn
    }

    /// Whether the role is held at an instant.
    public func isInForce(at instant: Timestamp) -> Bool {
      (from.map { $0 <= instant } ?? true) && (until.map { instant < $0 } ?? true)
    }
  }

  /// The person's id.
  public let id: PersonID
  /// The name to show.
  ///
  /// It decides nothing.
  public let name: String
  /// Human or service.
  public let kind: Kind
  /// The addresses the person commits under.
  public let emails: [EmailAddress]
  /// The roles the person has, had or will have.
  public let assignments: [Assignment]

  /// A person with every field given.
  public init(id: PersonID, name: String, kind: Kind = .human, emails: [EmailAddress], assignments: [Assignment]) {
    self.id = id
    self.name = name
    self.kind = kind
    self.emails = emails
    self.assignments = assignments
  }

  /// Whether the person holds the role at an instant.
  public func holds(_ role: Role, at instant: Timestamp) -> Bool {
    assignments.contains { $0.role == role && $0.isInForce(at: instant) }
  }

  /// Whether the person has, had or will have the role.
  public func everHolds(_ role: Role) -> Bool {
    assignments.contains { $0.role == role }
  }
}

/// An e-mail address; two are equal when their bytes are, `A` to `Z` taken as `a` to `z` and nothing else folded.
///
/// Wider folding is an attack: the dotless i and the Kelvin sign become ASCII letters under Unicode rules.
public struct EmailAddress: Hashable, Sendable {
  /// The bytes, capitals of ASCII lowered.
  public let folded: [UInt8]

  /// Takes an address as it is, for instance from a commit.
  public init(_ bytes: some Collection<UInt8>) {
    folded = bytes.map(ASCII.lowercased)
  }

  /// Takes an address from text, as its UTF-8 bytes.
  public init(_ text: String) {
    self.init(Array(text.utf8))
  }
}

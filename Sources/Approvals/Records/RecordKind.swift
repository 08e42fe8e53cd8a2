/// What a record decides.
public enum RecordKind: String, Hashable, Sendable, CaseIterable {
  /// Signs one subject in one role.
  case approve
  /// Stops the draft, over every later edit, until it is withdrawn.
  case object
  /// Takes back the records it names in `seen`.
  case withdraw

  /// The key of the trailer that carries a record of this kind.
  public var trailerKey: [UInt8] {
    switch self {
    case .approve: Array("Chaperone-Approval".utf8)
    case .object: Array("Chaperone-Objection".utf8)
    case .withdraw: Array("Chaperone-Withdrawal".utf8)
    }
  }

  init?(bytes: some Collection<UInt8>) {
    guard let kind = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(bytes) }) else { return nil }
    self = kind
  }
}

/// The id of a record: SHA-256 of its whole line, key included, without a line end.
public struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The digest of the line.
  public let digest: Digest

  /// The id with that digest.
  public init(_ digest: Digest) {
    self.digest = digest
  }

  /// The 64 hexadecimal digits, as ledger paths and `seen` write it.
  public var description: String { digest.description }

  /// Orders by the digest's bytes, which is also the order of the hexadecimal spelling.
  public static func < (left: RecordID, right: RecordID) -> Bool { left.digest < right.digest }
}

/// The fields of a record line, in the order they stand there.
public enum RecordField: String, Hashable, Sendable, CaseIterable {
  /// The repository's id.
  case repo
  /// The draft's id, percent-encoded.
  case draft
  /// The role signed for.
  case role
  /// The person who signs.
  case by
  /// The subject.
  case subject
  /// The digest of what was asked of the role.
  case rules
  /// The digest of the findings shown.
  case ack
  /// When it was signed, by the signer's clock.
  case at
  /// When it ceases to count.
  case exp
  /// The records that were on screen.
  case seen
  /// The digest of the note.
  case note
  /// A random value, so that two records are never equal.
  case nonce
  /// The signature.
  case sig
}

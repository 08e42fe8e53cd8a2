public import Drafts

/// What a person decides, before it is signed.
public struct Decision: Hashable, Sendable {
  /// Approve, object or withdraw.
  public var kind: RecordKind
  /// The repository it is meant for.
  public var repository: RepositoryID
  /// The draft it is about.
  public var draft: DraftID
  /// The role it is signed in.
  public var role: Role
  /// The person who signs.
  public var person: PersonID
  /// Exactly what was on screen.
  public var subject: Subject
  /// What was asked of the role (``Requirement/rulesDigest(for:)``).
  public var rules: Digest
  /// The findings shown (``Requirement/acknowledgement``).
  public var acknowledged: Digest
  /// When it is signed, by the signer's clock.
  public var signedAt: Timestamp
  /// When it ceases to count.
  public var expires: Timestamp
  /// The records on screen; for a withdrawal, the records it takes back.
  ///
  /// Written sorted and once each.
  public var seen: Set<RecordID>
  /// The digest of the note, if there is one.
  public var note: Digest?
  /// 8 to 64 lower-case hexadecimal digits.
  public var nonce: [UInt8]

  /// A decision with every field given.
  public init(
    kind: RecordKind, repository: RepositoryID, draft: DraftID, role: Role, person: PersonID, subject: Subject,
    rules: Digest, acknowledged: Digest, signedAt: Timestamp, expires: Timestamp, seen: Set<RecordID> = [],
    note: Digest? = nil, nonce: [UInt8]
  ) {
    self.kind = kind
    self.repository = repository
    self.draft = draft
    self.role = role
    self.person = person
    self.subject = subject
    self.rules = rules
    self.acknowledged = acknowledged
    self.signedAt = signedAt
    self.expires = expires
    self.seen = seen
    self.note = note
    self.nonce = nonce
  }

  /// The bytes that are signed: the trailer's value up to, not including, ` sig=`.
  public var signedBytes: [UInt8] {
    let ids = seen.sorted().map(\.digest.hex)
    let fields: [(RecordField, [UInt8])] = [
      (.repo, repository.bytes),
      (.draft, draft.percentEncoded),
      (.role, role.bytes),
      (.by, person.bytes),
      (.subject, subject.digest.labelled),
      (.rules, rules.labelled),
      (.ack, acknowledged.labelled),
      (.at, Array(signedAt.description.utf8)),
      (.exp, Array(expires.description.utf8)),
      (.seen, ids.isEmpty ? [Record.none] : Array(ids.joined(separator: [Record.comma]))),
      (.note, note?.labelled ?? [Record.none]),
      (.nonce, nonce),
    ]
    var bytes = Array("v1 \(kind.rawValue)".utf8)
    for (field, value) in fields {
      bytes += Array(" \(field.rawValue)=".utf8) + value
    }
    return bytes
  }
}

/// One signed decision: exactly one trailer line of printable ASCII.
///
/// The line is kept as it was read: it is what was signed, what the ledger stores, and what the id is made of.
/// Reading accepts only the line that writing gives, so a decision has one spelling.
public struct Record: Hashable, Sendable {
  /// The longest line, key included, in bytes.
  public static let maximumLength = 4096

  /// What was decided.
  public let decision: Decision
  /// The signature, an SSHSIG blob, not yet looked into.
  public let signature: [UInt8]
  /// The whole line, trailer key included, without a line end.
  public let line: [UInt8]
  /// SHA-256 of the line.
  public let id: RecordID

  static let none = UInt8(ascii: "-")
  static let comma = UInt8(ascii: ",")

  /// Writes a record and reads it back.
  ///
  /// - Parameters:
  ///   - decision: What was signed.
  ///   - signature: The SSHSIG blob over ``Decision/signedBytes``. It is not verified here.
  /// - Throws: `RecordError` where the decision cannot be written as a record, for instance a malformed nonce, an
  ///   expiry before the signing time, or a line over 4,096 bytes.
  public init(_ decision: Decision, signature: [UInt8]) throws(RecordError) {
    let value = decision.signedBytes + Array(" sig=".utf8) + Base64.encode(signature)
    self = try RecordReader.read(decision.kind.trailerKey + Array(": ".utf8) + value)
  }

  /// Reads one trailer line, key included, without its line end.
  ///
  /// - Throws: `RecordError`, with a case of its own for each malformation. A signature that does not verify is not
  ///   an error here.
  public init(line: [UInt8]) throws(RecordError) {
    self = try RecordReader.read(line)
  }

  init(decision: Decision, signature: [UInt8], line: [UInt8]) {
    self.decision = decision
    self.signature = signature
    self.line = line
    id = RecordID(Digest(of: line))
  }

  /// The trailer's key.
  public var trailerKey: [UInt8] { decision.kind.trailerKey }

  /// The trailer's value: the line after the key, the colon and the space.
  public var trailerValue: [UInt8] { Array(line.dropFirst(trailerKey.count + 2)) }

  /// The bytes that were signed: the value up to, not including, ` sig=`.
  public var signedBytes: [UInt8] {
    // The line has been read strictly, so these bytes are those of the decision, without writing it again.
    let signatureLength = " sig=".utf8.count + (signature.count + 2) / 3 * 4
    return Array(line[(trailerKey.count + 2)..<(line.count - signatureLength)])
  }
}

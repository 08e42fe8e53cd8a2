import Drafts

/// What one line proves by itself, before it is asked what for: that a listed key of a person signed it.
///
/// Looking into a line costs a signature check, and its outcome depends only on the line and the trust files; it may
/// be kept.
public struct Evidence: Hashable, Sendable {
  /// How far the line can be trusted.
  public enum Trust: Hashable, Sendable {
    /// Signed by a listed key of the person.
    case proven(AllowedSigners.Signer)
    /// Signed by the person's key, which has been revoked: it can still hold something up, but not let anything pass.
    case revoked
    /// It proves nothing.
    case none(Problem)
  }

  /// The record; `nil` where the line is none.
  public let record: Record?
  /// How far it can be trusted.
  public let trust: Trust

  /// Looks into one line.
  ///
  /// - Parameters:
  ///   - line: The trailer line, key included, without a line end.
  ///   - signers: The allowed signers of the base commit.
  ///   - revoked: The revoked keys of the base commit; an unreadable list is treated as one that revokes every key.
  public init(line: [UInt8], signers: AllowedSigners, revoked: RevokedKeys?) {
    do {
      let record = try Record(line: line)
      self.record = record
      trust = Self.trust(record, signers, revoked)
    } catch {
      record = nil
      let id = RecordID(Digest(of: line))
      trust = .none(Problem(.malformed, "The line is not a record. \(error)", record: id))
    }
  }

  private static func trust(_ record: Record, _ signers: AllowedSigners, _ revoked: RevokedKeys?) -> Trust {
    let person = record.decision.person
    do {
      let signature = try SSHSignature(blob: record.signature)
      let lines = signers.lines(of: person, with: signature.key)
      guard let line = lines.max(by: { ($0.validBefore ?? .distantFuture) < ($1.validBefore ?? .distantFuture) }) else {
        let words = "The key \(signature.key.fingerprint) is not among those of \(person)."
        return .none(Problem(.unknownKey, words, of: record))
      }
      try signature.verify(record.signedBytes)
      return revoked?.contains(signature.key) ?? true ? .revoked : .proven(line)
    } catch {
      return .none(Problem(.badSignature, "The signature for \(person) does not hold. \(error)", of: record))
    }
  }
}

public import Drafts

/// Whose key is whose: a strict subset of OpenSSH's allowed-signers file.
///
/// Each line is `id namespaces="chaperone.approval.v1"[,valid-after="…"][,valid-before="…"] type base64 [comment]`.
/// One literal person, the one namespace, no patterns and no certificate authorities: with `*@hospital` any
/// colleague's key would verify as anyone's. Empty lines and lines that begin with `#` are skipped.
public struct AllowedSigners: Hashable, Sendable {
  /// One line: a person's key and when it may be used.
  public struct Signer: Hashable, Sendable {
    /// Whose key it is.
    public let person: PersonID
    /// The key.
    public let key: PublicKey
    /// From when the key counts, if that is limited.
    public let validAfter: Timestamp?
    /// From when the key does not count any more, if that is limited.
    public let validBefore: Timestamp?
    /// The line, counted from 1.
    public let line: Int
  }

  /// The lines in the order of the file.
  public let signers: [Signer]
  private let byPerson: [PersonID: [Signer]]

  /// Reads a file.
  ///
  /// - Throws: `TrustLineError` at the first line that is not of the strict form. An empty file is not an error:
  ///   nobody can sign then.
  public init(parsing text: [UInt8]) throws(TrustLineError) {
    var signers: [Signer] = []
    var owners: [PublicKey: Signer] = [:]
    for (number, line) in try trustLines(text) {
      let signer = try Self.signer(line, number)
      if let earlier = owners[signer.key], earlier.person != signer.person {
        throw TrustLineError(line: number, reason: .keyOfAnother(line: earlier.line))
      }
      owners[signer.key] = signer
      signers.append(signer)
    }
    self.signers = signers
    byPerson = Dictionary(grouping: signers, by: \.person)
  }

  /// The lines that give this key to this person; empty when it is not theirs.
  public func lines(of person: PersonID, with key: PublicKey) -> [Signer] {
    (byPerson[person] ?? []).filter { $0.key == key }
  }

  /// The lines of a person.
  public func lines(of person: PersonID) -> [Signer] { byPerson[person] ?? [] }

  private static func signer(_ line: [UInt8], _ number: Int) throws(TrustLineError) -> Signer {
    let words = line.split(separator: ASCII.space, maxSplits: 2, omittingEmptySubsequences: false)
    guard let person = words.first.flatMap({ PersonID($0) }) else {
      throw TrustLineError(line: number, reason: .notOnePerson)
    }
    guard words.count == 3 else { throw TrustLineError(line: number, reason: .incomplete) }
    if words[1].starts(with: Array("cert-authority".utf8)) {
      throw TrustLineError(line: number, reason: .certificateAuthority)
    }
    guard !PublicKey.Algorithm.allCases.contains(where: { $0.rawValue.utf8.elementsEqual(words[1]) }) else {
      throw TrustLineError(line: number, reason: .namespaces)
    }
    let options = try options(Array(words[1]), number)
    do {
      return Signer(
        person: person, key: try PublicKey(line: words[2]), validAfter: options.after, validBefore: options.before,
        line: number)
    } catch {
      throw TrustLineError(line: number, reason: .key(error))
    }
  }

  private static func options(
    _ text: [UInt8], _ number: Int
  ) throws(TrustLineError) -> (after: Timestamp?, before: Timestamp?) {
    var values: [[UInt8]: [UInt8]] = [:]
    for option in text.split(separator: Record.comma, omittingEmptySubsequences: false) {
      if option.starts(with: Array("cert-authority".utf8)) {
        throw TrustLineError(line: number, reason: .certificateAuthority)
      }
      let quote = UInt8(ascii: "\"")
      let parts = option.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1].count >= 2, parts[1].first == quote, parts[1].last == quote,
        parts[1].dropFirst().dropLast().allSatisfy({ $0 != quote }), values[Array(parts[0])] == nil
      else {
        let isNamespaces = option.starts(with: Array("namespaces=".utf8))
        throw TrustLineError(line: number, reason: isNamespaces ? .namespaces : .option)
      }
      values[Array(parts[0])] = Array(parts[1].dropFirst().dropLast())
    }
    guard values.removeValue(forKey: Array("namespaces".utf8)) == Array(SSHSignature.namespace.utf8) else {
      throw TrustLineError(line: number, reason: .namespaces)
    }
    let after = try date(values.removeValue(forKey: Array("valid-after".utf8)), number)
    let before = try date(values.removeValue(forKey: Array("valid-before".utf8)), number)
    guard values.isEmpty else { throw TrustLineError(line: number, reason: .option) }
    return (after, before)
  }

  private static func date(_ text: [UInt8]?, _ number: Int) throws(TrustLineError) -> Timestamp? {
    guard let text else { return nil }
    let digits = text.dropLast()
    guard text.last == UInt8(ascii: "Z"), [8, 12, 14].contains(digits.count), digits.allSatisfy(ASCII.isDigit) else {
      throw TrustLineError(line: number, reason: .date)
    }
    let value = { (range: Range<Int>) in digits.count < range.upperBound ? 0 : ASCII.decimal(text[range]) ?? 0 }
    guard let day = CalendarDate(year: value(0..<4), month: value(4..<6), day: value(6..<8)),
      value(8..<10) < 24, value(10..<12) < 60, value(12..<14) < 60
    else { throw TrustLineError(line: number, reason: .date) }
    return Timestamp(startOf: day).adding(seconds: value(8..<10) * 3600 + value(10..<12) * 60 + value(12..<14))
  }
}

/// The keys that must not count any more, whatever `allowed_signers` says: one public key a line.
///
/// A file that is missing or cannot be read is no empty list. The caller passes `nil` then, and nothing is granted.
public struct RevokedKeys: Hashable, Sendable {
  private let keys: Set<PublicKey>

  /// Reads a file of lines `type base64 [comment]`; empty lines and lines that begin with `#` are skipped.
  ///
  /// - Throws: `TrustLineError` at the first line that is not a public key: a revocation that cannot be read must not
  ///   be ignored. An empty file is not an error.
  public init(parsing text: [UInt8]) throws(TrustLineError) {
    var keys: Set<PublicKey> = []
    for (number, line) in try trustLines(text) {
      do {
        keys.insert(try PublicKey(line: line))
      } catch {
        throw TrustLineError(line: number, reason: .key(error))
      }
    }
    self.keys = keys
  }

  /// Whether the key is revoked.
  public func contains(_ key: PublicKey) -> Bool { keys.contains(key) }
}

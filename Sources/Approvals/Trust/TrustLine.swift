/// Why a line of `allowed_signers` or `revoked_keys` is refused, and which.
public struct TrustLineError: Error, Hashable, Sendable {
  /// The reasons.
  public enum Reason: Hashable, Sendable {
    /// A byte that is not printable ASCII; a tab and a carriage return are such bytes.
    case notPrintable(column: Int)
    /// The line has fewer words than it must.
    case incomplete
    /// The principal is a pattern, a list, an address or anything else than one person's id.
    case notOnePerson
    /// The line trusts a certificate authority.
    case certificateAuthority
    /// The namespaces are missing or are not exactly the one of approvals.
    case namespaces
    /// An option that is not taken, or one that is written twice or without quotes.
    case option
    /// A date that is not `YYYYMMDDZ` or `YYYYMMDDHHMM[SS]Z`; without the `Z` it would depend on the machine's time
    /// zone.
    case date
    /// The key is not usable.
    case key(PublicKeyError)
    /// The key stands in an earlier line under another person.
    case keyOfAnother(line: Int)
  }

  /// The line, counted from 1.
  public let line: Int
  /// Why it is refused.
  public let reason: Reason

  /// An error at a line.
  public init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}

extension TrustLineError: CustomStringConvertible {
  /// The reason in one sentence, without the place.
  public var description: String {
    switch reason {
    case .notPrintable(let column): "Column \(column) holds a byte that is not printable ASCII."
    case .incomplete: "The line is not complete."
    case .notOnePerson: "The line must begin with exactly one person's id; patterns and lists are not allowed."
    case .certificateAuthority: "Certificate authorities are not allowed; list each person's keys."
    case .namespaces: "The line must say namespaces=\"\(SSHSignature.namespace)\" and nothing more."
    case .option: "Only namespaces, valid-after and valid-before are allowed, quoted and once each."
    case .date: "A date is written YYYYMMDDZ or YYYYMMDDHHMMSSZ."
    case .key(let error): error.description
    case .keyOfAnother(let line): "The same key belongs to another person on line \(line)."
    }
  }
}

/// The lines of a trust file that are neither empty nor comments, numbered from 1.
func trustLines(_ text: [UInt8]) throws(TrustLineError) -> [(number: Int, bytes: [UInt8])] {
  var found: [(number: Int, bytes: [UInt8])] = []
  for (index, line) in text.split(separator: ASCII.newline, omittingEmptySubsequences: false).enumerated() {
    if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
    if let column = line.firstIndex(where: { !ASCII.isPrintable($0) }) {
      throw TrustLineError(line: index + 1, reason: .notPrintable(column: column - line.startIndex + 1))
    }
    found.append((index + 1, Array(line)))
  }
  return found
}

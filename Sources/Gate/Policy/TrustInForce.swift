public import Approvals
internal import Changes
public import Drafts
internal import Policy
internal import YAML

/// Whom a commit trusts: its people, their keys, the revoked keys, the consents and what `policy.yaml` says about
/// approvals.
///
/// It is always that of the base, never that of the change under test: otherwise one commit could swap a key and
/// publish with it.
public struct TrustInForce: Sendable {
  /// What `policy.yaml` says about approvals.
  public let policy: ApprovalPolicy
  /// Everybody with a role.
  public let people: People
  /// Whose key is whose.
  public let signers: AllowedSigners
  /// The keys that count no more.
  public let revoked: RevokedKeys
  /// The consents on file.
  public let consents: Consents

  static let peopleFile: RepositoryPath = ".chaperone/people.yaml"
  static let signersFile: RepositoryPath = ".chaperone/allowed_signers"
  static let revokedFile: RepositoryPath = ".chaperone/revoked_keys"

  /// Reads the trust files a commit or the index holds.
  ///
  /// - Throws: ``GateError`` with file and line of what cannot be read. A missing list of people, of keys or of
  ///   revoked keys is an error: a list that was taken away must not mean that nothing is revoked. A missing
  ///   `consents.yaml` means that there are no consents.
  public static func load(from files: some FileSource) throws(GateError) -> TrustInForce {
    let policy = try ApprovalPolicyFile.parse(try text(PolicyInForce.policyFile, in: files))
    let people = try yaml(peopleFile, try text(peopleFile, in: files)) { node throws(YAMLError) in
      try People(parsing: node)
    }
    let signers = try lines(signersFile, try text(signersFile, in: files)) { bytes throws(TrustLineError) in
      try AllowedSigners(parsing: bytes)
    }
    let revoked = try lines(revokedFile, try text(revokedFile, in: files)) { bytes throws(TrustLineError) in
      try RevokedKeys(parsing: bytes)
    }
    let consents = try PolicyInForce.consents(in: files)
    return TrustInForce(policy: policy, people: people, signers: signers, revoked: revoked, consents: consents)
  }

  private static func text(_ path: RepositoryPath, in files: some FileSource) throws(GateError) -> [UInt8] {
    guard let bytes = try files.read(path, limit: PolicyInForce.sizeLimit) else {
      throw .unreadable(
        "\(path.display) is missing, so no signature can be trusted; `chaperone init` writes it, an empty one is enough"
      )
    }
    return bytes
  }

  static func yaml<Value>(
    _ path: RepositoryPath, _ bytes: [UInt8], _ read: (YAMLNode) throws(YAMLError) -> Value
  ) throws(GateError) -> Value {
    do throws(YAMLError) {
      return try read(try YAMLNode.parse(bytes))
    } catch {
      throw .policy(PolicyErrors([PolicyError(path: path.display, range: error.range, message: error.message)]))
    }
  }

  private static func lines<Value>(
    _ path: RepositoryPath, _ bytes: [UInt8], _ read: ([UInt8]) throws(TrustLineError) -> Value
  ) throws(GateError) -> Value {
    do throws(TrustLineError) {
      return try read(bytes)
    } catch {
      throw .unreadable("\(path.display):\(error.line): \(error.description)")
    }
  }
}

/// The part of `policy.yaml` about approvals.
enum ApprovalPolicyFile {
  static func parse(_ bytes: [UInt8]) throws(GateError) -> ApprovalPolicy {
    try TrustInForce.yaml(PolicyInForce.policyFile, bytes) { node throws(YAMLError) in
      try ApprovalPolicy(parsing: node)
    }
  }
}

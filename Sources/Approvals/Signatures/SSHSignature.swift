/// A signature in OpenSSH's SSHSIG format.
///
/// The format is `PROTOCOL.sshsig` of OpenSSH: the magic `SSHSIG`, version 1, public key, namespace, reserved, hash
/// and signature. Where OpenSSH tolerates a second spelling of the same signature (version 0, a filled reserved
/// field, padded numbers), this reader refuses it, so that what it accepts is a subset of what `ssh-keygen -Y verify`
/// accepts.
public struct SSHSignature: Hashable, Sendable {
  /// The one namespace records are signed in.
  ///
  /// A signature made for git or for a file cannot be passed off as an approval.
  public static let namespace = "chaperone.approval.v1"

  /// The key the signature claims; whether it is anyone's is for ``AllowedSigners`` to say.
  public let key: PublicKey
  /// The namespace the signature was made in, as bytes.
  public let namespace: [UInt8]
  let hash: MessageHash
  let format: SignatureFormat

  /// Reads an SSHSIG blob.
  ///
  /// - Throws: `SSHSignatureError`, with a case for each field. A foreign namespace or a wrong signature is not an
  ///   error here; ``verify(_:)`` says so.
  public init(blob: [UInt8]) throws(SSHSignatureError) {
    var reader = WireReader(blob)
    guard reader.take(6) == Self.magic else { throw .magic }
    guard reader.uint32() == 1 else { throw .version }
    guard let keyBlob = reader.string() else { throw .truncated }
    do {
      key = try PublicKey(blob: keyBlob)
    } catch {
      throw .key(error)
    }
    guard let namespace = reader.string() else { throw .truncated }
    guard !namespace.isEmpty else { throw .emptyNamespace }
    guard let reserved = reader.string() else { throw .truncated }
    guard reserved.isEmpty else { throw .reservedInUse }
    guard let hashName = reader.string() else { throw .truncated }
    switch hashName {
    case Array(MessageHash.sha256.rawValue.utf8): hash = .sha256
    case Array(MessageHash.sha512.rawValue.utf8): hash = .sha512
    default: throw .hash
    }
    guard let signature = reader.string() else { throw .truncated }
    guard reader.isAtEnd else { throw .trailingBytes }
    format = try SignatureFormat(blob: signature, for: key)
    self.namespace = namespace
  }

  /// Whether the signature was made by ``key`` over these bytes in the namespace ``namespace-swift.type.property``.
  ///
  /// - Parameter message: The bytes that were signed, as they are.
  /// - Throws: `SSHSignatureError` with `foreignNamespace`, `userNotPresent` or `wrongSignature`; returning means it
  ///   holds.
  public func verify(_ message: [UInt8]) throws(SSHSignatureError) {
    guard namespace == Array(Self.namespace.utf8) else { throw .foreignNamespace }
    var signed = WireWriter()
    signed.append(raw: Self.magic)
    signed.append(string: namespace)
    signed.append(string: [])
    signed.append(string: Array(hash.rawValue.utf8))
    signed.append(string: hash.hash(message))
    try format.verify(signed.bytes, with: key)
  }

  private static let magic = Array("SSHSIG".utf8)
}

/// Why a signature does not count.
public enum SSHSignatureError: Error, Hashable, Sendable {
  /// The blob does not begin with `SSHSIG`.
  case magic
  /// The version is not 1.
  case version
  /// A field is cut short.
  case truncated
  /// The public key inside is not usable.
  case key(PublicKeyError)
  /// The namespace is empty.
  case emptyNamespace
  /// The reserved field is filled.
  case reservedInUse
  /// The hash is neither sha256 nor sha512.
  case hash
  /// Bytes follow the signature.
  case trailingBytes
  /// The signature's type does not belong to the key; SHA-1 signatures of RSA keys end here.
  case signatureType
  /// The signature's fields are missing, have wrong lengths or are not minimal.
  case malformedSignature
  /// The text is not an armoured signature.
  case armour
  /// The signature was made in another namespace.
  case foreignNamespace
  /// A hardware key signed without being touched.
  case userNotPresent
  /// The signature does not match the bytes and the key.
  case wrongSignature
}

extension SSHSignatureError: CustomStringConvertible {
  /// One sentence for a person.
  public var description: String {
    switch self {
    case .magic: "The signature is not in the SSHSIG format."
    case .version: "The signature's version is not 1."
    case .truncated: "The signature is cut short."
    case .key(let error): "The key inside the signature is not usable. \(error)"
    case .emptyNamespace: "The signature has no namespace."
    case .reservedInUse: "The signature fills a reserved field."
    case .hash: "The signature's hash is neither sha256 nor sha512."
    case .trailingBytes: "Bytes follow the signature."
    case .signatureType: "The signature's type does not belong to its key."
    case .malformedSignature: "The signature's numbers do not have their form."
    case .armour: "The text is not an armoured SSH signature."
    case .foreignNamespace: "The signature was made for something else than \(SSHSignature.namespace)."
    case .userNotPresent: "The hardware key was not touched when it signed."
    case .wrongSignature: "The signature does not match the record and the key."
    }
  }
}

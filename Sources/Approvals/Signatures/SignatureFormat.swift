import Crypto

/// The innermost part of an SSHSIG: the signature proper, by the key's type.
enum SignatureFormat: Hashable, Sendable {
  case ed25519([UInt8])
  case securityKeyEd25519(signature: [UInt8], flags: UInt8, counter: UInt32)
  case ecdsaP256(raw: [UInt8])
  case rsa(signature: [UInt8], hash: MessageHash)

  init(blob: [UInt8], for key: PublicKey) throws(SSHSignatureError) {
    var reader = WireReader(blob)
    guard let typeName = reader.string(), let body = reader.string() else { throw .truncated }
    switch key.material {
    case .ed25519:
      guard typeName == Array("ssh-ed25519".utf8) else { throw .signatureType }
      guard body.count == 64 else { throw .malformedSignature }
      self = .ed25519(body)
    case .securityKeyEd25519:
      guard typeName == Array("sk-ssh-ed25519@openssh.com".utf8) else { throw .signatureType }
      guard body.count == 64, let flags = reader.byte(), let counter = reader.uint32() else {
        throw .malformedSignature
      }
      self = .securityKeyEd25519(signature: body, flags: flags, counter: counter)
    case .ecdsaP256:
      guard typeName == Array("ecdsa-sha2-nistp256".utf8) else { throw .signatureType }
      self = .ecdsaP256(raw: try Self.ecdsaNumbers(body))
    case .rsa(let modulus, _):
      guard body.count == modulus.count else { throw .malformedSignature }
      switch typeName {
      case Array("rsa-sha2-256".utf8): self = .rsa(signature: body, hash: .sha256)
      case Array("rsa-sha2-512".utf8): self = .rsa(signature: body, hash: .sha512)
      default: throw .signatureType
      }
    }
    guard reader.isAtEnd else { throw .trailingBytes }
  }

  func verify(_ signed: [UInt8], with key: PublicKey) throws(SSHSignatureError) {
    switch (self, key.material) {
    case (.ed25519(let signature), .ed25519(let bytes)):
      guard Self.isValidEd25519(signature, signed, bytes) else { throw .wrongSignature }
    case (.securityKeyEd25519(let signature, let flags, let counter), .securityKeyEd25519(let bytes, let application)):
      guard flags & Self.userPresent != 0 else { throw .userNotPresent }
      var data = WireWriter()
      data.append(raw: MessageHash.sha256.hash(application))
      data.append(raw: [flags])
      data.append(uint32: counter)
      data.append(raw: MessageHash.sha256.hash(signed))
      guard Self.isValidEd25519(signature, data.bytes, bytes) else { throw .wrongSignature }
    case (.ecdsaP256(let raw), .ecdsaP256(let point)):
      guard let key = try? P256.Signing.PublicKey(x963Representation: point),
        let signature = try? P256.Signing.ECDSASignature(rawRepresentation: raw),
        key.isValidSignature(signature, for: signed)
      else { throw .wrongSignature }
    case (.rsa(let signature, let hash), .rsa(let modulus, let exponent)):
      guard RSAVerification.isValid(signature, over: hash.hash(signed), hash, modulus: modulus, exponent: exponent)
      else { throw .wrongSignature }
    default:
      throw .signatureType
    }
  }

  /// The bit of an authenticator's flags that says a person touched it (FIDO CTAP2, "UP").
  private static let userPresent: UInt8 = 0x01

  private static func isValidEd25519(_ signature: [UInt8], _ signed: [UInt8], _ key: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
    return key.isValidSignature(signature, for: signed)
  }

  /// The two numbers as 32 bytes each.
  private static func ecdsaNumbers(_ body: [UInt8]) throws(SSHSignatureError) -> [UInt8] {
    var reader = WireReader(body)
    guard let r = reader.positiveInteger(), let s = reader.positiveInteger(), r.count <= 32, s.count <= 32 else {
      throw .malformedSignature
    }
    guard reader.isAtEnd else { throw .trailingBytes }
    return [r, s].flatMap { [UInt8](repeating: 0, count: 32 - $0.count) + $0 }
  }
}

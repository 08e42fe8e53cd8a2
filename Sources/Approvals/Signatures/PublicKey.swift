import Crypto

/// A public key as OpenSSH writes it.
///
/// Four types are taken: `ssh-ed25519`, `sk-ssh-ed25519@openssh.com` (a hardware key), `ecdsa-sha2-nistp256` and
/// `ssh-rsa` of 2,048 to 8,192 bits. Two keys are equal when their blobs are; comments are not part of a key.
public struct PublicKey: Hashable, Sendable {
  /// The type name OpenSSH gives it.
  public enum Algorithm: String, Hashable, Sendable, CaseIterable {
    /// Ed25519.
    case ed25519 = "ssh-ed25519"
    /// Ed25519 on a hardware key.
    case securityKeyEd25519 = "sk-ssh-ed25519@openssh.com"
    /// ECDSA on the curve P-256.
    case ecdsaP256 = "ecdsa-sha2-nistp256"
    /// RSA; only its SHA-2 signatures are taken.
    case rsa = "ssh-rsa"

    init?(bytes: [UInt8]) {
      guard let found = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(bytes) }) else { return nil }
      self = found
    }
  }

  enum Material: Hashable, Sendable {
    case ed25519(key: [UInt8])
    case securityKeyEd25519(key: [UInt8], application: [UInt8])
    case ecdsaP256(point: [UInt8])
    case rsa(modulus: [UInt8], exponent: [UInt8])
  }

  /// The key in the SSH wire encoding.
  public let blob: [UInt8]
  /// The key's type.
  public let algorithm: Algorithm
  let material: Material

  /// Reads a key in the SSH wire encoding.
  ///
  /// - Throws: `PublicKeyError` for an unknown type, wrong lengths, bytes after the key, an RSA key that is too small
  ///   or has an unusable exponent, and a point that is not on the curve.
  public init(blob: [UInt8]) throws(PublicKeyError) {
    var reader = WireReader(blob)
    guard let name = reader.string() else { throw .malformedBlob }
    guard let algorithm = Algorithm(bytes: name) else { throw .unsupportedType }
    material = try Self.material(algorithm, from: &reader)
    guard reader.isAtEnd else { throw .trailingBytes }
    self.blob = blob
    self.algorithm = algorithm
  }

  /// Reads a line `type base64 [comment]`, as in an OpenSSH `.pub` file, without its line end.
  ///
  /// - Throws: `PublicKeyError` where the line has another form, the type differs from the blob's, or the blob is not
  ///   a key.
  public init(line: some Collection<UInt8>) throws(PublicKeyError) {
    let words = line.split(separator: ASCII.space, maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count >= 2 else { throw .malformedLine }
    guard let algorithm = Algorithm(bytes: Array(words[0])) else { throw .unsupportedType }
    guard let blob = Base64.decode(words[1]) else { throw .malformedBase64 }
    try self.init(blob: blob)
    guard self.algorithm == algorithm else { throw .typeMismatch }
  }

  /// The line `type base64`, without comment and line end.
  public var line: [UInt8] { Array(algorithm.rawValue.utf8) + [ASCII.space] + Base64.encode(blob) }

  /// `SHA256:` and the unpadded base64 of the blob's digest, as `ssh-keygen -l` prints it.
  public var fingerprint: String {
    "SHA256:" + ASCII.text(Base64.encode(Digest(of: blob).bytes).filter { $0 != UInt8(ascii: "=") })
  }

  /// Whether two keys have the same blob, which holds everything else.
  public static func == (left: PublicKey, right: PublicKey) -> Bool { left.blob == right.blob }

  /// Hashes the blob.
  public func hash(into hasher: inout Hasher) { hasher.combine(blob) }

  private static func material(
    _ algorithm: Algorithm, from reader: inout WireReader
  ) throws(PublicKeyError) -> Material {
    switch algorithm {
    case .ed25519:
      guard let key = reader.string(), key.count == 32 else { throw .malformedBlob }
      return .ed25519(key: key)
    case .securityKeyEd25519:
      guard let key = reader.string(), key.count == 32, let application = reader.string() else { throw .malformedBlob }
      guard application.starts(with: Array("ssh:".utf8)) else { throw .foreignApplication }
      return .securityKeyEd25519(key: key, application: application)
    case .ecdsaP256:
      guard let curve = reader.string(), curve == Array("nistp256".utf8), let point = reader.string() else {
        throw .malformedBlob
      }
      guard point.count == 65, point.first == 4 else { throw .malformedBlob }
      guard (try? P256.Signing.PublicKey(x963Representation: point)) != nil else { throw .notOnCurve }
      return .ecdsaP256(point: point)
    case .rsa:
      guard let exponent = reader.positiveInteger(), let modulus = reader.positiveInteger() else {
        throw .malformedBlob
      }
      let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
      guard (2048...8192).contains(bits) else { throw .rsaSize(bits: bits) }
      guard exponent.count <= 4, let low = exponent.last, low & 1 == 1, exponent != [1],
        let lowest = modulus.last, lowest & 1 == 1
      else { throw .rsaExponent }
      return .rsa(modulus: modulus, exponent: exponent)
    }
  }
}

/// Why bytes are not a usable public key.
public enum PublicKeyError: Error, Hashable, Sendable {
  /// The line is not `type base64 [comment]`.
  case malformedLine
  /// The key is not canonical base64.
  case malformedBase64
  /// The key's fields are missing or have wrong lengths.
  case malformedBlob
  /// The key type is none of the four.
  case unsupportedType
  /// The type on the line is not the blob's.
  case typeMismatch
  /// Bytes follow the key.
  case trailingBytes
  /// A hardware key made for something else than SSH.
  case foreignApplication
  /// The point is not on the curve.
  case notOnCurve
  /// An RSA key under 2,048 or over 8,192 bits.
  case rsaSize(bits: Int)
  /// An RSA exponent or modulus that is even, or an exponent of 1 or above 32 bits.
  case rsaExponent
}

extension PublicKeyError: CustomStringConvertible {
  /// One sentence for a person.
  public var description: String {
    switch self {
    case .malformedLine: "A public key is written as type, base64 and an optional comment."
    case .malformedBase64: "The key is not base64."
    case .malformedBlob: "The key's fields are missing or have wrong lengths."
    case .unsupportedType:
      "The key type is not supported; ssh-ed25519, sk-ssh-ed25519@openssh.com, ecdsa-sha2-nistp256 and ssh-rsa are."
    case .typeMismatch: "The type on the line is not the type inside the key."
    case .trailingBytes: "Bytes follow the key."
    case .foreignApplication: "The hardware key was not made for SSH."
    case .notOnCurve: "The key is not a point of its curve."
    case .rsaSize(let bits): "The RSA key has \(bits) bits; 2048 to 8192 are allowed."
    case .rsaExponent: "The RSA key's numbers cannot be those of a key."
    }
  }
}

import Approvals
import Crypto
import Foundation

/// A key in memory that signs as `ssh-keygen -Y sign` does: a million signatures by a program would take hours.
struct SigningKey {
  private let key: Curve25519.Signing.PrivateKey

  /// The key that follows from a seed.
  init(seed: UInt8) throws {
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: Data(repeating: seed, count: 32))
  }

  /// The public key as a line of `allowed_signers` has it.
  var publicLine: String { "ssh-ed25519 \(Data(publicBlob).base64EncodedString())" }

  private var publicBlob: [UInt8] {
    Self.string(Array("ssh-ed25519".utf8)) + Self.string(Array(key.publicKey.rawRepresentation))
  }

  /// The record of a decision, signed (PROTOCOL.sshsig of OpenSSH).
  func record(_ decision: Decision) throws -> Record {
    let namespace = Array(SSHSignature.namespace.utf8)
    let hash = Array("sha512".utf8)
    let digest = Array(SHA512.hash(data: decision.signedBytes))
    let magic = Array("SSHSIG".utf8)
    let signed = magic + Self.string(namespace) + Self.string([]) + Self.string(hash) + Self.string(digest)
    let inner = Self.string(Array("ssh-ed25519".utf8)) + Self.string(Array(try key.signature(for: signed)))
    let blob =
      magic + [0, 0, 0, 1] + Self.string(publicBlob) + Self.string(namespace) + Self.string([]) + Self.string(hash)
      + Self.string(inner)
    return try Record(decision, signature: blob)
  }

  private static func string(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt32(bytes.count)
    return [UInt8(count >> 24), UInt8(count >> 16 & 0xFF), UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)] + bytes
  }
}

import Approvals
import Crypto

/// A key in memory that makes SSHSIG blobs, written independently of the reader under test.
struct TestSigner {
  enum Kind { case ed25519, securityKey, ecdsa }

  let kind: Kind
  private let key = Curve25519.Signing.PrivateKey()
  private let curveKey = P256.Signing.PrivateKey()
  var application = Array("ssh:".utf8)

  init(_ kind: Kind = .ed25519) { self.kind = kind }

  var typeName: String {
    switch kind {
    case .ed25519: "ssh-ed25519"
    case .securityKey: "sk-ssh-ed25519@openssh.com"
    case .ecdsa: "ecdsa-sha2-nistp256"
    }
  }

  var publicBlob: [UInt8] {
    if kind == .ecdsa {
      return Self.string(typeName) + Self.string("nistp256")
        + Self.string(Array(curveKey.publicKey.x963Representation))
    }
    let base = Self.string(typeName) + Self.string(Array(key.publicKey.rawRepresentation))
    return kind == .ed25519 ? base : base + Self.string(application)
  }

  /// The key as a line of an OpenSSH public key file.
  var publicLine: String { "\(typeName) \(base64(publicBlob))" }

  /// An allowed-signers line for a person.
  func allowed(_ person: String, options: String = "namespaces=\"chaperone.approval.v1\"") -> String {
    "\(person) \(options) \(publicLine)"
  }

  func sign(
    _ message: [UInt8], namespace: String = SSHSignature.namespace, flags: UInt8 = 1, counter: UInt32 = 7,
    magic: String = "SSHSIG", version: UInt32 = 1, reserved: [UInt8] = [], hash: String = "sha512",
    innerTail: [UInt8] = [], tail: [UInt8] = [], twin: Bool = false
  ) throws -> [UInt8] {
    let digest = hash == "sha256" ? Array(SHA256.hash(data: message)) : Array(SHA512.hash(data: message))
    let signed = Array(magic.utf8) + Self.string(namespace) + Self.string([]) + Self.string(hash) + Self.string(digest)
    var inner = Self.string(typeName)
    switch kind {
    case .ed25519:
      inner += Self.string(Array(try key.signature(for: signed)))
    case .securityKey:
      let suffix = [flags] + Self.number(counter)
      let data = Array(SHA256.hash(data: application)) + suffix + Array(SHA256.hash(data: signed))
      inner += Self.string(Array(try key.signature(for: data))) + suffix
    case .ecdsa:
      inner += Self.string(try ecdsaNumbers(signed, twin: twin))
    }
    let head = Array(magic.utf8) + Self.number(version) + Self.string(publicBlob) + Self.string(namespace)
    return head + Self.string(reserved) + Self.string(hash) + Self.string(inner + innerTail) + tail
  }

  private func ecdsaNumbers(_ signed: [UInt8], twin: Bool) throws -> [UInt8] {
    let raw = Array(try curveKey.signature(for: signed).rawRepresentation)
    return Self.mpint(Array(raw[..<32])) + Self.mpint(twin ? Self.order(minus: Array(raw[32...])) : Array(raw[32...]))
  }

  static func mpint(_ bytes: [UInt8]) -> [UInt8] {
    let minimal = Array(bytes.drop { $0 == 0 })
    return string((minimal.first ?? 0) & 0x80 == 0 ? minimal : [0] + minimal)
  }

  /// The order of P-256 (SEC 2, 2.4.2) minus a number.
  static func order(minus number: [UInt8]) -> [UInt8] {
    let order: [UInt8] = [
      0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6, 0xFA, 0xAD, 0xA7,
      0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
    ]
    var borrow = 0
    let digits = zip(order, number).reversed().map { high, low in
      let difference = Int(high) - Int(low) - borrow
      borrow = difference < 0 ? 1 : 0
      return UInt8(truncatingIfNeeded: difference)
    }
    return Array(digits.reversed())
  }

  static func number(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }

  static func string(_ bytes: [UInt8]) -> [UInt8] { number(UInt32(bytes.count)) + bytes }
  static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }
}

import Crypto

/// A SHA-256 value.
///
/// In manifests and records it is written `sha256:` and 64 lower-case hexadecimal digits; in ledger paths and as the
/// id of a record only the digits are written. Two digests are ordered by their bytes.
public struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let midHigh: UInt64
  private let midLow: UInt64
  private let low: UInt64

  /// Hashes the bytes as they are, without any normalisation.
  public init(of bytes: [UInt8]) {
    self.init(raw: Array(SHA256.hash(data: bytes)))
  }

  /// Hashes the bytes of a slice as they are.
  public init(of bytes: ArraySlice<UInt8>) {
    self.init(raw: Array(SHA256.hash(data: bytes)))
  }

  /// Reads exactly 64 lower-case hexadecimal digits; anything else, capitals included, is `nil`.
  public init?(hex: some Collection<UInt8>) {
    guard hex.count == 64 else { return nil }
    var raw: [UInt8] = []
    raw.reserveCapacity(32)
    var pending: UInt8?
    for digit in hex {
      guard let value = ASCII.lowerHexValue(digit) else { return nil }
      if let first = pending {
        raw.append(first << 4 | value)
        pending = nil
      } else {
        pending = value
      }
    }
    self.init(raw: raw)
  }

  /// Reads the labelled form, `sha256:` and 64 lower-case hexadecimal digits; anything else is `nil`.
  public init?(labelled: some Collection<UInt8>) {
    guard labelled.starts(with: Self.label) else { return nil }
    self.init(hex: labelled.dropFirst(Self.label.count))
  }

  /// Takes the 32 bytes of a value; nil for any other number of them.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.init(raw: bytes)
  }

  private init(raw: [UInt8]) {
    func word(_ start: Int) -> UInt64 {
      raw[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    high = word(0)
    midHigh = word(8)
    midLow = word(16)
    low = word(24)
  }

  /// The 32 bytes of the value.
  public var bytes: [UInt8] {
    [high, midHigh, midLow, low].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

  /// The 64 hexadecimal digits, lower case.
  public var hex: [UInt8] { ASCII.lowerHex(bytes) }

  /// The value in standard base64, as Content Security Policy writes it.
  public var base64: [UInt8] { Base64.encode(bytes) }

  /// The labelled form, `sha256:` and the hexadecimal digits.
  public var labelled: [UInt8] { Self.label + hex }

  /// The 64 hexadecimal digits.
  public var description: String { ASCII.text(hex) }

  /// Orders by the bytes of the value.
  public static func < (left: Digest, right: Digest) -> Bool {
    (left.high, left.midHigh, left.midLow, left.low) < (right.high, right.midHigh, right.midLow, right.low)
  }

  private static let label = Array("sha256:".utf8)
}

/// The hash functions an SSHSIG may name.
enum MessageHash: String, Sendable {
  case sha256
  case sha512

  func hash(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .sha256: Array(SHA256.hash(data: bytes))
    case .sha512: Array(SHA512.hash(data: bytes))
    }
  }
}

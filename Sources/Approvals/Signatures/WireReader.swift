/// Reads the SSH wire encoding (RFC 4251 section 5): big-endian counts, then that many bytes, never past the end.
struct WireReader {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard count >= 0, bytes.count - position >= count else { return nil }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  mutating func byte() -> UInt8? { take(1)?.first }

  mutating func uint32() -> UInt32? {
    take(4)?.reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func string() -> [UInt8]? {
    guard let count = uint32() else { return nil }
    return take(Int(count))
  }

  /// A positive `mpint` in its one minimal spelling, as the number's bytes without a leading zero; zero, a negative
  /// number and superfluous leading zeros are `nil`.
  mutating func positiveInteger() -> [UInt8]? {
    guard let bytes = string(), let first = bytes.first, first & 0x80 == 0 else { return nil }
    guard first == 0 else { return bytes }
    guard bytes.count > 1, bytes[1] & 0x80 != 0 else { return nil }
    return Array(bytes.dropFirst())
  }
}

/// Writes the SSH wire encoding.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(raw: [UInt8]) { bytes += raw }

  mutating func append(uint32 value: UInt32) {
    bytes += stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }

  mutating func append(string: [UInt8]) {
    append(uint32: UInt32(truncatingIfNeeded: string.count))
    bytes += string
  }
}

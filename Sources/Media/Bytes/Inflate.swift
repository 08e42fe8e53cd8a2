/// Unpacks what was packed with DEFLATE (RFC 1951) in a zlib wrapper (RFC 1950), up to a limit.
struct Inflate {
  /// What came of it.
  enum Outcome: Equatable {
    case unpacked([UInt8])
    case tooLong
    case damaged
  }

  /// Unpacks a whole stream.
  ///
  /// Its checksum is not looked at: nothing relies on the bytes being as they were.
  static func zlib(_ packed: Window, limit: Int) -> Outcome {
    guard let method = packed.byte(0), let flags = packed.byte(1), method & 0x0F == 8, flags & 0x20 == 0 else {
      return .damaged
    }
    var stream = Inflate(bytes: packed.array, limit: limit)
    stream.position = 2
    do {
      try stream.run()
      return .unpacked(stream.out)
    } catch {
      return error == .tooLong ? .tooLong : .damaged
    }
  }

  private enum Problem: Error { case tooLong, damaged }

  private let bytes: [UInt8]
  private let limit: Int
  private var position = 0
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var out: [UInt8] = []

  private init(bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  private mutating func take(_ count: UInt32) throws(Problem) -> Int {
    while bitCount < count {
      guard position < bytes.count else { throw .damaged }
      bits |= UInt32(bytes[position]) << bitCount
      position += 1
      bitCount += 8
    }
    let value = bits & ((1 << count) - 1)
    bits >>= count
    bitCount -= count
    return Int(value)
  }

  private mutating func put(_ byte: UInt8) throws(Problem) {
    guard out.count < limit else { throw .tooLong }
    out.append(byte)
  }

  private mutating func run() throws(Problem) {
    while true {
      let isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try unpack(Self.fixedLiterals, Self.fixedDistances)
      case 2:
        let codes = try readCodes()
        try unpack(codes.literals, codes.distances)
      default: throw .damaged
      }
      if isLast { return }
    }
  }

  private mutating func copyStored() throws(Problem) {
    (bits, bitCount) = (0, 0)
    let length = try take(16)
    guard try take(16) == length ^ 0xFFFF else { throw .damaged }
    guard bytes.count - position >= length else { throw .damaged }
    guard out.count + length <= limit else { throw .tooLong }
    out += bytes[position..<(position + length)]
    position += length
  }

  private mutating func symbol(_ code: HuffmanCode) throws(Problem) -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      value |= try take(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .damaged
  }

  private mutating func unpack(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(Problem) {
    while true {
      let code = try symbol(literals)
      if code < 256 {
        try put(UInt8(code))
      } else if code == 256 {
        return
      } else {
        guard code - 257 < Self.lengths.count else { throw .damaged }
        let (base, extra) = Self.lengths[code - 257]
        let length = base + (try take(extra))
        let far = try symbol(distances)
        guard far < 30 else { throw .damaged }
        let width = UInt32(max(0, far / 2 - 1))
        let distance = 1 + (far < 2 ? far : (2 + far % 2) << width) + (try take(width))
        guard distance <= out.count else { throw .damaged }
        for _ in 0..<length { try put(out[out.count - distance]) }
      }
    }
  }

  private mutating func readCodes() throws(Problem) -> (literals: HuffmanCode, distances: HuffmanCode) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let count = try take(4) + 4
    var lengths = [Int](repeating: 0, count: 19)
    for index in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(count) {
      lengths[index] = try take(3)
    }
    let lengthCode = HuffmanCode(lengths)
    var all: [Int] = []
    while all.count < literalCount + distanceCount {
      switch try symbol(lengthCode) {
      case 16:
        guard let last = all.last else { throw .damaged }
        all += Array(repeating: last, count: 3 + (try take(2)))
      case 17: all += Array(repeating: 0, count: 3 + (try take(3)))
      case 18: all += Array(repeating: 0, count: 11 + (try take(7)))
      case let length: all.append(length)
      }
    }
    guard all.count == literalCount + distanceCount else { throw .damaged }
    return (HuffmanCode(Array(all[..<literalCount])), HuffmanCode(Array(all[literalCount...])))
  }

  /// The lengths of repeats: base and number of extra bits, by code from 257.
  private static let lengths: [(Int, UInt32)] =
    (0..<28).map { code in
      let extra = UInt32(max(0, code / 4 - 1))
      return (3 + (code < 4 ? code : (4 + code % 4) << extra), extra)
    } + [(258, 0)]

  private static let fixedLiterals = HuffmanCode(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = HuffmanCode(Array(repeating: 5, count: 30))
}

/// A canonical Huffman code: how many codes of each length there are, and their symbols in order.
private struct HuffmanCode {
  private(set) var counts = [Int](repeating: 0, count: 16)
  private(set) var symbols: [Int] = []

  /// A code from the length of each symbol's code, 0 where it has none.
  init(_ lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1...15 { symbols += lengths.indices.filter { lengths[$0] == length } }
  }
}

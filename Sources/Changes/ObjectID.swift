/// The name git gives an object: a SHA-1 (20 bytes) or a SHA-256 (32 bytes).
///
/// The bytes are stored inline, so that a list of a hundred thousand of them is one allocation. Ids of different
/// algorithms are never equal, not even the null ids.
public struct ObjectID: Hashable, Sendable {
  /// The hash function of a repository.
  public enum Algorithm: UInt8, Hashable, Sendable {
    /// 20 bytes, the default of git.
    case sha1 = 20
    /// 32 bytes, `extensions.objectFormat = sha256`.
    case sha256 = 32

    /// How many bytes an id has.
    public var byteCount: Int { Int(rawValue) }
  }

  /// The hash function that made the id.
  public let algorithm: Algorithm
  // Big-endian words: comparing them in order compares the bytes in order.
  private var word0: UInt64 = 0
  private var word1: UInt64 = 0
  private var word2: UInt64 = 0
  private var word3: UInt64 = 0

  private init(algorithm: Algorithm) {
    self.algorithm = algorithm
  }

  /// Makes an id from its raw bytes; `nil` unless there are exactly 20 or 32.
  @inlinable
  public init?(bytes: some Collection<UInt8>) {
    self.init(array: Array(bytes))
  }

  /// Reads an id out of a longer list of bytes; `nil` where the list ends before it does.
  public init?(_ algorithm: Algorithm, in bytes: [UInt8], at start: Int) {
    guard start >= 0, start + algorithm.byteCount <= bytes.count else { return nil }
    self.init(algorithm: algorithm)
    func word(_ number: Int) -> UInt64 {
      let from = start + 8 * number
      return bytes[from..<min(from + 8, start + algorithm.byteCount)].reduce(0) { $0 << 8 | UInt64($1) }
    }
    word0 = word(0)
    word1 = word(1)
    word2 = algorithm == .sha1 ? word(2) << 32 : word(2)
    word3 = algorithm == .sha1 ? 0 : word(3)
  }

  /// Makes an id from 40 or 64 hexadecimal digits, upper or lower case; `nil` for anything else.
  @inlinable
  public init?(hex: some Collection<UInt8>) {
    self.init(hexArray: Array(hex))
  }

  // Not generic, because generic code is slow from another module: large trees make ids by the hundred thousand.
  @usableFromInline
  init?(array bytes: [UInt8]) {
    guard let width = UInt8(exactly: bytes.count), let algorithm = Algorithm(rawValue: width) else { return nil }
    self.init(algorithm: algorithm)
    for index in bytes.indices {
      set(bytes[index], at: index)
    }
  }

  @usableFromInline
  init?(hexArray hex: [UInt8]) {
    guard hex.count.isMultiple(of: 2), let width = UInt8(exactly: hex.count / 2),
      let algorithm = Algorithm(rawValue: width)
    else { return nil }
    self.init(algorithm: algorithm)
    for index in 0..<algorithm.byteCount {
      guard let high = Self.value(ofHexDigit: hex[2 * index]), let low = Self.value(ofHexDigit: hex[2 * index + 1])
      else { return nil }
      set(high << 4 | low, at: index)
    }
  }

  /// Makes an id from 40 or 64 hexadecimal digits; `nil` for anything else.
  public init?(hex: String) {
    self.init(hex: hex.utf8)
  }

  /// The id of all zeros, with which git says "there is none" in the lines it gives to hooks.
  public static func null(_ algorithm: Algorithm = .sha1) -> ObjectID {
    ObjectID(algorithm: algorithm)
  }

  /// Whether every byte is zero.
  public var isNull: Bool {
    word0 | word1 | word2 | word3 == 0
  }

  /// The raw bytes: 20 or 32.
  public var bytes: [UInt8] {
    (0..<algorithm.byteCount).map(byte(at:))
  }

  /// The lower-case hexadecimal digits: 40 or 64.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(algorithm.byteCount * 2)
    for index in 0..<algorithm.byteCount {
      let byte = byte(at: index)
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first `count` hexadecimal digits, for people.
  public func abbreviated(to count: Int = 10) -> String {
    String(hex.prefix(count))
  }

  private func byte(at index: Int) -> UInt8 {
    let shift = UInt64(56 - 8 * (index % 8))
    let word =
      switch index / 8 {
      case 0: word0
      case 1: word1
      case 2: word2
      default: word3
      }
    return UInt8(truncatingIfNeeded: word >> shift)
  }

  private mutating func set(_ byte: UInt8, at index: Int) {
    let value = UInt64(byte) << UInt64(56 - 8 * (index % 8))
    switch index / 8 {
    case 0: word0 |= value
    case 1: word1 |= value
    case 2: word2 |= value
    default: word3 |= value
    }
  }

  private static func value(ofHexDigit digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    case 0x41...0x46: digit - 0x41 + 10
    default: nil
    }
  }
}

extension ObjectID: Comparable {
  /// Orders ids by their bytes, as git sorts them.
  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.word0, left.word1, left.word2, left.word3) < (right.word0, right.word1, right.word2, right.word3)
  }
}

extension ObjectID: CustomStringConvertible {
  /// The hexadecimal digits.
  public var description: String { hex }
}

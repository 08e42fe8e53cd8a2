/// A part of a file, with reads that cannot leave it.
///
/// Positions count from the start of the window.
struct Window: Sendable {
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// A window on all of some bytes.
  init(_ bytes: [UInt8]) { self.init(bytes, bytes.indices) }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  var count: Int { range.count }

  /// The bytes as an array of their own.
  var array: [UInt8] { Array(bytes[range]) }

  /// One byte; nil outside the window.
  func byte(_ position: Int) -> UInt8? {
    guard position >= 0, position < count else { return nil }
    return bytes[range.lowerBound + position]
  }

  /// A smaller window; nil where it would leave this one.
  func window(_ position: Int, _ length: Int) -> Window? {
    guard position >= 0, length >= 0, position <= count, length <= count - position else { return nil }
    let start = range.lowerBound + position
    return Window(bytes, start..<(start + length))
  }

  /// What follows a position; nil outside the window.
  func suffix(from position: Int) -> Window? { window(position, count - position) }

  /// At most so many of the first bytes.
  func prefix(_ length: Int) -> Window { window(0, min(count, max(0, length))) ?? self }

  func starts(with text: String) -> Bool { bytes[range].starts(with: text.utf8) }

  func starts(with start: [UInt8]) -> Bool { bytes[range].starts(with: start) }

  /// Whether the bytes of a text stand anywhere; one pass for texts whose first byte is rare in them.
  func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, count >= wanted.count else { return false }
    var from = range.lowerBound
    let last = range.upperBound - wanted.count
    while from <= last, let next = bytes[from...last].firstIndex(of: first) {
      if bytes[next..<range.upperBound].starts(with: wanted) { return true }
      from = next + 1
    }
    return false
  }

  func contains(where test: (UInt8) -> Bool) -> Bool { bytes[range].contains(where: test) }

  /// The first position of a byte at or after another position.
  func firstIndex(of byte: UInt8, from position: Int = 0) -> Int? {
    guard position >= 0, position < count else { return nil }
    return bytes[(range.lowerBound + position)..<range.upperBound].firstIndex(of: byte).map { $0 - range.lowerBound }
  }

  /// The last position of a byte.
  func lastIndex(of byte: UInt8) -> Int? { bytes[range].lastIndex(of: byte).map { $0 - range.lowerBound } }

  /// An unsigned number of one to eight bytes; nil where it leaves the window or does not fit an `Int`.
  func number(_ position: Int, bytes length: Int, littleEndian: Bool = false) -> Int? {
    guard let field = window(position, length), (1...8).contains(length) else { return nil }
    var value: UInt64 = 0
    for index in 0..<length {
      value = value << 8 | UInt64(bytes[field.range.lowerBound + (littleEndian ? length - 1 - index : index)])
    }
    return Int(exactly: value)
  }

  func big16(_ position: Int) -> Int? { number(position, bytes: 2) }
  func big32(_ position: Int) -> Int? { number(position, bytes: 4) }
}

/// Reads the parts of an index one after the other; nil at its end and at what cannot be one.
struct IndexReader {
  private let bytes: [UInt8]
  private let end: Int
  /// Where the next part begins.
  private(set) var place = 0

  /// - Parameter end: where the parts end, before the checksum.
  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = max(0, end)
  }

  var isAtEnd: Bool { place == end }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= end - place else { return nil }
    defer { place += count }
    return bytes[place..<place + count]
  }

  /// Four bytes, the highest first.
  mutating func number() -> Int? { take(4).map { $0.reduce(0) { $0 << 8 | Int($1) } } }

  /// Two bytes, the highest first.
  mutating func shortNumber() -> UInt16? {
    guard place + 2 <= end else { return nil }
    defer { place += 2 }
    return UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
  }

  /// Where a text stands that ends at a NUL, which is passed over.
  ///
  /// - Parameter length: how long it is said to be; 0xFFF for that and more.
  mutating func text(length: Int = 0xFFF) -> Range<Int>? {
    let start = place
    var last = start
    if length < 0xFFF {
      last += length
      guard last < end, bytes[last] == 0 else { return nil }
    } else {
      while last < end, bytes[last] != 0 { last += 1 }
      guard last < end else { return nil }
    }
    place = last + 1
    return start..<last
  }

  /// A number as packs have their offsets: seven bits a byte, the highest first, each further byte one more.
  mutating func offset() -> Int? {
    guard let first = take(1)?.first else { return nil }
    var value = Int(first & 0x7F)
    var byte = first
    while byte & 0x80 != 0 {
      guard value < 1 << 32, let next = take(1)?.first else { return nil }
      byte = next
      value = (value + 1) << 7 | Int(byte & 0x7F)
    }
    return value
  }

  /// Goes on at a place that is not before this one.
  mutating func skip(to next: Int) -> Bool {
    guard next >= place, next <= end else { return false }
    place = next
    return true
  }
}

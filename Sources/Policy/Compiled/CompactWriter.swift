/// Writes numbers and texts as printable characters, so that the result can stand in a source file.
///
/// A number is five bits a character, the lowest first, from `0` (0x30) on; the sixth bit says that more follow. A text is its
/// length in bytes and then itself. Many numbers stand in planes: the lowest six bits of each, then the next six of each, as
/// many planes as the largest needs, so that they are read many at a time.
struct CompactWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    // Zigzag: small negative numbers are small too.
    var rest = UInt64(bitPattern: Int64(number) << 1 ^ Int64(number) >> 63)
    while rest >= 32 {
      bytes.append(0x30 + UInt8(rest & 31) + 32)
      rest >>= 5
    }
    bytes.append(0x30 + UInt8(rest))
  }

  mutating func write(_ number: Int32) { write(Int(number)) }
  mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    let utf8 = Array(text.utf8)
    write(utf8.count)
    bytes += utf8
  }

  mutating func write(_ optional: Int?) {
    write(optional.map { $0 + 1 } ?? 0)
  }

  /// A list: its length and its items.
  mutating func write<Item>(_ items: [Item], _ writeItem: (inout CompactWriter, Item) -> Void) {
    write(items.count)
    for item in items { writeItem(&self, item) }
  }

  mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }

  /// Many numbers, in planes.
  mutating func write(_ numbers: [Int32]) {
    let zigzag = numbers.map { UInt32(bitPattern: $0 << 1 ^ $0 >> 31) }
    let bits = UInt32.bitWidth - (zigzag.max() ?? 0).leadingZeroBitCount
    write(numbers.count)
    write((bits + 5) / 6)
    for shift in stride(from: 0, to: bits, by: 6) {
      for number in zigzag { bytes.append(0x30 + UInt8(truncatingIfNeeded: number >> UInt32(shift) & 63)) }
    }
  }

  /// Numbers that grow: each as the difference from the one before.
  mutating func write(growing numbers: [Int32]) {
    write(zip(numbers, [0] + numbers).map { $0 - $1 })
  }
}

/// Counts the scalars before any byte of a UTF-8 text in constant time.
struct ScalarIndex: Sendable, Equatable {
  /// How many bytes lie between two stored counts.
  private static let stride = 64

  /// Scalars, and UTF-16 units, that start before each multiple of `stride`; empty for ASCII.
  private var counts: [(scalars: Int, units: Int)] = []

  init(_ text: [UInt8]) {
    guard text.contains(where: { $0 >= 0x80 }) else { return }
    counts.reserveCapacity(text.count / Self.stride + 1)
    var (scalars, units) = (0, 0)
    for (offset, byte) in text.enumerated() {
      if offset % Self.stride == 0 { counts.append((scalars, units)) }
      if byte & 0xC0 != 0x80 {
        scalars += 1
        units += byte >= 0xF0 ? 2 : 1
      }
    }
  }

  /// The number of scalars and of UTF-16 units that start before a byte offset of the text that was indexed.
  func count(before offset: Int, in text: [UInt8]) -> (scalars: Int, units: Int) {
    guard !counts.isEmpty else { return (offset, offset) }
    let block = min(offset / Self.stride, counts.count - 1)
    var (scalars, units) = counts[block]
    for byte in text[(block * Self.stride)..<offset] where byte & 0xC0 != 0x80 {
      scalars += 1
      units += byte >= 0xF0 ? 2 : 1
    }
    return (scalars, units)
  }

  /// The byte offset of the scalar that holds a UTF-16 unit, or the end of the text.
  func byte(ofUnit unit: Int, in text: [UInt8]) -> Int {
    guard !counts.isEmpty else { return min(max(unit, 0), text.count) }
    var (low, high) = (0, counts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if counts[middle].units <= unit { low = middle } else { high = middle }
    }
    var units = counts[low].units
    var start = low * Self.stride
    for offset in start..<text.count where text[offset] & 0xC0 != 0x80 {
      if units > unit { return start }
      start = offset
      units += text[offset] >= 0xF0 ? 2 : 1
    }
    return units > unit ? start : text.count
  }

  static func == (left: ScalarIndex, right: ScalarIndex) -> Bool {
    left.counts.elementsEqual(right.counts) { $0 == $1 }
  }
}

/// Reads what `CompactWriter` wrote.
struct CompactReader {
  private let bytes: View<UInt8>
  private var index = 0

  /// The text is not what the writer makes; it was cut or comes from another version.
  struct Malformed: Error {}

  /// Reads bytes that stay where they are for as long as it does.
  init(_ bytes: View<UInt8>) { self.bytes = bytes }

  mutating func number() throws(Malformed) -> Int {
    // Most numbers are one character.
    if index < bytes.count, bytes[index] &- 0x30 < 32 {
      let digit = Int(bytes[index] &- 0x30)
      index += 1
      return digit >> 1 ^ -(digit & 1)
    }
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count {
      let digit = bytes[index] &- 0x30
      index += 1
      guard digit < 64, shift < 64 else { throw Malformed() }
      value |= UInt64(digit & 31) << shift
      if digit < 32 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
      shift += 5
    }
    throw Malformed()
  }

  mutating func small() throws(Malformed) -> Int32 { Int32(truncatingIfNeeded: try number()) }
  mutating func flag() throws(Malformed) -> Bool { try number() != 0 }

  mutating func optional() throws(Malformed) -> Int? {
    let value = try number()
    return value == 0 ? nil : value - 1
  }

  mutating func text() throws(Malformed) -> String { try rawBytes().text }

  mutating func rawBytes() throws(Malformed) -> View<UInt8> { try take(try number()) }

  private mutating func take(_ count: Int) throws(Malformed) -> View<UInt8> {
    guard count >= 0, count <= bytes.count - index else { throw Malformed() }
    defer { index += count }
    return bytes[index..<index + count]
  }

  mutating func list<Item>(_ readItem: (inout CompactReader) throws(Malformed) -> Item) throws(Malformed) -> [Item] {
    let count = try number()
    guard count >= 0, count <= bytes.count - index else { throw Malformed() }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try readItem(&self)) }
    return items
  }

  mutating func texts() throws(Malformed) -> [String] {
    try list { reader throws(Malformed) in try reader.text() }
  }

  /// Many numbers.
  mutating func numbers() throws(Malformed) -> [Int32] {
    let (count, planes) = (try number(), try number())
    guard count >= 0, (0...6).contains(planes), count <= bytes.count else { throw Malformed() }
    guard let numbers = try take(count * planes).numbers(planes: planes, count: count) else { throw Malformed() }
    return numbers
  }

  /// Numbers that grow.
  mutating func growing() throws(Malformed) -> [Int32] {
    var numbers = try numbers()
    var last: Int32 = 0
    for index in numbers.indices {
      last &+= numbers[index]
      numbers[index] = last
    }
    return numbers
  }
}

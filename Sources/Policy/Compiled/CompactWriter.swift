/// Writes numbers and texts as printable characters, so that the result can stand in a source file.
///
/// A number is five bits a character, the lowest first, from `0` (0x30) on; the sixth bit says that more follow. A text is its
/// length in bytes and then itself.
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

  /// Numbers that grow: each as the difference from the one before.
  mutating func write(growing numbers: [Int32]) {
    var last: Int32 = 0
    write(numbers) { writer, number in
      writer.write(Int(number - last))
      last = number
    }
  }
}

/// Reads what `CompactWriter` wrote.
struct CompactReader {
  private let bytes: [UInt8]
  private var index = 0

  /// The text is not what the writer makes; it was cut or comes from another version.
  struct Malformed: Error {}

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

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

  mutating func text() throws(Malformed) -> String { String(decoding: try rawBytes(), as: UTF8.self) }

  mutating func rawBytes() throws(Malformed) -> ArraySlice<UInt8> {
    let count = try number()
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

  /// A list of numbers.
  mutating func numbers() throws(Malformed) -> [Int32] {
    let count = try number()
    guard count >= 0, count <= bytes.count - index else { throw Malformed() }
    var numbers: [Int32] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(Int32(truncatingIfNeeded: try number())) }
    return numbers
  }

  mutating func texts() throws(Malformed) -> [String] {
    try list { reader throws(Malformed) in try reader.text() }
  }

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

/// Numbers and bytes one after the other, each with its length.
struct MemoryWriter {
  private(set) var bytes: [UInt8] = []

  /// A number, seven bits at a time, the lowest first; the sign in the lowest bit.
  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ part: some Collection<UInt8>) {
    put(part.count)
    bytes.append(contentsOf: part)
  }

  mutating func put<Value>(_ value: Value?, _ write: (Value, inout MemoryWriter) -> Void) {
    put(value == nil ? 0 : 1)
    if let value { write(value, &self) }
  }

  mutating func put<Value>(list: [Value], _ write: (Value, inout MemoryWriter) -> Void) {
    put(list.count)
    for value in list { write(value, &self) }
  }
}

/// Reads what a ``MemoryWriter`` wrote; nil at whatever it cannot have written.
struct MemoryReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst(), shift < 64 {
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1) }
      shift += 7
    }
    return nil
  }

  mutating func bytes() -> [UInt8]? {
    guard let count = number(), count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// A value that may be missing: nil in the first place where it cannot be read, in the second where there is none.
  mutating func optional<Value>(_ read: (inout MemoryReader) -> Value?) -> Value?? {
    switch number() {
    case 0: .some(nil)
    case 1: read(&self).map { .some($0) } ?? nil
    default: nil
    }
  }

  mutating func list<Value>(_ read: (inout MemoryReader) -> Value?) -> [Value]? {
    guard let count = number(), count >= 0, count <= rest.count else { return nil }
    var list: [Value] = []
    list.reserveCapacity(count)
    for _ in 0..<count {
      guard let value = read(&self) else { return nil }
      list.append(value)
    }
    return list
  }
}

internal import Approvals
internal import BuiltinRules
internal import Changes
internal import Git

/// The file below `.git/chaperone/` that a ``QueueMemory`` is kept in.
///
/// It is disposable: where it is missing, damaged or of another version of the program, everything is read anew, and
/// where it cannot be written, the next run reads everything. It is replaced as a whole, so no reader sees half of it.
struct QueueFile {
  private let folder: String
  /// More would be no memory of a queue.
  private static let limit = 256 << 20
  /// Changes with the form of the file, and with what an item says about the same draft.
  private static let form = "chaperone-queue 1 \(BuiltinRules.tree)\n"

  init(_ repository: Repository) { folder = repository.commonDirectory + "/chaperone" }

  private var path: String { folder + "/queue" }

  /// What was kept; nil where there is nothing that can be used.
  func read() -> QueueMemory? {
    guard let bytes = try? Platform.readFile(path, limit: Self.limit) else { return nil }
    let form = Array(Self.form.utf8)
    guard bytes.starts(with: form), bytes.count >= form.count + 32 else { return nil }
    let content = bytes[form.count..<bytes.count - 32]
    guard Digest(of: content).bytes == Array(bytes[(bytes.count - 32)...]) else { return nil }
    var reader = MemoryReader(content)
    guard let memory = QueueMemory(from: &reader), reader.isAtEnd else { return nil }
    return memory
  }

  /// Keeps a memory, where that is possible.
  func write(_ memory: QueueMemory) {
    var writer = MemoryWriter()
    memory.write(to: &writer)
    let content = Array(Self.form.utf8) + writer.bytes + Digest(of: writer.bytes).bytes
    guard (try? Platform.createFolder(folder)) != nil else { return }
    try? Platform.writeFile(path, content)
  }
}

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

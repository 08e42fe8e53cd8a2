/// Every word the rules know, numbered, with constant-time lookup by folded bytes.
struct Vocabulary: Sendable {
  private var arena: [UInt8] = []
  private var offsets: [Int32] = [0]
  private var slots: [Int32] = Array(repeating: -1, count: 1024)

  init() {}

  /// Room for so many words without growing.
  init(capacity: Int) {
    var size = 1024
    while size < (capacity + 1) * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    offsets.reserveCapacity(capacity + 1)
  }

  /// How many words there are; their numbers are `0..<count`.
  var count: Int { offsets.count - 1 }

  /// The number of a word, added where it is new.
  mutating func intern(_ word: [UInt8]) -> Int32 { intern(word[...]) }

  /// The number of a word, added where it is new.
  mutating func intern(_ word: ArraySlice<UInt8>) -> Int32 {
    if let found = find(word) { return found }
    if (count + 1) * 2 > slots.count { grow() }
    arena.append(contentsOf: word)
    offsets.append(Int32(arena.count))
    let number = Int32(count - 1)
    place(number, hash: Self.hash(word.span))
    return number
  }

  /// Adds the words of a list, with white space between them, and hands over the number of each.
  mutating func intern(wordsOf list: String, _ body: (Int32) -> Void) {
    let bytes = Array(list.utf8)
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x20 || bytes[index] == 0x0A {
      if start < index { body(intern(bytes[start..<index])) }
      start = index + 1
    }
  }

  /// The number of a word, or nil where no rule knows it.
  func find(_ word: ArraySlice<UInt8>) -> Int32? {
    let word = word.span
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      let from = Int(offsets[number])
      if Int(offsets[number + 1]) - from == word.count {
        var index = 0
        while index < word.count, arena[from + index] == word[index] { index += 1 }
        if index == word.count { return slots[slot] }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The folded spelling of a word.
  func spelling(_ number: Int32) -> ArraySlice<UInt8> {
    arena[Int(offsets[Int(number)])..<Int(offsets[Int(number) + 1])]
  }

  /// Writes the words with the places they were given.
  func write(to writer: inout CompactWriter) {
    writer.write(String(decoding: arena, as: UTF8.self))
    writer.write(growing: offsets)
    writer.write(slots)
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    arena = try reader.rawBytes().array
    offsets = try reader.growing()
    slots = try reader.numbers()
    guard slots.count.nonzeroBitCount == 1, slots.contains(-1) else { throw CompactReader.Malformed() }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in 0..<count { place(Int32(number), hash: Self.hash(spelling(Int32(number)).span)) }
  }

  private mutating func place(_ number: Int32, hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = number
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}

/// The languages of packed words, by open addressing: a packed word is a hash already.
struct WordTable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private let mask: Int

  /// A table for at most so many words.
  init(capacity: Int) {
    var size = 1_024
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds languages, at least one, that a word is frequent in.
  mutating func add(_ languages: UInt32, to key: UInt64) {
    var index = Self.start(key) & mask
    while values[index] != 0, keys[index] != key { index = (index + 1) & mask }
    keys[index] = key
    values[index] |= languages
  }

  /// The languages of a word; 0 for a word that is not in the table.
  subscript(key: UInt64) -> UInt32 {
    var index = Self.start(key) & mask
    while values[index] != 0 {
      if keys[index] == key { return values[index] }
      index = (index + 1) & mask
    }
    return 0
  }

  private static func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) }
}

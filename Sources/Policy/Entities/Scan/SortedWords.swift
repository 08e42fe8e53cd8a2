/// A dictionary in one run of bytes: entries in byte order, each followed by one character that holds its flags.
///
/// The first two letters lead to a stretch of entries, which is searched by bisection. A lookup allocates nothing.
struct SortedWords: Sendable {
  private let entries: [UInt8]
  /// Where each pair of first letters begins, four characters of six bits from `0` each.
  private let starts: [UInt8]

  init(entries: String, starts: String) {
    self.entries = Array(entries.utf8)
    self.starts = Array(starts.utf8)
  }

  private func start(ofPair pair: Int) -> Int {
    var value = 0
    for offset in 0..<4 { value = value << 6 | Int(starts[pair * 4 + offset] - 48) }
    return value
  }

  /// The flags of a word of at least two letters, or 0 where it is not listed.
  func flags(of key: ArraySlice<UInt8>) -> UInt8 {
    guard key.count >= 2 else { return 0 }
    let first = Int(key[key.startIndex]) - 0x61
    let second = Int(key[key.startIndex + 1]) - 0x61
    guard first >= 0, first < 26, second >= 0, second < 26 else { return 0 }
    var low = start(ofPair: first * 26 + second)
    var high = start(ofPair: first * 26 + second + 1)
    while low < high {
      var entry = (low + high) / 2
      while entry > low, !Self.isFlag(entries[entry - 1]) { entry -= 1 }
      var position = entry
      var index = key.startIndex
      while index < key.endIndex, entries[position] == key[index] {
        position += 1
        index += 1
      }
      let found = entries[position]
      if index == key.endIndex, Self.isFlag(found) { return found - 64 }
      if index == key.endIndex || !Self.isFlag(found) && found > key[index] {
        high = entry
      } else {
        while !Self.isFlag(entries[position]) { position += 1 }
        low = position + 1
      }
    }
    return 0
  }

  private static func isFlag(_ byte: UInt8) -> Bool { byte >= 64 && byte < 96 }
}

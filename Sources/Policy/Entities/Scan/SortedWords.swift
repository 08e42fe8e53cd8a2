/// A dictionary in one run of bytes: entries in byte order, each followed by one character that holds its flags.
///
/// The first three letters lead to a stretch of entries, which is searched by bisection. A lookup allocates nothing.
struct SortedWords: Sendable {
  private let entries: [UInt8]
  /// Where the entries of each three first letters begin: a number in characters of six bits from `0`.
  private let starts: [UInt8]
  private let width: Int

  init(entries: String, starts: String, width: Int) {
    self.entries = Array(entries.utf8)
    self.starts = Array(starts.utf8)
    self.width = width
  }

  private func start(of letters: Int) -> Int {
    var value = 0
    var position = letters * width
    let end = position + width
    while position < end {
      value = value << 6 | Int(starts[position] - 48)
      position += 1
    }
    return value
  }

  /// The flags of a word of at least two letters, or 0 where it is not listed.
  func flags(of key: ArraySlice<UInt8>) -> UInt8 {
    guard key.count >= 2 else { return 0 }
    let first = Int(key[key.startIndex]) - 0x61
    let second = Int(key[key.startIndex + 1]) - 0x61
    guard first >= 0, first < 26, second >= 0, second < 26 else { return 0 }
    // The third letter counts from 1; 0 is for what ends or goes on with a space there.
    var third = 0
    if key.count > 2 {
      let letter = Int(key[key.startIndex + 2]) - 0x60
      if letter >= 1, letter <= 26 { third = letter }
    }
    let letters = (first * 26 + second) * 27 + third
    var low = start(of: letters)
    var high = start(of: letters + 1)
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

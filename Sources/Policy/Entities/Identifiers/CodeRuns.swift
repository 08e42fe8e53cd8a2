/// A code as it is written: words and numbers that touch or are held together by a hyphen, slash, dot or underscore.
struct CodeRun {
  var words: Range<Int>
  /// Its letters, in lower case, and digits.
  var compact: [UInt8]
  var digits: Int
  /// How many letters and digits each written group has.
  var shape: [Int]

  /// Whether it is written like a date of three numbers.
  var looksLikeDate: Bool {
    guard digits == compact.count, shape.count == 3 else { return false }
    return shape[0] == 4 && shape[1] <= 2 && shape[2] <= 2
      || shape[0] <= 2 && shape[1] <= 2 && (shape[2] == 4 || shape[2] == 2)
  }
}

extension EntityScan {
  /// The code that starts at a word, of at most eight words and forty characters; nil where there is no digit in it.
  func codeRun(at word: Int) -> CodeRun? {
    guard has(word), traits(word).isDisjoint(with: [.link, .mail, .mention, .emoji]) else { return nil }
    var end = word + 1
    while has(end), end - word < 8, continuesCode(end) { end += 1 }
    var run = CodeRun(words: word..<end, compact: [], digits: 0, shape: [])
    var group = 0
    for byte in bytes[document.bytes(of: word..<end)] {
      switch byte {
      case 0x30...0x39:
        run.digits += 1
        run.compact.append(byte)
        group += 1
      case 0x41...0x5A, 0x61...0x7A:
        run.compact.append(byte | 0x20)
        group += 1
      default:
        run.shape.append(group)
        group = 0
      }
    }
    run.shape.append(group)
    return run.digits > 0 && run.compact.count <= 40 ? run : nil
  }

  private func continuesCode(_ word: Int) -> Bool {
    if !traits(word).isDisjoint(with: [.link, .mail, .mention, .emoji]) { return false }
    let gap = gap(before: word)
    if gap.isEmpty { return true }
    guard gap.count == 1, let byte = gap.first else { return false }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): return true
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      let spelling = document.spelling(word)
      return spelling.contains { $0 >= 0x30 && $0 <= 0x39 } && spelling.count > 1
    default: return false
    }
  }
}

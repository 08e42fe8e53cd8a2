internal import Drafts

extension BuiltinCheck {
  /// Emoji one after another, and emoji in place of bullets: a screen reader says the name of each.
  func emojiRun(_ input: CheckInput) -> [CheckHit] {
    input.draft.passages.compactMap { passage in
      // Emoji start with E2, E3 or F0 in UTF-8.
      guard passage.field.isPost, passage.bytes.contains(where: { $0 == 0xF0 || $0 == 0xE2 || $0 == 0xE3 })
      else { return nil }
      let emoji = EmojiRuns(passage.bytes)
      if let run = emoji.run(longerThan: number("run")) { return input.hit(passage, run) }
      return emoji.bullets.count > number("bullets") ? input.hit(passage, emoji.bullets[0]) : nil
    }
  }
}

/// Where the emoji of a text stand.
struct EmojiRuns {
  private var runs: [(bytes: Range<Int>, count: Int)] = []
  /// Emoji that start a line on which something follows.
  private(set) var bullets: [Range<Int>] = []

  /// Finds the emoji of a text in UTF-8.
  init(_ bytes: [UInt8]) {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var (index, byte) = (0, 0)
    var startsLine = true
    var joinsRun = false
    while index < scalars.count {
      let end = EmojiSequence.end(in: scalars, at: index)
      let next = end ?? index + 1
      let width = scalars[index..<next].reduce(0) { $0 + UTF8.width($1) }
      if end != nil {
        let place = byte..<(byte + width)
        if startsLine, next < scalars.count, scalars[next] == " " { bullets.append(place) }
        if joinsRun, let last = runs.last {
          runs[runs.count - 1] = (last.bytes.lowerBound..<place.upperBound, last.count + 1)
        } else {
          runs.append((place, 1))
        }
        (joinsRun, startsLine) = (true, false)
      } else if scalars[index] != " " {
        joinsRun = false
        startsLine = scalars[index] == "\n"
      }
      (index, byte) = (next, byte + width)
    }
  }

  /// The first run of more emoji than a number, blanks between them passed over.
  func run(longerThan count: Int) -> Range<Int>? { runs.first { $0.count > count }?.bytes }
}

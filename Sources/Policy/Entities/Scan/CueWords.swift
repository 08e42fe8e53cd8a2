/// The cue words with what each announces.
///
/// A word may stand in several lists. Looked up by folded spelling in constant time.
struct CueWords: Sendable {
  private var words = Vocabulary(capacity: 2_000)
  private var meaning: [Cues] = []

  /// The one table; built at first use.
  static let shared = CueWords()

  private init() {
    for (cue, list) in CueLists.all {
      words.intern(wordsOf: list) { number in
        if Int(number) == meaning.count { meaning.append(cue) } else { meaning[Int(number)].insert(cue) }
      }
    }
  }

  /// What a word announces.
  func cues(of spelling: ArraySlice<UInt8>) -> Cues {
    guard spelling.count <= 16, let first = spelling.first, first >= 0x61, first <= 0x7A,
      let number = words.find(spelling)
    else { return [] }
    return meaning[Int(number)]
  }
}

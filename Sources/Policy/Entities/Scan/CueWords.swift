/// The cue words with what each announces.
///
/// A word may stand in several lists. Looked up by folded spelling in constant time.
struct CueWords: Sendable {
  private var words = Vocabulary()
  private var meaning: [Cues] = []

  /// The one table; built at first use.
  static let shared = CueWords()

  private init() {
    for (cue, list) in CueLists.all {
      for word in list.utf8.split(separator: 0x20) {
        let number = Int(words.intern(word))
        if number == meaning.count { meaning.append(cue) } else { meaning[number].insert(cue) }
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

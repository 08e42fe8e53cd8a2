/// The words of one or more passages, ready to be matched.
///
/// A draft becomes one document: every passage a reader will see, and the parents it answers. Sentences never
/// cross passages.
public struct Document: Sendable {
  /// A run of words between two sentence ends.
  struct Sentence: Sendable {
    var passage: Int32
    var first: Int32
    var end: Int32
    /// What it ends with, and whether it is a question or an exclamation.
    var marks: Marks

    var tokens: Range<Int> { Int(first)..<Int(end) }
  }

  /// What was tokenised, one entry a passage.
  struct Part: Sendable {
    var bytes: [UInt8]
    var tokens: Range<Int>
    var sentences: Range<Int>
  }

  /// The folded spelling of every word, end to end.
  var folded: [UInt8] = []
  /// Every word of every passage, in order.
  public internal(set) var tokens: [Token] = []
  var sentences: [Sentence] = []
  var parts: [Part] = []

  /// The folded spelling of a word.
  func spelling(_ token: Int) -> ArraySlice<UInt8> {
    let from = Int(tokens[token].foldedStart)
    return folded[from..<from + Int(tokens[token].foldedCount)]
  }

  /// Whether a word's folded spelling is exactly this.
  func spells(_ token: Int, _ word: StaticString) -> Bool {
    guard tokens[token].foldedCount == word.utf8CodeUnitCount else { return false }
    let from = Int(tokens[token].foldedStart)
    // Nothing is read beyond the length that was compared.
    return word.withUTF8Buffer { letters in
      for index in letters.indices where unsafe letters[index] != folded[from + index] { return false }
      return true
    }
  }

  /// The sentence a token stands in.
  func sentence(of token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if Int(sentences[middle].end) <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes of its passage that a run of words covers.
  func bytes(of run: Range<Int>) -> Range<Int> {
    Int(tokens[run.lowerBound].start)..<Int(tokens[run.upperBound - 1].end)
  }
}

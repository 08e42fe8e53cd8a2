/// A pattern found in a document.
struct Match: Sendable, Equatable {
  var pattern: Int32
  /// The words matched, as indices into `Document.tokens`.
  var start: Int32
  var end: Int32
  /// The words between the pattern's brackets, or all of them.
  var markStart: Int32
  var markEnd: Int32

  var tokens: Range<Int> { Int(start)..<Int(end) }
  var marked: Range<Int> { Int(markStart)..<Int(markEnd) }
}

/// Spans of several words that stand for one symbol: entities and class members found by patterns.
struct SpanTable {
  struct Span {
    var symbol: Int32
    var length: Int32
    var next: Int32
  }

  /// Spans of this many words and more cannot be a single step of a pattern.
  static let longest = 64

  private(set) var heads: [Int32]
  private(set) var spans: [Span] = []

  init(tokens: Int) { heads = Array(repeating: -1, count: tokens) }

  /// Adds a span, unless it is empty or too long to be one step of a pattern.
  @discardableResult
  mutating func add(_ symbol: Int32, _ tokens: Range<Int>) -> Bool {
    guard !tokens.isEmpty, tokens.count < Self.longest else { return false }
    spans.append(Span(symbol: symbol, length: Int32(tokens.count), next: heads[tokens.lowerBound]))
    heads[tokens.lowerBound] = Int32(spans.count - 1)
    return true
  }
}

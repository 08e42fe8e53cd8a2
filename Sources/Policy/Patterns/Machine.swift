/// Some patterns in every form they are needed in.
struct Machine: Sendable {
  /// To find their matches.
  var automaton = Automaton()
  /// To see whether there are any, and how one came about.
  var code = PatternCode()
  /// To see whether there can be any.
  var anchors = Anchors()

  /// A machine without patterns.
  init() {}

  /// Compiles patterns; the anchors are chosen when all symbols are known.
  init(_ patterns: [Pattern], symbols: inout SymbolsBuilder) {
    automaton = Automaton(patterns: patterns, symbols: &symbols)
    code = PatternCode(patterns, symbols: &symbols)
  }
}

import YAML

/// Where the front matter of a file stands, in lines.
struct FrontMatterBlock: Equatable {
  /// The line of the closing dashes, counted from 1; the opening ones are on line 1.
  let closingLine: Int

  /// Finds the front matter: nil when the first line is not three dashes.
  ///
  /// Blanks after the dashes are overlooked on both lines, as Jekyll does.
  static func find(in source: SourceText) throws(DraftProblem) -> FrontMatterBlock? {
    guard isDashes(source.text[source.line(1)]) else { return nil }
    for number in stride(from: 2, through: source.lineStarts.count, by: 1) {
      if isDashes(source.text[source.line(number)]) { return FrontMatterBlock(closingLine: number) }
    }
    throw DraftProblem(.unterminatedFrontMatter, at: source.range(ofText: source.line(1)))
  }

  /// The text offsets between the two lines of dashes.
  func content(in source: SourceText) -> Range<Int> {
    source.lineStarts[1]..<source.lineStarts[closingLine - 1]
  }

  /// From the opening line to the closing one, both included, in text offsets.
  func whole(in source: SourceText) -> Range<Int> {
    0..<source.line(closingLine).upperBound
  }

  /// Whether a line is three dashes and nothing but blanks after them.
  static func isDashes(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

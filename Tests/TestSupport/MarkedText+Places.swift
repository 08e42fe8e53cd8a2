public import YAML

extension MarkedText {
  /// The text in UTF-8.
  public var bytes: [UInt8] { Array(text.utf8) }

  /// The marked ranges as lines, columns and bytes, counted character by character.
  public var places: [SourceRange] {
    ranges.map { SourceRange(start: place(of: $0.lowerBound), end: place(of: $0.upperBound)) }
  }

  /// The position of a byte offset, by walking there.
  public func place(of offset: Int) -> SourcePosition {
    var position = SourcePosition.start
    for scalar in text.unicodeScalars {
      guard position.byte < offset else { break }
      position.byte += UTF8.width(scalar)
      position.column += 1
      let next = position.byte < bytes.count ? bytes[position.byte] : 0
      if scalar == "\n" || (scalar == "\r" && next != UInt8(ascii: "\n")) {
        position.line += 1
        position.column = 1
      }
    }
    return position
  }
}

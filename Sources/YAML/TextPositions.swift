/// Turns scalar offsets of a UTF-8 text, which libyaml counts in, into positions.
struct TextPositions {
  private let scalarStarts: [Int]?
  private let scalarCount: Int
  private let lineStarts: [Int]
  private let base: SourcePosition

  /// Measures a text that is valid UTF-8 and whose first byte stands at `base` in its file.
  init(_ text: [UInt8], base: SourcePosition) {
    self.base = base
    var starts: [Int] = []
    var lines = [0]
    let isASCII = text.allSatisfy { $0 < 0x80 }
    var scalar = 0
    for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      if !isASCII { starts.append(offset) }
      scalar += 1
      let endsLine = byte == 0x0A || (byte == 0x0D && (offset + 1 == text.count || text[offset + 1] != 0x0A))
      if endsLine { lines.append(scalar) }
    }
    scalarStarts = isASCII ? nil : starts + [text.count]
    scalarCount = scalar
    lineStarts = lines
  }

  /// The byte offset, within the text, of the scalar with a number; past the end it is the end.
  func byte(ofScalar number: Int) -> Int {
    let number = min(max(number, 0), scalarCount)
    return scalarStarts.map { $0[number] } ?? number
  }

  /// The position, within the file, of the scalar with a number; past the end it is the end.
  func position(ofScalar number: Int) -> SourcePosition {
    let number = min(max(number, 0), scalarCount)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= number { low = middle } else { high = middle }
    }
    let column = number - lineStarts[low] + 1
    return SourcePosition(
      line: base.line + low, column: low == 0 ? base.column + column - 1 : column,
      byte: base.byte + byte(ofScalar: number))
  }

  /// The position, within the file, of the scalar that holds a byte of the text.
  func position(ofByte offset: Int) -> SourcePosition {
    guard let scalarStarts else { return position(ofScalar: offset) }
    var low = 0
    var high = scalarStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if scalarStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return position(ofScalar: low)
  }
}

public import YAML

/// A file's bytes with the text they stand for.
///
/// The text is UTF-8 without a byte order mark, line ends as they were. Offsets come in two kinds: *text offsets*
/// count bytes of `text`, *original offsets* count bytes of the file as it is stored; for UTF-8 without a mark they
/// are the same. Lines end at LF, CRLF or CR. A byte order mark takes up bytes but no column.
public struct SourceText: Sendable, Equatable {
  /// How the file is encoded.
  public enum Encoding: Sendable, Hashable {
    /// UTF-8 without a byte order mark.
    case utf8
    /// UTF-8 after the mark EF BB BF.
    case utf8WithMark
    /// UTF-16 after the mark FF FE.
    case utf16LittleEndian
    /// UTF-16 after the mark FE FF.
    case utf16BigEndian

    /// The number of bytes the byte order mark takes.
    var markLength: Int {
      switch self {
      case .utf8: 0
      case .utf8WithMark: 3
      case .utf16LittleEndian, .utf16BigEndian: 2
      }
    }

    var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
  }

  /// The file as it is stored.
  public let original: [UInt8]
  /// How the file is encoded.
  public let encoding: Encoding
  /// The text in UTF-8, without a byte order mark.
  public let text: [UInt8]
  /// The text offset at which each line starts; the first is 0.
  public let lineStarts: [Int]

  private let index: ScalarIndex

  /// Decodes a file.
  ///
  /// UTF-8 with and without a byte order mark and UTF-16 with one are read; everything else, a NUL included, is a
  /// problem with its place. An empty file is an empty text.
  public init(_ original: [UInt8]) throws(DraftProblem) {
    self.original = original
    (encoding, text) = try SourceDecoding(original).decode()
    lineStarts = Self.lineStarts(of: text)
    index = ScalarIndex(text)
  }

  /// The offset, in the file as it is stored, of a text offset.
  public func originalOffset(ofText offset: Int) -> Int {
    guard encoding.isUTF16 else { return offset + encoding.markLength }
    return encoding.markLength + 2 * index.count(before: offset, in: text).units
  }

  /// The text offset of the character that holds a byte of the file as it is stored.
  public func textOffset(ofOriginal byte: Int) -> Int {
    let offset = max(0, byte - encoding.markLength)
    guard encoding.isUTF16 else {
      var offset = min(offset, text.count)
      while offset > 0, offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
      return offset
    }
    return index.byte(ofUnit: offset / 2, in: text)
  }

  /// The position of a text offset in the file as it is stored; past the end it is the end.
  public func position(ofText offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), text.count)
    let line = lineIndex(ofText: offset)
    let column =
      index.count(before: offset, in: text).scalars - index.count(before: lineStarts[line], in: text).scalars
    return SourcePosition(line: line + 1, column: column + 1, byte: originalOffset(ofText: offset))
  }

  /// The position of the character that holds a byte of the file as it is stored.
  public func position(ofByte byte: Int) -> SourcePosition {
    position(ofText: textOffset(ofOriginal: byte))
  }

  /// The range, in the file as it is stored, of a range of text offsets.
  public func range(ofText offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(ofText: offsets.lowerBound), end: position(ofText: offsets.upperBound))
  }

  /// The text offsets of a line without its line end; lines count from 1, past the last line it is empty.
  public func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return text.count..<text.count }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : text.count
    while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func lineIndex(ofText offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func lineStarts(of text: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in text.enumerated() {
      switch byte {
      case 0x0A: starts.append(offset + 1)
      case 0x0D where offset + 1 == text.count || text[offset + 1] != 0x0A: starts.append(offset + 1)
      default: continue
      }
    }
    return starts
  }
}

/// A place in a text file.
///
/// `line` and `column` are what an editor shows: both count from 1, a column is one Unicode scalar, and lines end at
/// LF, CRLF or CR. `byte` counts from 0 and is the offset in the file as it is stored.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, counted from 1.
  public var line: Int
  /// The column in Unicode scalars, counted from 1.
  public var column: Int
  /// The offset in bytes, counted from 0.
  public var byte: Int

  /// Creates a position from its three coordinates.
  public init(line: Int, column: Int, byte: Int) {
    self.line = line
    self.column = column
    self.byte = byte
  }

  /// The first position of a file.
  public static let start = SourcePosition(line: 1, column: 1, byte: 0)

  /// Orders positions by byte offset.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    left.byte < right.byte
  }
}

/// A stretch of a text file, from its first character up to, not including, the character at `end`.
public struct SourceRange: Sendable, Hashable {
  /// The position of the first character.
  public var start: SourcePosition
  /// The position just after the last character; equal to `start` for an empty range.
  public var end: SourcePosition

  /// Creates a range from its two ends.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// Creates the empty range at a position.
  public init(at position: SourcePosition) {
    self.init(start: position, end: position)
  }
}

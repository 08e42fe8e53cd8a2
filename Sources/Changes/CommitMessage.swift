/// The message of a commit, or the file git hands to `prepare-commit-msg` and `commit-msg`.
///
/// Bytes are kept as they are: nothing is cleaned up, and comment lines stay. As for git, the message ends at the first
/// NUL; what follows is kept and never read.
public struct CommitMessage: Hashable, Sendable {
  /// All bytes of the message.
  public let bytes: [UInt8]
  /// What a comment line starts with (`core.commentChar`); `#` unless configured.
  public let commentPrefix: [UInt8]

  /// Makes a message from its bytes; anything is a message.
  public init(_ bytes: some Sequence<UInt8>, commentPrefix: [UInt8] = [UInt8(ascii: "#")]) {
    self.bytes = Array(bytes)
    self.commentPrefix = commentPrefix
  }

  /// Makes a message from text.
  public init(_ text: String) {
    self.init(text.utf8)
  }

  /// The trailers, exactly those that `git interpret-trailers --parse --no-divider` prints under default configuration.
  public var trailers: [Trailer] {
    TrailerBlock(of: self).trailers
  }

  /// The first line that is neither blank nor a comment, trimmed; empty if there is none.
  public var subject: [UInt8] {
    for line in lines where !isComment(line) && !Self.isBlank(line) {
      return Trailer.trimmed(line)
    }
    return []
  }

  /// Whether nothing but blank lines and comments stands above the scissors line.
  ///
  /// Git aborts a commit with such a message.
  public var isEmpty: Bool { subject.isEmpty }
}

extension CommitMessage {
  /// The bytes before the first NUL.
  var readable: ArraySlice<UInt8> {
    bytes[..<(bytes.firstIndex(of: 0) ?? bytes.endIndex)]
  }

  /// The lines above the scissors line, each with its line feed.
  private var lines: [ArraySlice<UInt8>] {
    Self.lines(of: readable[..<scissors])
  }

  /// Where the scissors line of `git commit --verbose` starts, or where the readable bytes end.
  var scissors: Int {
    let text = readable
    let line = commentPrefix + Array(" ------------------------ >8 ------------------------\n".utf8)
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].starts(with: line) { return start }
      guard let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      start = end + 1
    }
    return text.endIndex
  }

  func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: commentPrefix)
  }

  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy(Trailer.isSpace)
  }

  /// Splits text into lines that keep their line feed; no text is no line.
  static func lines(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.endIndex
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }
}

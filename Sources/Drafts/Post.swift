public import YAML

/// One post of the thread in a draft's body.
public struct Post: Sendable, Equatable {
  /// Its number within the thread, from 1.
  public var number: Int
  /// Its text in UTF-8, blank edges removed.
  public var bytes: [UInt8]
  /// The text offsets it takes up (see `SourceText`).
  public var textOffsets: Range<Int>
  /// Its place in the file as it is stored.
  public var range: SourceRange
}

/// Cuts a body into posts at lines of three dashes.
///
/// Blanks may follow the dashes. A line inside a fenced code block (CommonMark 0.31, section 4.5) is not a separator.
/// A post of nothing but blanks is none.
struct PostSplitter {
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
  }

  /// The posts of the body that starts with a line, counted from 1.
  func posts(fromLine firstLine: Int) -> [Post] {
    var posts: [Post] = []
    var start = firstLine <= source.lineStarts.count ? source.lineStarts[firstLine - 1] : source.text.count
    var fence: (mark: UInt8, length: Int)?
    for number in stride(from: firstLine, through: source.lineStarts.count, by: 1) {
      let line = source.line(number)
      if let open = fence {
        if let mark = fenceMark(line), mark.mark == open.mark, mark.length >= open.length, mark.isBare { fence = nil }
      } else if let mark = fenceMark(line), mark.canOpen {
        fence = (mark.mark, mark.length)
      } else if FrontMatterBlock.isDashes(source.text[line]) {
        append(start..<line.lowerBound, to: &posts)
        start = number < source.lineStarts.count ? source.lineStarts[number] : source.text.count
      }
    }
    append(start..<source.text.count, to: &posts)
    return posts
  }

  private func append(_ offsets: Range<Int>, to posts: inout [Post]) {
    var (start, end) = (offsets.lowerBound, offsets.upperBound)
    while start < end, isBlank(source.text[start]) { start += 1 }
    while end > start, isBlank(source.text[end - 1]) { end -= 1 }
    guard start < end else { return }
    posts.append(
      Post(
        number: posts.count + 1, bytes: Array(source.text[start..<end]), textOffsets: start..<end,
        range: source.range(ofText: start..<end)))
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The run of backticks or tildes a line starts with, if it is long enough for a fence.
  private func fenceMark(_ line: Range<Int>) -> (mark: UInt8, length: Int, isBare: Bool, canOpen: Bool)? {
    var rest = source.text[line]
    let indent = rest.prefix { $0 == 0x20 }.count
    rest = rest.dropFirst(indent)
    guard indent <= 3, let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = rest.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    let info = rest.dropFirst(length)
    return (mark, length, info.allSatisfy(isBlank), mark != UInt8(ascii: "`") || !info.contains(mark))
  }
}

import YAML

/// A text in which `↓` and `↑` mark the range a test expects; the marks are not part of the text.
struct MarkedText {
  let bytes: [UInt8]
  let range: SourceRange

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var position = SourcePosition.start
    var (start, end) = (SourcePosition.start, SourcePosition.start)
    for scalar in marked.unicodeScalars {
      if scalar == "↓" {
        start = position
        end = position
      } else if scalar == "↑" {
        end = position
      } else {
        bytes += Array(String(scalar).utf8)
        position.byte = bytes.count
        position.column += 1
        if scalar == "\n" { position = SourcePosition(line: position.line + 1, column: 1, byte: bytes.count) }
      }
    }
    self.bytes = bytes
    range = SourceRange(start: start, end: end)
  }
}

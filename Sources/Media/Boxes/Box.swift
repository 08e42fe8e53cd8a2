/// One box of an ISO base media or QuickTime file.
struct Box {
  /// Its four-character type, each byte as the character of that number (`©` is 0xA9).
  var type: String
  /// What follows its header.
  var content: Window
  /// What follows the version and flags, for the types that have them.
  var fullContent: Window { content.suffix(from: 4) ?? content.prefix(0) }
}

extension MediaReader {
  /// Walks the boxes of a window, one after another (ISO/IEC 14496-12, 4.2).
  ///
  /// With `mayEndInZeros`, as in QuickTime's user data, fewer zero bytes than a box has may follow the last one.
  mutating func eachBox(in window: Window, mayEndInZeros: Bool = false, _ body: (inout MediaReader, Box) -> Void) {
    var position = 0
    while position < window.count {
      guard spend() else { return }
      guard var length = window.big32(position), let type = window.window(position + 4, 4) else {
        let isFilledUp = mayEndInZeros && window.suffix(from: position)?.contains(where: { $0 != 0 }) == false
        return isFilledUp ? () : stop(.truncated)
      }
      var header = 8
      if length == 0 {
        length = window.count - position
      } else if length == 1 {
        header = 16
        guard let long = window.number(position + 8, bytes: 8) else { return stop(.truncated) }
        length = long
      }
      guard length >= header else { return stop(.damaged) }
      guard let content = window.window(position + header, length - header) else { return stop(.truncated) }
      body(&self, Box(type: type.characters, content: content))
      position += length
    }
  }
}

extension Window {
  /// Each byte as the character of that number.
  var characters: String {
    var text = String.UnicodeScalarView()
    for byte in array { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }
}

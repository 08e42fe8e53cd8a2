/// Files and pictures that a text links: Markdown links and pictures, HTML `src`, and bare paths with an extension.
struct LinkedFiles {
  /// A link to a file.
  struct Link: Equatable {
    /// The bytes of the text that name the file.
    var bytes: Range<Int>
    /// The bytes of the text alternative, for a Markdown picture.
    var alt: Range<Int>?
  }

  private let text: [UInt8]
  private let extensions: [String]

  /// The links of a text, in its order.
  ///
  /// `extensions` are in lower case and without a dot.
  static func find(in text: [UInt8], extensions: [String]) -> [Link] {
    guard text.indices.dropLast().contains(where: { canName(text[$0], text[$0 + 1]) }) else { return [] }
    return LinkedFiles(text: text, extensions: extensions).links
  }

  /// Whether two characters can stand in a link: a dot before an ending, or the start of a picture.
  private static func canName(_ byte: UInt8, _ next: UInt8) -> Bool {
    byte == UInt8(ascii: ".") && next > 0x20 || byte == UInt8(ascii: "!") && next == UInt8(ascii: "[")
  }

  private var links: [Link] {
    var links: [Link] = []
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "!"), let picture = picture(at: position) {
        links.append(picture)
        position = picture.bytes.upperBound
      } else if isPathByte(text[position]) {
        var end = position
        while end < text.count, isPathByte(text[end]) { end += 1 }
        if let path = path(position..<end) { links.append(Link(bytes: path, alt: nil)) }
        position = end
      } else {
        position += 1
      }
    }
    return links
  }

  /// `![alt](target "title")`; whatever the target is, it is a picture.
  private func picture(at start: Int) -> Link? {
    guard start + 1 < text.count, text[start + 1] == UInt8(ascii: "["),
      let close = line(from: start + 2).firstIndex(of: UInt8(ascii: "]")), close + 1 < text.count,
      text[close + 1] == UInt8(ascii: "(")
    else { return nil }
    let target = line(from: close + 2).prefix { $0 != UInt8(ascii: ")") && $0 != 0x20 }
    guard !target.isEmpty else { return nil }
    return Link(bytes: target.startIndex..<target.endIndex, alt: (start + 2)..<close)
  }

  /// The rest of a line, 2,000 bytes at most.
  private func line(from start: Int) -> ArraySlice<UInt8> {
    guard start <= text.count else { return [] }
    return text[start...].prefix(2000).prefix { $0 != 0x0A && $0 != 0x0D }
  }

  /// A run of path characters that ends in one of the extensions and is no web address.
  private func path(_ run: Range<Int>) -> Range<Int>? {
    var end = run.upperBound
    while end > run.lowerBound, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    let name = text[run.lowerBound..<end]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > run.lowerBound,
      !(name.contains(UInt8(ascii: ":")) || name.starts(with: Array("//".utf8)))
    else { return nil }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
    return extensions.contains(ending) ? run.lowerBound..<end : nil
  }

  private func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x3C, 0x3D, 0x3E, 0x5B, 0x5D, 0x60, 0x2A: false
    default: true
    }
  }
}

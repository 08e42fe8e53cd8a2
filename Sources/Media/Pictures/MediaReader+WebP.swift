extension MediaReader {
  /// Walks the chunks of a WebP file (RFC 9649) up to its end, and what follows it.
  mutating func readWebP(_ file: Window) {
    guard let size = file.number(4, bytes: 4, littleEndian: true) else { return stop(.truncated) }
    guard size >= 4, let body = file.window(8, size) else { return stop(.truncated) }
    var position = 4
    while position < body.count {
      guard spend() else { return }
      guard let type = body.window(position, 4),
        let length = body.number(position + 4, bytes: 4, littleEndian: true),
        let content = body.window(position + 8, length)
      else { return stop(.truncated) }
      position += 8 + length + length % 2
      if type.starts(with: "EXIF") {
        // Some writers keep the prefix that JPEG files have.
        let block = content.starts(with: "Exif\0\0") ? content.suffix(from: 6) : content
        if let block { read(block) { $0.readTIFF($1, as: .block) } }
      } else if type.starts(with: "XMP ") {
        read(content) { $0.readXMP($1) }
      } else if type.starts(with: "C2PA") {
        read(content) { $0.readManifest($1) }
      } else if type.starts(with: "VP8X"), let width = content.number(4, bytes: 3, littleEndian: true),
        let height = content.number(7, bytes: 3, littleEndian: true)
      {
        shape = Shape(width: width + 1, height: height + 1)
      } else if !["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"].contains(where: { type.starts(with: $0) }) {
        note(.makerNotes)
      }
    }
    if let rest = file.suffix(from: 8 + size + size % 2) { readRest(rest) }
  }
}

extension MediaReader {
  /// Walks the segments of a JPEG file (ITU-T T.81, annex B) up to its end, and what follows it.
  mutating func readJPEG(_ file: Window) {
    var segments = JPEGSegments()
    var position = 2
    while true {
      guard spend() else { return }
      guard let mark = file.byte(position) else { return stop(.truncated) }
      guard mark == 0xFF else { return stop(.damaged) }
      while file.byte(position) == 0xFF { position += 1 }
      guard let marker = file.byte(position) else { return stop(.truncated) }
      position += 1
      switch marker {
      case 0xD9:
        readTogether(segments)
        if let rest = file.suffix(from: position) { readRest(rest) }
        return
      case 0x01, 0xD0...0xD8: continue
      default: break
      }
      guard let length = file.big16(position) else { return stop(.truncated) }
      guard length >= 2 else { return stop(.damaged) }
      guard let content = file.window(position + 2, length - 2) else { return stop(.truncated) }
      readSegment(marker, content, &segments)
      position += length
      if marker == 0xDA {
        guard let next = endOfScan(file, from: position) else {
          readTogether(segments)
          return stop(.truncated)
        }
        position = next
      }
    }
  }

  /// Where the next marker stands after coded data, in which FF 00 and restart markers belong to the data.
  private func endOfScan(_ file: Window, from start: Int) -> Int? {
    var position = start
    while let mark = file.firstIndex(of: 0xFF, from: position) {
      guard let next = file.byte(mark + 1) else { return nil }
      if next != 0, !(0xD0...0xD7).contains(next), next != 0xFF { return mark }
      position = next == 0xFF ? mark + 1 : mark + 2
    }
    return nil
  }

  private mutating func readSegment(_ marker: UInt8, _ content: Window, _ segments: inout JPEGSegments) {
    switch marker {
    case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
      if let height = content.big16(1), let width = content.big16(3) { shape = Shape(width: width, height: height) }
    case 0xFE: note(.comment, text: content)
    case 0xE0 where content.starts(with: "JFIF\0"):
      if let width = content.byte(12), let height = content.byte(13), width > 0, height > 0 {
        notePreview(Shape(width: Int(width), height: Int(height)))
      }
    case 0xE0 where content.starts(with: "JFXX\0"): notePreview(nil)
    case 0xE1 where content.starts(with: "Exif\0"):
      if let block = content.suffix(from: 6) { read(block) { $0.readTIFF($1, as: .block) } }
    case 0xE1 where content.starts(with: "http://ns.adobe.com/xap/1.0/\0"):
      if let packet = content.suffix(from: 29) { read(packet) { $0.readXMP($1) } }
    case 0xE1 where content.starts(with: "http://ns.adobe.com/xmp/extension/\0"):
      // After the name: the digest of the whole (32 digits), its length and the offset of this part.
      if let part = content.suffix(from: 75), let offset = content.big32(71) {
        segments.extended.append((offset, part))
      }
    case 0xED where content.starts(with: "Photoshop 3.0\0"):
      if let part = content.suffix(from: 14) { segments.photoshop.append(part) }
    case 0xEB: segments.manifest.append(content)
    // Colour profiles, colour transforms, and the index of further pictures, which are found behind the first one.
    case 0xE2 where content.starts(with: "ICC_PROFILE\0") || content.starts(with: "MPF\0"): break
    case 0xEE where content.starts(with: "Adobe"): break
    case 0xE0...0xEF: note(.makerNotes)
    default: break
    }
  }

  /// Reads what is spread over several segments.
  private mutating func readTogether(_ segments: JPEGSegments) {
    let photoshop = segments.photoshop.flatMap(\.array)
    if !photoshop.isEmpty { read(Window(photoshop)) { $0.readImageResources($1) } }
    let extended = segments.extended.sorted { $0.offset < $1.offset }.flatMap(\.part.array)
    if !extended.isEmpty { read(Window(extended)) { $0.readXMP($1) } }
    let manifest = segments.manifest.flatMap(\.array)
    if !manifest.isEmpty { read(Window(manifest)) { $0.readManifest($1) } }
  }
}

/// Content that is cut over several segments.
private struct JPEGSegments {
  var photoshop: [Window] = []
  var extended: [(offset: Int, part: Window)] = []
  var manifest: [Window] = []
}

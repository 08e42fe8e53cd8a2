extension MediaReader {
  /// Reads the datasets of an IPTC record (IIM version 4).
  mutating func readIPTC(_ block: Window) {
    var position = 0
    while position < block.count {
      guard spend() else { return }
      // Some writers fill up the block.
      if block.byte(position) == 0 { return }
      guard block.byte(position) == 0x1C else { return stop(.damaged) }
      guard let record = block.byte(position + 1), let dataset = block.byte(position + 2),
        var length = block.big16(position + 3)
      else { return stop(.truncated) }
      position += 5
      if length & 0x8000 != 0 {
        // A longer value: the number of bytes its length takes.
        let width = length & 0x7FFF
        guard (1...8).contains(width), let long = block.number(position, bytes: width) else { return stop(.damaged) }
        length = long
        position += width
      }
      guard let value = block.window(position, length) else { return stop(.truncated) }
      position += length
      if record == 2, let kind = Self.kind(ofDataset: dataset) { note(kind, text: value) }
    }
  }

  private static func kind(ofDataset dataset: UInt8) -> MediaFact.Kind? {
    switch dataset {
    // Content location, city and sublocation; state and country are larger than what identifies.
    case 26, 27, 90, 92: .placeName
    // By-line, contact and the writer of the caption.
    case 80, 118, 122: .creatorName
    case 40: .comment
    // Object name, keywords, headline and caption.
    case 5, 25, 105, 120: .caption
    default: nil
    }
  }

  /// Walks Photoshop's image resources, which hold IPTC records, previews, Exif and XMP.
  mutating func readImageResources(_ block: Window) {
    var position = 0
    while position + 12 <= block.count {
      guard spend() else { return }
      guard let mark = block.window(position, 4),
        ["8BIM", "MeSa", "AgHg", "PHUT", "DCSR"].contains(where: { mark.starts(with: $0) })
      else { return block.byte(position) == 0 ? () : stop(.damaged) }
      guard let number = block.big16(position + 4), let name = block.byte(position + 6) else { return stop(.truncated) }
      // A name with its length before it, filled up to an even number of bytes.
      position += 6 + (Int(name) + 2) / 2 * 2
      guard let length = block.big32(position), let value = block.window(position + 4, length) else {
        return stop(.truncated)
      }
      position += 4 + length + length % 2
      switch number {
      case 0x0404: read(value) { $0.readIPTC($1) }
      case 0x0422, 0x0423: read(value) { $0.readTIFF($1, as: .block) }
      case 0x0424: read(value) { $0.readXMP($1) }
      case 0x0409, 0x040C:
        var shape: Shape?
        if let width = value.big32(4), let height = value.big32(8) { shape = Shape(width: width, height: height) }
        notePreview(shape)
      default: break
      }
    }
  }

  /// Looks at the signed history of a file (C2PA, ISO 22144), which names who and what made it.
  ///
  /// Its claims are not decoded: only the term by which IPTC marks pictures of machines is looked for.
  mutating func readManifest(_ block: Window) {
    note(.makerNotes)
    if block.contains("rainedAlgorithmicMedia") { note(.machineMade) }
  }
}

extension MediaReader {
  /// Where a TIFF structure stands.
  enum TIFFPlace {
    /// It is the file.
    case file
    /// It is a block within another file: Exif.
    case block
  }

  /// Walks the directories of a TIFF structure (TIFF 6.0; CIPA DC-008 for Exif).
  ///
  /// A directory is read once, wherever and however often it is referred to.
  mutating func readTIFF(_ block: Window, as place: TIFFPlace) {
    guard let tiff = TIFF(block) else { return stop(block.count < 8 ? .truncated : .unsupported) }
    guard let first = tiff.long(4) else { return stop(.truncated) }
    var seen: Set<Int> = [0]
    var waiting: [(offset: Int, kind: TIFFDirectory)] = [(first, .main)]
    var isFirst = true
    while let (offset, kind) = waiting.popLast() {
      guard seen.insert(offset).inserted else { continue }
      guard let count = tiff.short(offset), tiff.block.window(offset + 2, count * 12) != nil else {
        stop(.truncated)
        continue
      }
      var picture = TIFFPicture()
      for index in 0..<count {
        guard spend() else { return }
        guard let entry = tiff.entry(offset + 2 + index * 12) else { continue }
        switch kind {
        case .position: readPosition(entry)
        case .main, .next, .sub, .camera:
          if let links = Self.directories(entry) {
            if let targets = entry.numbers(limit: 64) { waiting += targets.map { ($0, links) } } else { stop(.damaged) }
          } else {
            read(entry)
            picture.read(entry)
          }
        }
      }
      finish(picture, of: kind, in: block, as: place, isFirst: isFirst)
      isFirst = false
      // The next directory: the preview in a block, the next page in a file.
      if kind == .main || kind == .next {
        guard let next = tiff.long(offset + 2 + count * 12) else {
          stop(.truncated)
          continue
        }
        if next != 0 { waiting.append((next, .next)) }
      }
    }
  }

  private static func directories(_ entry: TIFFEntry) -> TIFFDirectory? {
    switch entry.tag {
    case 0x8769: .camera
    case 0x8825: .position
    case 0x014A: .sub
    default: nil
    }
  }

  /// Says what the picture of a directory is, if it has one.
  private mutating func finish(
    _ picture: TIFFPicture, of kind: TIFFDirectory, in block: Window, as place: TIFFPlace, isFirst: Bool
  ) {
    guard picture.isThere else { return }
    if isFirst, place == .file, !picture.isReduced {
      shape = picture.shape ?? shape
    } else if place == .block || picture.isReduced {
      var shape = picture.shape
      if let offset = picture.jpegOffset, let length = picture.jpegLength {
        guard let jpeg = block.window(offset, length) else { return stop(.truncated) }
        shape = readEnclosed(jpeg) ?? shape
      }
      if place == .file || kind != .main || picture.jpegOffset != nil { notePreview(shape) }
    } else if kind == .next {
      note(.hiddenContent)
    }
  }

  /// A position counts where one of its numbers is one: cameras without a signal write 0/0.
  private mutating func readPosition(_ entry: TIFFEntry) {
    switch entry.tag {
    case 2, 4, 20, 22, 26:
      guard let value = entry.value else { return stop(.truncated) }
      let isKnown =
        !entry.isRational
        || stride(from: 0, to: value.count - 7, by: 8).contains { entry.long(value, $0 + 4).map { $0 != 0 } ?? false }
      if isKnown, value.count > 0 { note(.position) }
    case 28: noteText(.position, entry, skipping: 8)
    default: break
    }
  }

  private mutating func read(_ entry: TIFFEntry) {
    switch entry.tag {
    case 0x010E, 0xA436: noteText(.caption, entry)
    case 0x013B, 0xA437, 0xA438: noteText(.creatorName, entry)
    case 0xA430: noteText(.ownerName, entry)
    case 0xA431, 0xA435, 0xC62F: noteText(.serialNumber, entry)
    case 0x9286: noteText(.comment, entry, skipping: 8)
    case 0x9C9B, 0x9C9E, 0x9C9F: noteWideText(.caption, entry)
    case 0x9C9C: noteWideText(.comment, entry)
    case 0x9C9D: noteWideText(.creatorName, entry)
    case 0x927C, 0xC634: if (entry.value?.count ?? 0) > 0 { note(.makerNotes) }
    case 0x02BC: readBlock(entry) { $0.readXMP($1) }
    case 0x83BB: readBlock(entry) { $0.readIPTC($1) }
    case 0x8649: readBlock(entry) { $0.readImageResources($1) }
    default: break
    }
  }

  private mutating func readBlock(_ entry: TIFFEntry, _ body: (inout MediaReader, Window) -> Void) {
    if let value = entry.value { read(value, body) } else { stop(.truncated) }
  }

  private mutating func noteText(_ kind: MediaFact.Kind, _ entry: TIFFEntry, skipping: Int = 0) {
    guard let value = entry.value else { return stop(.truncated) }
    if let text = value.suffix(from: skipping) { note(kind, text: text) }
  }

  /// Windows writes these in UTF-16, least significant byte first.
  private mutating func noteWideText(_ kind: MediaFact.Kind, _ entry: TIFFEntry) {
    guard let value = entry.value else { return stop(.truncated) }
    let start = value.prefix(512)
    let units = stride(from: 0, to: start.count - 1, by: 2).compactMap {
      start.number($0, bytes: 2, littleEndian: true).map { UInt16($0) }
    }
    note(kind, text: Array(String(decoding: units, as: UTF16.self).utf8))
  }
}

/// What a directory describes.
enum TIFFDirectory {
  case main, next, sub, camera, position
}

extension MediaReader {
  /// Walks the boxes of a HEIF, MP4 or QuickTime file.
  mutating func readBoxes(_ file: Window) {
    var hasContent = false
    eachBox(in: file) { reader, box in
      switch box.type {
      case "moov", "moof":
        hasContent = true
        reader.readMovie(box)
      case "meta":
        hasContent = true
        reader.readMeta(box, in: file)
      case "uuid": reader.readExtension(box)
      case "PICT": reader.notePreview(nil)
      case "mpvd":
        reader.note(.hiddenContent)
        _ = reader.readEnclosed(box.content)
      case "ftyp", "styp", "free", "skip", "wide", "mdat", "imda", "mfra", "sidx", "ssix", "pdin", "prft", "pnot": break
      default: reader.note(.makerNotes)
      }
    }
    if !hasContent { stop(.truncated) }
  }

  /// Walks the boxes that hold others within a film.
  private mutating func readMovie(_ box: Box) {
    read(box.content) { reader, content in
      reader.eachBox(in: content) { reader, box in
        switch box.type {
        case "trak", "mdia", "minf", "stbl", "traf", "clip", "matt": reader.readMovie(box)
        case "udta": reader.readUserData(box)
        case "meta": reader.readMeta(box, in: content)
        case "stsd": reader.readSampleKinds(box)
        case "uuid": reader.readExtension(box)
        case "cmov": reader.stop(.unsupported)
        default: break
        }
      }
    }
  }

  /// A box named by a number of its own: XMP, or something only its maker knows.
  private mutating func readExtension(_ box: Box) {
    let xmp: [UInt8] = [
      0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
    ]
    let manifest: [UInt8] = [
      0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81,
    ]
    guard let name = box.content.window(0, 16), let content = box.content.suffix(from: 16) else {
      return stop(.truncated)
    }
    if name.starts(with: xmp) {
      read(content) { $0.readXMP($1) }
    } else if name.starts(with: manifest) {
      read(content) { $0.readManifest($1) }
    } else {
      note(.makerNotes)
    }
  }

  /// What the samples of a track are: measurements recorded along the film, or encrypted ones.
  private mutating func readSampleKinds(_ box: Box) {
    guard let entries = box.fullContent.suffix(from: 4) else { return stop(.truncated) }
    eachBox(in: entries) { reader, entry in
      switch entry.type {
      case "camm", "gpmd":
        reader.note(.recordedData)
        reader.note(.position)
      case "mebx", "rtmd", "mett", "metx", "fdsc", "urim":
        reader.note(.recordedData)
        if entry.content.contains("location.ISO6709") { reader.note(.position) }
      case "encv", "enca", "enct", "encs", "encm", "drmi", "drms", "drmt": reader.stop(.encrypted)
      default: break
      }
    }
  }
}

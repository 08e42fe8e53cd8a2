extension MediaReader {
  /// Walks the chunks of a PNG file (ISO/IEC 15948, and the eXIf extension) up to its end, and what follows it.
  mutating func readPNG(_ file: Window) {
    var position = 8
    while true {
      guard spend() else { return }
      guard let length = file.big32(position), let type = file.window(position + 4, 4),
        let content = file.window(position + 8, length), file.window(position + 8 + length, 4) != nil
      else { return stop(.truncated) }
      position += length + 12
      switch String(decoding: type.array, as: UTF8.self) {
      case "IHDR":
        if let width = content.big32(0), let height = content.big32(4) { shape = Shape(width: width, height: height) }
      case "eXIf": read(content) { $0.readTIFF($1, as: .block) }
      case "tEXt": readText(content, .plain)
      case "zTXt": readText(content, .packed)
      case "iTXt": readText(content, .international)
      case "caBX": read(content) { $0.readManifest($1) }
      case "IEND":
        if let rest = file.suffix(from: position) { readRest(rest) }
        return
      default: break
      }
    }
  }

  private enum TextChunk { case plain, packed, international }

  private mutating func readText(_ content: Window, _ form: TextChunk) {
    guard let end = content.firstIndex(of: 0) else { return stop(.damaged) }
    let keyword = String(decoding: content.prefix(min(end, 79)).array, as: UTF8.self)
    var start = end + 1
    var isPacked = false
    switch form {
    case .plain: break
    case .packed:
      isPacked = true
      start += 1
    case .international:
      // Whether it is packed, the method, a language and the keyword in that language.
      isPacked = content.byte(start) == 1
      guard let language = content.firstIndex(of: 0, from: start + 2),
        let translated = content.firstIndex(of: 0, from: language + 1)
      else { return stop(.damaged) }
      start = translated + 1
    }
    guard let raw = content.suffix(from: start) else { return stop(.damaged) }
    guard isPacked else { return readText(keyword, raw) }
    guard let text = unpack(raw) else { return }
    readText(keyword, Window(text))
  }

  private mutating func unpack(_ raw: Window) -> [UInt8]? {
    switch Inflate.zlib(raw, limit: unpackable) {
    case .unpacked(let bytes):
      unpackable -= bytes.count
      return bytes
    case .tooLong: stop(.tooManyParts)
    case .damaged: stop(.damaged)
    }
    return nil
  }

  private mutating func readText(_ keyword: String, _ text: Window) {
    switch keyword {
    case "XML:com.adobe.xmp": read(text) { $0.readXMP($1) }
    case "Author", "Artist", "Creator": note(.creatorName, text: text)
    case "Comment", "UserComment": note(.comment, text: text)
    case "Title", "Description", "Subject", "Keywords": note(.caption, text: text)
    case "parameters", "prompt", "workflow":
      // What programs that draw pictures from words write: the words.
      note(.machineMade)
      note(.comment, text: text)
    case "Thumb::URI", "Source": note(.fileHistory, text: text)
    case "Software", "Creation Time", "Copyright", "Disclaimer", "Warning", "date:create", "date:modify",
      "date:timestamp":
      break
    default:
      if keyword.hasPrefix("Raw profile type ") { readRawProfile(text) } else { note(.makerNotes) }
    }
  }

  /// A block that ImageMagick and its like write as text: a name, a length, then hexadecimal digits, a line each.
  private mutating func readRawProfile(_ text: Window) {
    var position = 0
    if text.byte(0) == 0x0A { position = 1 }
    guard let name = text.firstIndex(of: 0x0A, from: position), let length = text.firstIndex(of: 0x0A, from: name + 1),
      let digits = text.suffix(from: length + 1)
    else { return stop(.damaged) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits.array {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      case 0x41...0x46: value = digit - 0x41 + 10
      case 0...0x20: continue
      default: return stop(.damaged)
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    let block = Window(bytes)
    let xmp = "http://ns.adobe.com/xap/1.0/\0"
    if block.starts(with: "Exif\0"), let tiff = block.suffix(from: 6) {
      read(tiff) { $0.readTIFF($1, as: .block) }
    } else if block.starts(with: xmp), let packet = block.suffix(from: xmp.utf8.count) {
      read(packet) { $0.readXMP($1) }
    } else if block.starts(with: "8BIM") {
      read(block) { $0.readImageResources($1) }
    } else if block.byte(0) == 0x1C {
      read(block) { $0.readIPTC($1) }
    } else if block.byte(0) == 0x3C {
      read(block) { $0.readXMP($1) }
    } else if text.window(position, 3)?.starts(with: "icc") != true,
      text.window(position, 3)?.starts(with: "icm") != true
    {
      note(.makerNotes)
    }
  }
}

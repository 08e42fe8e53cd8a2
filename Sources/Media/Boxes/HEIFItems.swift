/// The items of a HEIF file (ISO/IEC 14496-12, 8.11): pictures, and the metadata that goes with them.
struct HEIFItems {
  /// What an item is.
  struct Kind {
    var type: String
    var contentType: String
    var isProtected: Bool
    var isPacked: Bool
  }

  /// Where an item is: parts of the file, or of the box of data.
  struct Place {
    var method: Int
    var isElsewhere: Bool
    var parts: [(offset: Int, length: Int)]
  }

  var kinds: [(number: Int, kind: Kind)] = []
  var places: [Int: Place] = [:]
  var data: Window?
  var primary: Int?
}

extension MediaReader {
  mutating func primaryItem(_ box: Box) -> Int? {
    box.content.byte(0) == 0 ? box.fullContent.big16(0) : box.fullContent.big32(0)
  }

  mutating func readItemKinds(_ box: Box, _ items: inout HEIFItems) {
    guard let entries = box.fullContent.suffix(from: box.content.byte(0) == 0 ? 2 : 4) else { return stop(.truncated) }
    var kinds: [(Int, HEIFItems.Kind)] = []
    eachBox(in: entries) { reader, entry in
      guard entry.type == "infe", let version = entry.content.byte(0), version >= 2 else { return }
      let wide = version == 2 ? 2 : 4
      let content = entry.fullContent
      guard let number = content.number(0, bytes: wide), let protection = content.big16(wide),
        let type = content.window(wide + 2, 4)
      else { return reader.stop(.truncated) }
      var texts: [String] = []
      var position = wide + 6
      while texts.count < 3, let end = content.firstIndex(of: 0, from: position) {
        texts.append(content.window(position, end - position)?.characters ?? "")
        position = end + 1
      }
      kinds.append(
        (
          number,
          HEIFItems.Kind(
            type: type.characters, contentType: texts.count > 1 ? texts[1] : "", isProtected: protection != 0,
            isPacked: texts.count > 2 && !texts[2].isEmpty)
        ))
    }
    items.kinds += kinds
  }

  mutating func readItemPlaces(_ box: Box, _ items: inout HEIFItems) {
    let content = box.content
    guard let version = content.byte(0), version <= 2, let widths = content.big16(4) else { return stop(.unsupported) }
    let (offsetWidth, lengthWidth) = (widths >> 12, widths >> 8 & 0xF)
    let (baseWidth, indexWidth) = (widths >> 4 & 0xF, version == 0 ? 0 : widths & 0xF)
    let numberWidth = version == 2 ? 4 : 2
    var position = 6
    func take(_ width: Int) -> Int? {
      defer { position += width }
      return width == 0 ? 0 : content.number(position, bytes: width)
    }
    guard let count = take(numberWidth) else { return stop(.truncated) }
    for _ in 0..<count {
      guard spend() else { return }
      guard let number = take(numberWidth), let method = version == 0 ? 0 : take(2), let source = take(2),
        let base = take(baseWidth), let extents = take(2)
      else { return stop(.truncated) }
      var place = HEIFItems.Place(method: method & 0xF, isElsewhere: source != 0, parts: [])
      for _ in 0..<extents {
        guard spend() else { return }
        guard take(indexWidth) != nil, let offset = take(offsetWidth), let length = take(lengthWidth) else {
          return stop(.truncated)
        }
        let (start, isTooFar) = base.addingReportingOverflow(offset)
        guard !isTooFar else { return stop(.damaged) }
        place.parts.append((start, length))
      }
      items.places[number] = place
    }
  }

  /// Notes the small copies that a picture has beside it.
  mutating func readItemLinks(_ box: Box, _ items: inout HEIFItems) {
    eachBox(in: box.fullContent) { reader, link in if link.type == "thmb" { reader.notePreview(nil) } }
  }

  /// Takes the largest of the shapes the pictures have: a picture may be made of tiles.
  mutating func readShapes(_ box: Box) {
    eachBox(in: box.content) { reader, container in
      guard container.type == "ipco" else { return }
      reader.eachBox(in: container.content) { reader, property in
        guard property.type == "ispe", let width = property.fullContent.big32(0),
          let height = property.fullContent.big32(4)
        else { return }
        if width > (reader.shape?.width ?? 0) { reader.shape = Shape(width: width, height: height) }
      }
    }
  }

  /// Reads the items that hold Exif or XMP.
  mutating func readItems(_ items: HEIFItems, in file: Window) {
    for (number, kind) in items.kinds {
      guard spend() else { return }
      let isXMP = kind.type == "mime" && kind.contentType == "application/rdf+xml"
      if kind.type == "mime", !isXMP { note(.makerNotes) }
      if kind.isProtected { stop(.encrypted) }
      guard kind.type == "Exif" || isXMP, !kind.isProtected else { continue }
      guard !kind.isPacked else {
        stop(.unsupported)
        continue
      }
      guard let bytes = content(of: items.places[number], items, in: file) else { continue }
      if isXMP {
        read(bytes) { $0.readXMP($1) }
      } else if let start = bytes.big32(0), let block = bytes.suffix(from: 4 + start) {
        read(block) { $0.readTIFF($1, as: .block) }
      } else {
        stop(.truncated)
      }
    }
  }

  private mutating func content(of place: HEIFItems.Place?, _ items: HEIFItems, in file: Window) -> Window? {
    guard let place, !place.parts.isEmpty else {
      stop(.damaged)
      return nil
    }
    guard !place.isElsewhere, place.method <= 1, let source = place.method == 0 ? file : items.data else {
      stop(.unsupported)
      return nil
    }
    if place.parts.count == 1, let part = place.parts.first {
      let whole = part.length == 0 ? source.suffix(from: part.offset) : source.window(part.offset, part.length)
      if whole == nil { stop(.truncated) }
      return whole
    }
    var bytes: [UInt8] = []
    for part in place.parts {
      guard let piece = source.window(part.offset, part.length), bytes.count + piece.count <= source.count else {
        stop(.truncated)
        return nil
      }
      bytes += piece.array
    }
    return Window(bytes)
  }
}

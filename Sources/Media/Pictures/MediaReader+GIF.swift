extension MediaReader {
  /// Walks the blocks of a GIF file (version 89a) up to its end, and what follows it.
  mutating func readGIF(_ file: Window) {
    guard let width = file.number(6, bytes: 2, littleEndian: true),
      let height = file.number(8, bytes: 2, littleEndian: true), let flags = file.byte(10)
    else { return stop(.truncated) }
    shape = Shape(width: width, height: height)
    var position = 13 + Self.colourTable(flags)
    while true {
      guard spend() else { return }
      switch file.byte(position) {
      case 0x3B:
        if let rest = file.suffix(from: position + 1) { readRest(rest) }
        return
      case 0x2C:
        guard let flags = file.byte(position + 9),
          let end = endOfBlocks(file, from: position + 11 + Self.colourTable(flags))
        else { return stop(.truncated) }
        position = end
      case 0x21:
        guard let label = file.byte(position + 1), let end = endOfBlocks(file, from: position + 2),
          let blocks = file.window(position + 2, end - position - 2)
        else { return stop(gap ?? .truncated) }
        readExtension(label, blocks)
        position = end
      case nil: return stop(.truncated)
      default: return stop(.damaged)
      }
    }
  }

  private static func colourTable(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

  /// Where a run of sub-blocks ends: each has its length before it, the last one has none.
  private mutating func endOfBlocks(_ file: Window, from start: Int) -> Int? {
    var position = start
    while let length = file.byte(position) {
      guard spend() else { return nil }
      position += 1 + Int(length)
      if length == 0 { return position }
    }
    return nil
  }

  private mutating func readExtension(_ label: UInt8, _ blocks: Window) {
    switch label {
    case 0xFE:
      if let text = blocks.suffix(from: 1) { note(.comment, text: text) }
    case 0xFF where blocks.window(1, 11)?.starts(with: "XMP DataXMP") == true:
      // The packet stands there as it is, followed by bytes that let a reader of sub-blocks find the end.
      guard let packet = blocks.suffix(from: 12), let end = packet.lastIndex(of: 0x3E) else { return stop(.damaged) }
      read(packet.prefix(end + 1)) { $0.readXMP($1) }
    case 0xFF
    where ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"].contains { blocks.window(1, 11)?.starts(with: $0) == true }:
      break
    case 0xFF: note(.makerNotes)
    case 0x01: note(.comment)
    default: break
    }
  }
}

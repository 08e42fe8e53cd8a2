/// A TIFF structure and its byte order.
struct TIFF {
  let block: Window
  let isLittleEndian: Bool

  /// nil where it does not start as one; the form for files over 4 GB is not read.
  init?(_ block: Window) {
    if block.starts(with: [0x49, 0x49, 0x2A, 0]) {
      isLittleEndian = true
    } else if block.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
      isLittleEndian = false
    } else {
      return nil
    }
    self.block = block
  }

  func short(_ position: Int) -> Int? { block.number(position, bytes: 2, littleEndian: isLittleEndian) }
  func long(_ position: Int) -> Int? { block.number(position, bytes: 4, littleEndian: isLittleEndian) }

  /// The entry at a position; nil for a type that is not known, which a reader passes over.
  func entry(_ position: Int) -> TIFFEntry? {
    guard let tag = short(position), let type = short(position + 2), let count = long(position + 4),
      let size = Self.sizes[type]
    else { return nil }
    let length = count * size
    let start = length <= 4 ? position + 8 : long(position + 8) ?? 0
    return TIFFEntry(
      tag: tag, type: type, count: count, value: block.window(start, length), isLittleEndian: isLittleEndian)
  }

  /// The sizes of the types: byte, ASCII, short, long, rational, their signed forms, float, double, directory, UTF-8.
  private static let sizes = [
    1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1,
  ]
}

/// One entry of a directory.
struct TIFFEntry {
  var tag: Int
  var type: Int
  var count: Int
  /// nil where it is said to lie outside the structure.
  var value: Window?
  var isLittleEndian: Bool

  var isRational: Bool { type == 5 || type == 10 }

  func long(_ value: Window, _ position: Int) -> Int? {
    value.number(position, bytes: 4, littleEndian: isLittleEndian)
  }

  /// The first of its numbers, where they are short or long.
  var firstNumber: Int? {
    guard let value, count > 0, let size = type == 3 ? 2 : type == 4 || type == 13 ? 4 : nil else { return nil }
    return value.number(0, bytes: size, littleEndian: isLittleEndian)
  }

  /// Its numbers where they are short or long; nil where they cannot be read or are too many.
  func numbers(limit: Int) -> [Int]? {
    guard let value, count <= limit, let size = type == 3 ? 2 : type == 4 || type == 13 ? 4 : nil else { return nil }
    return (0..<count).compactMap { value.number($0 * size, bytes: size, littleEndian: isLittleEndian) }
  }
}

/// The picture a directory describes.
struct TIFFPicture {
  private var width: Int?
  private var height: Int?
  private var hasStrips = false
  private(set) var isReduced = false
  private(set) var jpegOffset: Int?
  private(set) var jpegLength: Int?

  var isThere: Bool { hasStrips || jpegOffset != nil }

  var shape: MediaReader.Shape? {
    guard let width, let height else { return nil }
    return MediaReader.Shape(width: width, height: height)
  }

  mutating func read(_ entry: TIFFEntry) {
    guard let number = entry.firstNumber else { return }
    switch entry.tag {
    case 0x00FE: isReduced = number & 1 == 1
    case 0x0100: width = number
    case 0x0101: height = number
    case 0x0111, 0x0144: hasStrips = true
    case 0x0201: jpegOffset = number
    case 0x0202: jpegLength = number
    default: break
    }
  }
}

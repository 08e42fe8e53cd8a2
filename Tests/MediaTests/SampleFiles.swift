/// The smallest files of each container, written byte by byte: a picture of 16 by 12, or a film without any.
enum SampleFiles {
  static let all: [(name: String, bytes: [UInt8])] = [
    ("a.jpg", jpeg), ("a.png", png), ("a.gif", gif), ("a.webp", webp), ("a.tif", tiff), ("a.heic", heic),
    ("a.mp4", mp4), ("a.mov", mov),
  ]

  static let jpeg: [UInt8] =
    [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
    + segment(0xC0, [8, 0, 12, 0, 16, 1, 1, 0x11, 0]) + segment(0xDA, [1, 1, 0, 0, 63, 0])
    + [1, 2, 0xFF, 0, 3, 0xFF, 0xD9]

  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(content.count + 2, 2) + content
  }

  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + chunk("IHDR", big(16, 4) + big(12, 4) + [8, 0, 0, 0, 0])
    + chunk("IDAT", [0x78, 0x9C, 1, 0, 0, 0xFF, 0xFF]) + chunk("IEND", [])

  static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + content
    return big(content.count, 4) + body + big(Int(checksum(body)), 4)
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  static let gif: [UInt8] =
    Array("GIF89a".utf8) + [16, 0, 12, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
    + [0x2C, 0, 0, 0, 0, 16, 0, 12, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

  static let webp: [UInt8] = riff(riffChunk("VP8L", [0x2F, 15, 0xC0, 2, 0, 0, 0, 0]))

  static func riff(_ chunks: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
  }

  static func riffChunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    Array(type.utf8) + little(content.count, 4) + content + (content.count % 2 == 1 ? [0] : [])
  }

  static let tiff: [UInt8] =
    Array("II".utf8) + [42, 0, 8, 0, 0, 0]
    + directory([
      (0x100, 3, 1, 16), (0x101, 3, 1, 12), (0x102, 3, 1, 8), (0x103, 3, 1, 1), (0x106, 3, 1, 1), (0x111, 4, 1, 122),
      (0x115, 3, 1, 1), (0x116, 3, 1, 12), (0x117, 4, 1, 192),
    ]) + [UInt8](repeating: 7, count: 192)

  /// A directory with entries of tag, type, count and value or offset, least significant byte first.
  static func directory(_ entries: [(Int, Int, Int, Int)], next: Int = 0) -> [UInt8] {
    little(entries.count, 2)
      + entries.flatMap { little($0.0, 2) + little($0.1, 2) + little($0.2, 4) + little($0.3, 4) } + little(next, 4)
  }

  static let heic = heic()

  /// A HEIF picture with metadata beside it, where there is some.
  static func heic(exif: [UInt8] = [], xmp: [UInt8] = []) -> [UInt8] {
    var items = [(type: "hvc1\0", content: [1, 2, 3, 4] as [UInt8])]
    if !exif.isEmpty { items.append(("Exif\0", big(0, 4) + exif)) }
    if !xmp.isEmpty { items.append(("mime\0application/rdf+xml\0", xmp)) }
    func file(dataAt start: Int) -> [UInt8] {
      var (kinds, places, offset) = ([UInt8](), [UInt8](), start)
      for (index, item) in items.enumerated() {
        kinds += box("infe", [2, 0, 0, 0] + big(index + 1, 2) + big(0, 2) + Array(item.type.utf8))
        places += big(index + 1, 2) + big(0, 2) + big(1, 2) + big(offset, 4) + big(item.content.count, 4)
        offset += item.content.count
      }
      let shape = box("ispe", [0, 0, 0, 0] + big(16, 4) + big(12, 4))
      let link = box("ipma", [0, 0, 0, 0] + big(1, 4) + big(1, 2) + [1, 1])
      let handler = box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0] + Array("pict".utf8) + [UInt8](repeating: 0, count: 13))
      let kindBox = box("iinf", [0, 0, 0, 0] + big(items.count, 2) + kinds)
      let placeBox = box("iloc", [0, 0, 0, 0, 0x44, 0] + big(items.count, 2) + places)
      let content =
        handler + box("pitm", [0, 0, 0, 0, 0, 1]) + kindBox + placeBox + box("iprp", box("ipco", shape) + link)
      let head = box("ftyp", Array("heic".utf8) + [0, 0, 0, 0] + Array("mif1heic".utf8))
      return head + box("meta", [0, 0, 0, 0] + content)
    }
    return file(dataAt: file(dataAt: 0).count + 8) + box("mdat", items.flatMap(\.content))
  }

  static let mp4 = film(brand: "isom")
  static let mov = film(brand: "qt  ")

  static func film(brand: String, _ movie: [UInt8] = []) -> [UInt8] {
    let head = box("mvhd", [UInt8](repeating: 0, count: 12) + big(600, 4) + [UInt8](repeating: 0, count: 84))
    return box("ftyp", Array(brand.utf8) + [0, 0, 0, 0] + Array(brand.utf8)) + box("moov", head + movie)
      + box("mdat", [1, 2, 3, 4])
  }

  static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8, 4) + type.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } + content
  }

  static func big(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  static func little(_ number: Int, _ width: Int) -> [UInt8] { big(number, width).reversed() }
}

import Media
import TestSupport
import Testing

@Suite("files made to harm")
struct MediaHostileTests {
  /// The samples with everything exiftool can put into them.
  static let full: [(name: String, bytes: [UInt8])] = SampleFiles.all.map { name, bytes in
    let picture = ["-EXIF:GPSLatitude=51.5", "-EXIF:Artist=Ada", "-ThumbnailImage<=preview.jpg"]
    let film = ["-Keys:GPSCoordinates=51.5, -0.5, 12", "-UserData:Comment=one", "-ItemList:Artist=Ada"]
    let arguments =
      ["a.mp4", "a.mov"].contains(name) ? film : name == "a.gif" ? [] : name == "a.tif" ? Array(picture[..<2]) : picture
    let written = try? ExifTool.write(
      arguments + ["-XMP-photoshop:City=Ballwin", "-XMP-dc:Creator=Ada"], into: bytes, named: name)
    return (name, written ?? [])
  }

  @Test("changed and cut files end in an answer", arguments: SampleFiles.all.map(\.name))
  func mutated(name: String) throws {
    let bytes = try #require(Self.full.first { $0.name == name }).bytes
    try #require(MediaInspection(of: bytes).facts.count >= 2)
    var random = DeterministicGenerator(seed: 7)
    var gaps = 0
    for _ in 0..<400 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: 0..<changed.count, using: &random)
        changed[index] =
          [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
      }
      if Bool.random(using: &random) { changed.removeLast(Int.random(in: 0..<changed.count, using: &random)) }
      if MediaInspection(of: changed).gap != nil { gaps += 1 }
    }
    #expect(gaps > 60)
  }

  @Test("directories that lead to themselves are read once")
  func cycles() {
    let head = Array("II".utf8) + [42, 0, 8, 0, 0, 0]
    let itself = SampleFiles.directory([(0x8769, 4, 1, 8), (0x014A, 4, 1, 8), (0x8825, 4, 1, 8)], next: 8)
    #expect(MediaInspection(of: head + itself) == MediaInspection(container: .tiff))
  }

  @Test("many entries that point to the same long block are not read again and again")
  func repeated() {
    let entries = (0..<20_000).map { _ in (0x02BC, 1, 400_000, 8 + 2 + 20_000 * 12 + 4) }
    let packet = Array("<x>".utf8) + [UInt8](repeating: 0x20, count: 400_000 - 7) + Array("</x>".utf8)
    let bytes = Array("II".utf8) + [42, 0, 8, 0, 0, 0] + SampleFiles.directory(entries) + packet
    #expect(MediaInspection(of: bytes).gap == .tooManyParts)
  }

  @Test("blocks within blocks are followed so far and no farther")
  func nested() {
    var film = SampleFiles.box("trak", [])
    for _ in 0..<5_000 { film = SampleFiles.box("trak", film) }
    #expect(MediaInspection(of: SampleFiles.film(brand: "mp42", film)).gap == .tooManyParts)
    let packet = String(repeating: "<a>", count: 20_000)
    let bytes =
      SampleFiles.png.dropLast(12) + SampleFiles.chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0\(packet)".utf8))
    #expect(MediaInspection(of: Array(bytes) + SampleFiles.png.suffix(12)).gap == .tooManyParts)
  }

  @Test("a packed text that would fill the memory is not unpacked to its end")
  func bomb() throws {
    let zeros = String(repeating: "0", count: 65_535)
    let packed = try ExifTool.write(["-z", "-PNG:Comment=x"], into: SampleFiles.png, named: "a.png")
    #expect(MediaInspection(of: packed).gap == nil)
    // Stored blocks of 65,535 zero bytes each.
    var stream: [UInt8] = [0x78, 1]
    let block = Array(zeros.utf8.prefix(65_535))
    for _ in 0..<80 { stream += [0, 0xFF, 0xFF, 0, 0] + block }
    let chunk = SampleFiles.chunk("zTXt", Array("Comment\0\0".utf8) + stream)
    let bytes = SampleFiles.png.dropLast(12) + chunk + SampleFiles.png.suffix(12)
    #expect(MediaInspection(of: Array(bytes)).gap == .tooManyParts)
  }
}

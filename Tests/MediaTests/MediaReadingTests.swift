import Media
import TestSupport
import Testing

@Suite("what files carry beside the picture")
struct MediaReadingTests {
  private func kinds(_ bytes: [UInt8]) -> Set<MediaFact.Kind> { Set(MediaInspection(of: bytes).facts.map(\.kind)) }

  @Test(
    "the container is told by the content",
    arguments: zip(SampleFiles.all, [MediaContainer.jpeg, .png, .gif, .webp, .tiff, .heif, .film, .film]))
  func containers(sample: (name: String, bytes: [UInt8]), container: MediaContainer) {
    #expect(MediaInspection(of: sample.bytes) == MediaInspection(container: container))
  }

  @Test(
    "what is none of them is said to be unknown, a pointer of Git LFS to be one",
    arguments: [
      ([UInt8](), MediaGap.unknownKind), (Array("<svg/>".utf8), .unknownKind), (Array("%PDF-1.7".utf8), .unknownKind),
      (Array("RIFF....WAVE".utf8), .unknownKind),
      (Array("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n".utf8), .pointer),
    ])
  func unknown(bytes: [UInt8], gap: MediaGap) {
    #expect(MediaInspection(of: bytes) == MediaInspection(container: nil, gap: gap))
  }

  @Test("a file cut anywhere is never taken for a whole one", arguments: SampleFiles.all.map(\.name))
  func truncated(name: String) throws {
    let bytes = try #require(SampleFiles.all.first { $0.name == name }).bytes
    // A film may end in a box of media that says of itself how long it is; a TIFF file does not say where it ends.
    for length in 12..<(name == "a.tif" ? 120 : bytes.count) {
      let inspection = MediaInspection(of: Array(bytes[..<length]))
      #expect(inspection.gap != nil || isBoundary(length, in: name, bytes), "\(length) bytes")
    }
  }

  /// Whether a film was cut between two boxes, behind the one that describes it.
  private func isBoundary(_ length: Int, in name: String, _ bytes: [UInt8]) -> Bool {
    ["a.mp4", "a.mov", "a.heic"].contains(name) && length == bytes.count - 12
  }

  @Test("what follows the end of a picture is seen, and read where it is a file")
  func rest() throws {
    let second =
      Array(SampleFiles.jpeg[..<2]) + SampleFiles.segment(0xFE, Array("in bed four".utf8)) + SampleFiles.jpeg[2...]
    #expect(kinds(SampleFiles.jpeg + second) == [.hiddenContent, .comment])
    #expect(kinds(SampleFiles.png + Array("secret".utf8)) == [.hiddenContent])
    #expect(kinds(SampleFiles.webp + [1]) == [.hiddenContent])
    #expect(kinds(SampleFiles.gif + [1]) == [.hiddenContent])
    #expect(kinds(SampleFiles.jpeg + [0, 0, 0, 0]).isEmpty)
    let film = SampleFiles.film(
      brand: "mp42",
      SampleFiles.box("udta", SampleFiles.box("\u{A9}xyz", [0, 8, 0x15, 0xC7] + Array("+51-000/".utf8))))
    #expect(kinds(SampleFiles.jpeg + film) == [.hiddenContent, .position])
  }

  @Test("a position of a camera without a signal is none, and one of a hidden directory is")
  func positions() {
    func exif(denominator: Int) -> [UInt8] {
      let head = Array("II".utf8) + [42, 0, 8, 0, 0, 0]
      let main = SampleFiles.directory([(0x8825, 4, 1, 26)])
      let position = SampleFiles.directory([(2, 5, 3, 44)])
      let degrees = (0..<3).flatMap { _ in SampleFiles.little(0, 4) + SampleFiles.little(denominator, 4) }
      return head + main + position + degrees
    }
    #expect(kinds(exif(denominator: 0)).isEmpty)
    #expect(kinds(exif(denominator: 1)) == [.position])
  }

  @Test("a preview of another shape than the picture is told apart")
  func shapes() {
    func picture(_ preview: (UInt8, UInt8)) -> [UInt8] {
      let header = Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, preview.0, preview.1]
      let pixels = [UInt8](repeating: 0, count: Int(preview.0) * Int(preview.1) * 3)
      return [0xFF, 0xD8] + SampleFiles.segment(0xE0, header + pixels) + SampleFiles.jpeg[20...]
    }
    #expect(kinds(picture((4, 3))) == [.preview])
    #expect(kinds(picture((3, 4))) == [.preview])
    #expect(kinds(picture((4, 4))) == [.preview, .otherPreview])
  }

  @Test("a text in XMP keeps its characters, whatever they are written as")
  func texts() throws {
    let packet = """
      <x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
      <r:Description r:about='' xmlns:d='http://purl.org/dc/elements/1.1/'><d:creator><r:Seq>
      <r:li>Ada &amp; &#x4F;le</r:li></r:Seq></d:creator></r:Description></r:RDF></x:xmpmeta>
      """
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], []]
    let utf16 = Array(packet.utf16)
    let forms: [[UInt8]] = [
      Array(packet.utf8), utf16.flatMap { SampleFiles.little(Int($0), 2) },
      utf16.flatMap { SampleFiles.big(Int($0), 2) }, utf16.flatMap { SampleFiles.big(Int($0), 2) },
    ]
    for (mark, form) in zip(marks, forms) {
      let content = Array("http://ns.adobe.com/xap/1.0/\0".utf8) + mark + form
      let bytes = [0xFF, 0xD8] + SampleFiles.segment(0xE1, content) + SampleFiles.jpeg[2...]
      let inspection = MediaInspection(of: bytes)
      #expect(inspection.facts == [MediaFact(.creatorName, text: Array("Ada & Ole".utf8))])
      #expect(inspection.gap == nil)
    }
  }

  @Test(
    "XMP that is no XML is a gap",
    arguments: ["<a", "<a><b></a>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "</a>", "<a b=c/>", "<a b='c/>"])
  func damaged(packet: String) {
    let bytes =
      [0xFF, 0xD8] + SampleFiles.segment(0xE1, Array(("http://ns.adobe.com/xap/1.0/\0" + packet).utf8))
      + SampleFiles.jpeg[2...]
    #expect(MediaInspection(of: bytes).gap == .damaged)
  }

  static let tracks: [(type: String, kinds: Set<MediaFact.Kind>, gap: MediaGap?)] = [
    ("gpmd", [.recordedData, .position], nil), ("mebx", [.recordedData], nil), ("encv", [], .encrypted),
    ("avc1", [], nil), ("tmcd", [], nil),
  ]

  @Test("tracks of measurements and encrypted films are told", arguments: tracks)
  func track(type: String, kinds: Set<MediaFact.Kind>, gap: MediaGap?) {
    let entries = [0, 0, 0, 0] + SampleFiles.big(1, 4) + SampleFiles.box(type, [UInt8](repeating: 0, count: 8))
    var track = SampleFiles.box("stsd", entries)
    for outer in ["stbl", "minf", "mdia", "trak"] { track = SampleFiles.box(outer, track) }
    let inspection = MediaInspection(of: SampleFiles.film(brand: "mp42", track))
    #expect(Set(inspection.facts.map(\.kind)) == kinds && inspection.gap == gap)
  }
}

import Media
import TestSupport
import Testing

@Suite("what exiftool writes into a file is found in it")
struct MediaExifToolTests {
  private func check(_ name: String, _ writing: Writing) throws {
    let sample = try #require(SampleFiles.all.first { $0.name == name }).bytes
    let bytes = try ExifTool.write(writing.arguments, into: sample, named: name)
    let inspection = MediaInspection(of: bytes)
    #expect(Set(inspection.facts.map(\.kind)) == writing.kinds)
    #expect(inspection.gap == nil)
  }

  @Test("each Exif, XMP and IPTC property in a JPEG file", arguments: Writing.exif + Writing.xmp + Writing.iptc)
  func properties(writing: Writing) throws { try check("a.jpg", writing) }

  static let containers: [(name: String, writings: [Writing])] = [
    ("a.png", Writing.exif + Writing.xmp), ("a.webp", Writing.exif + Writing.xmp),
    ("a.heic", Writing.exif + Writing.xmp), ("a.tif", Writing.exif + Writing.xmp + Writing.iptc),
    ("a.gif", Writing.xmp), ("a.mp4", Writing.xmp), ("a.mov", Writing.xmp),
  ]

  @Test(
    "all of them at once in every other container",
    arguments: containers.map(\.name))
  func every(name: String) throws {
    let writings = try #require(Self.containers.first { $0.name == name }).writings
    // Of two values for one property, the last one counts, so each is written once.
    let kinds = writings.reduce(into: Set<MediaFact.Kind>()) { $0.formUnion($1.kinds) }
    let arguments = writings.filter { !$0.kinds.isEmpty }.flatMap(\.arguments)
    try check(name, Writing(arguments, kinds))
  }

  @Test("what matters to nobody leaves every container quiet", arguments: SampleFiles.all.map(\.name))
  func quiet(name: String) throws {
    let isFilm = ["a.mp4", "a.mov"].contains(name)
    let others = isFilm ? Writing.films : name == "a.gif" ? [] : Writing.exif
    let writings = (Writing.xmp + others).filter { $0.kinds.isEmpty }
    try check(name, Writing(writings.flatMap(\.arguments), []))
  }

  @Test("QuickTime", arguments: ["a.mp4", "a.mov"], Writing.films)
  func quickTime(name: String, writing: Writing) throws { try check(name, writing) }

  static let texts: [(name: String, argument: String, kind: MediaFact.Kind)] = [
    ("a.jpg", "-Comment=in bed four", .comment), ("a.gif", "-Comment=in bed four", .comment),
    ("a.png", "-PNG:Comment=in bed four", .comment), ("a.png", "-PNG:Author=Ada Ember", .creatorName),
    ("a.png", "-PNG:Title=After surgery", .caption),
  ]

  @Test(
    "texts of the container itself",
    arguments: texts)
  func text(name: String, argument: String, kind: MediaFact.Kind) throws {
    try check(name, Writing([argument], [kind]))
  }

  @Test("packed texts in PNG files are unpacked")
  func packed() throws {
    try check("a.png", Writing(["-z", "-PNG:Comment=" + String(repeating: "in bed four, ", count: 80)], [.comment]))
    try check(
      "a.png", Writing(["-z", "-XMP-dc:Creator=Ada Ember", "-XMP-photoshop:City=Ballwin"], [.creatorName, .placeName]))
  }

  @Test("a preview is found, and compared with the picture", arguments: ["a.jpg", "a.heic", "a.png", "a.webp"])
  func previews(name: String) throws {
    try check(name, Writing(["-ThumbnailImage<=preview.jpg"], [.preview]))
  }

  @Test("XMP in element form and in attribute form says the same", arguments: ["-api Compact=Shorthand", ""])
  func forms(option: String) throws {
    let arguments = option.split(separator: " ").map(String.init) + ["-XMP-photoshop:City=Ballwin"]
    try check("a.jpg", Writing(arguments, [.placeName]))
  }

  @Test("the HEIF files of these tests are what exiftool takes for such")
  func heif() throws {
    let file = try ExifTool.write(["-EXIF:Artist=Ada", "-XMP-dc:Creator=Ole"], into: [], named: "a.heic")
    let read = try ExifTool.read(["-s3", "-Artist", "-Creator", "-FileType"], file, named: "a.heic")
    #expect(String(decoding: read, as: UTF8.self) == "Ada\nOle\nHEIC\n")
  }

  @Test("removing all metadata leaves nothing", arguments: ["a.jpg", "a.png", "a.webp", "a.gif"])
  func removed(name: String) throws {
    let sample = try #require(SampleFiles.all.first { $0.name == name }).bytes
    let full = try ExifTool.write(
      name == "a.gif" ? ["-XMP-dc:Creator=Ada"] : ["-EXIF:Artist=Ada", "-XMP-dc:Creator=Ada"], into: sample,
      named: name)
    #expect(MediaInspection(of: full).facts.contains { $0.kind == .creatorName })
    let bare = MediaInspection(of: try ExifTool.write(["-all="], into: full, named: name))
    #expect(bare.facts.isEmpty && bare.gap == nil)
  }
}

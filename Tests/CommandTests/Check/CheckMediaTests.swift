import Foundation
import TestSupport
import Testing

/// Pictures that go with a draft are looked into, where the draft is looked at.
struct CheckMediaTests {
  private static let draft =
    DraftText.head.replacing(
      "about: none\n", with: "about: none\nattachments: [{file: media/gate.jpg, alt: The open gate, people: none}]\n"
    ) + "All gates are open.\n"

  /// A JPEG file of one colour; with a position 51.5 N in its Exif block, if asked.
  private static func picture(located: Bool) -> [UInt8] {
    let end: [UInt8] = [
      0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 0xFF, 0xD9,
    ]
    guard located else { return [0xFF, 0xD8] + end }
    let pointer: [UInt8] = [1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]
    let latitude: [UInt8] = [1, 0, 2, 0, 5, 0, 3, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0]
    let degrees: [UInt8] = [51, 0, 0, 0, 1, 0, 0, 0, 30, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    let block = Array("Exif\0\0II".utf8) + [42, 0, 8, 0, 0, 0] + pointer + latitude + degrees
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(block.count + 2)] + block + end
  }

  private func write(_ bytes: [UInt8], to folder: URL) throws {
    let media = folder.appending(path: "media")
    try FileManager.default.createDirectory(at: media, withIntermediateDirectories: true)
    try Data(bytes).write(to: media.appending(path: "gate.jpg"))
  }

  @Test func theStagedPictureCounts() throws {
    let repository = try TemporaryRepository.setUp()
    try repository.write("drafts/gate.md", Self.draft)
    try write(Self.picture(located: true), to: repository.directory)
    try repository.stage(".")
    try write(Self.picture(located: false), to: repository.directory)
    let staged = try repository.chaperone("check")
    #expect(staged.status == 1)
    #expect(staged.output.contains("media/exif-location"))
    #expect(staged.output.contains("The file carries a position on the map."))
    #expect(try repository.chaperone("check", "drafts/gate.md").status == 0)
    try repository.stage(".")
    #expect(try repository.chaperone("check").status == 0)
  }

  @Test func whatCannotBeReadNeedsThePrivacyOfficer() throws {
    let repository = try TemporaryRepository.setUp()
    try repository.write("drafts/gate.md", Self.draft)
    func findings() throws -> String { try repository.chaperone("check", "drafts", "--format", "json").output }
    #expect(try findings().contains("There is no such file here."))
    try write(Self.picture(located: true).dropLast(2), to: repository.directory)
    let cut = try findings()
    #expect(cut.contains("It ends too early.") && cut.contains("media/exif-location"))
    try write(Array("version https://git-lfs.github.com/spec/v1\n".utf8), to: repository.directory)
    let pointer = try findings()
    #expect(pointer.contains("Git LFS") && pointer.contains("\"roles\":[\"privacy-officer\"]"))
    try write(Self.picture(located: false), to: repository.directory)
    #expect(try !findings().contains("media/not-inspected"))
  }

  @Test func outsideARepositoryTheFolderCounts() throws {
    let workshop = try Workshop()
    try workshop.write("gate.md", Self.draft)
    func status(_ located: Bool) throws -> Int32 {
      try write(Self.picture(located: located), to: workshop.root)
      return try workshop.chaperone("check", "gate.md").status
    }
    #expect(try status(true) == 1)
    #expect(try status(false) == 0)
  }
}

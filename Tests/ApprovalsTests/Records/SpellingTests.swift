import Approvals
import Foundation
import TestSupport
import Testing

@Suite("Spellings of times, ids, digests and manifests")
struct SpellingTests {
  @Test("instants agree with Foundation's calendar")
  func instants() throws {
    var random = DeterministicGenerator(seed: 5)
    let style = Date.ISO8601FormatStyle()
    let edges: [Int64] = [0, 951_782_399, 951_782_400, 951_868_800, 4_107_542_400, 253_402_300_799]
    for seconds in edges + (0..<2000).map({ _ in Int64.random(in: 0...253_402_300_799, using: &random) }) {
      let text = Instant(seconds: seconds).description
      #expect(text == Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(style))
      #expect(Instant(utc: utf8(text))?.seconds == seconds)
    }
    #expect(Instant(day: utf8("2026-11-22"))?.description == "2026-11-22T00:00:00Z")
  }

  @Test(
    "what is no instant",
    arguments: [
      "", "2026-11-22", "2026-11-22T10:00:00", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z",
      "2100-02-29T00:00:00Z", "1969-12-31T23:59:59Z", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z",
      "2026-11-22 10:00:00Z", "2026-11-22T10:00:00z", "2026-11-22T10:00:00.0Z", "+026-11-22T10:00:00Z",
    ])
  func noInstant(text: String) {
    #expect(Instant(utc: utf8(text)) == nil)
  }

  @Test("a digest is SHA-256 and has one spelling")
  func digest() throws {
    // FIPS 180-4, the example "abc".
    let digest = Digest(of: utf8("abc"))
    #expect(digest.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest(hex: utf8(digest.description)) == digest)
    #expect(Digest(labelled: digest.labelled) == digest)
    #expect(Digest(hex: utf8(digest.description.uppercased())) == nil)
    #expect(digest.bytes.count == 32 && digest.bytes.first == 0xBA)
  }

  @Test("paths that are no draft", arguments: ["", "/a", "a/", "a//b", ".", "a/../b", "./a", "a\0b"])
  func noDraft(path: String) { #expect(DraftID(path) == nil) }

  @Test("a draft in NFC and one in NFD are two")
  func normalization() throws {
    let composed = Clinic.draft("caf\u{E9}")
    let decomposed = Clinic.draft("cafe\u{301}")
    #expect(composed != decomposed)
    #expect(composed.description == "caf%C3%A9" && decomposed.description == "cafe%CC%81")
    #expect(DraftID(percentEncoded: composed.percentEncoded) == composed)
  }

  private func manifest() throws -> SubjectManifest {
    let consent = try #require(ConsentReference(utf8("AUTH-2026-0417")))
    return SubjectManifest(
      repository: Clinic.repo(Clinic.repository), draft: Clinic.draft("2026/flu clinic"),
      body: SubjectManifest.Content(of: utf8("abc")),
      assets: [
        SubjectManifest.Asset(path: utf8("media/b.jpg"), content: SubjectManifest.Content(of: [])),
        SubjectManifest.Asset(path: utf8("media/a\n.jpg"), content: SubjectManifest.Content(of: [])),
      ],
      parent: SubjectManifest.Content(of: utf8("abc")),
      consents: [SubjectManifest.ConsentLine(reference: consent, entry: Digest(of: utf8("abc")))],
      targets: [utf8("x"), utf8("facebook"), utf8("x")])
  }

  @Test("the manifest, byte for byte")
  func manifestBytes() throws {
    let abc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    let expected = """
      chaperone-subject v1
      repo 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10
      draft 2026/flu%20clinic
      body \(abc) 3
      asset media/a%0A.jpg \(empty) 0
      asset media/b.jpg \(empty) 0
      parent \(abc) 3
      consent AUTH-2026-0417 \(abc)
      target facebook
      target x

      """
    let manifest = try manifest()
    #expect(manifest.bytes == utf8(expected))
    #expect(manifest.subject.digest == Digest(of: utf8(expected)))
  }
}

import Approvals
import Drafts
import TestSupport
import Testing

@Suite("Spellings of times, ids, digests and manifests")
struct SpellingTests {
  @Test("a moment reads as what is written")
  func moments() throws {
    var random = DeterministicGenerator(seed: 5)
    for seconds in [0, 253_402_300_799] + (0..<500).map({ _ in Int.random(in: 0...253_402_300_799, using: &random) }) {
      let moment = Timestamp(secondsSince1970: seconds)
      #expect(Timestamp(utc: utf8(moment.description)) == moment)
    }
    #expect(Timestamp(secondsSince1970: .max).adding(seconds: 1) == Timestamp(secondsSince1970: .max))
  }

  @Test(
    "what is no moment of a record",
    arguments: [
      "", "2026-11-22", "2026-11-22T10:00:00", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z",
      "2100-02-29T00:00:00Z", "1969-12-31T23:59:59Z", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z",
      "2026-11-22 10:00:00Z", "2026-11-22T10:00:00z", "2026-11-22T10:00:00.0Z", "+026-11-22T10:00:00Z",
    ])
  func noMoment(text: String) {
    #expect(Timestamp(utc: utf8(text)) == nil)
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

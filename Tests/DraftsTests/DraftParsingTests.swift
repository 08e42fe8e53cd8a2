import Changes
import Drafts
import TestSupport
import Testing
import YAML

@Suite("Reading drafts")
struct DraftParsingTests {
  private func parse(_ text: String) throws -> Draft {
    try Draft.parse(bytes: Array(text.utf8), path: "drafts/late.md")
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("a full front matter is read key by key")
  func full() throws {
    let draft = try parse(
      """
      ---
      author: j.okafor
      channels: [facebook, x, facebook]
      about: public-figure
      publishDate: 2026-12-01T09:00:00-06:00
      title: Heart health talk
      kind: case-education
      account: personal
      audience: professionals
      expiryDate: 2027-03-01T00:00:00Z
      lang: en-US
      campaign: heart-month
      embargoUntil: null
      people:
        - {name: Dr Ana Ruiz, role: staff, release: REL-0098}
      attachments:
        - file: media/ruiz.jpg
          alt: Cardiologist at a podium
          decorative: false
          people: staff
          obscured: true
          contains: [screen, body-part]
          captions: media/talk.vtt
          transcript: |
            Good morning.
          licence: own
          location: main hall
          sha256: \(String(repeating: "Ab", count: 32))
      consent: {ref: AUTH-1, subject: adult, signer: self, signed: 2026-10-02, expires: 2027-10-02,
        scope: {channels: [x], purposes: [awareness], media: [text]}, sensitive: false}
      deidentified: true
      claims:
        - {text: lowers the risk, source: "doi:10.1/x", reviewed: 2026-09-01, expires: 2027-09-01}
      sponsor: {name: Acme, relationship: grant}
      ai: {text: assisted, image: none, audio: none, video: generated}
      inReplyTo: {file: published/2026/flu.md}
      variants: {x: Short., bluesky: [One, Two]}
      firstComment: More below
      hashtags: [HeartHealth]
      tags: [heart]
      live: {location: lobby}
      ---
      Body.

      """)
    let front = try #require(draft.frontMatter)
    #expect(front.author.map { text($0.value) } == "j.okafor")
    #expect(draft.channels == [Channel("facebook"), Channel("x")])
    #expect(front.about?.value == .publicFigure)
    #expect(front.publishDate?.value.description == "2026-12-01T15:00:00Z")
    #expect(front.kind?.value == .caseEducation)
    #expect(draft.account == .personal)
    #expect(front.audience?.value == .professionals)
    #expect(front.embargoUntil == nil)
    #expect(front.people?.first?.value.role?.value == .staff)
    let attachment = try #require(front.attachments?.first?.value)
    #expect(attachment.file?.value == "media/ruiz.jpg")
    #expect(attachment.contains?.map(\.value) == [.screen, .bodyPart])
    #expect(attachment.captions?.value == .file("media/talk.vtt"))
    #expect(attachment.transcript?.value == .text("Good morning.\n"))
    #expect(attachment.sha256?.value == String(repeating: "ab", count: 32))
    #expect(front.consent?.value.scope?.value.channels?.map(\.value) == [Channel("x")])
    #expect(front.consent?.value.expires?.value == CalendarDate(year: 2027, month: 10, day: 2))
    #expect(front.claims?.first?.value.source?.value == "doi:10.1/x")
    #expect(front.ai?.value.video?.value == .generated)
    guard case .file(let parent)? = draft.inReplyTo else { throw Missing() }
    #expect(parent.value == "published/2026/flu.md")
    #expect(
      draft.passages.map { "\($0.field.name) \($0.post): \(text($0.bytes))" } == [
        "title 1: Heart health talk", "body 1: Body.", "variant:x 1: Short.", "variant:bluesky 1: One",
        "variant:bluesky 2: Two", "first-comment 1: More below", "file-name 1: media/ruiz.jpg",
        "alt 1: Cardiologist at a podium", "transcript 1: Good morning.\n", "hashtag 1: HeartHealth",
        "hashtag 1: heart",
      ])
  }

  private struct Missing: Error {}

  @Test(
    "a file without front matter is personal and declares nothing", arguments: ["Hello.", "", "\n---\na: 1\n---\n"])
  func bare(body: String) throws {
    let draft = try parse(body)
    #expect(draft.frontMatter == nil)
    #expect(draft.account == .personal)
    #expect(draft.channels == [])
  }

  @Test("with front matter and no account the organisation speaks", arguments: ["---\n---\nx", "---\n# none\n---\nx"])
  func organization(text: String) throws {
    let draft = try parse(text)
    #expect(draft.frontMatter != nil)
    #expect(draft.account == .organization)
  }

  @Test(
    "the body is cut at lines of three dashes",
    arguments: [
      ("One.\n\n---\n\nTwo.\n", ["One.", "Two."]),
      ("One.\r\n---  \r\nTwo.\r\n", ["One.", "Two."]),
      ("One.\r---\rTwo.", ["One.", "Two."]),
      ("One.\n----\nstill one.\n --- \n", ["One.\n----\nstill one.\n ---"]),
      ("```\n---\n```\n---\nTwo", ["```\n---\n```", "Two"]),
      ("~~~~ x\n---\n~~~\n---\n~~~~\n---\nTwo", ["~~~~ x\n---\n~~~\n---\n~~~~", "Two"]),
      ("``` a`b\n---\nTwo", ["``` a`b", "Two"]),
      ("\n\n---\n---\nOnly\n---\n", ["Only"]),
      ("  \n\t", []),
    ])
  func threads(body: String, posts: [String]) throws {
    let draft = try parse("---\nauthor: a\n---\n" + body)
    #expect(draft.posts.map { text($0.bytes) } == posts)
    #expect(draft.posts.map(\.number) == Array(1..<(posts.count + 1)))
    for post in draft.posts {
      #expect(Array(draft.source.original[post.range.start.byte..<post.range.end.byte]) == post.bytes)
    }
  }

  @Test(
    "earlier posts are context, oldest first",
    arguments: [
      ("{text: Before}", ["Before"]), ("{text: [First, Second]}", ["First", "Second"]),
    ])
  func parents(value: String, expected: [String]) throws {
    let draft = try parse("---\ninReplyTo: \(value)\n---\nReply.")
    #expect(draft.parents.map { text($0.bytes) } == expected)
    #expect(draft.parents.map(\.post) == Array(1...expected.count))
    #expect(draft.parents.allSatisfy { $0.isContext && $0.field.name == "parent" })
    #expect(draft.passages.map { text($0.bytes) } == ["Reply."])
  }

  @Test(
    "the id is the path under the root without extension",
    arguments: [
      ("drafts/2026/flu-clinic.md", "2026/flu-clinic"), ("published/2026/flu-clinic.md", "2026/flu-clinic"),
      ("drafts/a.b.md", "a.b"), ("drafts/.md", ".md"), ("draftsx/a.md", nil), ("media/a.md", nil),
    ] as [(String, String?)])
  func identifiers(path: String, expected: String?) throws {
    let path = try #require(RepositoryPath(path))
    let id = Draft.identifier(of: path, roots: ["drafts", "published"])
    #expect(id?.description == expected)
  }
}

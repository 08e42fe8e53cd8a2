import Changes
import Policy
import Testing
import YAML

@Suite("what the checks say about whole files")
struct CheckFilesTests {
  private static let plain = ["author: someone", "channels: [facebook]", "about: none", "account: organization"]

  @Test("a plain post with its declarations is left alone")
  func quiet() throws {
    #expect(try DeclaredDrafts().rules(Self.plain).isEmpty)
    #expect(try DeclaredDrafts().rules(Self.plain + ["publishDate: 2026-12-01T09:00:00Z"]).isEmpty)
  }

  @Test("a text without front matter is told once, and refused among what is published")
  func noFrontMatter() throws {
    let findings = try DeclaredDrafts().findings([], of: ["meta/"])
    #expect(findings.map(\.rule) == ["meta/no-declarations"] && findings.map(\.severity) == [.advise])
    let published = try DeclaredDrafts().findings([], path: "published/flu.md", of: ["meta/"])
    #expect(published.map(\.rule) == ["meta/required-field"] && published.map(\.severity) == [.block])
  }

  @Test("a published post needs its date, which may have passed")
  func published() throws {
    let drafts = try DeclaredDrafts()
    #expect(try drafts.rules(Self.plain, path: "published/flu.md") == ["meta/required-field"])
    let dated = Self.plain + ["publishDate: 2026-11-01T09:00:00Z"]
    #expect(try drafts.rules(dated, path: "published/flu.md").isEmpty)
    #expect(try drafts.rules(dated) == ["meta/schedule"])
  }

  @Test("the organisation's channels are the known ones")
  func channels() throws {
    let drafts = try DeclaredDrafts(organisation: "version: 1\nchannels: [facebook, intranet]")
    #expect(try drafts.rules(Self.plain).isEmpty)
    #expect(try drafts.rules(["author: a", "channels: [intranet]", "about: none"]).isEmpty)
    #expect(try drafts.rules(["author: a", "channels: [x]", "about: none"]) == ["platform/unknown-channel"])
  }

  @Test("every post of a thread and the variant of each channel is measured, on its own channel")
  func threads() throws {
    let long = String(repeating: "word ", count: 60)
    let head = ["author: a", "about: none"]
    let drafts = try DeclaredDrafts()
    let thread = try drafts.findings(head + ["channels: [x]"], "Short.\n\n---\n\n" + long, of: ["platform/"])
    #expect(thread.map(\.post) == [2])
    #expect(thread.first?.message.hasPrefix("x counts 299 characters, 280 fit.") == true)
    let two = try drafts.findings(head + ["channels: [x, bluesky, mastodon]"], long, of: ["platform/"])
    #expect(two.count == 1)
    #expect(try drafts.rules(head + ["channels: [x]", "variants: {x: Short.}"], long, of: ["platform/"]).isEmpty)
    let variant = try drafts.findings(head + ["channels: [facebook]", "variants: {x: \(long)}"], of: ["platform/"])
    #expect(variant.map(\.field) == ["variant:x"])
  }

  @Test("an identifier that a check found is masked")
  func masked() throws {
    let file = "attachments: [{file: media/mrs-adeyemi.jpg, alt: A bunch of flowers, people: none}]"
    let findings = try DeclaredDrafts().findings(Self.plain + [file], of: ["media/"])
    let excerpt = try #require(findings.first?.excerpt)
    #expect(String(decoding: excerpt.text(revealed: true), as: UTF8.self) == "mrs-adeyemi")
    #expect(!excerpt.text(revealed: false).contains(UInt8(ascii: "a")))
  }

  @Test("`about: none` is put right only where something was found")
  func subject() throws {
    let findings = try DeclaredDrafts().findings(Self.plain, "A patient of mine called me at home.", of: ["meta/"])
    #expect(findings.map(\.rule) == ["meta/subject-declared"])
    #expect(findings.first?.range.start.line == 4)
  }
}

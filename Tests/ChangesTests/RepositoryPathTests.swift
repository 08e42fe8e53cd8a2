import Changes
import Testing

struct RepositoryPathTests {
  @Test(arguments: ["", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a/.", "a\u{0}b"])
  func rejectsWhatGitWouldNotWrite(text: String) {
    #expect(RepositoryPath(text) == nil)
  }

  @Test(arguments: ["a", "a/b", "...", "a/..b", ".git", "drafts/late.md", "a b", "-", "a\\b"])
  func keepsTheBytes(text: String) throws {
    #expect(try #require(RepositoryPath(text)).bytes == Array(text.utf8))
  }

  @Test func composedAndDecomposedAreTwoPaths() {
    let composed: RepositoryPath = "caf\u{e9}.md"
    let decomposed: RepositoryPath = "cafe\u{301}.md"
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }

  @Test func twoInvalidEncodingsAreTwoPaths() throws {
    let first = try #require(RepositoryPath(bytes: [0x61, 0xFF]))
    let second = try #require(RepositoryPath(bytes: [0x61, 0xFE]))
    #expect(first != second)
    #expect(first.display == "a\\xff")
    #expect(second.display == "a\\xfe")
  }

  @Test(
    arguments: [
      ("drafts/2026/late.md", "late.md", "drafts/2026", "md", "drafts/2026/late"),
      ("late", "late", nil, nil, "late"),
      (".late", ".late", nil, nil, ".late"),
      ("a.b/late", "late", "a.b", nil, "a.b/late"),
      ("late.", "late.", nil, nil, "late."),
      ("x.tar.gz", "x.tar.gz", nil, "gz", "x.tar"),
    ] as [(String, String, String?, String?, String)])
  func takesAPathApart(text: String, name: String, parent: String?, pathExtension: String?, stem: String) throws {
    let path = try #require(RepositoryPath(text))
    #expect(path.name.elementsEqual(name.utf8))
    #expect(path.parent == parent.flatMap { RepositoryPath($0) })
    #expect(path.pathExtension.map(Array.init) == pathExtension.map { Array($0.utf8) })
    #expect(path.withoutExtension == RepositoryPath(stem))
  }

  @Test(
    arguments: [
      ("drafts/a", "drafts", "a"), ("drafts/a/b", "drafts/a", "b"), ("drafts", "drafts", nil),
      ("draftsx/a", "drafts", nil),
      ("a/drafts/b", "drafts", nil), ("Drafts/a", "drafts", nil),
    ] as [(String, String, String?)])
  func knowsWhatIsUnderARoot(text: String, root: String, rest: String?) throws {
    let path = try #require(RepositoryPath(text))
    let root = try #require(RepositoryPath(root))
    #expect(path.isUnder(root) == (rest != nil))
    #expect(path.relative(to: root) == rest.flatMap { RepositoryPath($0) })
    if let relative = path.relative(to: root) {
      #expect(root.appending(relative) == path)
    }
  }

  @Test func percentEncodingIsLossless() throws {
    for byte in UInt8(1)...255 where byte != UInt8(ascii: "/") {
      let path = try #require(RepositoryPath(bytes: [0x61, byte, 0x2F, 0x62]))
      #expect(path.percentEncoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      #expect(RepositoryPath(percentEncoded: path.percentEncoded) == path)
    }
    #expect(("a b/ü%.md" as RepositoryPath).percentEncoded == "a%20b/%C3%BC%25.md")
  }

  @Test(arguments: ["a%2", "a%", "%zz", "a%c3%bc", "%61", "a b", "a%00", "%2E%2E", "", "ü"])
  func acceptsOneEncodingOnly(text: String) {
    #expect(RepositoryPath(percentEncoded: text) == nil)
  }

  @Test(arguments: [
    ("late.md", "late.md"),
    ("flu clinic/für.md", "flu clinic/für.md"),
    ("a\u{202E}dm.b", "a\\u{202e}dm.b"),
    ("a\u{200B}b", "a\\u{200b}b"),
    ("a\nb\tc", "a\\u{a}b\\u{9}c"),
    ("\u{1B}[31mred", "\\u{1b}[31mred"),
    ("a\u{A0}b", "a\\u{a0}b"),
    ("a\\u{202e}", "a\\\\u{202e}"),
  ])
  func showsWhatWouldHide(text: String, display: String) throws {
    #expect(try #require(RepositoryPath(text)).display == display)
  }

  @Test func showsSoundTextAfterABadByte() throws {
    let path = try #require(RepositoryPath(bytes: [0xC3, 0x28, 0xE2, 0x82, 0x61] + Array("ü".utf8)))
    #expect(path.display == "\\xc3(\\xe2\\x82aü")
  }
}

import Policy
import Testing
import YAML

@Suite("rules that name a check")
struct CheckLoadingTests {
  private static func file(_ check: String) -> String {
    """
    id: platform/sample
    severity: block
    level: field
    summary: A sample.
    authority: [None]
    message: Seen.
    remedy: Change it.
    since: 2026-11-23
    reviewBy: 2027-11-23
    \(check)
    examples: {flag: [one], pass: [two]}
    """
  }

  @Test(
    "what a check does not take is an error with its place",
    arguments: [
      ("check: text-lenght", "did you mean “text-length”?", 10),
      ("check: text-length\nwith: { facebok: 100 }", "does not take “facebok”, did you mean “facebook”?", 11),
      ("check: text-length\nwith: { x-byte: 100 }", "does not take “x-byte”", 11),
      ("check: text-length\nwith: { x: [1] }", "does not take “x” as a list", 11),
      ("check: unknown-channel\nwith: { x: 1 }", "does not take “x”", 11),
      ("check: required-field\nwith: { always: [author] }", "needs “published”", 11),
      ("check: required-field\nwith: { always: [auther], published: [] }", "did you mean “author”?", 11),
      ("check: undeclared-attachment", "needs “extensions”", 10),
    ])
  func refused(check: String, words: String, line: Int) throws {
    let error = #expect(throws: PolicyErrors.self) {
      try RuleSet(files: [("core/platform/sample.yaml", Self.file(check))], packs: ["core"])
    }
    let first = try #require(error?.errors.first)
    #expect(first.description.contains(words), "\(first)")
    #expect(first.range?.start.line == line)
  }
}

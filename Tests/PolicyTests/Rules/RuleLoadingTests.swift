import Testing

@testable import Policy

/// A rule file that is wrong is refused with its place.
@Suite struct RuleLoadingTests {
  private static let good = """
    id: test/rule
    severity: approve
    roles: [legal]
    level: sentence
    summary: Test.
    authority: Test.
    message: Test.
    remedy: Test.
    since: 2026-01-01
    reviewBy: 2027-01-01
    match: "late"
    examples:
      flag: ["late"]
      pass: ["early"]

    """

  private static func errors(_ text: String, path: String = "core/test/rule.yaml") -> [String] {
    do {
      _ = try RuleSet(files: [(path, text)], packs: ["core"])
      return []
    } catch {
      return error.errors.map(\.description)
    }
  }

  @Test("The rule the others are made from loads")
  func loads() { #expect(Self.errors(Self.good) == []) }

  @Test(
    "What is wrong is named with file, line and column",
    arguments: [
      ("level: sentence", "level: sentense", "core/test/rule.yaml:4:8: ", "not one of"),
      ("summary:", "sumary:", "core/test/rule.yaml:5:1: ", "did you mean \"summary\""),
      ("match: \"late\"", "match: \"(late\"", "core/test/rule.yaml:11:14: ", "“)” is missing"),
      ("match: \"late\"", "match: \"NOBODY\"", "core/test/rule.yaml: ", "no class NOBODY"),
      ("match: \"late\"", "check: text-lenght", "core/test/rule.yaml:11:8: ", "did you mean “text-length”"),
      ("match: \"late\"", "match: { any: [late], all: [late] }", "core/test/rule.yaml:11:8: ", "one of any"),
      ("  pass: [\"early\"]", "  pass: []", "core/test/rule.yaml:13:3: ", "at least one example"),
      ("roles: [legal]\n", "", "core/test/rule.yaml:2:11: ", "names the roles"),
      ("id: test/rule", "id: test/other", "core/test/rule.yaml:1:5: ", "does not fit the file"),
      ("since: 2026-01-01", "since: soon", "core/test/rule.yaml:9:8: ", "a date is written"),
    ])
  func refusals(line: String, replacement: String, place: String, words: String) throws {
    let broken = Self.good.replacing(line, with: replacement)
    try #require(broken != Self.good)
    let errors = Self.errors(broken)
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix(place) == true, "\(errors)")
    #expect(errors.first?.contains(words) == true, "\(errors)")
  }

  @Test("Classes that refer to each other in a circle are named")
  func circle() {
    let files: [RuleSet.File] = [
      ("core/test/rule.yaml", Self.good.replacing("\"late\"", with: "\"AA\"")),
      ("lexicon/AA.yaml", "class: AA\nsummary: A.\npatterns: [\"BB x\"]\n"),
      ("lexicon/BB.yaml", "class: BB\nsummary: B.\npatterns: [\"AA y\"]\n"),
    ]
    #expect { try RuleSet(files: files, packs: ["core"]) } throws: { error in
      (error as? PolicyErrors)?.errors.contains { $0.message.contains("AA → BB → AA") } == true
    }
  }
}

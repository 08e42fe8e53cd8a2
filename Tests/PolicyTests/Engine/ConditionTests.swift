import Changes
import Drafts
import Testing

@testable import Policy

/// The composition table of `Rules/README.md`, one promise a row.
@Suite struct ConditionTests {
  /// Whether a rule with this condition fires on a draft.
  private static func fires(_ match: String, on text: String, declared: [String] = []) throws -> Bool {
    let checker = try Checker(
      ruleSet: PatternTests.ruleSet(match: match), organisation: .standard, directory: Directory())
    let head = ["author: someone", "channels: [x]", "about: none"] + declared
    let file = "---\n" + head.joined(separator: "\n") + "\n---\n" + text + "\n"
    let draft = try Draft.parse(bytes: Array(file.utf8), path: "draft.md")
    return checker.assess(draft, now: Timestamp(secondsSince1970: 1_795_392_000)).findings.contains {
      $0.rule == "test/rule"
    }
  }

  @Test(
    "A condition holds where the grammar says, and only there",
    arguments: [
      ("[dog, cat]", "The cat slept.", "The horse slept."),
      ("{ any: [dog, cat] }", "The cat slept.", "The horse slept."),
      ("{ all: [dog, cat] }", "The dog saw the cat.", "The dog saw. The cat did not."),
      ("{ all: [dog, { none: [cat] }] }", "The dog slept. The cat did not.", "The dog saw the cat."),
      ("{ count: { atLeast: 2, of: [dog, cat, horse] } }", "The dog saw the horse.", "The dog saw the dog."),
      ("{ all: [dog, { near: cat }] }", "One cat. One dog.", "One cat. One horse. One dog."),
      ("{ all: [dog, { post: cat }] }", "One cat. One horse. One dog.", "One cat.\n\n---\n\nOne dog."),
      // The rarer words stand in another sentence.
      ("{ all: [{ any: [dog, horse] }, { post: cat }] }", "One dog. One cat.", "One dog.\n\n---\n\nOne cat."),
      ("{ sentence: { all: [{ any: [dog, horse] }, { near: cat }] } }", "One dog. One cat.", "One dog."),
      ("{ all: [dog, { thread: cat }] }", "One cat.\n\n---\n\nOne dog.", "One horse.\n\n---\n\nOne dog."),
      ("{ all: [dog, { earlier: cat }] }", "One cat.\n\n---\n\nOne dog.", "One dog.\n\n---\n\nOne cat."),
    ])
  func composition(match: String, fires: String, passes: String) throws {
    #expect(try Self.fires(match, on: fires))
    #expect(try !Self.fires(match, on: passes))
  }

  @Test(
    "What the draft declares can be part of a condition",
    arguments: [
      ("{ all: [dog, { declared: { kind: review-reply } }] }", true, false),
      ("{ all: [dog, { none: [{ declared: { kind: review-reply } }] }] }", false, true),
      ("{ all: [dog, { any: [{ post: cat }, { declared: { kind: [announcement, review-reply] } }] }] }", true, false),
    ])
  func declarations(match: String, firesOnReply: Bool, firesOnOther: Bool) throws {
    #expect(try Self.fires(match, on: "The dog slept.", declared: ["kind: review-reply"]) == firesOnReply)
    #expect(try Self.fires(match, on: "The dog slept.") == firesOnOther)
  }
}

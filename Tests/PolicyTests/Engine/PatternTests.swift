import TestSupport
import Testing

@testable import Policy

/// The pattern language of `Rules/README.md`, one promise a row.
@Suite struct PatternTests {
  private static let lexicon: [RuleSet.File] = [
    ("lexicon/PET.yaml", "class: PET\nsummary: Pets.\nnouns: [dog, cat, guinea pig]\nexcept: [\"hot dog\"]\n"),
    ("lexicon/HIT.yaml", "class: HIT\nsummary: Hits.\nverbs: [stop, carry, give up]\n"),
    ("lexicon/PETS_AT_HOME.yaml", "class: PETS_AT_HOME\nsummary: By pattern.\npatterns: [\"my ..1 PET\"]\n"),
    ("lexicon/UNIT.yaml", "class: UNIT\nsummary: Units.\nwords: [\"=ER\", \"=J\", no-show]\n"),
    ("lexicon/COMPANIONS.yaml", "class: COMPANIONS\nsummary: By way of another.\ninclude: [HOUSEHOLD]\n"),
    ("lexicon/HOUSEHOLD.yaml", "class: HOUSEHOLD\nsummary: Of patterns alone.\ninclude: [PETS_AT_HOME]\n"),
  ]

  static func ruleSet(match: String, unless: String = "") throws -> RuleSet {
    let rule = """
      id: test/rule
      severity: block
      level: sentence
      summary: Test.
      authority: Test.
      message: Test.
      remedy: Test.
      since: 2026-01-01
      reviewBy: 2027-01-01
      match: \(match)
      \(unless.isEmpty ? "" : "unless: \(unless)\n")examples:
        flag: ["-"]
        pass: ["-"]

      """
    return try RuleSet(files: lexicon + [("core/test/rule.yaml", rule)], packs: ["core"])
  }

  private static func found(_ pattern: String, _ text: String) throws -> String? {
    let ruleSet = try ruleSet(match: "'\(pattern.replacing("'", with: "''"))'")
    var tokeniser = Tokeniser(vocabulary: ruleSet.engine.symbols.vocabulary)
    tokeniser.read(Array(text.utf8))
    let document = tokeniser.document
    let scan = ruleSet.engine.scan(document, entities: [])
    let best = scan.matches[0].min { ($0.start, -$0.end) < ($1.start, -$1.end) }
    return best.map { String(decoding: Array(text.utf8)[document.bytes(of: $0.marked)], as: UTF8.self) }
  }

  @Test(
    "A pattern matches what the grammar says, and reports the marked part",
    arguments: [
      ("late", "She was ↓LATE↑ again"),
      ("was late", "She ↓was, late↑ again"),
      ("no-show", "another ↓no show↑ today"),
      ("no-show", "another ↓noshow↑ today"),
      ("~refuse", "He ↓refuses↑"),
      ("~stop", "he ↓stopped↑ it"),
      ("=ER", "in the ↓ER↑"),
      ("PET", "two ↓guinea pigs↑"),
      ("HIT", "she ↓gave up↑"),
      ("(a cat|the dog) ran", "and ↓the dog ran↑"),
      ("very? late", "was ↓late↑"),
      ("very+ late", "↓very very late↑"),
      ("so{2,3} late", "↓so so late↑"),
      ("late ..2 visit", "↓late for her visit↑"),
      ("late ... visit", "↓late for each and every single visit↑"),
      ("!late again", "↓never again↑"),
      ("^ late", "↓Late↑ again, late"),
      ("late $", "late then ↓late↑."),
      ("saw [a PET] today", "I saw ↓a dog↑ today"),
      ("late <comma> again", "↓late, again↑"),
      ("late <question>", "you are ↓late↑?"),
      ("<number> hours", "↓3 hours↑ late"),
      ("saw <capitalized&unknown>", "she saw Saw, saw zork and ↓saw Zork↑"),
      ("<number> <percent> of", "in ↓93% of↑ visits"),
      ("late <number> <percent>", "↓late 93↑%."),
      ("<money> <number> late", "a $↓40 late↑ fee"),
      ("<number> <money> late", "a ↓40€ late↑ fee"),
      ("PETS_AT_HOME", "with ↓my old cat↑ here"),
      ("I 'm late", "↓I’m late↑"),
      ("don't", "I ↓dont↑ know"),
      ("UNIT", "a ↓no-show↑"),
      ("UNIT", "ask ↓J↑ again"),
      ("COMPANIONS", "with ↓my old cat↑ here"),
    ])
  func matches(pattern: String, marked: String) throws {
    let expected = MarkedText(marked)
    let range = try #require(expected.ranges.first)
    #expect(try Self.found(pattern, expected.text) == String(decoding: Array(expected.text.utf8)[range], as: UTF8.self))
  }

  @Test(
    "And nothing else",
    arguments: [
      ("was late", "She was. Late again"), ("late ..2 visit", "late for each and every visit"),
      ("so{2,3} late", "so late"),
      ("=ER", "er, well"), ("PET", "a hot dog"), ("!late again", "late again"), ("^ late", "so late"),
      ("late $", "late again"),
      ("late <comma> again", "late again"), ("late <question>", "late."), ("<number> <percent>", "93 of"),
      ("<money> <number>", "40 late"), ("~refuse", "a refusal"),
      ("UNIT", "er"), ("UNIT", "a j of"),
      ("COMPANIONS", "with a cat"),
    ])
  func doesNotMatch(pattern: String, text: String) throws {
    #expect(try Self.found(pattern, text) == nil)
  }

  @Test(
    "A pattern that cannot be read names the place",
    arguments: [
      ("(a|b", 4, "“)” is missing"), ("a || b", 2, "only inside"), ("<nonsense>", 0, "no kind"), ("a ..0 b", 2, "gap"),
      ("late?", 0, "no word at all"), ("", 0, "missing"), ("a {2,1}", 2, "follows"), ("!(a b)", 0, "before one word"),
      ("~", 1, "missing"), ("a )", 2, "no opening"),
    ])
  func errors(pattern: String, offset: Int, words: String) {
    do {
      _ = try PatternParser.parse(pattern)
      Issue.record("“\(pattern)” was read")
    } catch {
      #expect(error.offset == offset)
      #expect(error.message.contains(words), "\(error.message)")
    }
  }

  @Test("The work for hostile text grows with its length and with nothing else")
  func linearity() throws {
    let ruleSet = try Self.ruleSet(match: "[\"late ... late ... visit\", \"a+ a+ b\", \"(a|a a|..3 a)+ late\"]")
    let shapes: [(Int) -> String] = [
      { String(repeating: "a ", count: $0) }, { String(repeating: "late ", count: $0) },
      { String(repeating: "a", count: $0) }, { String(repeating: "(", count: $0) },
      { String(repeating: "#a", count: $0) }, { String(repeating: "a.a", count: $0) },
      { String(repeating: "s p a c e d, ", count: $0) },
    ]
    for shape in shapes {
      let steps = [2_000, 4_000, 8_000].map { size -> Int in
        var tokeniser = Tokeniser(vocabulary: ruleSet.engine.symbols.vocabulary)
        tokeniser.read(Array(shape(size).utf8))
        return ruleSet.engine.scan(tokeniser.document, entities: []).steps
      }
      #expect(steps[2] <= 4 * steps[0] + 1_000)
      #expect(steps[2] <= 8_000 * 20 * ruleSet.engine.machine.automaton.moves.count)
    }
  }
}

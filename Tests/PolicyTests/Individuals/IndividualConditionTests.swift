import Testing
import YAML

@testable import Policy

/// What rules may ask about individuals.
@Suite struct IndividualConditionTests {
  private static let story = ["I have a patient who is late."]

  struct Case: Sendable, CustomTestStringConvertible {
    var ask: String
    var parents = IndividualConditionTests.story
    var post: String
    /// What the finding is about; nil where the rule must not fire.
    var found: String?
    var testDescription: String { "\(ask): \(post)" }
  }

  @Test(
    "A rule fires on the words that decide it",
    arguments: [
      Case(ask: "{ addedHere: true }", post: "Prior stillbirth.", found: "stillbirth"),
      Case(ask: "{ addedHere: [condition] }", post: "She is a baker with gout.", found: "gout"),
      Case(ask: "{ addedHere: [place] }", post: "She has gout.", found: nil),
      Case(ask: "{ introduced: earlier }", post: "She is here.", found: "She"),
      Case(ask: "{ introduced: earlier }", post: "Another lady is here.", found: nil),
      Case(ask: "{ introduced: here }", post: "Another lady is here.", found: "Another lady"),
      Case(ask: "{ introduced: earlier }", post: "We open at nine.", found: nil),
      Case(ask: "{ is: [own-family] }", post: "My mother has gout.", found: "mother"),
      Case(ask: "{ is: own-family, addedHere: [condition] }", post: "My mother has gout.", found: "gout"),
      Case(ask: "{ addedHere: true }", post: "My mother has gout.", found: nil),
      Case(
        ask: "{ ridiculed: true, addedHere: true }", parents: ["The man is a genius."], post: "He has gout.",
        found: "gout"),
      Case(ask: "{ ridiculed: true, addedHere: true }", post: "She has gout.", found: nil),
      Case(ask: "{ inCare: true }", parents: ["A sailor came."], post: "He left.", found: nil),
      Case(ask: "{ inCare: true }", parents: ["A sailor came to the ward."], post: "He left.", found: "He"),
      Case(
        ask: "{ attributes: { atLeast: 3, oneOf: [role] } }", parents: ["A man with gout, 40 years old."],
        post: "He is a baker.", found: "baker"),
      Case(
        ask: "{ attributes: { atLeast: 3, oneOf: [place] } }", parents: ["A man with gout, 40 years old."],
        post: "He is a baker.", found: nil),
      Case(
        ask: "{ attributes: { atLeast: 2, of: [age, role] } }", parents: ["A man with gout."], post: "He is a baker.",
        found: nil),
      Case(
        ask: "{ earlier: { of: [role] }, addedHere: true }", parents: ["The sailor came."], post: "He has gout.",
        found: "gout"),
      Case(
        ask: "{ earlier: { of: [role] }, addedHere: true }", parents: ["A man came."], post: "He is a baker with gout.",
        found: nil),
      Case(
        ask: "{ attributes: { atLeast: 2, oneOf: [place] }, addedHere: true }", parents: ["A day by the harbour."],
        post: "A man has gout.", found: "gout"),
      Case(ask: "{ attributes: { atLeast: 2 } }", parents: ["A wet day."], post: "A man has gout.", found: nil),
    ])
  func fires(_ test: Case) throws {
    let ruleSet = try SmallTown.ruleSet(match: "{ individual: \(test.ask) }")
    for rules in [ruleSet, try #require(RuleSet(compact: ruleSet.compact(), packs: ["core"]))] {
      let findings = try SmallTown.assess([test.post], after: test.parents, rules).findings
      let found = findings.first.map { String(decoding: $0.excerpt.highlighted(revealed: true), as: UTF8.self) }
      #expect(found == test.found)
      #expect(findings.count <= 1)
    }
  }

  @Test func whatItAddsToIsNamedInBecause() throws {
    let ruleSet = try SmallTown.ruleSet(match: "{ individual: { attributes: { atLeast: 2 }, addedHere: true } }")
    let findings = try SmallTown.assess(["A man has gout.", "His brother came."], after: [], ruleSet).findings
    #expect(findings.map(\.post) == [2])
    #expect(findings.first?.because.map(\.wordClass) == ["KIN", "CONDITION"])
    #expect(findings.first?.because.map(\.range.start.line) == [5, 1])
  }

  @Test func guardsTakeWordsAway() throws {
    let ruleSet = try SmallTown.ruleSet(
      match: "{ individual: { addedHere: [condition] } }\nunless: [\"gout pill\"]")
    #expect(try SmallTown.assess(["She has a gout pill."], after: [], ruleSet).findings.isEmpty)
    #expect(try SmallTown.assess(["She has gout."], after: [], ruleSet).findings.count == 1)
  }

  @Test func itComposesWithPatternsAndScopes() throws {
    let ruleSet = try SmallTown.ruleSet(match: "{ all: [late, { earlier: { individual: { is: [cared-for] } } }] }")
    #expect(try SmallTown.assess(["Late again."], after: Self.story, ruleSet).findings.count == 1)
    #expect(try SmallTown.assess(["Late again."], after: ["The bus is full."], ruleSet).findings.isEmpty)
  }

  @Test(
    "What is wrong is named with file, line and column",
    arguments: [
      ("{ individual: { is: [visitor] } }", "10:29: there is no kind of individual “visitor”"),
      ("{ individual: { addedHere: [colour] } }", "10:36: there is no kind of fact “colour”; there are age, place"),
      ("{ individual: { attributes: { atLeast: 3, of: [age] } } }", "10:36: atLeast is from 1 to the number of kinds"),
      ("{ individual: { introduced: never } }", "10:36: `introduced` is earlier or here"),
      ("{ individual: { adds: true } }", "10:24: unknown key"),
    ])
  func errors(match: String, message: String) throws {
    let error = try #require(throws: PolicyErrors.self) { try SmallTown.ruleSet(match: match) }
    #expect(error.errors.count == 1)
    #expect(error.errors.first?.description.hasPrefix("core/test/rule.yaml:" + message) == true)
  }

  @Test func aSceneNamesKindsOfTheTable() throws {
    let broken = SmallTown.table.replacing("scene: [place]", with: "scene: [plaice]")
    let error = try #require(throws: PolicyErrors.self) {
      try RuleSet(files: [("lexicon/individuals.yaml", broken)], packs: [])
    }
    #expect(error.errors.first?.message == "there is no kind of fact “plaice” under `facts`")
  }
}

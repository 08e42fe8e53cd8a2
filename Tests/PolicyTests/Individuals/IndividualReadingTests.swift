import TestSupport
import Testing
import YAML

@testable import Policy

/// Who is talked about and what is told of them.
@Suite struct IndividualReadingTests {
  struct Thread: Sendable, CustomTestStringConvertible {
    var parents: [String] = []
    var post: String
    var people: [String]
    var testDescription: String { post }
  }

  @Test(
    "Pronouns, descriptions and facts go to the individual they are about",
    arguments: [
      Thread(
        post: "A patient of ours has lupus. She is 34 years old.", people: ["cared-for “A patient”: condition age"]),
      Thread(
        post: "A lady has gout. A man has lupus. She lives by the harbour.",
        people: ["cared-for “A lady”: condition place", "cared-for “A man”: condition"]),
      Thread(
        parents: ["I have a patient who is late."], post: "Prior stillbirth.",
        people: ["cared-for “a patient”: condition"]),
      Thread(
        parents: ["I have a patient who is late."], post: "My mother had lupus.",
        people: ["cared-for “a patient”", "own-family “My mother”: kin condition"]),
      Thread(
        post: "He is a sailor. His sister has lupus.",
        people: ["unknown “He”: role kin condition", "relative “sister”: kin condition"]),
      Thread(post: "A man is here. He was the baker.", people: ["cared-for “A man”: role"]),
      Thread(
        post: "A man came. Another man has gout.", people: ["cared-for “A man”", "cared-for “Another man”: condition"]),
      Thread(
        post: "My lady has gout. Then the lady left for the island.", people: ["cared-for “My lady”: condition place"]),
      Thread(
        post: "Bed 4 has gout. Bed 5 has lupus. Bed 4 is a sailor.",
        people: ["cared-for “Bed 4”: condition role", "cared-for “Bed 5”: condition"]),
      Thread(
        parents: ["A patient was here."], post: "Our receptionist retires. She loves the harbour.",
        people: ["cared-for “A patient”", "staff “Our receptionist”: place"]),
      Thread(
        post: "He is late before our receptionist left.",
        people: ["unknown “He”", "staff “our receptionist”"]),
      Thread(
        post: "My mother has lupus. A man came. Mother loves the harbour.",
        people: ["own-family “My mother”: kin condition place", "cared-for “A man”"]),
      Thread(
        parents: ["A patient was here."], post: "The dog has gout.",
        people: ["cared-for “A patient”", "animal “The dog”: condition"]),
      Thread(
        parents: ["A patient was here."], post: "People with lupus welcome.",
        people: ["cared-for “A patient”", "group “People”: condition"]),
      Thread(
        parents: ["A patient was here."], post: "If you have gout, rest.",
        people: ["cared-for “A patient”", "reader “If you”: condition"]),
      Thread(
        parents: ["A patient was here."], post: "Register now for the island walk.", people: ["cared-for “A patient”"]),
      Thread(
        post: "In my novel a patient has the pox.", people: ["invented “a patient”: condition"]),
      Thread(post: "She is home! My mother had gout.", people: ["own-family “She”: kin condition"]),
      Thread(
        parents: ["Someone is on the ward.", "Who?"], post: "It was the sailor.", people: ["unknown “Someone”: role"]),
      Thread(post: "We open at nine.", people: []),
    ])
  func reads(_ thread: Thread) throws {
    #expect(try SmallTown.people([thread.post], after: thread.parents) == thread.people)
  }

  @Test func ridiculeAndCareAreKept() throws {
    let people = try SmallTown.assess(
      ["The man on the ward is a genius. A sailor came."], after: [], SmallTown.ruleSet()
    ).individuals
    #expect(people.map(\.isRidiculed) == [true, false])
    #expect(people.map(\.isInCare) == [true, false])
  }

  @Test func aRelativeIsKnownAsOne() throws {
    let people = try SmallTown.assess(["A man has gout. His wife has lupus."], after: [], SmallTown.ruleSet())
      .individuals
    #expect(people.map(\.relatedTo) == [nil, 0])
  }

  @Test func placesOutsideTheFileHaveTheirWordsButNoRange() throws {
    let people = try SmallTown.assess(["She has gout."], after: ["A lady came."], SmallTown.ruleSet()).individuals
    let lady = try #require(people.first)
    #expect(lady.introduction.range == nil)
    #expect(lady.introduction.field == "earlier")
    #expect(lady.facts.first?.place.range?.start.column == 9)
  }

  @Test(
    "The work grows with the text and not faster",
    arguments: [
      "a man and a lady ", "she ", "A man has lupus. ", "her sister has gout ", "someone is a sailor. he is the man. ",
      "if you have gout ", "Another man. ", "the genius ",
    ])
  func isLinear(unit: String) throws {
    let ruleSet = try SmallTown.ruleSet()
    let steps = [500, 1_000, 2_000].map { count -> Int in
      var tokeniser = Tokeniser(vocabulary: ruleSet.engine.symbols.vocabulary)
      tokeniser.read(Array(String(repeating: unit, count: count).utf8))
      let scan = ruleSet.engine.scan(tokeniser.document, entities: [])
      let post = Outline.Post(words: 0..<scan.document.tokens.count, order: 1, lane: 0, isContext: false)
      return IndividualReading(ruleSet.engine.individuals, scan: scan, outline: Outline(posts: [post])).result.steps
    }
    #expect(steps[0] > 0)
    #expect(steps[2] <= 4 * steps[0] + 1_000)
  }
}

import Testing

@testable import Policy

@Suite struct EntitiesLinearityTests {
  /// Texts that tempt a reader to look far ahead or behind, repeated.
  static let units = [
    "A ", "1-", "1 ", "555 ", "Anna ", "Anna S. ", "St. ", "MRN number ", "five ", "a:", "1.", "Hospital ", "New York ",
    "12 Maple ", "at ", "May 5 and ", "GB29 ", "(01) ", "on on ", "dot com at ", "Dr. ", "#A1_", "patient id is ",
  ]

  @Test(arguments: units) func workGrowsWithTheText(_ unit: String) {
    let short = looks(at: unit, times: 400)
    let long = looks(at: unit, times: 1600)
    // Four times the text, four times the looks; a quadratic reader would need sixteen times.
    #expect(long <= short * 5 + 1000)
  }

  @Test(arguments: units) func entitiesDoNotOverlap(_ unit: String) {
    var tokeniser = Tokeniser(vocabulary: Vocabulary())
    tokeniser.read(Array(String(repeating: unit, count: 50).utf8))
    let entities = EntityRecogniser(allowed: AllowedEntities()).entities(in: tokeniser.document)
    for (left, right) in zip(entities, entities.dropFirst()) {
      #expect(left.bytes.upperBound <= right.bytes.lowerBound)
      #expect(left.tokens.lowerBound < left.tokens.upperBound)
    }
  }

  private func looks(at unit: String, times: Int) -> Int {
    var tokeniser = Tokeniser(vocabulary: Vocabulary())
    tokeniser.read(Array(String(repeating: unit, count: times).utf8))
    let looks = LookCounter()
    var scan = EntityScan(tokeniser.document, counting: looks)
    scan.read(0)
    return looks.count
  }
}

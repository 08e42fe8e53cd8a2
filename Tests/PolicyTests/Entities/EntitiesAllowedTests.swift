import Testing

@testable import Policy

@Suite struct EntitiesAllowedTests {
  static let allowed = AllowedEntities(
    names: ["Dr. Priya Patel", "Anna-Maria Whitfield, RN"], phones: ["+1 216-555-0142", "02079460958"],
    domains: ["hospital.example.org"], handles: ["@MercyCare"],
    places: ["Mercy Hospital", "450 Lakeside Avenue, Cleveland, OH 44114"])

  /// An allowed entity has an equals sign after its kind.
  @Test(arguments: [
    "Meet ‹person-name=|Priya Patel› and Dr. ‹person-name=|Patel›.",
    "Meet ‹person-name|Priya Smithson› and ‹person-name|Patel›'s brother.",
    "With ‹person-name=|P. Patel› today.",
    "Call ‹phone=|(216) 555-0142› or ‹phone=|+1 216 555 0142›, not ‹phone|216-555-0143›.",
    "Ring ‹phone=|020 7946 0958› or ‹phone=|+44 20 7946 0958›.",
    "See ‹url=|https://www.hospital.example.org/flu› and ‹url|https://evilhospital.example.org/›.",
    "See ‹url|https://hospital.example.org@bad.example.com/x› too.",
    "Mail ‹email=|press@hospital.example.org› or ‹email|anna@other.example.com›.",
    "Follow ‹handle=|@mercycare›, not ‹handle|@mercycares›.",
    "Visit ‹facility=|Mercy Hospital› at ‹address=|450 Lakeside Avenue, Cleveland, OH›.",
    "Visit ‹facility=|Mercy Hospital› West.",
  ]) func allowList(_ text: String) {
    let marks = EntityMarks(text)
    #expect(marks.recognised(allowed: Self.allowed) == text)
  }

  @Test func nothingIsAllowedByDefault() {
    let text = "Call ‹phone|216-555-0142› for Dr. ‹person-name|Patel›."
    #expect(EntityMarks(text).recognised() == text)
  }
}

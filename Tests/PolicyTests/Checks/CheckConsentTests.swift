import Policy
import Testing

@Suite("drafts against the register of consents")
struct CheckConsentTests {
  private static let register = """
    AUTH-1:
      subject: adult
      scope: {channels: [facebook], purposes: [awareness], media: [text, photo]}
      signed: 2026-10-02
      expires: 2026-12-01
    AUTH-2:
      subject: adult
      scope: {channels: [facebook], purposes: [awareness], media: [text]}
      signed: 2026-10-02
      expires: 2027-10-02
      revoked: 2026-11-30
    """

  struct Case: CustomTestStringConvertible, Sendable {
    var declared: [String]
    var rules: [String]
    var testDescription: String { declared.joined(separator: ", ") }

    init(_ declared: String..., rules: [String]) {
      (self.declared, self.rules) = (declared, rules)
    }
  }

  private static let photo = "attachments: [{file: media/r.jpg, alt: A woman with a walker, people: patient}]"
  private static let film =
    "attachments: [{file: media/r.mp4, captions: media/r.vtt, people: patient}]"

  @Test(
    "what the register says",
    arguments: [
      Case("channels: [facebook]", "consent: AUTH-1", rules: []),
      Case("channels: [facebook]", "consent: AUTH-1", photo, rules: []),
      Case("channels: [facebook]", "consent: AUTH-1", film, rules: ["consent/scope"]),
      Case("channels: [facebook, x]", "consent: AUTH-1", rules: ["consent/scope"]),
      Case("channels: [facebook]", "consent: AUTH-9", rules: ["consent/missing-reference"]),
      Case("channels: [facebook]", rules: ["consent/missing-reference"]),
      Case("channels: [facebook]", "deidentified: true", rules: []),
      Case("channels: [facebook]", "deidentified: true", photo, rules: ["consent/missing-reference"]),
      // The last second of a consent, and the first second after it.
      Case("channels: [facebook]", "consent: AUTH-1", "publishDate: 2026-11-30T23:59:59Z", rules: []),
      Case("channels: [facebook]", "consent: AUTH-1", "publishDate: 2026-12-01T00:00:00Z", rules: ["consent/expired"]),
      Case("channels: [facebook]", "consent: AUTH-2", rules: []),
      Case("channels: [facebook]", "consent: AUTH-2", "publishDate: 2026-12-01T09:00:00Z", rules: ["consent/revoked"]),
      // What the draft says itself counts as well.
      Case(
        "channels: [facebook]", "consent: {ref: AUTH-1, expires: 2026-11-22}", rules: ["consent/expired"]),
      Case("channels: [facebook]", "consent: {ref: AUTH-1, expires: 2026-11-23}", rules: []),
      Case(
        "channels: [facebook]", "consent: {ref: AUTH-1, scope: {media: [photo]}}", rules: ["consent/scope"]),
      Case(
        "channels: [facebook]", "consent: {ref: AUTH-1, scope: {purposes: [fundraising]}}", rules: ["consent/scope"]),
      Case(
        "channels: [facebook]", "consent: {ref: AUTH-1, subject: minor, signer: self}",
        rules: ["consent/representative"]),
    ])
  func register(draft: Case) throws {
    let drafts = try DeclaredDrafts(consents: Self.register)
    let rules = try drafts.rules(["author: a", "about: patient"] + draft.declared, of: ["consent/"])
    #expect(rules == draft.rules)
  }

  @Test("without a register a bare reference is believed, a partial copy is not")
  func noRegister() throws {
    let head = ["author: a", "about: patient", "channels: [facebook]"]
    #expect(try DeclaredDrafts().rules(head + ["consent: AUTH-9"], of: ["consent/"]).isEmpty)
    let partial = try DeclaredDrafts().rules(head + ["consent: {ref: AUTH-9, signer: self}"], of: ["consent/"])
    #expect(partial == ["consent/incomplete"])
    let empty = try DeclaredDrafts(consents: "").rules(head + ["consent: AUTH-9"], of: ["consent/"])
    #expect(empty == ["consent/missing-reference"])
  }
}

import BuiltinRules
import Changes
import Drafts
import Policy
import Testing
import YAML

@Suite("what declarations change")
struct CheckDeclarationTests {
  private static let register = """
    AUTH-2026-0417:
      subject: adult
      scope: {channels: [facebook], purposes: [awareness], media: [text]}
      signed: 2026-01-02
      expires: 2027-01-02
    """
  private static let head = ["author: someone", "account: organization", "channels: [facebook]", "about: patient"]
  private static let consented = head + ["consent: AUTH-2026-0417"]
  private static let story = "My patient from Ballwin walks again since 12 October."

  private func rules(
    _ declared: [String], _ text: String = story, organisation: String = "version: 1", register: String? = register
  ) throws -> [String] {
    try DeclaredDrafts(consents: register, organisation: organisation).rules(
      declared, text, of: ["privacy/", "thread/", "consent/"])
  }

  @Test("a consent that holds makes one finding of a story")
  func story() throws {
    #expect(try rules(Self.consented) == ["privacy/consented-story"])
    let finding = try #require(
      try DeclaredDrafts(consents: Self.register).findings(Self.consented, Self.story, of: ["privacy/"]).first)
    #expect(finding.severity == .approve && Set(finding.roles) == ["comms-lead", "privacy-officer"])
    #expect(finding.message.contains("privacy/care-date"))
  }

  @Test(
    "without one, or with one that does not hold, every finding stays",
    arguments: [
      (head, register), (head + ["deidentified: true"], register), (head + ["consent: AUTH-2026-0471"], register),
      (consented, register.replacing("expires: 2027-01-02", with: "expires: 2026-03-02")),
      (consented, register + "\n  revoked: 2026-05-02"),
      (consented, register.replacing("[facebook]", with: "[instagram]")),
      (consented, register.replacing("media: [text]", with: "media: [photo]")),
    ])
  func noConsent(declared: [String], register: String) throws {
    let rules = try rules(declared, register: register)
    #expect(rules.contains("privacy/care-date") && rules.contains("privacy/patient-anecdote"))
  }

  @Test("outside a repository the draft's own copy counts, a bare reference does not")
  func ownCopy() throws {
    #expect(try rules(Self.consented, register: nil).contains("privacy/care-date"))
    let copy =
      "consent: {ref: AUTH-1, subject: adult, signer: self, signed: 2026-01-02, expires: 2027-01-02, "
      + "scope: {channels: [facebook], purposes: [awareness], media: [text]}}"
    #expect(try rules(Self.head + [copy], register: nil) == ["privacy/consented-story"])
  }

  @Test("a consent does not cover numbers, nor what the organisation made stricter")
  func uncovered() throws {
    let number = Self.story + " Her MRN is 00482913."
    #expect(try rules(Self.consented, number) == ["privacy/consented-story", "privacy/record-number"])
    let strict = try rules(Self.consented, organisation: "version: 1\nraise: {privacy/patient-anecdote: block}")
    #expect(strict == ["privacy/consented-story", "privacy/patient-anecdote"])
  }

  @Test(
    "a claim answers its own sentence, with a source, and while it is fresh",
    arguments: [
      ("{text: cuts migraine days by 60 percent, source: \"doi:10.1000/1\", reviewed: 2026-09-01}", true),
      ("{text: Cuts migraine days by 60 percent, source: \"doi:10.1000/1\"}", true),
      ("{text: cuts migraine days by 60 percent}", false),
      ("{text: cuts migraine days by 50 percent, source: \"doi:10.1000/1\"}", false),
      ("{text: cuts migraine days by 60 percent, source: \"doi:10.1000/1\", reviewed: 2023-09-01}", false),
      ("{text: cuts migraine days by 60 percent, source: \"doi:10.1000/1\", expires: 2026-11-01}", false),
    ])
  func claims(claim: String, answers: Bool) throws {
    let declared = ["author: a", "channels: [facebook]", "about: none", "claims: [\(claim)]"]
    let rule = "clinical/statistic-without-source"
    func fires(_ organisation: String) throws -> Bool {
      try DeclaredDrafts(organisation: organisation).rules(
        declared, "Our app cuts migraine days by 60 percent.", of: [rule]) == [rule]
    }
    #expect(try fires("version: 1") != answers)
    #expect(try fires("version: 1\nraise: {\(rule): block}"))
  }

  @Test(
    "a hold stops everything but news of the crisis and what was out before it",
    arguments: [
      ("drafts/fair.md", [], true),
      ("drafts/fair.md", ["publishDate: 2026-12-01T09:00:00Z"], true),
      ("drafts/fair.md", ["kind: crisis"], false),
      ("published/fair.md", [], true),
      ("published/fair.md", ["publishDate: 2026-11-20T09:00:00Z"], true),
      ("published/fair.md", ["publishDate: 2026-11-20T07:00:00Z"], false),
      ("published/fair.md", ["kind: crisis"], false),
    ] as [(RepositoryPath, [String], Bool)])
  func crisisHold(path: RepositoryPath, declared: [String], isHeld: Bool) throws {
    let head = ["author: a", "channels: [facebook]", "about: none"] + declared
    func held(_ organisation: String) throws -> Bool {
      try !DeclaredDrafts(organisation: organisation).rules(head, path: path, of: ["corporate/crisis-hold"]).isEmpty
    }
    #expect(try held("version: 1\nhold: 2026-11-20T08:00:00Z") == isHeld)
    #expect(try !held("version: 1"))
  }

  @Test("rules are due on the day after their date, whatever the clock of the machine says")
  func review() throws {
    let rules = try BuiltinRules.ruleSet(packs: ["core"])
    let first = try #require(rules.rules.map(\.reviewBy).min())
    let day = try #require(CalendarDate(first)).daysSince1970
    func review(_ offset: Int) -> RuleReview {
      RuleReview(rules, now: Timestamp(secondsSince1970: (day + offset) * 86_400 + 86_399))
    }
    #expect(review(0).overdue.isEmpty && review(0).sentence == nil)
    let due = review(1)
    #expect(!due.overdue.isEmpty && due.overdue.allSatisfy { $0.reviewBy == first })
    #expect(due.sentence?.contains("by \(first)") == true)
  }
}

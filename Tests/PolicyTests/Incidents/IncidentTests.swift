import BuiltinRules
import Changes
import Drafts
import Testing

@testable import Policy

/// What happened to others must not happen here.
@Suite struct IncidentTests {
  private static let checker = Result {
    try Checker(ruleSet: BuiltinRules.ruleSet(packs: ["core", "au"]), organisation: .standard, directory: Directory())
  }

  private static func findings(_ text: String) throws -> [Finding] {
    let draft = try Draft.parse(bytes: Array(text.utf8), path: "drafts/incident.md")
    return try checker.get().assess(draft, now: Timestamp(secondsSince1970: 1_795_392_000)).findings
  }

  @Test("All thirty-nine are here, each once")
  func complete() {
    #expect(Incident.all.map(\.row) == Array(1...39))
  }

  @Test("Each gets the rules that should have caught it", arguments: Incident.all)
  func caught(incident: Incident) throws {
    let rules = Set(try Self.findings(incident.draft).map(\.rule))
    #expect(incident.rules.filter { !rules.contains($0) } == [])
  }

  @Test("A nurse who criticises her grandfather's care is not stopped")
  func protectedSpeech() throws {
    let incident = try #require(Incident.all.first { $0.row == 39 })
    #expect(try Self.findings(incident.draft).filter { $0.severity == .block }.map(\.rule) == [])
  }

  @Test("What any office posts every week sets nothing off", arguments: EverydayPosts.all)
  func everyday(text: String) throws {
    for account in ["organization", "personal"] {
      let head = ["---", "author: someone", "channels: [facebook]", "about: none", "account: \(account)"]
      let people = EverydayPosts.named.filter { text.contains($0) }.map { "  - {name: \($0), role: staff}" }
      let draft = (head + (people.isEmpty ? [] : ["people:"] + people) + ["---", text, ""]).joined(separator: "\n")
      let stopping = try Self.findings(draft).filter { $0.severity != .advise }
      #expect(stopping.map(\.rule) == [])
    }
  }
}

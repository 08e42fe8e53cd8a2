import Foundation
import TestSupport
import Testing

/// What rules do to drafts: `rules coverage` and `rules diff`.
struct RulesEffectTests {
  private static func draft(_ text: String) -> String {
    "---\nauthor: ada\nchannels: [x]\nabout: none\n---\n\(text)\n"
  }

  @Test("Coverage counts drafts, not findings, and names the rules that never fired")
  func coverage() throws {
    let workshop = try Workshop()
    try workshop.write("posts/a.md", Self.draft("That rusty robot. Another rusty robot."))
    try workshop.write("posts/b.md", Self.draft("A rusty robot came by."))
    try workshop.write("posts/c.md", Self.draft("Nothing here."))
    let run = try workshop.chaperone("rules", "coverage", "posts", "--rules", "rules", "--format", "json")
    #expect(run.status == 0, "\(run.error)")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let rules = try #require(object["rules"] as? [[String: Any]])
    let rust = try #require(rules.first { $0["id"] as? String == "tone/rust" })
    #expect(rust["drafts"] as? Int == 2)
    #expect(rust["findings"] as? Int == 3)
    #expect(rust["first"] as? String == "posts/a.md")
    let text = try workshop.chaperone("rules", "coverage", "posts", "--rules", "rules").output
    #expect(text.contains("Never fired:\n        contact/phone\n"))
    #expect(text.contains("3 drafts: "))
  }

  @Test("A rule change is seen on the drafts of the repository before it is committed")
  func diff() throws {
    let repository = try TemporaryRepository.setUp()
    try repository.write("drafts/robot.md", Self.draft("The shiny robot bakes a cake."))
    try repository.write("drafts/quiet.md", Self.draft("The library opens at nine."))
    try repository.git("add", "--all")
    try repository.git("commit", "--quiet", "--no-verify", "-m", "Draft")
    let none = try repository.chaperone("rules", "diff", "HEAD", ".chaperone/rules")
    #expect(none.status == 0, "\(none.output)\(none.error)")
    #expect(none.output == "2 drafts: 0 with another verdict, 0 with other findings only.\n")
    let rule = try #require(Workshop.rules.first { $0.path == "core/tone/rust.yaml" })
    try repository.write(
      ".chaperone/rules/core/tone/shine.yaml",
      rule.text.replacing("tone/rust", with: "tone/shine").replacing("[rusty ROBOT]", with: "shiny robot")
        .replacing("That ↓rusty robot↑ again.", with: "A shiny robot."))
    let changed = try repository.chaperone("rules", "diff", "HEAD", ".chaperone/rules")
    #expect(changed.status == 1, "\(changed.output)\(changed.error)")
    #expect(changed.output.hasPrefix("drafts/robot.md: clear → blocked\n    + tone/shine\n"))
    #expect(try repository.chaperone("rules", "diff", "HEAD", "nowhere").status == 2)
  }
}

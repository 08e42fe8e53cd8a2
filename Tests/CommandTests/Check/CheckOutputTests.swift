import Foundation
import TestSupport
import Testing

struct CheckOutputTests {
  private func posts() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write("posts/rust.md", DraftText.blocked)
    try workshop.write("posts/number.md", DraftText.withNumber)
    try workshop.write("posts/sub/clear.txt", "All gates are open.\n")
    try workshop.write("posts/sub.md", DraftText.head + "So a robot came by.\n\n---\n\nAnd beep it went.\n")
    try workshop.write("posts/.hidden/rust.md", DraftText.blocked)
    try workshop.write("posts/picture.png", "rusty robot")
    try workshop.write("posts/wrong.md", "---\nauthr: ada\n---\nText.\n")
    return workshop
  }

  @Test(arguments: ["text", "json", "jsonl"])
  func printsAFolder(format: String) throws {
    let workshop = try posts()
    let run = try workshop.chaperone("check", "--rules", "rules", "--format", format, "posts")
    #expect(run.status == 3)
    #expect(run.error == "")
    #expect(!run.output.contains("456"))
    try Golden.check(run.output, "check-folder-\(format)")
  }

  @Test func everyLineOfJSONLIsAnObjectInTheOrderOfTheFiles() throws {
    let run = try posts().chaperone("check", "--rules", "rules", "--format", "jsonl", "posts/")
    let paths = try run.output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["path"] as? String)
    }
    #expect(paths == ["posts/number.md", "posts/rust.md", "posts/sub.md", "posts/sub/clear.txt", "posts/wrong.md"])
  }

  @Test func pathsAreShownAsTheyWereGiven() throws {
    let workshop = try posts()
    let absolute = workshop.root.appending(path: "posts/rust.md").path
    for path in ["posts/rust.md", "./posts/rust.md", "posts/../posts/rust.md", absolute] {
      let run = try workshop.chaperone("check", "--rules", "rules", path)
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("\(path): blocked"))
    }
  }

  @Test func identifiersAreShownOnATerminalOrWhenAskedFor() throws {
    let workshop = try posts()
    let arguments = ["check", "--rules", "rules", "posts/number.md"]
    #expect(
      try !workshop.chaperone(arguments[0], arguments[1], arguments[2], arguments[3]).output.contains(DraftText.number))
    #expect(
      try workshop.chaperone(arguments[0], arguments[1], arguments[2], arguments[3], "--reveal").output
        .contains(DraftText.number))
    #expect(
      try workshop.chaperone(arguments[0], arguments[1], arguments[2], arguments[3], terminal: true).output
        .contains(DraftText.number))
  }

  @Test func entitiesAreTracedByPlaceWithoutText() throws {
    let run = try posts().chaperone("check", "--rules", "rules", "--trace", "--format", "jsonl", "posts/number.md")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let entities = try #require(object?["entities"] as? [[String: Any]])
    let phone = try #require(entities.first { $0["kind"] as? String == "phone" })
    let start = try #require((phone["start"] as? [String: Any])?["byte"] as? Int)
    let text = Array(DraftText.withNumber.utf8)[start...].prefix(DraftText.number.utf8.count)
    #expect(String(decoding: text, as: UTF8.self) == DraftText.number)
    #expect(!run.output.contains("456"))
  }

  @Test(arguments: [false, true])
  func individualsAreListedWithIdentifiersMasked(json: Bool) throws {
    let workshop = try posts()
    try workshop.write(
      "rules/lexicon/individuals.yaml", "pronouns: {female: [her]}\nfacts: {line: [\"<phone>\"], moment: [today]}\n")
    let format = json ? "jsonl" : "text"
    let run = try workshop.chaperone(
      "check", "--rules", "rules", "--individuals", "--format", format, "posts/number.md")
    #expect(!run.output.contains("456"))
    guard json else {
      #expect(run.output.contains("1  unknown, “her”, line 7"))
      #expect(run.output.contains("moment       “today”, line 7"))
      return
    }
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let people = try #require(object?["individuals"] as? [[String: Any]])
    #expect(people.map { $0["kind"] as? String } == ["unknown"])
    #expect(people.first?["attributes"] as? [String] == ["line", "moment"])
  }

  @Test func standardInputIsADraft() throws {
    let run = try Workshop().chaperone("check", "--rules", "rules", "-", input: "That rusty robot again.\n")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("-: blocked"))
  }

  @Test func packsNarrowTheRules() throws {
    let workshop = try Workshop()
    let all = try workshop.chaperone("check", "--rules", "rules", "-", input: "beep\n")
    let core = try workshop.chaperone("check", "--rules", "rules", "--packs", "uk", "-", input: "beep\n")
    #expect(all.output.contains("tone/beep"))
    #expect(!core.output.contains("tone/beep"))
    #expect(core.output.contains("3 rules (core)"))
  }

  @Test func timeIsSaidOnStandardError() throws {
    let run = try Workshop().chaperone("check", "--rules", "rules", "--timing", "-", input: "beep\n")
    #expect(run.error.contains("1 drafts, 5 bytes"))
    #expect(!run.output.contains(" ms"))
  }
}

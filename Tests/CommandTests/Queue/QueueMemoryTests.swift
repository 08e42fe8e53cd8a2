import Foundation
import TestSupport
import Testing

/// What the queue keeps from one call to the next never changes what it says.
@Suite("The memory of the queue")
struct QueueMemoryTests {
  private func memory(_ clinic: SignOffClinic) -> URL {
    clinic.repository.directory.appending(path: ".git/chaperone/queue")
  }

  /// The queue with what was kept, after making sure that it is the same without.
  private func queue(_ clinic: SignOffClinic, after what: String) throws -> String {
    func run() throws -> ProgramRun {
      try clinic.repository.run(BuiltPrograms.chaperone.path, ["queue", "--format", "jsonl"])
    }
    let warm = try run()
    try #require(FileManager.default.fileExists(atPath: memory(clinic).path))
    let again = try run()
    try FileManager.default.removeItem(at: memory(clinic))
    let cold = try run()
    #expect(warm.status == 0 && warm.output == cold.output && again.output == cold.output, "after \(what)")
    return cold.output
  }

  @Test func isAlwaysTheSameAsReadingAnew() throws {
    let consents = """
      AUTH-7: {subject: adult, scope: {channels: [facebook], purposes: [awareness], media: [text]}, \
      signed: 2026-01-02, expires: 2029-10-02}

      """
    let robot = SignOffClinic.robot
    let picture = DraftText.head.replacing(
      "about: none\n", with: "about: none\nattachments: [{file: media/a.png, alt: The gate, people: none}]\n")
    let reply = DraftText.head.replacing("about: none\n", with: "about: none\ninReplyTo: {file: drafts/parent.md}\n")
    let clinic = try SignOffClinic([
      "drafts/robot.md": robot, "drafts/open.md": DraftText.clear, "drafts/parent.md": DraftText.clear,
      "drafts/reply.md": reply + "So a robot came by.\n", "drafts/old/name.md": DraftText.clear + "Moved.\n",
      "published/told.md": DraftText.head.replacing("about: none\n", with: "about: none\nconsent: AUTH-7\n") + "Hi.\n",
      ".chaperone/consents.yaml": consents,
    ])
    let repository = clinic.repository
    var last = try queue(clinic, after: "nothing")
    #expect(!last.contains("told"))
    func expectChange(after what: String, _ change: () throws -> Void) throws {
      try change()
      let now = try queue(clinic, after: what)
      #expect(now != last, "\(what) changes something")
      last = now
    }
    func sign(_ name: String, _ arguments: String...) throws {
      try repository.git("config", "chaperone.identity", name)
      try repository.git("config", "chaperone.signingkey", clinic.keyFile(name))
      let run = try repository.run(BuiltPrograms.chaperone.path, arguments + ["--yes"])
      try #require(run.status == 0, "\(run.error)")
    }
    try expectChange(after: "an approval") { try sign("dana", "approve", "robot", "--role", "comms-lead") }
    try expectChange(after: "an objection") { try sign("kim", "object", "open", "--role", "legal", "-m", "Why?") }
    try expectChange(after: "an edit") { try clinic.edit("drafts/robot.md", robot + "\nThen it left.\n") }
    try expectChange(after: "an edit of the answered post") {
      try clinic.edit("drafts/parent.md", DraftText.clear + "All day.\n")
    }
    try expectChange(after: "a new draft") { try clinic.edit("drafts/new.md", DraftText.clear) }
    try expectChange(after: "a rename") {
      try repository.git("mv", "drafts/old/name.md", "drafts/name.md")
      try repository.commit("Rename")
    }
    try expectChange(after: "a deletion") {
      try repository.git("rm", "-q", "drafts/new.md")
      try repository.commit("Delete")
    }
    try expectChange(after: "a person without a role") {
      let people = try repository.read(".chaperone/people.yaml")
      try clinic.edit(
        ".chaperone/people.yaml", people.replacing("roles: legal\n", with: "roles: []\n"))
    }
    try expectChange(after: "a revoked consent") {
      try clinic.edit(
        ".chaperone/consents.yaml", consents.replacing("2029-10-02}", with: "2029-10-02, revoked: 2026-05-01}"))
    }
    #expect(last.contains("told"))
    try expectChange(after: "a missing picture") { try clinic.edit("drafts/picture.md", picture + "Look.\n") }
    try expectChange(after: "the picture") { try clinic.edit("media/a.png", "not really a picture") }
    try expectChange(after: "another branch") {
      try repository.git("switch", "-q", "-c", "side", "HEAD~4")
    }
  }

  @Test func aChangeAndItsReversalAreSeen() throws {
    let clinic = try SignOffClinic(["drafts/open.md": DraftText.clear])
    let before = try queue(clinic, after: "nothing")
    #expect(before.contains("dana"))
    // dana changes the draft and takes that back: she has written it since, and cannot sign it.
    for text in [DraftText.clear + "More.\n", DraftText.clear] {
      try clinic.repository.write("drafts/open.md", text)
      try clinic.repository.stage()
      try clinic.repository.git(
        ["commit", "-q", "--no-verify", "-m", "Edit"],
        changes: ["GIT_AUTHOR_EMAIL": "dana@clinic.example", "GIT_COMMITTER_EMAIL": "dana@clinic.example"])
    }
    #expect(!(try queue(clinic, after: "dana's edits")).contains("dana"))
  }

  @Test(arguments: ["empty", "cut", "changed", "of another form"])
  func aDamagedMemoryIsNotUsed(_ damage: String) throws {
    let clinic = try SignOffClinic()
    let run = { try clinic.repository.run(BuiltPrograms.chaperone.path, ["queue", "--format", "jsonl"]) }
    let cold = try run()
    var bytes = Array(try Data(contentsOf: memory(clinic)))
    let middle = bytes.count / 2
    switch damage {
    case "empty": bytes = []
    case "cut": bytes = Array(bytes[..<middle])
    case "changed": bytes[middle] ^= 1
    default: bytes.replaceSubrange(0..<5, with: Array("other".utf8))
    }
    try Data(bytes).write(to: memory(clinic))
    let warm = try run()
    #expect(warm.status == 0 && warm.error == "" && warm.output == cold.output)
    #expect(Array(try Data(contentsOf: memory(clinic))) != bytes, "it is written anew")
  }

  @Test func theTimePassesForWhatWasKept() throws {
    let clinic = try SignOffClinic()
    let run = try clinic.run(as: "dana", "approve", "robot", "--role", "comms-lead", "--yes")
    try #require(run.status == 0)
    _ = try queue(clinic, after: "an approval")
    let later = Date().addingTimeInterval(31 * 86_400).formatted(.iso8601)
    let queue = try clinic.repository.run(
      BuiltPrograms.chaperone.path, ["queue", "--as-of", later, "--state", "stale", "--format", "jsonl"])
    #expect(queue.output.contains(#""comms-lead":"stale""#))
  }
}

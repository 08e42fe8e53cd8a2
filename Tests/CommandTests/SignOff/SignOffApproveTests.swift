import Foundation
import TestSupport
import Testing

struct SignOffApproveTests {
  @Test func theLastSignatureSaysWhatIsNext() throws {
    let clinic = try SignOffClinic()
    let first = try clinic.run(as: "dana", "approve", "drafts/robot.md", "-m", "Reads well.", "--yes")
    #expect(first.status == 0, "\(first.error)")
    try Golden.check(clinic.stable(first.output), "approve-first")
    let second = try clinic.run(as: "lee", "approve", "robot", "--yes")
    #expect(second.status == 0, "\(second.error)")
    #expect(second.output.contains("Everything it needs is signed. Next: chaperone publish drafts/robot.md"))
    #expect(try clinic.records == 2)
    let log = try clinic.repository.git("log", "-1", "--format=%B", "chaperone/ledger")
    #expect(
      log.contains("Chaperone-Approval: v1 approve repo=6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10 draft=robot role=legal"))
    #expect(log.contains("Approved-by: Lee Moreau <lee@clinic.example> (legal)"))
  }

  /// Who asks for what, the exit status, and what the message has to say.
  static let refusals: [(name: String, arguments: [String], status: Int32, words: String)] = [
    ("ada", ["drafts/robot.md"], 1, "ada made drafts/robot.md and cannot approve it; somebody else has to"),
    ("omar", ["drafts/robot.md"], 1, "nothing is asked of omar for drafts/robot.md: it waits for comms-lead"),
    (
      "omar", ["drafts/robot.md", "--role", "clinical-lead"], 1,
      "does not ask for clinical-lead; it asks for comms-lead, legal"
    ),
    ("lee", ["drafts/robot.md", "--role", "comms-lead"], 1, "lee does not hold the role comms-lead now"),
    ("lee", ["drafts/robot.md", "--role", "No Role"], 2, "“No Role” is no role"),
    ("kim", ["drafts/robot.md"], 2, "kim can sign this as comms-lead, legal. Say which."),
    ("dana", ["drafts/rust.md"], 1, "drafts/rust.md is blocked: no signature clears that, only editing does"),
    ("dana", ["drafts/nowhere.md"], 2, "drafts/nowhere.md is not there as committed"),
    ("dana", ["README"], 2, "drafts/README.md is not there as committed"),
    ("dana", ["../elsewhere.txt"], 2, "is no draft: drafts are .md files below drafts/"),
    ("dana", ["drafts/bare.md"], 1, "The file has no front matter"),
    ("nobody", ["drafts/robot.md"], 1, "chaperone.identity is “nobody”, which is not in .chaperone/people.yaml"),
    ("dana", ["drafts/robot.md", "-m", "Call \(DraftText.number) first."], 1, "the note is not kept"),
  ]

  @Test(arguments: refusals)
  func eachRefusalHasItsMessage(name: String, arguments: [String], status: Int32, words: String) throws {
    let clinic = try SignOffClinic([
      "drafts/robot.md": SignOffClinic.robot, "drafts/rust.md": DraftText.blocked, "drafts/bare.md": "No gate today.\n",
    ])
    try clinic.repository.git("config", "chaperone.identity", name)
    try clinic.repository.git("config", "chaperone.signingkey", clinic.keyFile(name))
    let run = try clinic.repository.run(BuiltPrograms.chaperone.path, ["approve", "--yes"] + arguments)
    #expect(run.status == status)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(!run.error.contains(DraftText.number))
    #expect(try clinic.records == 0)
  }

  @Test func nobodySignsUnseen() throws {
    let clinic = try SignOffClinic()
    let run = try clinic.run(as: "dana", "approve", "drafts/robot.md")
    #expect(run.status == 2)
    #expect(run.error.contains("there is no terminal to ask on"))
    #expect(try clinic.records == 0)
  }

  @Test(arguments: [("y\n", 0, 1), ("yes\n", 0, 1), ("n\n", 1, 0), ("\n", 1, 0), ("yess\n", 1, 0)])
  func aTerminalIsAsked(answer: String, status: Int, records: Int) throws {
    let clinic = try SignOffClinic()
    let run = try clinic.run(as: "dana", "approve", "drafts/robot.md", input: answer, terminal: true)
    #expect(run.status == Int32(status), "\(run.output)")
    #expect(run.output.contains("Approve drafts/robot.md as comms-lead, signed by dana? [y/N]"))
    #expect(run.output.contains("Nothing was signed.") == (status == 1))
    #expect(try clinic.records == records)
  }

  @Test func aPictureIsLookedAtBeforeItIsSigned() throws {
    let text = DraftText.head.replacing(
      "about: none\n", with: "about: none\nattachments: [{file: media/gate.jpg, alt: A gate}]\n")
    let clinic = try SignOffClinic(["drafts/gate.md": text + "All gates are open.\n", "media/gate.jpg": "not really\n"])
    let shown = try clinic.run(as: "dana", "show", "gate", "--format", "json")
    let subject = try #require(shown.output.firstMatch(of: /"subject":"sha256:([0-9a-f]{8})/)).1
    let careless = try clinic.run(
      as: "dana", "approve", "gate", "--role", "comms-lead", input: "y\ny\n", terminal: true)
    #expect(careless.status == 1)
    #expect(careless.output.contains("media/gate.jpg, 11 bytes"))
    #expect(try clinic.records == 0)
    let run = try clinic.run(
      as: "dana", "approve", "gate", "--role", "comms-lead", input: "\(subject)\ny\n", terminal: true)
    #expect(run.status == 0, "\(run.output)")
    #expect(try clinic.records == 1)
  }

  @Test func signingTwiceIsNotNeeded() throws {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "dana", "approve", "robot", "--yes").status == 0)
    let again = try clinic.run(as: "dana", "approve", "robot", "--yes")
    #expect(again.status == 1)
    #expect(again.error.contains("dana has signed drafts/robot.md as comms-lead already"))
    #expect(try clinic.records == 1)
  }

  @Test func severalDraftsAreOneCommitOfTheLedger() throws {
    let clinic = try SignOffClinic([
      "drafts/a.md": SignOffClinic.robot, "drafts/b.md": DraftText.head + "A robot here.\n",
    ])
    let run = try clinic.run(as: "lee", "approve", "a.md", "../drafts/b.md", "--yes", folder: "drafts")
    #expect(run.status == 0, "\(run.error)")
    #expect(try clinic.records == 2)
    #expect(try clinic.repository.git("rev-list", "--count", "chaperone/ledger") == "1")
  }

  @Test func whatIsOnDiskOnlyIsNotSigned() throws {
    let clinic = try SignOffClinic()
    try clinic.repository.write("drafts/robot.md", DraftText.head + "Another text.\n")
    let run = try clinic.run(as: "dana", "approve", "robot", "--yes")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.contains("drafts/robot.md was changed in your work tree"))
    #expect(run.output.contains("⟦a robot⟧1"))
    #expect(!run.output.contains("Another text"))
  }

  @Test func aKeyThatIsNotListedSignsNothing() throws {
    let clinic = try SignOffClinic()
    try clinic.makeKey("stranger")
    try clinic.repository.git("config", "chaperone.identity", "dana")
    try clinic.repository.git("config", "chaperone.signingkey", clinic.keyFile("stranger"))
    let run = try clinic.repository.chaperone("approve", "robot", "--yes")
    #expect(run.status == 1)
    #expect(run.error.contains("the signature would not count"))
    #expect(try clinic.records == 0)
  }

  /// The text of a refused note is nowhere in the object store, not even as a loose blob.
  @Test(arguments: ["approve", "object", "withdraw"])
  func aNoteWithANameIsNotStored(command: String) throws {
    let clinic = try SignOffClinic(["drafts/open.md": DraftText.head + "All gates are open.\n"], isBuiltIn: true)
    #expect(try clinic.run(as: "dana", "approve", "open", "--yes").status == 0)
    let before = try objects(clinic.repository)
    let note = "My patient Maria Alvarez missed her ultrasound again, so no."
    let name = command == "approve" ? "lee" : "dana"
    let run = try clinic.run(as: name, command, "open", "-m", note, "--yes")
    #expect(run.status == 1)
    #expect(run.error.contains("the note is not kept"))
    #expect(!(run.error + run.output).contains("Alvarez"))
    #expect(try objects(clinic.repository) == before)
    #expect(try clinic.records == 1)
  }

  private func objects(_ repository: TemporaryRepository) throws -> String {
    try repository.git("cat-file", "--batch-all-objects", "--batch-check")
  }

  @Test func nobodySignsBeforeTheRolesThatGoFirst() throws {
    let clinic = try SignOffClinic()
    let text = try String(
      contentsOf: clinic.repository.directory.appending(path: ".chaperone/policy.yaml"), encoding: .utf8)
    try clinic.edit(".chaperone/policy.yaml", text + "roles: {legal: {after: [comms-lead]}}\n")
    let early = try clinic.run(as: "lee", "approve", "robot", "--yes")
    #expect(early.status == 1)
    #expect(
      early.error.contains("legal signs drafts/robot.md after comms-lead, who has not signed yet"), "\(early.error)")
    #expect(early.error.contains("dana, kim"))
    #expect(try clinic.records == 0)
    #expect(try clinic.run(as: "dana", "approve", "robot", "--yes").status == 0)
    #expect(try clinic.run(as: "lee", "approve", "robot", "--yes").status == 0)
  }
}

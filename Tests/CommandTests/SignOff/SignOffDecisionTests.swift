import Foundation
import TestSupport
import Testing

/// Objecting, taking back, and what `show` says of it.
struct SignOffDecisionTests {
  @Test func anObjectionStopsAndIsLifted() throws {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "dana", "approve", "robot", "--yes").status == 0)
    let objection = try clinic.run(as: "lee", "object", "robot", "-m", "Ask the gate first.", "--yes")
    #expect(objection.status == 0, "\(objection.error)")
    #expect(clinic.stable(objection.output).contains("lee objects to version SHORT as legal"))
    let stopped = try clinic.run(as: "ada", "show", "robot")
    try Golden.check(clinic.stable(stopped.output), "show-objected")
    #expect(try clinic.run(as: "kim", "approve", "robot", "--role", "legal", "--yes").status == 0)
    #expect(try clinic.run(as: "ada", "publish", "robot").status == 1)
    let lifted = try clinic.run(as: "lee", "withdraw", "robot", "-m", "The gate agrees.", "--yes")
    #expect(lifted.status == 0, "\(lifted.error)")
    #expect(lifted.output.contains("lee took back 1 record as legal"))
    #expect(lifted.output.contains("Everything it needs is signed"))
  }

  static let refusals: [(name: String, arguments: [String], status: Int32, words: String)] = [
    ("lee", ["object", "robot", "-m", "  "], 2, "An objection needs a reason"),
    ("lee", ["object", "robot"], 2, "--message"),
    ("lee", ["object", "robot", "-m", "Call \(DraftText.number)."], 1, "the note is not kept"),
    ("lee", ["object", "robot", "--role", "comms-lead", "-m", "No."], 1, "lee does not hold the role comms-lead"),
    ("kim", ["object", "robot", "-m", "No."], 2, "kim can sign this as comms-lead, legal. Say which."),
    ("kim", ["withdraw", "robot"], 1, "kim has signed nothing for drafts/robot.md that could be taken back"),
    ("lee", ["withdraw", "RECORD"], 1, "the record is dana's, signed as comms-lead"),
    ("dana", ["withdraw", "robot", "--role", "legal"], 1, "dana has signed nothing as legal"),
    ("dana", ["withdraw", "0123456789abcdef"], 2, "is not there as committed"),
  ]

  @Test(arguments: refusals)
  func eachRefusalHasItsMessage(name: String, arguments: [String], status: Int32, words: String) throws {
    let clinic = try SignOffClinic()
    let signed = try clinic.run(as: "dana", "approve", "robot", "--yes")
    let record = try #require(signed.output.firstMatch(of: /record ([0-9a-f]{12})/)).1
    try clinic.repository.git("config", "chaperone.identity", name)
    try clinic.repository.git("config", "chaperone.signingkey", clinic.keyFile(name))
    let run = try clinic.repository.run(
      BuiltPrograms.chaperone.path, arguments.map { $0 == "RECORD" ? String(record) : $0 } + ["--yes"])
    #expect(run.status == status)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(!run.error.contains(DraftText.number))
    #expect(try clinic.records == 1)
  }

  @Test func oneRecordIsTakenBackByItsDigits() throws {
    let clinic = try SignOffClinic()
    let signed = try clinic.run(as: "dana", "approve", "robot", "--yes")
    let record = try #require(signed.output.firstMatch(of: /record ([0-9a-f]{12})/)).1
    let run = try clinic.run(as: "dana", "withdraw", String(record), "--yes")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("It waits for comms-lead (dana, kim); legal (kim, lee)."))
    let shown = try clinic.run(as: "ada", "show", "robot")
    #expect(shown.output.contains("WITHDRAWN (comms-lead): dana has taken the signature back."))
  }

  @Test func aColleagueOfTheSameRoleLiftsAnObjection() throws {
    let clinic = try SignOffClinic()
    let objected = try clinic.run(as: "lee", "object", "robot", "-m", "Not yet.", "--yes")
    let record = try #require(objected.output.firstMatch(of: /record ([0-9a-f]{12})/)).1
    let run = try clinic.run(as: "kim", "withdraw", String(record), "--yes")
    #expect(run.status == 0, "\(run.error)")
    #expect(!(try clinic.run(as: "ada", "show", "robot").output.contains("OBJECTED")))
  }

  @Test func anEditMakesASignatureStale() throws {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "dana", "approve", "robot", "-m", "Fine.", "--yes").status == 0)
    try clinic.edit("drafts/robot.md", SignOffClinic.robot + "\nOne more line.\n")
    let run = try clinic.run(as: "ada", "show", "robot")
    #expect(run.status == 0)
    try Golden.check(clinic.stable(run.output), "show-stale")
    let json = try clinic.run(as: "ada", "show", "robot", "--format", "json").output
    #expect(json.contains(#""role":"comms-lead","state":"stale","code":"STALE_CONTENT","whoseTurn":["dana","kim"]"#))
    #expect(json.contains(#""thisVersion":false,"problem":"STALE_CONTENT","note":"Fine.""#))
  }

  @Test func aRecordThatProvesNothingIsMarked() throws {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "dana", "approve", "robot", "--yes").status == 0)
    let signers = try clinic.repository.read(".chaperone/allowed_signers")
    let rest = signers.split(separator: "\n").filter { !$0.hasPrefix("dana ") }.joined(separator: "\n") + "\n"
    try clinic.repository.write(".chaperone/allowed_signers", rest)
    try clinic.repository.stage()
    try clinic.repository.commit("Take a key away")
    let run = try clinic.run(as: "ada", "show", "robot")
    #expect(run.output.contains("dana approved as comms-lead"))
    #expect(run.output.contains("does not count: UNKNOWN_KEY"))
    #expect(run.output.contains("comms-lead: missing"))
  }

  @Test func showMasksIdentifiersUnlessAsked() throws {
    let clinic = try SignOffClinic(["drafts/call.md": DraftText.withNumber])
    let run = try clinic.run(as: "ada", "show", "call")
    #expect(!run.output.contains(DraftText.number))
    #expect(run.output.contains("•⟦•••• ••••••••⟧1"), "\(run.output)")
    #expect(try clinic.run(as: "ada", "show", "call", "--reveal").output.contains("(⟦312) 456-7891⟧1"))
    let json = try clinic.run(as: "ada", "show", "call", "--format", "json")
    #expect(json.output.contains(#""verdict":"blocked""#))
    #expect(!json.output.contains(DraftText.number))
  }

  @Test func showReadsWhatIsStaged() throws {
    let clinic = try SignOffClinic()
    try clinic.repository.write("drafts/new.md", DraftText.clear)
    let unstaged = try clinic.run(as: "ada", "show", "new", "--staged")
    #expect(unstaged.status == 2)
    #expect(unstaged.error.contains("drafts/new.md is not there as staged"))
    #expect(try clinic.run(as: "ada", "show", "new").error.contains("only on disk; add and commit it first"))
    try clinic.repository.stage()
    #expect(try clinic.run(as: "ada", "show", "new").error.contains("only staged; commit it first"))
    #expect(try clinic.run(as: "ada", "show", "robt").error.contains("did you mean robot?"))
    let run = try clinic.run(as: "ada", "show", "new", "--staged")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("drafts/new.md (as staged): no rule fired that stops it"))
    #expect(run.output.contains("a second person: missing, can be signed by dana, kim, lee, omar"))
    try clinic.repository.write("drafts/bad.md", "---\nautor: ada\n---\nText.\n")
    try clinic.repository.stage()
    #expect(try clinic.run(as: "ada", "show", "bad", "--staged").status == 3)
  }
}

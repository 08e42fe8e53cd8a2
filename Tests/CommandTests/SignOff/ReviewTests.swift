import Foundation
import TestSupport
import Testing

/// Walking the queue: what is shown, what is signed, and what happens when something changes in between.
struct ReviewTests {
  private static let drafts = [
    "drafts/gate.md": DraftText.head + "So a robot opened the gate.\n",
    "drafts/robot.md": SignOffClinic.robot.replacing("2030", with: "2025"),
    "drafts/open.md": DraftText.head.replacing("2030", with: "2032") + "All gates are open.\n",
    "drafts/rust.md": DraftText.blocked,
  ]
  private static let prompt = "[a,o,s,d,q,?] "

  private func talk(
    as name: String, in clinic: SignOffClinic, _ arguments: String..., terminal: Bool = false
  ) throws -> Conversation {
    try clinic.repository.git("config", "chaperone.identity", name)
    try clinic.repository.git("config", "chaperone.signingkey", clinic.keyFile(name))
    return try clinic.repository.converse(
      BuiltPrograms.chaperone.path, ["review"] + arguments, terminal: terminal)
  }

  /// The manifest a page has shown, from its first line to the blank line after it.
  private func manifest(in page: String) throws -> [UInt8] {
    let lines = page.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.lastIndex(of: "  chaperone-subject v1"))
    return Array(lines[start...].prefix { $0.hasPrefix("  ") }.map { $0.dropFirst(2) + "\n" }.joined().utf8)
  }

  @Test(arguments: [false, true])
  func walksWhatWaitsAndSignsWhatWasShown(terminal: Bool) throws {
    let clinic = try SignOffClinic(Self.drafts)
    let talk = try talk(as: "dana", in: clinic, terminal: terminal)
    let first = try talk.wait(for: Self.prompt)
    #expect(first.contains("── 1 of 3 ──"))
    #expect(first.contains("drafts/robot.md (as committed): needs approval"), "what is due first comes first")
    try talk.say("a\n")
    let second = try talk.wait(for: Self.prompt)
    #expect(second.contains("drafts/robot.md: dana approved version"))
    #expect(second.contains("It waits for legal (kim, lee)."))
    #expect(second.contains("── 2 of 3 ──"))
    try talk.say("s\n")
    let third = try talk.wait(for: Self.prompt)
    #expect(third.contains("drafts/open.md"))
    #expect(third.contains("As comms-lead you are the second person"))
    try talk.say("q\n")
    let run = try talk.end()
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("3 drafts: 1 approved, 1 skipped, 1 not looked at."))
    #expect(run.output.contains("Your colleagues see it after: chaperone sync"))
    #expect(!run.output.contains("rust.md"), "nobody can sign what is blocked")
    #expect(try clinic.records == 1)
    // The digest in the record is that of the manifest on the page.
    let subject = try sha256(manifest(in: first), clinic)
    let log = try clinic.repository.git("log", "-1", "--format=%B", "chaperone/ledger")
    #expect(log.contains("draft=robot role=comms-lead by=dana subject=sha256:\(subject) "))
  }

  private func sha256(_ bytes: [UInt8], _ clinic: SignOffClinic) throws -> String {
    let run = try clinic.repository.run("sha256sum", input: String(decoding: bytes, as: UTF8.self))
    return String(run.output.prefix(64))
  }

  @Test func aWholeWalkOverAPipe() throws {
    let clinic = try SignOffClinic(Self.drafts)
    let run = try clinic.run(as: "lee", "review", input: "d\nx\no\n\no\nAsk the gate first.\na\ns\n")
    #expect(run.status == 0, "\(run.error)")
    try Golden.check(clinic.stable(run.output), "review-walk")
    #expect(try clinic.records == 2)
    let again = try clinic.run(as: "lee", "review", input: "")
    #expect(again.output.contains("── 1 of 1 ──"), "what was skipped comes again, what was signed does not")
    let nobody = try clinic.run(as: "ada", "review")
    #expect(nobody.status == 0)
    #expect(nobody.output == "Nothing waits for ada to sign.\n")
  }

  @Test(arguments: ["", "\n", "y\n", "yes\n", "approve it\n", "A B\n", "1\n", "\u{1B}[A\n", "ä\n", "aa\n"])
  func nothingButItsKeySigns(input: String) throws {
    let clinic = try SignOffClinic()
    let run = try clinic.run(as: "dana", "review", input: input)
    #expect(run.status == 0)
    #expect(run.output.contains("a  approve: sign exactly what is shown") == !input.isEmpty)
    #expect(run.output.hasSuffix("1 draft: 1 not looked at.\n"))
    #expect(try clinic.records == 0)
  }

  @Test(arguments: ["a\n", " A \n", "approve\n", "a"])
  func itsKeySigns(input: String) throws {
    let clinic = try SignOffClinic()
    let run = try clinic.run(as: "dana", "review", input: input)
    #expect(run.status == 0)
    #expect(try clinic.records == 1)
  }

  /// What somebody else does between showing and signing, and how it is told.
  static let changes: [(name: String, words: String, change: @Sendable (SignOffClinic) throws -> Void)] = [
    (
      "edit", "the draft was edited",
      {
        try $0.edit(
          "drafts/gate.md", try $0.repository.read("drafts/gate.md").replacing("opened the gate", with: "shut the gate")
        )
      }
    ),
    ("picture", "another picture or film goes with it", { try $0.edit("media/gate.jpg", "another one\n") }),
    (
      "parent", "the thread it answers has changed", { try $0.edit("drafts/first.md", DraftText.head + "Who, then?\n") }
    ),
    (
      "consent", "the consent it rests on has changed",
      { try $0.edit(".chaperone/consents.yaml", Self.consents.replacing("2029", with: "2028")) }
    ),
    (
      "rule", "what is asked for it has changed",
      {
        let rule = try $0.repository.read(".chaperone/rules/core/tone/robot.yaml")
        try $0.edit(".chaperone/rules/core/tone/robot.yaml", rule.replacing("That is not how", with: "This is not how"))
      }
    ),
    (
      "people", "the people or their keys have changed",
      { try $0.edit(".chaperone/people.yaml", SignOffClinic.people.replacing("Dana Whitfield", with: "Dana W.")) }
    ),
    (
      "decision", "somebody has decided about it",
      { clinic in
        #expect(try clinic.run(as: "lee", "object", "gate", "-m", "No.", "--role", "legal", "--yes").status == 0)
        try clinic.repository.git("config", "chaperone.identity", "dana")
        try clinic.repository.git("config", "chaperone.signingkey", clinic.keyFile("dana"))
      }
    ),
  ]
  private static let consents = """
    AUTH-1: {subject: adult, scope: {channels: [facebook], purposes: [awareness], media: [text]}, signed: 2026-01-02, expires: 2029-12-31}

    """

  @Test(arguments: changes.indices, [false, true])
  func whatChangedMeanwhileIsShownAgainAndNotSigned(index: Int, terminal: Bool) throws {
    let (_, words, change) = Self.changes[index]
    let text = DraftText.head.replacing(
      "about: none\n",
      with:
        "about: none\nconsent: AUTH-1\nattachments: [{file: media/gate.jpg, alt: A gate}]\ninReplyTo: {file: drafts/first.md}\n"
    )
    let clinic = try SignOffClinic([
      "drafts/gate.md": text + "So a robot opened the gate.\n", "drafts/first.md": DraftText.head + "Who?\n",
      "media/gate.jpg": "not really\n", ".chaperone/consents.yaml": Self.consents,
    ])
    let before = try clinic.records
    let talk = try talk(as: "dana", in: clinic, "gate", terminal: terminal)
    let shown = try talk.wait(for: Self.prompt)
    try change(clinic)
    let decided = try clinic.records
    try talk.say("a\n")
    let question = try talk.wait(for: "Look at it, then type ")
    #expect(question.contains("drafts/gate.md comes with a file"))
    let digest = try talk.wait(for: ": ").prefix(8)
    #expect(try sha256(manifest(in: shown), clinic).hasPrefix(String(digest)))
    try talk.say("\(digest)\n")
    let again = try talk.wait(for: "It is looked at again.")
    #expect(again.contains("Nothing was signed, because meanwhile"))
    #expect(again.contains(words), "\(again)")
    #expect(try clinic.records == decided)
    #expect(decided - before <= 1)
    try talk.wait(for: "[a,o,s,d,q,?] ")
    try talk.say("s\n")
    let run = try talk.end()
    #expect(run.status == 0)
    #expect(run.output.contains("1 draft: 1 skipped."))
    #expect(try clinic.records == decided)
  }

  @Test func aDraftThatIsGoneOrSettledIsPassedOver() throws {
    let clinic = try SignOffClinic(Self.drafts)
    let talk = try talk(as: "dana", in: clinic)
    try talk.wait(for: Self.prompt)
    #expect(try clinic.run(as: "kim", "approve", "gate", "--role", "comms-lead", "--yes").status == 0)
    try clinic.repository.git("config", "chaperone.identity", "dana")
    try talk.say("s\n")
    let next = try talk.wait(for: Self.prompt)
    #expect(next.contains("drafts/gate.md: nothing is asked of you any more."))
    #expect(next.contains("── 3 of 3 ──"))
    try talk.say("s\n")
    #expect(try talk.end().output.contains("3 drafts: 2 skipped, 1 that needs nothing of you any more."))
  }

  @Test func aDraftThatWasTakenAwayIsPassedOver() throws {
    let clinic = try SignOffClinic(Self.drafts)
    let talk = try talk(as: "dana", in: clinic)
    try talk.wait(for: Self.prompt)
    try clinic.repository.git("rm", "--quiet", "drafts/robot.md", "drafts/gate.md")
    try clinic.repository.commit("Take two away")
    try talk.say("a\n")
    let next = try talk.wait(for: Self.prompt)
    #expect(next.contains("Nothing was signed, because meanwhile it was taken away."))
    #expect(next.contains("drafts/gate.md is not there as committed"))
    #expect(next.contains("drafts/open.md (as committed)"))
    let run = try talk.end()
    #expect(run.status == 0)
    #expect(try clinic.records == 0)
    #expect(try clinic.run(as: "dana", "review", "robot").status == 2)
  }

  @Test func whoHoldsSeveralRolesIsAsked() throws {
    let clinic = try SignOffClinic()
    let wrong = try clinic.run(as: "kim", "review", input: "a\n3\na\nclinical-lead\na\n\n")
    #expect(wrong.output.contains("Sign as 1 comms-lead, 2 legal?"))
    #expect(try clinic.records == 0)
    let run = try clinic.run(as: "kim", "review", input: "a\n2\n")
    #expect(run.output.contains("drafts/robot.md: kim approved version"))
    #expect(run.output.contains("as legal"))
    #expect(run.output.contains("1 draft: 1 approved."))
    #expect(try clinic.records == 1)
    #expect(try clinic.run(as: "kim", "review").output == "Nothing waits for kim to sign.\n")
    #expect(try clinic.run(as: "dana", "review", "--role", "legal").output == "Nothing waits for dana to sign.\n")
  }

  @Test func aNoteThatSaysTooMuchIsAskedForAgain() throws {
    let clinic = try SignOffClinic()
    let run = try clinic.run(
      as: "lee", "review", input: "o\nCall \(DraftText.number) first.\nAsk the gate first.\n")
    #expect(run.output.contains("the note is not kept"))
    #expect(!run.output.contains(DraftText.number))
    #expect(run.output.contains("lee objects to version"))
    #expect(run.output.contains("1 draft: 1 objected to."))
    #expect(try clinic.records == 1)
  }

  @Test func withoutAKeyItSaysSoFirst() throws {
    let clinic = try SignOffClinic()
    try clinic.repository.git("config", "chaperone.identity", "dana")
    let run = try clinic.repository.chaperone("review")
    #expect(run.status == 1)
    #expect(run.error.contains("there is no key to sign with; run `chaperone identity init`"))
    try clinic.makeKey("stranger")
    try clinic.repository.git("config", "chaperone.signingkey", clinic.keyFile("stranger"))
    let stranger = try clinic.repository.run(BuiltPrograms.chaperone.path, ["review"], input: "a\nq\n")
    #expect(stranger.output.contains("Nothing was signed: the signature would not count"))
    #expect(stranger.output.contains("1 draft: 1 not looked at."))
    #expect(try clinic.records == 0)
  }

  /// Ctrl-C, wherever it comes, leaves what was signed and nothing else.
  @Test(arguments: ["", "a\n", "o\n"])
  func ctrlCLeavesAWholeState(before: String) throws {
    let clinic = try SignOffClinic(Self.drafts)
    let talk = try talk(as: "dana", in: clinic, terminal: true)
    try talk.wait(for: Self.prompt)
    if before == "a\n" {
      try talk.say(before)
      try talk.wait(for: Self.prompt)
    } else if before == "o\n" {
      try talk.say(before)
      try talk.wait(for: "(Empty: back) ")
    }
    try talk.say("\u{3}")
    let run = try talk.end()
    #expect(run.status != 0)
    #expect(try clinic.records == (before == "a\n" ? 1 : 0))
    #expect(try clinic.repository.run("git", ["fsck", "--strict"]).status == 0)
    #expect(try clinic.repository.git("status", "--porcelain").isEmpty)
    let after = try clinic.run(as: "dana", "review", input: "q\n")
    #expect(after.status == 0)
    #expect(after.output.contains(before == "a\n" ? "── 1 of 2 ──" : "── 1 of 3 ──"))
  }

  /// A second key pressed by a slip is no answer to a draft that was not on the screen yet.
  @Test func whatIsTypedAheadSignsNothing() throws {
    let clinic = try SignOffClinic(Self.drafts)
    let talk = try talk(as: "dana", in: clinic, terminal: true)
    try talk.wait(for: Self.prompt)
    try talk.say("a\na\na\n")
    let next = try talk.wait(for: Self.prompt)
    #expect(next.contains("drafts/robot.md: dana approved"))
    try talk.say("q\n")
    #expect(try talk.end().output.contains("3 drafts: 1 approved, 2 not looked at."))
    #expect(try clinic.records == 1)
  }

  @Test func nobodyElseSignsWhatSomebodyWasShown() throws {
    let clinic = try SignOffClinic(Self.drafts)
    let talk = try talk(as: "dana", in: clinic)
    try talk.wait(for: Self.prompt)
    try clinic.repository.git("config", "chaperone.identity", "kim")
    try clinic.repository.git("config", "chaperone.signingkey", clinic.keyFile("kim"))
    try talk.say("a\n")
    let run = try talk.end()
    #expect(run.status == 1)
    #expect(run.error.contains("this clone is kim's now, and dana began the review; begin again"))
    #expect(try clinic.records == 0)
  }

  @Test func wherePeopleMayShareRolesEachIsAsked() throws {
    let clinic = try SignOffClinic()
    let policy = try clinic.repository.read(".chaperone/policy.yaml")
    try clinic.edit(".chaperone/policy.yaml", policy + "approvals: {samePerson: true}\n")
    let half = try clinic.run(as: "kim", "review", input: "a\n1\nq\n")
    #expect(
      half.output.hasSuffix("1 draft: 1 approved.\nYour colleagues see it after: chaperone sync\n"), "\(half.output)")
    #expect(try clinic.records == 1)
    let rest = try clinic.run(as: "kim", "review", input: "a\n")
    #expect(rest.output.contains("Everything it needs is signed."))
    #expect(try clinic.records == 2)
  }

  @Test func theEndOfInputIsQuit() throws {
    let clinic = try SignOffClinic(Self.drafts)
    let talk = try talk(as: "dana", in: clinic, terminal: true)
    try talk.wait(for: Self.prompt)
    try talk.say("\u{4}")
    let run = try talk.end()
    #expect(run.status == 0)
    #expect(run.output.contains("3 drafts: 3 not looked at."))
  }

  @Test func whatChangedSinceTheLastTimeComesFirst() throws {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "dana", "review", input: "a\n").status == 0)
    try clinic.edit("drafts/robot.md", SignOffClinic.robot.replacing("polite", with: "very polite"))
    let run = try clinic.run(as: "dana", "review", input: "q\n")
    let difference = try #require(run.output.firstRange(of: "  + It was {+very +}polite."))
    let text = try #require(run.output.firstRange(of: "│ It was very polite."))
    #expect(difference.lowerBound < text.lowerBound)
  }

  @Test func gitFindsIt() throws {
    let clinic = try SignOffClinic()
    let folder = clinic.repository.root.appending(path: "bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "git-chaperone"), withDestinationURL: BuiltPrograms.chaperone)
    try clinic.repository.git("config", "chaperone.identity", "dana")
    try clinic.repository.git("config", "chaperone.signingkey", clinic.keyFile("dana"))
    let path = folder.path + ":" + (clinic.repository.environment["PATH"] ?? "")
    let run = try clinic.repository.run("git", ["chaperone", "review"], input: "a\n", changes: ["PATH": path])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("1 draft: 1 approved."))
  }
}

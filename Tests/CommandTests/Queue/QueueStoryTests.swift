import Foundation
import TestSupport
import Testing

/// A whole week of a clinic, on real git and with real keys: what waits for whom, in every form.
///
/// ada writes; dana, kim and lee review for comms-lead and legal. One draft is signed, one objected to, one was edited
/// after it was signed, one is blocked, one is late, one is unreadable, and one published post lost its consent.
@Suite("The queue of a clinic")
struct QueueStoryTests {
  private static let consents = """
    AUTH-2026-7:
      subject: adult
      scope: {channels: [facebook], purposes: [awareness], media: [text]}
      signed: 2026-01-02
      expires: 2029-10-02
      revoked: REVOKED

    """

  /// Some hours after the last signature, and every date counted from the start: ages are the same in every run.
  private struct Week {
    let clinic: SignOffClinic
    let now: String

    func run(as name: String = "kim", _ arguments: String...) throws -> ProgramRun {
      try clinic.repository.git("config", "chaperone.identity", name)
      return try clinic.repository.run(
        BuiltPrograms.chaperone.path, ["queue", "--as-of", now] + arguments, changes: ["COLUMNS": "80"])
    }
  }

  private static func draft(_ text: String, author: String = "ada", goesOut: Date, _ more: String = "") -> String {
    """
    ---
    author: \(author)
    channels: [facebook]
    about: none
    publishDate: \(goesOut.formatted(.iso8601))
    \(more)---
    \(text)

    """
  }

  private static func week() throws -> Week {
    let start = Date()
    func hours(_ hours: Double) -> Date { start.addingTimeInterval(hours * 3600) }
    func draft(_ text: String, author: String = "ada", goesOut: Double = 253, _ more: String = "") -> String {
      Self.draft(text, author: author, goesOut: hours(goesOut), more)
    }
    func dated(_ date: Date) -> [String: String] {
      ["GIT_COMMITTER_DATE": "\(Int(date.timeIntervalSince1970)) +0000"]
    }
    let robot = "So a robot came by the gate."
    // What was signed and what was objected to go out at different times: both may be done within one second.
    let clinic = try SignOffClinic([
      "drafts/signed.md": draft(robot), "drafts/objected.md": draft(robot, goesOut: 253.5),
      "drafts/edited.md": draft(robot),
      "drafts/blocked.md": draft("That rusty robot again."), "drafts/waiting.md": draft("All gates are open."),
      "drafts/stranger.md": draft("The gates are new.", author: "zoe"),
      "drafts/broken.md": "---\nauthr: ada\n---\nHello\n",
      "published/told.md": draft("He waved at us.", "consent: AUTH-2026-7\n"),
      ".chaperone/consents.yaml": consents.replacing("REVOKED", with: hours(-75).formatted(.iso8601)),
    ])
    // All of this came five days ago, and two more drafts later.
    let repository = clinic.repository
    try repository.git(["commit", "--quiet", "--no-verify", "--amend", "--no-edit"], changes: dated(hours(-121)))
    for (path, age) in [("drafts/late.md", -50.0), ("drafts/fresh.md", -1)] {
      try repository.write(path, draft("The \(path.dropFirst(7).dropLast(3)) gate is open."))
      try repository.stage()
      try repository.git(["commit", "--quiet", "--no-verify", "-m", "Another"], changes: dated(hours(age)))
    }
    for (name, role) in [("dana", "comms-lead"), ("lee", "legal")] {
      for id in ["signed", "edited"] {
        let run = try clinic.run(as: name, "approve", id, "--role", role, "--yes")
        try #require(run.status == 0, "\(run.error)")
      }
    }
    let objection = try clinic.run(as: "kim", "object", "objected", "--role", "legal", "-m", "Which gate?", "--yes")
    try #require(objection.status == 0, "\(objection.error)")
    try repository.write("drafts/edited.md", draft("So a robot came by the other gate."))
    try repository.stage()
    try repository.git(["commit", "--quiet", "--no-verify", "-m", "Edit"], changes: dated(start))
    // Half an hour of slack for a slow machine: the signatures carry its clock.
    return Week(clinic: clinic, now: hours(2.5).formatted(.iso8601))
  }

  @Test func saysWhatWaitsForWhom() throws {
    let week = try Self.week()
    let all = try week.run()
    #expect(all.status == 0 && all.error == "")
    try Golden.check(week.clinic.stable(all.output), "queue")
    for name in ["ada", "dana", "kim", "lee", "omar"] {
      let mine = try week.run(as: name, "--mine")
      #expect(mine.status == 0 && mine.error == "")
      try Golden.check(week.clinic.stable(mine.output), "queue-mine-\(name)")
    }
    let digest = try week.run("--digest")
    #expect(digest.status == 0 && digest.error == "")
    let shown = week.clinic.stable(digest.output).replacing(/due \d{4}-\d\d-\d\d \d\d:\d\d UTC/, with: "due MOMENT")
    try Golden.check(shown, "queue-digest")
    // What a digest may not hold: a word of a draft, or what a rule matched.
    for word in ["robot", "rusty", "gate", "Which", "waved"] {
      #expect(!shown.lowercased().contains(word.lowercased()))
    }
  }

  @Test func showsWhatIsAskedFor() throws {
    let week = try Self.week()
    func ids(_ arguments: String...) throws -> [String] {
      try week.clinic.repository.git("config", "chaperone.identity", "kim")
      let run = try week.clinic.repository.run(
        BuiltPrograms.chaperone.path, ["queue", "--as-of", week.now, "--format", "jsonl"] + arguments)
      try #require(run.status == 0, "\(run.error)")
      return try run.output.split(separator: "\n").map { line in
        let item = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let keys = ["path", "id", "subject", "author", "state", "roles", "whoseTurn", "since", "due", "findings"]
        #expect(Set(item?.keys.map { $0 } ?? []) == Set(keys))
        return item?["id"] as? String ?? ""
      }
    }
    #expect(try ids("--ready") == ["signed"])
    #expect(try Set(ids("--overdue")) == ["told", "waiting", "stranger", "late"])
    #expect(try ids("--state", "stale") == ["edited"])
    #expect(try ids("--state", "objected", "--state", "unreadable").sorted() == ["broken", "objected"])
    #expect(try ids("--state", "published") == ["told"])
    #expect(try ids("--author", "zoe") == ["stranger"])
    #expect(try ids("--role", "legal") == ["edited"])
    #expect(try ids("--role", "privacy-officer").isEmpty)
    #expect(try ids("--mine", "--state", "needs-approval").sorted() == ["fresh", "late", "stranger", "waiting"])
  }

  @Test func theOtherFormsAreWhole() throws {
    let week = try Self.week()
    let page = try week.run("--format", "html")
    #expect(page.status == 0 && page.output.contains("<title>10 drafts in the queue, 4 late · Chaperone</title>"))
    #expect(page.output.contains("Consent AUTH-2026-7 ended on "))
    let table = try week.run("--format", "csv")
    #expect(table.output.components(separatedBy: "\r\n").count == 12)
    let calendar = try week.run("--format", "ics")
    #expect(calendar.output.components(separatedBy: "BEGIN:VEVENT").count == 10)
    let letters = try week.run("--digest", "--format", "jsonl")
    #expect(letters.output.split(separator: "\n").count == 5)
  }

  @Test func saysWhenNothingWaits() throws {
    let clinic = try SignOffClinic([:])
    let run = try clinic.run(as: "kim", "queue")
    #expect(run.status == 0 && run.output == "Nothing waits for anybody. Time for a cup of tea.\n" && run.error == "")
    let other = try SignOffClinic(["drafts/open.md": DraftText.clear])
    let mine = try other.run(as: "ada", "queue", "--mine")
    #expect(mine.output == "Nothing like that waits for you, ada. In all 1 draft waits.\n")
    let empty = try other.run(as: "ada", "queue", "--format", "csv", "--ready")
    #expect(empty.output.components(separatedBy: "\r\n").count == 2)
  }

  @Test func refusesWhatMeansNothing() throws {
    let clinic = try SignOffClinic([:])
    for arguments in [
      ["--state", "late"], ["--role", "A B"], ["--as-of", "noon"], ["--digest", "--format", "html"],
    ] {
      let run = try clinic.repository.run(BuiltPrograms.chaperone.path, ["queue"] + arguments)
      #expect(run.status == 2 && run.output == "", "\(arguments)")
    }
    try clinic.repository.git("config", "chaperone.identity", "nobody")
    let run = try clinic.repository.run(BuiltPrograms.chaperone.path, ["queue", "--mine"])
    #expect(run.status == 1 && run.error.contains("chaperone.identity is “nobody”"))
  }

  @Test func coloursOnlyATerminal() throws {
    let clinic = try SignOffClinic(["drafts/rust.md": DraftText.blocked])
    let run = try clinic.repository.run(
      BuiltPrograms.chaperone.path, ["queue"], changes: ["TERM": "xterm"], terminal: true)
    #expect(run.output.contains("\u{1B}[31mblocked\u{1B}[0m"))
    let plain = try clinic.repository.run(
      BuiltPrograms.chaperone.path, ["queue"], changes: ["TERM": "xterm", "NO_COLOR": "1"], terminal: true)
    #expect(plain.output.contains("blocked") && !plain.output.contains("\u{1B}["))
  }
}

import Foundation
import TestSupport
import Testing

/// Only what is approved leaves, in the tables that scheduling services take, and never with another text.
struct ExportTests {
  private static let head = """
    ---
    author: ada
    channels: [x, linkedin]
    about: none
    publishDate: 2030-12-01T09:30:00-06:00
    ---

    """
  private static let drafts = [
    "drafts/quotes.md": head + "All gates are open, says \"the gate\".\n\nFrom 8 to 4, every day.\n",
    "drafts/picture.md": head.replacing(
      "about: none\n",
      with: """
        about: none
        title: Gates
        hashtags: ["#OpenGates"]
        firstComment: Ask us.
        attachments: [{file: "media/the gate.jpg", alt: A green gate, people: none}]

        """) + "Our gate, in green.\n",
    "drafts/thread.md": head.replacing("-06:00", with: "-05:00") + "One gate.\n\n---\n\nTwo gates.\n",
    "drafts/mention.md": head + "@gatekeepers: all gates are open.\n",
    "drafts/variant.md": head.replacing("about:", with: "variants: {x: Short gate}\nabout:") + "A long gate.\n",
    "drafts/waiting.md": head + "So a robot opened the gate.\n",
    "drafts/past.md": head.replacing("2030", with: "2020") + "All gates were open.\n",
    "media/the gate.jpg": "not really\n",
  ]

  /// Everything signed that needs only a second person.
  private func signed() throws -> SignOffClinic {
    let clinic = try SignOffClinic(Self.drafts)
    let names = ["quotes", "picture", "thread", "mention", "variant", "past"]
    let run = try clinic.repository.run(
      "sh",
      [
        "-c",
        "git config chaperone.identity dana && git config chaperone.signingkey \"$1\" && shift && exec \"$@\"", "sh",
        clinic.keyFile("dana"), BuiltPrograms.chaperone.path, "approve", "--role", "comms-lead", "--yes",
      ] + names)
    #expect(run.status == 0, "\(run.error)")
    return clinic
  }

  @Test func aTableForBuffer() throws {
    let clinic = try signed()
    let run = try clinic.repository.chaperone(
      "export", "quotes", "picture", "variant", "--format", "csv-buffer", "--channel", "x", "--media-address",
      "https://media.example")
    #expect(run.status == 0, "\(run.error)")
    try Golden.check(run.output, "export-buffer", extension: "csv")
    #expect(
      run.error.contains(
        "drafts/picture.md: the table does not hold the alt text of its picture, its hashtags, its first comment, its title; add that by hand"
      ), "\(run.error)")
    #expect(run.error.contains("drafts/quotes.md as signed, version"))
  }

  @Test func aTableForHootsuite() throws {
    let clinic = try signed()
    let run = try clinic.repository.chaperone(
      "export", "quotes", "variant", "--format", "csv-hootsuite", "--channel", "x", "--utc-offset", "+01:00")
    #expect(run.status == 0, "\(run.error)")
    try Golden.check(run.output, "export-hootsuite", extension: "csv")
  }

  @Test func everythingForPrograms() throws {
    let clinic = try signed()
    let run = try clinic.repository.chaperone("export", "--format", "json")
    #expect(run.status == 0, "\(run.error)")
    try Golden.check(clinic.stable(run.output), "export-json", extension: "json")
    #expect(!run.output.contains("robot"), "what is not approved does not leave")
    #expect(!run.output.contains("were open"), "what went out is not scheduled again")
    #expect(run.error.contains("chaperone: 1 more that goes out later is not approved and left out.\n"))
    #expect(
      run.error.contains("drafts/thread.md goes out after"), "signatures count for a month, and it goes out in 2030")
    let past = try clinic.repository.chaperone("export", "past", "--format", "json")
    #expect(past.output.contains("were open"), "unless it is named")
    // The digest is the one that was signed.
    let shown = try clinic.run(as: "dana", "show", "thread", "--format", "json").output
    let subject = try #require(shown.firstMatch(of: /"subject":"(sha256:[0-9a-f]{64})"/)).1
    #expect(run.output.contains("\"id\":\"thread\",\"subject\":\"\(subject)\""))
  }

  @Test func anEditTakesADraftOut() throws {
    let clinic = try signed()
    try clinic.edit("drafts/quotes.md", Self.head + "All gates are shut.\n")
    let run = try clinic.repository.chaperone("export", "quotes", "--format", "json")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("drafts/quotes.md is not approved: it waits for a second person"))
    #expect(!(try clinic.repository.chaperone("export", "--format", "json").output.contains("shut")))
  }

  @Test func whatWasPublishedCanBeScheduled() throws {
    let clinic = try signed()
    #expect(try clinic.run(as: "dana", "publish", "quotes").status == 0)
    let run = try clinic.repository.chaperone("export", "quotes", "--format", "json")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("published/quotes.md"))
  }

  static let refusals: [(arguments: [String], status: Int32, words: String)] = [
    (
      ["waiting", "--format", "json"], 1,
      "drafts/waiting.md is not approved: it waits for comms-lead (dana, kim); legal (kim, lee)"
    ),
    (["quotes", "waiting", "--format", "csv-buffer", "--channel", "x"], 1, "nothing was exported"),
    (["thread", "--format", "csv-buffer", "--channel", "x"], 1, "is a thread of 2 posts there"),
    (
      ["mention", "--format", "csv-buffer", "--channel", "x"], 1,
      "begins with “@”, which a spreadsheet takes for a formula"
    ),
    (
      ["quotes", "--format", "csv-buffer", "--channel", "bluesky"], 1, "does not go to bluesky; it goes to x, linkedin"
    ),
    (["quotes", "--format", "csv-buffer"], 2, "A table is for one channel; these go to linkedin, x."),
    (["quotes", "thread", "--format", "csv-buffer", "--channel", "x"], 1, "different offsets from UTC"),
    (["quotes", "--format", "csv-buffer", "--channel", "x", "--utc-offset", "noon"], 2, "is no offset from UTC"),
    (["quotes", "--format", "json", "--channel", "x"], 2, "are for tables"),
    (["nowhere", "--format", "json"], 2, "drafts/nowhere.md is not there as committed"),
    (["quotes"], 2, "--format"),
    (["quotes", "--format", "xml"], 2, "xml"),
  ]

  @Test func whatDoesNotFitIsNamedAndNothingIsWritten() throws {
    let clinic = try signed()
    for (arguments, status, words) in Self.refusals {
      let run = try clinic.repository.run(BuiltPrograms.chaperone.path, ["export"] + arguments)
      #expect(run.status == status, "\(arguments)")
      #expect(run.output.isEmpty, "\(arguments)")
      #expect(run.error.contains(words), "\(arguments) \(run.error)")
    }
    let kept = try clinic.repository.chaperone(
      "export", "mention", "--format", "csv-buffer", "--channel", "x", "--keep-formulas")
    #expect(kept.status == 0)
    #expect(kept.output.contains("\r\n\"@gatekeepers: all gates are open.\","), "the text is what was signed")
  }
}

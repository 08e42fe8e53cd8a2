import Foundation
import TestSupport
import Testing

/// A draft as each channel will show it, and what changed since somebody signed or saw it.
struct ShowTests {
  /// A rule about lengths with limits that short examples reach.
  static let lengths = """
    id: platform/length
    severity: block
    level: field
    summary: A post is longer than its channel takes.
    authority: [House rule 8]
    message: It does not fit.
    remedy: Shorten it.
    since: 2026-11-23
    reviewBy: 2999-01-01
    check: text-length
    with: {x: 60, mastodon: 70, facebook: 500, youtube: 400, youtube-title: 20}
    examples:
      flag: [{draft: {channels: [x]}, text: "Open gates for everybody, every day of the week, and on Sundays as well."}]
      pass: ["Open gates."]

    """
  private static let rich = """
    ---
    author: ada
    channels: [facebook, x, youtube]
    about: none
    title: A robot at the gates of the garden
    publishDate: 2030-01-01T09:00:00Z
    hashtags: ["#OpenGates", robots]
    firstComment: Ask us.
    consent: AUTH-1
    variants:
      mastodon: ["So a robot came by: https://gates.org/a/very/long/address/that/counts/less", It beeps.]
    attachments:
      - {file: media/gate.jpg, alt: This robot waves, people: none}
      - {file: media/film.mp4, people: staff, captions: media/film.vtt, decorative: false}
    inReplyTo: {text: "Who came by?"}
    ---
    So a robot came by. More at https://gates.org/a/very/long/address/that/counts/less

    It was polite to everybody who was there on that day.

    ---

    It was polite.

    """
  private static let consents = """
    AUTH-1:
      subject: adult
      scope: {channels: [facebook, x], purposes: [awareness], media: [text, photo]}
      signed: 2026-01-02
      expires: 2029-12-31

    """
  private static let files = [
    ".chaperone/rules/core/platform/length.yaml": lengths, ".chaperone/consents.yaml": consents,
    "drafts/rich.md": rich, "media/gate.jpg": "not really\n", "media/film.mp4": "no film\n",
    "media/film.vtt": "WEBVTT\n",
  ]

  @Test func eachChannelIsShownAsItWillBe() throws {
    let clinic = try SignOffClinic(Self.files)
    let run = try clinic.run(as: "dana", "show", "rich")
    try Golden.check(clinic.stable(run.output), "show-channels")
    #expect(run.status == 1, "it is too long for x, and only editing helps")
    let json = try clinic.run(as: "dana", "show", "rich", "--format", "json").output
    #expect(json.contains(#"{"channel":"x","post":1,"count":106,"limit":60,"unit":"characters"}"#), "\(json)")
    #expect(json.contains(#"{"channel":"mastodon","post":1,"count":43,"limit":70,"unit":"characters"}"#), "\(json)")
  }

  @Test func whoSignedIsNotAskedAgain() throws {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "kim", "approve", "robot", "--role", "comms-lead", "--yes").status == 0)
    let run = try clinic.run(as: "ada", "show", "robot")
    #expect(run.status == 0)
    #expect(run.output.contains("comms-lead: granted by kim"))
    #expect(run.output.contains("legal: missing, can be signed by lee\n"))
  }

  @Test(arguments: [
    ("author: ada", "author: addy", "its author “addy” is not in people.yaml"),
    ("author: ada\n", "", "it names no author"),
  ])
  func anUnknownAuthorCostsASignatureAndItSaysSo(old: String, new: String, words: String) throws {
    let clinic = try SignOffClinic(["drafts/robot.md": SignOffClinic.robot.replacing(old, with: new)])
    let run = try clinic.run(as: "dana", "show", "robot")
    let text = run.output.replacing("\n  ", with: " ")
    #expect(text.contains("One more person has to sign because \(words)"), "\(run.output)")
    #expect(run.output.contains("one more person: missing, can be signed by dana, kim, lee, omar"))
    let signed = try clinic.run(as: "dana", "approve", "robot", "--role", "comms-lead", "--yes")
    #expect(signed.output.contains("because \(words)"), "\(signed.output)")
  }

  @Test func aCommitterNobodyKnowsCostsASignatureToo() throws {
    let clinic = try SignOffClinic()
    try clinic.repository.write("drafts/robot.md", SignOffClinic.robot + "More.\n")
    try clinic.repository.stage()
    try clinic.repository.git(
      ["commit", "--quiet", "--no-verify", "-m", "Edit"], changes: ["GIT_AUTHOR_EMAIL": "who@elsewhere.example"])
    let run = try clinic.run(as: "dana", "show", "robot")
    #expect(
      run.output.replacing("\n  ", with: " ").contains("it was committed with an address that people.yaml gives nobody")
    )
  }

  @Test func theStatusSaysWhetherThePolicyStopsIt() throws {
    let clinic = try SignOffClinic([
      "drafts/robot.md": SignOffClinic.robot, "drafts/rust.md": DraftText.blocked, "drafts/bare.md": "No gate today.\n",
      "drafts/odd.md": "---\nautor: ada\n---\nText.\n",
    ])
    #expect(try clinic.run(as: "dana", "show", "robot").status == 0)
    #expect(try clinic.run(as: "dana", "show", "rust").status == 1)
    #expect(try clinic.run(as: "dana", "show", "bare").status == 1)
    #expect(try clinic.run(as: "dana", "show", "odd").status == 3)
    #expect(try clinic.run(as: "dana", "show", "nowhere").status == 2)
    #expect(try clinic.run(as: "dana", "object", "robot", "-m", "Not yet.", "--yes").status == 0)
    #expect(try clinic.run(as: "dana", "show", "robot").status == 1)
  }

  @Test func whatChangedSinceISignedIsShownWordByWord() throws {
    let clinic = try SignOffClinic([
      "drafts/robot.md": DraftText.head + "So a robot came by the gate.\n\nIt was polite to all.\n\nOne.\n\nTwo.\n"
    ])
    #expect(try clinic.run(as: "dana", "show", "robot", "--since-mine").output.contains("dana has neither signed nor"))
    #expect(try clinic.run(as: "dana", "approve", "robot", "--yes").status == 0)
    let same = try clinic.run(as: "dana", "show", "robot", "--since-mine")
    #expect(clinic.stable(same.output).contains("Nothing has changed since you approved it as comms-lead on DAY."))
    try clinic.edit(
      "drafts/robot.md",
      DraftText.head.replacing("facebook", with: "facebook, x")
        + "So a robot came by the gate.\n\nIt was very polite to us. This robot can be reached on \(DraftText.number).\n\nOne.\n\nTwo.\n"
    )
    let run = try clinic.run(as: "dana", "show", "robot", "--since-mine")
    try Golden.check(clinic.stable(run.output), "show-since-mine")
    #expect(!run.output.contains(DraftText.number))
    let lee = try clinic.run(as: "lee", "show", "robot", "--since-mine")
    #expect(lee.output.contains("lee has neither signed nor been shown another version"))
  }

  @Test func whatChangedSinceISawIt() throws {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "lee", "show", "robot").status == 0)
    try clinic.edit("drafts/robot.md", SignOffClinic.robot.replacing("polite", with: "very polite"))
    let run = try clinic.run(as: "lee", "show", "robot", "--since-mine")
    #expect(clinic.stable(run.output).contains("Since it was shown to you on DAY, version SHORT"))
    #expect(run.output.contains("  + It was {+very +}polite."), "\(run.output)")
    #expect(try clinic.repository.git("status", "--porcelain").isEmpty, "nothing of it shows in the work tree")
    // Seeing the new version does not take away what it is compared with.
    #expect(try clinic.run(as: "lee", "show", "robot").status == 0)
    #expect(try clinic.run(as: "lee", "show", "robot", "--since-mine").output.contains("{+very +}"))
  }

  @Test func aSwappedPictureIsAChange() throws {
    let text = DraftText.head.replacing(
      "about: none\n", with: "about: none\nattachments: [{file: media/gate.jpg, alt: A gate}]\n")
    let clinic = try SignOffClinic(["drafts/gate.md": text + "So a robot.\n", "media/gate.jpg": "not really\n"])
    #expect(try clinic.run(as: "dana", "approve", "gate", "--yes").status == 0)
    // A commit that touches the draft itself is what its history knows it by.
    try clinic.repository.write("media/gate.jpg", "another one\n")
    try clinic.edit("drafts/gate.md", text + "So a robot!\n")
    let run = try clinic.run(as: "dana", "show", "gate", "--since-mine")
    #expect(run.output.contains("media/gate.jpg is another file now, 12 bytes"))
  }

  @Test func onATerminalWordsAreColouredInsteadOfBracketed() throws {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "dana", "approve", "robot", "--yes").status == 0)
    try clinic.edit("drafts/robot.md", SignOffClinic.robot.replacing("polite", with: "rude"))
    let run = try clinic.repository.run(
      BuiltPrograms.chaperone.path, ["show", "robot", "--since-mine"], changes: ["TERM": "xterm"], terminal: true)
    #expect(run.output.contains("It was \u{1B}[32mrude.\u{1B}[0m"), "\(run.output.debugDescription)")
    #expect(!run.output.contains("{+"))
  }
}

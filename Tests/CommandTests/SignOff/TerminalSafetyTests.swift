import Foundation
import TestSupport
import Testing

/// A draft is written by somebody else: nothing of it may steer the terminal of whoever looks at it.
struct TerminalSafetyTests {
  /// Clears the screen, sets the title, turns what follows around, and deletes what was printed before.
  private static let evil = "\u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}\u{2066}\u{8}\u{8}\u{200B}"
  /// The same as YAML writes it.
  private static let written = #"\e[2J\e]0;owned\a\x9b31m\u202e\u2066\b\b\u200b"#
  private static let draft = """
    ---
    author: "ada\(written)"
    channels: [facebook, "x\(written)"]
    about: none
    title: "Title \(written)"
    publishDate: 2030-01-01T09:00:00Z
    hashtags: ["#gate\(written)"]
    firstComment: "First \(written)"
    consent: "A\(written)"
    variants: {"threads\(written)": "For threads \(written)"}
    attachments: [{file: "media/gate.jpg", alt: "A gate \(written)"}]
    inReplyTo: {text: "Asked \(written)"}
    ---
    So a robot\(evil) came by ⟦the gate⟧7.

    """
  private static let nothing = draft.replacing(#"consent: "A\#(written)"\#n"#, with: "")

  static let commands: [[String]] = [
    ["check", "drafts/evil.md"], ["check", "--all"], ["check", "--format", "json", "--all"],
    ["check", "drafts/odd.md"],
    ["show", "evil"], ["show", "evil", "--format", "json"], ["show", "plain"], ["show", "odd"],
    ["show", "no\u{1B}[2J"],
    ["approve", "plain", "--role", "legal"], ["approve", "plain", "--role", "x\u{1B}[2J"], ["explain", "\u{1B}[2J"],
    ["approve", "robot", "--role", "legal", "-m", "Seen \u{1B}[2J\u{202E}"], ["object", "plain", "-m", "No.\u{9B}2J"],
    ["people", "list"], ["rules", "list"], ["publish", "plain"], ["verify", "HEAD~1..HEAD"], ["\u{1B}[2J"],
    ["check", "--\u{1B}[2J"], ["withdraw", "robot"],
    ["show", "plain", "--since-mine"], ["review"], ["review", "--role", "\u{1B}[2J"], ["queue"],
    ["export", "plain", "--format", "json"], ["export", "plain", "--format", "csv-buffer", "--channel", "\u{1B}[2J"],
  ]

  @Test(arguments: commands, [true, false])
  func nothingOfADraftSteersTheTerminal(arguments: [String], terminal: Bool) throws {
    // On a terminal a review takes no answer that was typed before it asks.
    if terminal, arguments[0] == "review" { return }
    let clinic = try SignOffClinic([
      "drafts/evil.md": Self.draft, "drafts/plain.md": Self.nothing, "media/gate.jpg": "not really\n",
      "drafts/robot.md": SignOffClinic.robot, "drafts/odd.md": "---\n\"a\\eutor\": ada\n---\nText \(Self.evil)\n",
      "drafts/\(Self.evil.replacing("/", with: "")).md": SignOffClinic.robot,
    ])
    let people = try clinic.repository.read(".chaperone/people.yaml")
    try clinic.repository.write(
      ".chaperone/people.yaml", people.replacing("Lee Moreau", with: #""Lee \e[2J Moreau""#))
    try clinic.repository.stage()
    try clinic.repository.commit("Names \(Self.evil)")
    try clinic.repository.git("config", "chaperone.identity", "lee")
    try clinic.repository.git("config", "chaperone.signingkey", clinic.keyFile("lee"))
    let yes = ["approve", "object", "withdraw"].contains(arguments[0]) ? ["--yes"] : []
    let run = try clinic.repository.run(
      BuiltPrograms.chaperone.path, arguments + yes, input: arguments[0] == "review" ? "d\n?\n\u{1B}[2J\nq\n" : "n\n",
      terminal: terminal)
    #expect(Self.unfit(run.outputBytes, terminal: terminal).isEmpty, "\(run.output.debugDescription)")
    #expect(Self.unfit(run.errorBytes, terminal: terminal).isEmpty, "\(run.error.debugDescription)")
    #expect(!(run.output + run.error).isEmpty)
  }

  @Test func aHookPrintsNothingThatSteers() throws {
    let clinic = try SignOffClinic()
    let installed = try clinic.repository.chaperone("hooks", "install")
    #expect(installed.status == 0, "\(installed.error)")
    try clinic.repository.write("media/gate.jpg", "not really\n")
    try clinic.repository.write("drafts/evil.md", Self.draft.replacing("a robot", with: "a rusty robot"))
    try clinic.repository.stage()
    let run = try clinic.repository.run("git", ["commit", "-m", "Evil \(Self.evil)"])
    #expect(run.status != 0)
    #expect(run.error.contains("tone/rust"))
    #expect(Self.unfit(run.errorBytes, terminal: false).isEmpty, "\(run.error.debugDescription)")
  }

  @Test func aMarkInTheTextIsNoMark() throws {
    let clinic = try SignOffClinic(["drafts/marks.md": DraftText.head + "A ⟦gate⟧1 and so a robot.\n"])
    let run = try clinic.run(as: "ada", "show", "marks")
    #expect(run.output.contains("A ⟨U+27E6⟩gate⟨U+27E7⟩1 and so ⟦a robot⟧1."))
  }

  /// The scalars of an output that a terminal would obey or reorder by.
  private static func unfit(_ bytes: [UInt8], terminal: Bool) -> [UInt32] {
    // What is typed is echoed by the terminal itself, and only line ends are in that.
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value).filter { value in
      switch value {
      case 0x0A: false
      case 0x0D: !terminal
      case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
      default: false
      }
    }
  }
}

import Foundation
import TestSupport
import Testing

/// Every kind of input that cannot be read says what it is, and nothing of it passes.
struct CheckBadInputTests {
  @Test(arguments: [
    ("---\nauthor: [ada\n---\nText.\n", "bad.md:3:", "not readable as YAML"),
    ("---\nauthr: ada\n---\nText.\n", "bad.md:2:1:", "did you mean \"author\"?"),
    ("---\nchannels: {x: y}\n---\nText.\n", "bad.md:2:11:", "found a mapping; expected a list"),
    ("---\nauthor: ada\nText without an end.\n", "bad.md:1:1:", "close it with a line of three dashes"),
    ("One\u{0}two three four five\n", "bad.md:1:4:", "NUL"),
  ])
  func aDraftThatCannotBeRead(text: String, place: String, message: String) throws {
    let workshop = try Workshop()
    try workshop.write("bad.md", text)
    let run = try workshop.chaperone("check", "bad.md")
    #expect(run.status == 3)
    #expect(run.output.contains(place))
    #expect(run.output.contains(message), "\(run.output)")
    #expect(run.output.contains("1 cannot be read."))
  }

  @Test(
    arguments: [
      ([0x52, 0, 0x75, 0, 0x73, 0, 0x74, 0, 0x0A, 0], "UTF-16 without a byte order mark"),
      ([0x52, 0xFF, 0x0A], "not UTF-8"),
      ([UInt8](repeating: 0x61, count: 2 << 20), "2097152 bytes"),
    ] as [([UInt8], String)])
  func bytesThatAreNoText(bytes: [UInt8], message: String) throws {
    let workshop = try Workshop()
    try workshop.write("bad.md", bytes)
    let run = try workshop.chaperone("check", "bad.md")
    #expect(run.status == 3)
    #expect(run.output.contains(message), "\(run.output)")
  }

  @Test(arguments: ["link.md", "."])
  func aLinkIsNotFollowed(argument: String) throws {
    let workshop = try Workshop()
    try workshop.write("elsewhere/clear.txt", "All gates are open.\n")
    let link = workshop.root.appending(path: "link.md").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "elsewhere/clear.txt")
    let run = try workshop.chaperone("check", argument)
    #expect(run.status == 3)
    #expect(run.output.contains("a symbolic link cannot be checked"))
  }

  @Test func aLinkToAFolderIsNamedAndNotFollowed() throws {
    let workshop = try Workshop()
    try workshop.write("elsewhere/rust.md", DraftText.blocked)
    try workshop.write("posts/clear.md", DraftText.clear)
    let link = workshop.root.appending(path: "posts/more").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../elsewhere")
    let run = try workshop.chaperone("check", "--rules", "rules", "posts")
    #expect(run.status == 0)
    #expect(run.error == "chaperone: posts/more is a link to a folder and was not followed.\n")
  }

  @Test(.enabled(if: canNameAFileInLatin1, "the file system takes only UTF-8"))
  func aNameThatIsNotUTF8IsNotPassedOver() throws {
    let workshop = try Workshop()
    let script = "mkdir posts; printf 'Text.' > posts/\"$(printf 'caf\\351')\".md"
    let made = try ProgramRun.run(
      "/bin/sh", ["-c", script], environment: workshop.repository.environment, directory: workshop.root)
    #expect(made.status == 0)
    let run = try workshop.chaperone("check", "posts")
    #expect(run.status == 3)
    #expect(run.output.contains("give it a name in UTF-8"), "\(run.output)")
  }

  private static var canNameAFileInLatin1: Bool {
    #if os(Linux)
    true
    #else
    false
    #endif
  }

  @Test func aReplyToAFileOutsideARepositoryIsNotPassedOver() throws {
    let workshop = try Workshop()
    try workshop.write("reply.md", "---\ninReplyTo: {file: drafts/first.md}\n---\nYes.\n")
    let run = try workshop.chaperone("check", "reply.md")
    #expect(run.status == 3)
    #expect(run.output.contains("can only be looked up inside the repository"), "\(run.output)")
  }

  @Test func aBrokenRuleSaysWhere() throws {
    let workshop = try Workshop()
    let rule = try #require(Workshop.rules.first)
    try workshop.write("rules/\(rule.path)", rule.text.replacing("remedy:", with: "remdy:"))
    let run = try workshop.chaperone("check", "--rules", "rules", "-", input: "Text.\n")
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.error.contains("core/tone/rust.yaml:7:1:"), "\(run.error)")
  }

  @Test(arguments: [
    (["check"], "is not in a git repository"), (["check", "nothing.md"], "there is no such file or folder"),
    (["check", "--bogus"], "Unknown option"), (["check", "--format", "xml", "-"], "xml"),
    (["check", "--staged", "--all"], "not several of them"), (["check", "--packs", "uss", "-"], "Did you mean us?"),
    (["check", "--rules", "empty", "-"], "holds no rule file"), (["rules", "lst"], "lst"),
    (["explain", "tone/rusty", "--rules", "rules"], "Did you mean tone/rust?"),
    (["explain"], "Missing expected argument"),
    (["hooks", "install"], "is not in a git repository"), (["init", "--profile", "duo"], "duo"),
    (["doctor"], "is not in a git repository"), (["rules", "update"], "is not in a git repository"),
  ])
  func wrongUsageEndsWithTwo(arguments: [String], message: String) throws {
    let workshop = try Workshop()
    try FileManager.default.createDirectory(
      at: workshop.root.appending(path: "empty"), withIntermediateDirectories: true)
    let run = try ProgramRun.run(
      BuiltPrograms.chaperone.path, arguments, environment: workshop.repository.environment, directory: workshop.root)
    #expect(run.status == 2, "\(run.error)")
    #expect(run.output == "")
    #expect(run.error.contains(message), "\(run.error)")
  }

  @Test func helpAndVersionAreAnswers() throws {
    let workshop = try Workshop()
    for arguments in [
      ["--help"], ["check", "--help"], ["rules", "test", "-h"], ["--version"], ["--generate-completion-script", "zsh"],
    ] {
      let run = try ProgramRun.run(
        BuiltPrograms.chaperone.path, arguments, environment: workshop.repository.environment, directory: workshop.root)
      #expect(run.status == 0)
      #expect(run.error == "")
      let expected = ["--version": "built-in rules", "--generate-completion-script": "#compdef chaperone"]
      #expect(run.output.contains(expected[arguments[0]] ?? "Examples:"))
    }
  }
}

import TestSupport
import Testing

/// The harness is what the other tests rely on.
struct HarnessTests {
  @Test(
    arguments: [
      ("plain", "plain", []), ("↓all↑", "all", [0..<3]), ("a ↓b↑ c ↓d↑", "a b c d", [2..<3, 6..<7]),
      ("↓a ↓b↑ c↑", "a b c", [0..<5, 2..<3]), ("é↓ü↑", "éü", [2..<4]), ("x↓↑y", "xy", [1..<1]),
      ("\\↓ \\↑ \\n", "↓ ↑ \\n", []),
    ] as [(String, String, [Range<Int>])])
  func readsMarkedText(marked: String, text: String, ranges: [Range<Int>]) {
    let result = MarkedText(marked)
    #expect(result.text == text)
    #expect(result.ranges == ranges)
    if !text.contains("↓") { #expect(MarkedText.mark(text, ranges) == marked) }
  }

  @Test func differencesShowWhatCannotBeSeen() {
    let difference = Golden.difference("same\nold \nend\n", "same\nnew\t\nend\n")
    #expect(difference == "  same\n- old·\n+ new→\n  end\n  ")
  }

  @Test func aTerminalIsATerminal() throws {
    let environment = ["PATH": "/usr/bin:/bin"]
    let script = "test -t 1 && echo terminal || echo pipe; exit 4"
    let inside = try ProgramRun.run("sh", ["-c", script], environment: environment, terminal: true)
    #expect(inside.output == "terminal\r\n")
    #expect(inside.status == 4)
    #expect(try ProgramRun.run("sh", ["-c", script], environment: environment).output == "pipe\n")
  }

  @Test func repositoriesAreTheSameInEveryRun() throws {
    let repository = try TemporaryRepository()
    try repository.write("a", "a\n")
    try repository.stage()
    #expect(try repository.commit("first") == "c2544c4a318fd7f1867ddd82204881cad8faafa3")
    #expect(try repository.git("status", "--porcelain").isEmpty)
  }
}

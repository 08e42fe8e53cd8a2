import Foundation
import TestSupport
import Testing

/// Completion in a shell, as the README says it.
struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func everyShellGetsItsScript(shell: String) throws {
    let workshop = try Workshop()
    let run = try workshop.chaperone("--generate-completion-script", shell)
    #expect(run.status == 0, "\(run.error)")
    for command in ["review", "queue", "export", "show"] { #expect(run.output.contains(command)) }
  }

  @Test(arguments: [("rev", "review"), ("exp", "export explain"), ("show --si", "--since-mine")])
  func bashCompletes(typed: String, completed: String) throws {
    let workshop = try Workshop()
    let script = try workshop.chaperone("--generate-completion-script", "bash")
    try workshop.write("completion.bash", script.output)
    let words = ["chaperone"] + typed.split(separator: " ").map(String.init)
    let line = words.joined(separator: " ")
    let run = try workshop.repository.run(
      "bash",
      [
        "-c",
        """
        . "$1"; COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); COMP_LINE='\(line)'; COMP_POINT=\(line.utf8.count)
        _chaperone chaperone "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; echo "${COMPREPLY[@]}"
        """, "bash", workshop.root.appending(path: "completion.bash").path,
      ])
    #expect(run.status == 0, "\(run.error)")
    let found = Set(run.output.split(whereSeparator: \.isWhitespace))
    #expect(found == Set(completed.split(separator: " ")), "\(run.output)")
  }
}

import Foundation
import TestSupport
import Testing

struct SignOffHelpTests {
  @Test(
    arguments: [
      ["approve"], ["review"], ["export"], ["object"], ["withdraw"], ["show"], ["publish"], ["verify"], ["sync"],
      ["identity", "init"],
      ["people"], ["people", "add"], ["people", "list"], ["people", "revoke"],
    ])
  func helpShowsHowItIsUsed(command: [String]) throws {
    let repository = try TemporaryRepository()
    let run = try repository.run(BuiltPrograms.chaperone.path, command + ["--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Examples:\n  chaperone " + command.joined(separator: " ")))
  }

  /// Nothing is written, and nobody is asked, where there is no set-up yet.
  @Test(arguments: ["approve", "object", "withdraw", "show", "publish", "review", "export"])
  func withoutAPolicyNothingIsDecided(command: String) throws {
    let repository = try TemporaryRepository()
    let words = [command, "drafts/a.md"] + (command == "object" ? ["-m", "No."] : [])
    let arguments =
      words + (["approve", "object", "withdraw"].contains(command) ? ["--yes"] : [])
      + (command == "export" ? ["--format", "json"] : [])
    let empty = try repository.run(BuiltPrograms.chaperone.path, arguments)
    #expect(empty.status == 1)
    #expect(empty.error.contains("nothing is committed yet"))
    try repository.commit("Empty")
    let bare = try repository.run(BuiltPrograms.chaperone.path, arguments)
    #expect(bare.status == 3)
    #expect(bare.error.contains(".chaperone/policy.yaml is missing"))
  }
}

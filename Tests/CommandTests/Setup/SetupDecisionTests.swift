import Gate
import TestSupport
import Testing

/// What set-up decides, without files.
struct SetupDecisionTests {
  private static let shim = HookShim.text(of: "pre-commit", program: "/opt/it's here/chaperone-hook") ?? ""

  @Test func aShimKnowsItsProgramWhateverThePath() {
    #expect(HookShim.isShim(Array(Self.shim.utf8), hook: "pre-commit"))
    #expect(!HookShim.isShim(Array(Self.shim.utf8), hook: "pre-push"))
    #expect(HookShim.program(in: Array(Self.shim.utf8)) == "/opt/it's here/chaperone-hook")
    #expect(HookShim.text(of: "post-commit", program: "/x") == nil)
  }

  @Test(arguments: HookInvocation.names)
  func everyShimIsSoundShell(hook: String) throws {
    let text = try #require(HookShim.text(of: hook, program: "/opt/it's here/chaperone-hook"))
    #expect(!text.contains("@PROGRAM@"))
    let run = try ProgramRun.run("/bin/sh", ["-n"], input: Array(text.utf8))
    #expect(run.status == 0, "\(run.error)")
  }

  @Test(
    arguments: [
      (nil, false, false, HookStep.write, HookStep.keep), (nil, false, true, .write, .restore),
      ("ours", true, false, .keep, .remove), ("ours", true, true, .keep, .restore),
      ("ours", false, false, .write, .remove),
      ("old", true, true, .write, .restore), ("other", true, false, .moveAndWrite, .foreign),
      ("other", false, true, .conflict, .foreign), ("", false, false, .moveAndWrite, .foreign),
    ] as [(String?, Bool, Bool, HookStep, HookStep)])
  func whatIsThereDecides(
    current: String?, isExecutable: Bool, hasEarlier: Bool, installing: HookStep, uninstalling: HookStep
  ) {
    let texts = ["ours": Self.shim, "old": Self.shim + "# older\n", "other": "#!/bin/sh\nexit 0\n", "": ""]
    let bytes = current.map { Array((texts[$0] ?? "").utf8) }
    let state = HookState(hook: "pre-commit", current: bytes, isExecutable: isExecutable, hasEarlier: hasEarlier)
    #expect(state.installing(Self.shim) == installing)
    #expect(state.uninstalling == uninstalling)
  }

  @Test func aRuleThatWentIsRemovedUnlessItWasEdited() throws {
    let first = RuleVendoring(present: [:], list: nil, force: false)
    let (path, change) = try #require(first.changes.first)
    #expect(change == .add)
    let text = try #require(first.text(of: path))
    var present: [String: [UInt8]] = [:]
    for (path, _) in first.changes { present[path] = Array((first.text(of: path) ?? "").utf8) }
    #expect(RuleVendoring(present: present, list: Array(first.list.utf8), force: false).changes.isEmpty)
    // What an earlier build wrote is in the list; what nobody wrote is somebody's own.
    let list = first.list.replacing(path, with: "core/old/gone.yaml")
    present["core/old/gone.yaml"] = Array(text.utf8)
    present["core/own/rule.yaml"] = Array("mine".utf8)
    present["local/own/rule.yaml"] = Array("mine".utf8)
    let next = RuleVendoring(present: present, list: Array(list.utf8), force: false)
    #expect(next.changes.map(\.path) == ["core/old/gone.yaml", "core/own/rule.yaml"])
    #expect(next.changes.map(\.change) == [.remove, .keepEdited])
  }

  @Test func aUUIDHasItsVersion() {
    #expect(StarterOptions.uuid([UInt8](repeating: 0xFF, count: 16)) == "ffffffff-ffff-4fff-bfff-ffffffffffff")
    #expect(StarterOptions.uuid([UInt8](repeating: 0, count: 16)) == "00000000-0000-4000-8000-000000000000")
  }
}

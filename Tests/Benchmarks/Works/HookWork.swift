import Foundation

/// What a person waits for at each commit.
enum HookWork {
  /// The hook alone against `git diff --cached --quiet`, and a whole commit with hooks against one without.
  static func rows(_ place: Workplace, drafts: Int, runs: Int) throws -> [Row] {
    try place.write(
      "drafts/2026/new.md", "---\nauthor: ada\nchannels: [x]\nabout: none\n---\nFlu clinic on Saturday.\n")
    try place.git("add", "drafts/2026/new.md")
    let hook = try Program(place.programs.hook, ["pre-commit"], in: place.folder)
    let diff = try Program("git", ["diff", "--cached", "--quiet"], in: place.folder)
    _ = try hook.run()
    var hookRuns = Measured(runs: [])
    var diffRuns = Measured(runs: [])
    // Turn by turn, so that both meet the same machine.
    for _ in 0..<runs {
      hookRuns.runs.append(try hook.run())
      diffRuns.runs.append(try diff.run(allowing: [1]))
    }
    var with = Measured(runs: [])
    var without = Measured(runs: [])
    for number in 0..<runs {
      for hooks in [true, false] {
        try place.write(
          "drafts/2026/new.md",
          "---\nauthor: ada\nchannels: [x]\nabout: none\n---\nFlu clinic on Saturday, notice \(number) \(hooks).\n")
        try place.git("add", "drafts/2026/new.md")
        let settings = hooks ? [] : ["-c", "core.hooksPath=/dev/null"]
        let cost = try Program("git", settings + ["commit", "--quiet", "-m", "Notice"], in: place.folder).run()
        if hooks { with.runs.append(cost) } else { without.runs.append(cost) }
      }
    }
    return [
      Row(
        work: "pre-commit hook, one staged draft", size: "\(drafts) drafts", cost: hookRuns,
        yardstick: "git diff --cached --quiet", yardstickCost: diffRuns, bar: "≤ 25 ms",
        isMet: hookRuns.median <= 0.025),
      Row(
        work: "git commit with all hooks", size: "\(drafts) drafts", cost: with, yardstick: "git commit without hooks",
        yardstickCost: without),
    ]
  }

  /// The hook in a repository whose rules are not those built in: with what an earlier hook compiled, and without.
  static func ownRules(_ place: Workplace, drafts: Int, runs: Int) throws -> [Row] {
    let rule = place.folder.appending(path: ".chaperone/rules/core/dignity/ridicule-patient.yaml")
    let text = try String(contentsOf: rule, encoding: .utf8)
    func commit(_ text: String) throws {
      try place.write(".chaperone/rules/core/dignity/ridicule-patient.yaml", text)
      try place.git("-c", "core.hooksPath=/dev/null", "commit", "--quiet", "-m", "Rules", "--", ".chaperone")
    }
    try commit("# Ours.\n" + text)
    try place.write(
      "drafts/2026/new.md", "---\nauthor: ada\nchannels: [x]\nabout: none\n---\nFlu clinic on Sunday.\n")
    try place.git("add", "drafts/2026/new.md")
    let hook = try Program(place.programs.hook, ["pre-commit"], in: place.folder)
    let cold = try hook.measure(min(runs, 3)) { try place.forget() }
    let warm = try hook.measure(runs)
    try commit(text)
    let size = "\(drafts) drafts"
    return [
      Row(work: "pre-commit hook, rules of one's own, nothing kept", size: size, cost: cold),
      Row(
        work: "pre-commit hook, rules of one's own", size: size, cost: warm, bar: "≤ 25 ms",
        isMet: warm.median <= 0.025),
    ]
  }
}

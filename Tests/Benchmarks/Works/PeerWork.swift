import Foundation

/// Other programs people run over text, on the same files; those that are not installed are left out.
///
/// So is proselint, which takes minutes for them.
enum PeerWork {
  private static let peers: [(name: String, arguments: [String], statuses: Set<Int32>)] = [
    ("rg", ["--count", "--ignore-case", "patient|stethoscope|hashtag|bed [0-9]+|stroke"], [0, 1]),
    ("typos", ["--format", "brief"], [0, 2]),
    ("detect-secrets", ["scan"], [0]),
    ("codespell", [], [0, 65]),
  ]

  /// The whole command over a folder of drafts, Chaperone's first.
  static func rows(_ folder: URL, drafts: Int, programs: Programs, runs: Int) throws -> [Row] {
    var generator = PostGenerator(seed: 3)
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<drafts {
      try Data(generator.draft(number).utf8).write(to: folder.appending(path: "post-\(number).md"))
    }
    let own = try Program(programs.chaperone, ["check", "--format", "jsonl", "."], in: folder)
      .measure(runs, allowing: [0, 1])
    var rows: [Row] = []
    for peer in peers where Program.locate(peer.name) != nil {
      let cost: Measured
      do {
        cost = try Program(peer.name, peer.arguments + ["."], in: folder).measure(runs, allowing: peer.statuses)
      } catch {
        // Another version takes other arguments; what was measured before is not lost for it.
        FileHandle.standardError.write(Data("bench: left out: \(error)\n".utf8))
        continue
      }
      rows.append(
        Row(
          work: "check of a folder", size: "\(drafts) drafts", cost: own, yardstick: peer.name, yardstickCost: cost))
    }
    if let run = try preCommit(folder.deletingLastPathComponent().appending(path: "pre-commit"), runs: runs) {
      rows.append(run)
    }
    return rows
  }

  /// What pre-commit needs for a hook that does nothing.
  private static func preCommit(_ folder: URL, runs: Int) throws -> Row? {
    guard Program.locate("pre-commit") != nil else { return nil }
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try Program("git", ["init", "--quiet"], in: folder).run()
    let settings = """
      repos:
        - repo: local
          hooks: [{id: nothing, name: nothing, entry: "true", language: system}]

      """
    try Data(settings.utf8).write(to: folder.appending(path: ".pre-commit-config.yaml"))
    _ = try Program("git", ["add", "--all"], in: folder).run()
    let cost = try Program("pre-commit", ["run"], in: folder).measure(runs)
    return Row(work: "pre-commit's own start, a hook that does nothing", size: "1 file", cost: cost)
  }
}

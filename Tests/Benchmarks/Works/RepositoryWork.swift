import Foundation

/// Everything in a repository: checking all of it, and the queue over it.
enum RepositoryWork {
  /// `check --all` against reading the same blobs by git, with and without what an earlier run left.
  static func checking(_ place: Workplace, runs: Int) throws -> [Row] {
    let ids = place.folder.appending(path: ".git/bench-ids")
    _ = try Program(
      "git", ["ls-tree", "-r", "--format=%(objectname)", "HEAD", "drafts/2026", "published/2026"], in: place.folder
    )
    .run(output: ids)
    let read = try Program("git", ["cat-file", "--batch"], in: place.folder, input: ids)
    let check = try Program(place.programs.chaperone, ["check", "--all", "--format", "jsonl"], in: place.folder)
    try equalWork(check, ids: ids, place)
    _ = try read.run()
    let reading = try read.measure(runs)
    let cold = try check.measure(runs, allowing: [0, 1]) { try place.forget() }
    let warm = try check.measure(runs, allowing: [0, 1])
    return [
      row("check --all, nothing kept", place.drafts, cold, reading),
      row("check --all again", place.drafts, warm, reading),
    ]
  }

  /// `queue`, with and without what an earlier run left.
  static func queueing(_ place: Workplace, records: Int, runs: Int) throws -> [Row] {
    let queue = try Program(place.programs.chaperone, ["queue", "--format", "jsonl"], in: place.folder)
    let cold = try queue.measure(runs) { try place.forget() }
    let warm = try queue.measure(runs)
    let large = place.drafts >= 100_000 && records >= 1_000_000
    let open = place.open == place.drafts ? "all" : "\(place.open)"
    func row(_ name: String, _ cost: Measured, _ bar: Double) -> Row {
      Row(
        work: name, size: "\(place.drafts) drafts, \(open) open, \(records) records", cost: cost,
        bar: "≤ \(bar) s, ≤ 500 MB",
        isMet: cost.median <= bar && cost.memory <= 500_000_000)
    }
    return [
      row("queue, nothing kept", cold, large ? 5 : 1), row("queue again", warm, 0.3),
    ]
  }

  private static func row(_ name: String, _ drafts: Int, _ cost: Measured, _ reading: Measured) -> Row {
    Row(
      work: name, size: "\(drafts) drafts", cost: cost, yardstick: "git cat-file --batch", yardstickCost: reading,
      bar: "≤ 2 ×", isMet: cost.median <= 2 * reading.median)
  }

  /// Both must look at the same drafts, or the comparison means nothing.
  private static func equalWork(_ check: Program, ids: URL, _ place: Workplace) throws {
    let output = place.folder.appending(path: ".git/bench-check")
    _ = try check.run(allowing: [0, 1], output: output)
    func lines(_ file: URL, where isCounted: (Substring) -> Bool) throws -> Int {
      try String(decoding: Data(contentsOf: file), as: UTF8.self).split(separator: "\n").count(where: isCounted)
    }
    let checked = try lines(output) { $0.contains("\"path\"") }
    let read = try lines(ids) { !$0.isEmpty }
    guard checked == read else { throw BenchFailure("check looked at \(checked) drafts, git at \(read)") }
  }
}

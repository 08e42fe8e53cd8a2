import Approvals
import Changes
import Foundation
import Gate

/// What the server does with a push.
enum VerifyWork {
  /// A push of published drafts with their ledger, against `ssh-keygen -Y verify` of one signature.
  static func rows(_ folder: URL, published: Int, records: Int, programs: Programs, runs: Int) throws -> [Row] {
    // A third of the drafts stays unsigned or blocked.
    let drafts = published * 3 / 2
    let place = try Workplace(folder, drafts: drafts, programs: programs)
    try place.fillLedger(records: records)
    try place.git("branch", "before")
    let signOff = try SignOff(place.repository(), environment: place.environment, now: Workplace.now)
    let paths = (0..<drafts).compactMap { RepositoryPath(place.path($0)) }
    let ready = try signOff.standings(of: paths).filter(\.isApproved).map(\.path).prefix(published)
    guard ready.count == published else { throw BenchFailure("only \(ready.count) drafts could be published") }
    for start in stride(from: 0, to: ready.count, by: 100) {
      let batch = Array(ready[start..<min(start + 100, ready.count)])
      let now = try SignOff(place.repository(), environment: place.environment, now: Workplace.now)
      _ = try now.publish(batch)
    }
    let verify = try Program(programs.chaperone, ["verify", "before..main", "--format", "json"], in: folder)
    let cost = try verify.measure(runs)
    let one = try keygen(folder, runs: runs)
    return [
      Row(
        work: "verify of a push", size: "\(ready.count) published drafts, \(records) records", cost: cost,
        yardstick: "ssh-keygen -Y verify, one signature", yardstickCost: one,
        rate: String(format: "%.2f ms a draft", cost.median * 1_000 / Double(max(ready.count, 1))), bar: "≤ 1 s",
        isMet: cost.median <= 1)
    ]
  }

  /// One signature made and verified by OpenSSH.
  private static func keygen(_ folder: URL, runs: Int) throws -> Measured {
    let scratch = folder.appending(path: ".git")
    let key = scratch.appending(path: "bench-key")
    let file = scratch.appending(path: "bench-text")
    let allowed = scratch.appending(path: "bench-allowed")
    for old in [key, key.appendingPathExtension("pub"), file.appendingPathExtension("sig")] {
      try? FileManager.default.removeItem(at: old)
    }
    try Data("text\n".utf8).write(to: file)
    _ = try Program("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key.path], in: folder).run()
    _ = try Program("ssh-keygen", ["-q", "-Y", "sign", "-n", "bench", "-f", key.path, file.path], in: folder).run()
    let line = try String(contentsOf: key.appendingPathExtension("pub"), encoding: .utf8)
    try Data("dana \(line)".utf8).write(to: allowed)
    let signature = file.appendingPathExtension("sig")
    let verify = try Program(
      "ssh-keygen", ["-Y", "verify", "-f", allowed.path, "-I", "dana", "-n", "bench", "-s", signature.path], in: folder,
      input: file)
    return try verify.measure(runs)
  }
}

import BuiltinRules
import Changes
import Drafts
import Foundation
import Policy

/// The rules alone, in this process, on one core.
enum EngineWork {
  private static let packs: Set<String> = ["core", "us", "uk", "au", "eu", "ca"]

  /// Judging posts with all packs, and loading the rules.
  static func rows(posts: Int, runs: Int) throws -> [Row] {
    let checker = try Checker(
      ruleSet: BuiltinRules.ruleSet(packs: packs), organisation: .standard, directory: Directory())
    var generator = PostGenerator(seed: 2)
    let files = (0..<posts).map { Array(generator.draft($0).utf8) }
    let bytes = files.reduce(0) { $0 + $1.count }
    let judging = try timed(runs) {
      for file in files {
        let draft = try Draft.parse(bytes: file, path: "drafts/post.md")
        _ = checker.assess(draft, now: Workplace.now)
      }
    }
    let rate = Double(bytes) / judging.median / 1_000_000
    let yaml = try timed(runs) { _ = try RuleSet(files: BuiltinRules.files, packs: packs) }
    let compiled = try timed(runs) { _ = try BuiltinRules.ruleSet(packs: packs) }
    return [
      Row(
        work: "rules on posts, all packs, one core", size: "\(posts) drafts, \(megabytes(bytes))", cost: judging,
        rate: String(format: "%.1f MB/s", rate), bar: "≥ 100 MB/s", isMet: rate >= 100),
      Row(
        work: "loading all rules from YAML", size: "\(BuiltinRules.files.count) files", cost: yaml, bar: "≤ 60 ms",
        isMet: yaml.median <= 0.060),
      Row(
        work: "loading all rules, compiled", size: "\(BuiltinRules.files.count) files", cost: compiled, bar: "≤ 3 ms",
        isMet: compiled.median <= 0.003),
    ]
  }

  private static func timed(_ count: Int, _ work: () throws -> Void) throws -> Measured {
    var runs: [RunCost] = []
    for _ in 0..<count {
      let time = try ContinuousClock().measure { try work() } / .seconds(1)
      runs.append(RunCost(seconds: time, processor: time, memory: 0, floor: 0))
    }
    return Measured(runs: runs)
  }

  private static func megabytes(_ bytes: Int) -> String { String(format: "%.1f MB", Double(bytes) / 1_000_000) }
}

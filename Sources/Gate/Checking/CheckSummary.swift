public import Policy

/// What came of many drafts, counted as they are checked, so that none of them has to be kept.
public struct CheckSummary: Sendable {
  /// How many rules were applied.
  public let ruleCount: Int
  /// The packs these rules are of.
  public let packs: [String]
  /// How many drafts were checked.
  public private(set) var drafts = 0
  /// How many drafts nothing stops but of which something was said.
  public private(set) var advised = 0
  private var counts: [Verdict: Int] = [:]

  /// A summary of no draft yet.
  public init(ruleCount: Int, packs: [String]) {
    self.ruleCount = ruleCount
    self.packs = packs
  }

  /// Counts one draft.
  public mutating func add(_ draft: CheckedDraft) {
    drafts += 1
    counts[draft.verdict, default: 0] += 1
    if draft.verdict == .clear, !draft.findings.isEmpty { advised += 1 }
  }

  /// How many drafts have a verdict.
  public func count(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  /// 0 where nothing stops the drafts from being committed, 1 where one is blocked, 3 where one could not be read.
  public var exitStatus: Int32 {
    if count(.unreadable) > 0 { return 3 }
    return count(.blocked) > 0 ? 1 : 0
  }
}

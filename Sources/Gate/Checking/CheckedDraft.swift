public import Changes
public import Drafts
public import Policy

/// One file and what the policy says about it.
public struct CheckedDraft: Sendable {
  /// What came of it.
  public enum Outcome: Sendable {
    case assessed(Draft, Assessment)
    /// What was found when the same draft was checked before, without what was recognised in it, and how many bytes it has.
    case remembered(Assessment, size: Int)
    /// It could not be read; the lines say where and why.
    case unreadable([String])
  }

  /// The file's path in the repository.
  public let path: RepositoryPath
  /// The path as reports name it: as the user gave it, otherwise the one in the repository.
  public let shownPath: String
  /// Its id: the path below the drafts or published root, without extension; the whole path outside them.
  public let id: RepositoryPath
  /// What came of it.
  public let outcome: Outcome

  init(path: RepositoryPath, id: RepositoryPath, shownPath: String? = nil, outcome: Outcome) {
    self.path = path
    self.id = id
    self.shownPath = shownPath ?? path.display
    self.outcome = outcome
  }

  /// The same draft under another name in reports.
  public func shown(as name: String) -> CheckedDraft {
    CheckedDraft(path: path, id: id, shownPath: name, outcome: outcome)
  }

  /// What may happen to it.
  public var verdict: Verdict {
    switch outcome {
    case .assessed(_, let assessment), .remembered(let assessment, _): assessment.verdict
    case .unreadable: .unreadable
    }
  }

  /// How many bytes were read as a draft.
  public var size: Int {
    switch outcome {
    case .assessed(let draft, _): draft.source.original.count
    case .remembered(_, let size): size
    case .unreadable: 0
    }
  }

  /// What fired; nothing for a file that could not be read.
  public var findings: [Finding] {
    switch outcome {
    case .assessed(_, let assessment), .remembered(let assessment, _): assessment.findings
    case .unreadable: []
    }
  }
}

/// The answer of one check.
public struct CheckReport: Sendable {
  /// In byte order of their paths, or as they were given.
  public var drafts: [CheckedDraft]
  /// How many rules were applied.
  public var ruleCount: Int
  /// The packs that are on.
  public var packs: [String]

  /// How many drafts have a verdict.
  public func count(_ verdict: Verdict) -> Int { drafts.count { $0.verdict == verdict } }

  /// What came of all drafts together.
  public var summary: CheckSummary {
    var summary = CheckSummary(ruleCount: ruleCount, packs: packs)
    for draft in drafts { summary.add(draft) }
    return summary
  }

  /// 0 where nothing stops the drafts from being committed, 1 where one is blocked, 3 where one could not be read.
  public var exitStatus: Int32 { summary.exitStatus }
}

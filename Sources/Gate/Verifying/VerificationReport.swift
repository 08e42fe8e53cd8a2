public import Changes
internal import Git

/// One requirement that is not met, or one piece of evidence that is not what it claims to be.
public struct VerificationProblem: Hashable, Sendable {
  /// What follows from a problem.
  public enum Consequence: Int, Hashable, Sendable, Comparable {
    /// Something needed is missing.
    case refused = 1
    /// It could not be decided.
    case undecidable = 2
    /// Evidence is false.
    case tampered = 3

    /// The graver one is greater.
    public static func < (left: Consequence, right: Consequence) -> Bool { left.rawValue < right.rawValue }
  }

  /// The commit; nil where it concerns the push as a whole.
  public var commit: ObjectID?
  /// The draft's id, percent-encoded; nil where it concerns none.
  public var draft: String?
  /// The file; nil where it concerns none.
  public var path: RepositoryPath?
  /// The code for programs.
  public var code: String
  /// The role that is missing; nil where it concerns none.
  public var role: String?
  /// What was seen and why it is not allowed, in one sentence.
  public var message: String
  /// What follows from it.
  public var consequence: Consequence

  init(
    _ code: String, _ message: String, commit: ObjectID? = nil, draft: String? = nil, path: RepositoryPath? = nil,
    role: String? = nil, _ consequence: Consequence = .refused
  ) {
    self.commit = commit
    self.draft = draft
    self.path = path
    self.code = code
    self.role = role
    self.message = message
    self.consequence = consequence
  }

  /// The problem a failure to read or to decide is.
  init(_ error: GateError, commit: ObjectID? = nil) {
    let message = error.lines.joined(separator: "; ")
    switch error {
    case .git(.missingObject(_)): self.init("MISSING_OBJECT", message, commit: commit, .undecidable)
    case .tampered: self.init("TAMPERED", message, commit: commit, .tampered)
    case .refused, .missing: self.init("REFUSED", message, commit: commit, .refused)
    case .policy: self.init("POLICY_UNREADABLE", message, commit: commit, .undecidable)
    case .git, .unreadable: self.init("UNREADABLE", message, commit: commit, .undecidable)
    }
  }
}

/// What came of verifying a range of commits.
public struct VerificationReport: Sendable {
  /// The answer.
  public enum Result: String, Sendable {
    /// Every requirement is met.
    case ok
    /// Something needed is missing.
    case refused
    /// Evidence is malformed or false.
    case tampered
    /// It could not be decided, which a gate takes for no.
    case undecidable
  }

  /// The range as people write it.
  public var range: String
  /// How many commits of the branch's own line were verified.
  public var commits = 0
  /// How many different records were looked into.
  public var records = 0
  /// What is wrong, in the order of the commits.
  public var problems: [VerificationProblem] = []

  init(range: String) {
    self.range = range
  }

  /// The answer that follows from the problems; the gravest decides.
  public var result: Result {
    switch problems.map(\.consequence).max() {
    case nil: .ok
    case .refused: .refused
    case .undecidable: .undecidable
    case .tampered: .tampered
    }
  }

  /// 0 ok, 1 refused, 2 tampered, 3 undecidable.
  public var exitStatus: Int32 {
    switch result {
    case .ok: 0
    case .refused: 1
    case .tampered: 2
    case .undecidable: 3
    }
  }

  /// For programs; version 1 of the format.
  public var json: JSONValue {
    .object([
      ("version", .number(1)), ("range", .string(range)), ("commits", .number(commits)),
      ("records", .number(records)),
      (
        "problems",
        .array(
          problems.map { problem in
            .object([
              ("commit", problem.commit.map { .string($0.hex) } ?? .null),
              ("draft", problem.draft.map { .string($0) } ?? .null),
              ("path", problem.path.map { .string($0.display) } ?? .null), ("code", .string(problem.code)),
              ("role", problem.role.map { .string($0) } ?? .null), ("message", .string(problem.message)),
            ])
          })
      ),
      ("result", .string(result.rawValue)),
    ])
  }

  /// For people: one line a problem, and what was verified.
  public func text(style: ReportStyle) -> String {
    var lines = problems.map { problem in
      var place = problem.commit.map { String($0.hex.prefix(12)) + " " } ?? ""
      if let path = problem.path?.display ?? problem.draft { place += path + ": " }
      let code = style.paint(problem.code, .red) + (problem.role.map { " (\($0))" } ?? "")
      return "\(PlainText.shown(place))\(code) \(PlainText.shown(problem.message))"
    }
    let counts = "\(commits) commit\(commits == 1 ? "" : "s"), \(records) record\(records == 1 ? "" : "s")"
    let answer = style.paint(result.rawValue, result == .ok ? .green : .red)
    lines.append("\(PlainText.shown(range)): \(answer) (\(counts))")
    return lines.joined(separator: "\n") + "\n"
  }
}

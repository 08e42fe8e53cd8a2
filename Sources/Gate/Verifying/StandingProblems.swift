internal import Approvals
internal import Changes

/// Turns what a draft lacks into problems, one for each requirement that is not met.
enum StandingProblems {
  /// The problems of a draft that is not approved.
  static func list(_ draft: DraftStanding, commit: ObjectID) -> [VerificationProblem] {
    func problem(
      _ code: String, _ message: String, role: String? = nil,
      _ consequence: VerificationProblem.Consequence = .refused
    ) -> VerificationProblem {
      VerificationProblem(
        code, message, commit: commit, draft: draft.id.percentEncoded, path: draft.path, role: role, consequence)
    }
    if case .unreadable(let lines) = draft.checked.outcome {
      return [problem("UNREADABLE", lines.joined(separator: "; "))]
    }
    if let obstacle = draft.obstacle { return [problem(obstacle.code, obstacle.sentence)] }
    guard let standing = draft.standing else { return [problem("UNREADABLE", "It cannot be read.")] }
    return unmet(standing).map { found in
      problem(found.code.rawValue, found.sentence, role: found.role, standing.isDecidable ? .refused : .undecidable)
    }
  }

  /// What is missing, in the order of the requirement.
  static func unmet(_ standing: Standing) -> [(code: Problem.Code, sentence: String, role: String?)] {
    var result: [(code: Problem.Code, sentence: String, role: String?)] = []
    let general: Set<Problem.Code> = [.blocked, .noRequirement, .noRevocationList, .consentEnded, .objected]
    for problem in standing.problems where general.contains(problem.code) {
      result.append((problem.code, problem.sentence, problem.slot?.description))
    }
    for entry in standing.entries {
      let role = entry.slot.description
      switch entry.state {
      case .granted, .objected: continue
      case .stale(let code):
        let reason = standing.problems.first { $0.code == code && concerns($0, entry.slot) }
        result.append((code, reason?.sentence ?? "The signature for \(role) does not count any more.", role))
      case .missing:
        let reasons = standing.problems.filter { concerns($0, entry.slot) && !general.contains($0.code) }
        let reason = reasons.first { $0.code != .noRecord } ?? reasons.first
        result.append((reason?.code ?? .noRecord, reason?.sentence ?? "Nobody has signed as \(role).", role))
      }
    }
    return result
  }

  private static func concerns(_ problem: Problem, _ slot: Requirement.Slot) -> Bool {
    problem.slot == slot || (slot == .anyone && problem.slot != nil)
  }
}

import Approvals
import Drafts

/// The signatures a draft still waits for, and whose turn each is.
struct OpenSlots {
  private let facts: ReviewFacts
  private let question: StandingQuestion
  private let standing: Standing
  private let candidates: SlotCandidates

  init(facts: ReviewFacts, question: StandingQuestion, standing: Standing) {
    self.facts = facts
    self.question = question
    self.standing = standing
    candidates = SlotCandidates(question: question, standing: standing)
  }

  /// What is open and whose turn has come, in the order of the requirement.
  ///
  /// - Parameter limit: What nothing may be due after.
  func turns(limit: Timestamp?) -> [(turn: Turn, since: Timestamp)] {
    standing.entries.compactMap { entry in
      guard isInTurn(entry.slot) else { return nil }
      let able = candidates.people(for: entry.slot)
      switch entry.state {
      case .granted, .objected: return nil
      case .missing: return turn(.sign(entry.slot), able, since: turnBegan(entry.slot), entry.slot, limit)
      case .stale(let code):
        let last = lastVote(in: entry.slot, code)
        let people = last.map { able.contains($0.person) ? [$0.person] : able } ?? able
        let began = turnBegan(entry.slot)
        let since = code == .expired ? last.map { max(began, question.expiry(of: $0)) } ?? began : began
        return turn(.signAgain(entry.slot), people, since: since, entry.slot, limit)
      }
    }
  }

  /// Whether every role that signs before this one has signed.
  func isInTurn(_ slot: Requirement.Slot) -> Bool {
    before(slot).allSatisfy(standing.isGranted)
  }

  /// The roles asked that sign before a slot.
  private func before(_ slot: Requirement.Slot) -> [Role] {
    if case .role(let role) = slot { question.roles(before: role) } else { [] }
  }

  private func turn(
    _ task: Turn.Task, _ people: [PersonID], since: Timestamp, _ slot: Requirement.Slot, _ limit: Timestamp?
  ) -> (turn: Turn, since: Timestamp) {
    let within: Int =
      switch slot {
      case .role(let role): question.policy.reviewWithin(of: role)
      case .anyone: question.policy.reviewWithin
      }
    let answer = since.adding(seconds: within)
    return (Turn(task, of: people, due: limit.map { min($0, answer) } ?? answer), since)
  }

  /// When a slot could first be signed: the draft is as it is now, and the roles before it have signed.
  private func turnBegan(_ slot: Requirement.Slot) -> Timestamp {
    let earlier = before(slot)
    let grants = standing.grants.filter { earlier.contains($0.role) }.map(\.signedAt)
    return grants.reduce(facts.changed, max)
  }

  /// The latest approval that would fill the slot and does not count for a reason.
  private func lastVote(in slot: Requirement.Slot, _ code: Problem.Code) -> Decision? {
    let doubtful = Set(
      standing.problems.filter { $0.code == code && (slot == .anyone || $0.slot == slot) }.compactMap(\.record))
    let votes = facts.evidence.compactMap(\.record).filter { doubtful.contains($0.id) && $0.decision.kind == .approve }
    return votes.max { ($0.decision.signedAt, $0.id) < ($1.decision.signedAt, $1.id) }?.decision
  }
}

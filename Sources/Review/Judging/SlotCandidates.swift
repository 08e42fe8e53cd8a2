public import Approvals

/// Who could fill a signature that is still open, so that it would count.
///
/// Whoever made the draft cannot, a program cannot, and whoever fills another slot already cannot fill this one too,
/// unless the policy lets one person sign in several roles.
public struct SlotCandidates: Sendable {
  private let question: StandingQuestion
  private let standing: Standing

  /// The candidates for what a standing leaves open.
  public init(question: StandingQuestion, standing: Standing) {
    self.question = question
    self.standing = standing
  }

  /// Those who could sign for a slot now, sorted by id.
  public func people(for slot: Requirement.Slot) -> [PersonID] {
    question.people.byID.values.filter { couldSign($0, for: slot) && !isTaken($0.id, for: slot) }.map(\.id).sorted()
  }

  /// Whether a signature of the person in the slot could count, whoever signed before.
  private func couldSign(_ person: Person, for slot: Requirement.Slot) -> Bool {
    guard person.kind == .human else { return false }
    if question.contributors.people.contains(person.id), !question.requirement.admitsContributors { return false }
    switch slot {
    case .role(let role): return person.holds(role, at: question.now)
    case .anyone: return person.assignments.contains { $0.isInForce(at: question.now) }
    }
  }

  /// Whether the person's signature fills another slot that this one may not share it with.
  private func isTaken(_ person: PersonID, for slot: Requirement.Slot) -> Bool {
    standing.entries.contains { entry in
      guard case .granted(let grant) = entry.state, grant.person == person else { return false }
      return !question.policy.samePerson || slot == .anyone || entry.slot == .anyone || entry.slot == slot
    }
  }
}

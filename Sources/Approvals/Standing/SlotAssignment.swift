import Drafts

/// Which approval fills which needed signature.
struct SlotAssignment {
  /// For each slot of the requirement the signature that fills it.
  let grants: [Standing.Grant?]
  private let approvals: [Record]

  init(approvals: [Record], question: StandingQuestion) {
    self.approvals = approvals
    let slots = question.requirement.slots
    let candidates = slots.map { Self.people(approvals, for: $0) }
    // Where people may share roles, those who may be anyone come first: they cannot be shared.
    let isShared = question.policy.samePerson
    let rank = { (slot: Int) in (isShared && slots[slot] == .anyone ? 0 : 1, slot) }
    let order = slots.indices.sorted { rank($0) < rank($1) }
    let matched = PersonMatching.maximum(order.map { candidates[$0] })
    var people = [PersonID?](repeating: nil, count: slots.count)
    for (position, slot) in order.enumerated() { people[slot] = matched[position] }
    if isShared {
      for index in slots.indices where people[index] == nil && slots[index] != .anyone {
        let taken = slots.indices.filter { slots[$0] == slots[index] }.compactMap { people[$0] }
        people[index] = candidates[index].first { !taken.contains($0) }
      }
    }
    grants = slots.indices.map { index in
      people[index].flatMap { Self.grant(approvals, slots[index], $0, question) }
    }
  }

  /// The people with an approval that could fill the slot, sorted.
  func candidates(for slot: Requirement.Slot) -> [PersonID] { Self.people(approvals, for: slot) }

  private static func fits(_ record: Record, _ slot: Requirement.Slot) -> Bool {
    slot == .anyone || slot == .role(record.decision.role)
  }

  private static func people(_ approvals: [Record], for slot: Requirement.Slot) -> [PersonID] {
    Set(approvals.filter { fits($0, slot) }.map(\.decision.person)).sorted()
  }

  /// The person's approval that counts longest.
  private static func grant(
    _ approvals: [Record], _ slot: Requirement.Slot, _ person: PersonID, _ question: StandingQuestion
  ) -> Standing.Grant? {
    let own = approvals.filter { $0.decision.person == person && fits($0, slot) }
    let key = { (record: Record) in (question.expiry(of: record.decision), record.decision.signedAt, record.id) }
    return own.max { key($0) < key($1) }.map {
      Standing.Grant(
        person: person, role: $0.decision.role, signedAt: $0.decision.signedAt,
        expires: question.expiry(of: $0.decision), record: $0.id)
    }
  }
}

public import Approvals
internal import Changes
internal import Policy

extension SignOff {
  /// Whether a person may approve drafts at all, whatever the role; nothing is signed.
  ///
  /// - Throws: ``GateError/refused(_:)`` for a draft that is blocked or cannot be read, and for whoever made it.
  public func check(_ drafts: [DraftStanding], approvedBy person: Person) throws(GateError) {
    for draft in drafts {
      guard let question = draft.question else { throw .refused([nothingToSign(draft)]) }
      guard draft.checked.verdict != .blocked else {
        throw .refused([
          "\(draft.path.display) is blocked: no signature clears that, only editing does; `chaperone check` says where"
        ])
      }
      guard !question.contributors.people.contains(person.id) || question.requirement.admitsContributors else {
        throw .refused(["\(person.id) made \(draft.path.display) and cannot approve it; somebody else has to"])
      }
    }
  }

  /// Whether an approval in a role would count; nothing is signed.
  ///
  /// - Throws: ``GateError/refused(_:)`` as ``check(_:approvedBy:)`` does, for a role that is not held now, for one the
  ///   drafts do not ask for, and for one whose turn has not come: who signs has to have seen the signatures before.
  public func check(_ drafts: [DraftStanding], approvedBy person: Person, as role: Role) throws(GateError) {
    try check(drafts, approvedBy: person)
    guard person.holds(role, at: now) else {
      throw .refused(["\(person.id) does not hold the role \(role) now, says .chaperone/people.yaml"])
    }
    for draft in drafts where !draft.roles(of: person).contains(role) {
      let slots = draft.question?.requirement.slots.map(\.description).joined(separator: ", ") ?? "nothing"
      let waits = StandingReport(draft, style: .plain).waitsFor.joined(separator: "; ")
      throw .refused([
        "\(draft.path.display) does not ask for \(role); it asks for \(slots)"
          + (waits.isEmpty ? "" : ", and waits for \(waits)")
      ])
    }
    for draft in drafts {
      let waiting = draft.question?.roles(before: role).filter { draft.standing?.isGranted($0) == false } ?? []
      guard let first = waiting.first else { continue }
      let able = draft.candidates(for: .role(first)).map(\.description).joined(separator: ", ")
      throw .refused([
        "\(role) signs \(draft.path.display) after \(first), who has not signed yet"
          + (able.isEmpty ? "" : "; that can be \(able)")
      ])
    }
    for draft in drafts {
      guard let other = otherSignature(of: person, on: draft, than: role) else { continue }
      let rest = draft.candidates(for: .role(role)).map(\.description).joined(separator: ", ")
      throw .refused([
        "\(person.id) signs \(draft.path.display) as \(other) already, and one person gives one signature; "
          + (rest.isEmpty ? "nobody else who could sign as \(role) is left" : "\(role) can be signed by \(rest)")
      ])
    }
  }

  /// Whether a note may be kept beside a decision; nothing of it is stored.
  ///
  /// - Throws: ``GateError/refused(_:)`` where a rule that blocks or asks for an approval fires on it.
  public func check(note: [UInt8]) throws(GateError) { try NoteCheck(policy: policy, now: now).check(note) }

  /// The role in which a person's signature counts already, where it cannot count in another one besides.
  private func otherSignature(of person: Person, on draft: DraftStanding, than role: Role) -> Role? {
    guard let standing = draft.standing, let question = draft.question, !question.policy.samePerson else { return nil }
    return standing.grants.first { $0.person == person.id && $0.role != role }?.role
  }

  func nothingToSign(_ draft: DraftStanding) -> String {
    if let obstacle = draft.obstacle { return "\(draft.path.display): \(obstacle.sentence)" }
    return "\(draft.path.display) cannot be read; `chaperone check` says why"
  }
}

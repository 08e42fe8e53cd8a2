public import Approvals
internal import Changes
internal import Drafts
internal import Policy

/// A draft as somebody has been shown it, to be held against what is there when they sign.
public struct ShownDraft: Sendable {
  /// The draft as it was shown.
  public let standing: DraftStanding

  /// A draft that was shown.
  public init(_ standing: DraftStanding) { self.standing = standing }

  /// What is different now from what was shown, in words; empty where a signature means exactly what was shown.
  ///
  /// Time passing is no difference.
  public func changes(until now: DraftStanding) -> [String] {
    guard let then = standing.manifest, let manifest = now.manifest else { return ["it cannot be signed any more"] }
    var changes: [String] = []
    if then.body != manifest.body { changes.append("the draft was edited") }
    if then.assets != manifest.assets { changes.append("another picture or film goes with it") }
    if then.parent != manifest.parent { changes.append("the thread it answers has changed") }
    if then.consents != manifest.consents { changes.append("the consent it rests on has changed") }
    if then.targets != manifest.targets { changes.append("it goes to other channels") }
    if then.bytes != manifest.bytes, changes.isEmpty { changes.append("it is another draft") }
    guard var before = standing.question, let after = now.question else { return changes }
    before.now = after.now
    if before.requirement != after.requirement || before.policy != after.policy {
      changes.append("what is asked for it has changed")
    }
    if before.consents != after.consents, then.consents == manifest.consents {
      changes.append("the consent it rests on has changed")
    }
    if before.people != after.people || before.signers != after.signers || before.revoked != after.revoked {
      changes.append("the people or their keys have changed")
    }
    if before != after, changes.isEmpty { changes.append("who made it has changed") }
    if Set(standing.records.keys) != Set(now.records.keys) { changes.append("somebody has decided about it") }
    return changes
  }
}

extension DraftStanding {
  /// The roles in which a person can give a signature that is open now, so that it counts.
  ///
  /// Empty for whoever made the draft or signs in another role already, and where an earlier role has to go first.
  public func openRoles(of person: Person) -> [Role] {
    guard let question, let standing, checked.verdict != .blocked else { return [] }
    let granted = Set(standing.grants.map(\.role))
    let open = standing.entries.filter { entry in
      switch entry.state {
      case .missing, .stale: candidates(for: entry.slot).contains(person.id)
      case .granted, .objected: false
      }
    }
    return roles(of: person).filter { role in
      let first = question.policy.terms[role]?.after.filter { question.requirement.roles.contains($0) } ?? []
      return first.allSatisfy { granted.contains($0) } && open.contains { $0.slot == .anyone || $0.slot == .role(role) }
    }
  }
}

import Approvals
import Changes
import Gate

/// Decides in which role somebody signs, where the command line does not say or says it in words.
struct RoleChoice {
  let signOff: SignOff
  let person: Person

  /// The role of a word.
  static func role(_ text: String) throws -> Role {
    guard let role = Role(text) else {
      throw UsageError(
        "“\(PlainText.shown(Array(text.utf8)))” is no role: roles are lower-case letters, digits and dashes.")
    }
    return role
  }

  /// The one role in which the drafts still need this person's approval, or the one that is named.
  func approving(_ drafts: [DraftStanding], named text: String?) throws -> Role {
    if let text {
      let role = try Self.role(text)
      try signOff.check(drafts, approvedBy: person, as: role)
      return role
    }
    try signOff.check(drafts, approvedBy: person)
    var common: Set<Role>?
    for draft in drafts {
      let roles = Set(draft.openRoles(of: person))
      guard !roles.isEmpty else {
        // A role that is asked but not yet in turn has a better reason.
        for role in draft.roles(of: person) where draft.standing?.isGranted(role) == false {
          try signOff.check([draft], approvedBy: person, as: role)
        }
        throw GateError.refused([nothingAsked(draft)])
      }
      common = common.map { $0.intersection(roles) } ?? roles
    }
    return try only((common ?? []).sorted())
  }

  /// The role to object in: the one named, otherwise the only one held or asked.
  func objecting(_ draft: DraftStanding, named text: String?) throws -> Role {
    if let text { return try Self.role(text) }
    return try only(objecting(draft))
  }

  /// The roles a person can object in: those held that are asked, otherwise all held.
  func objecting(_ draft: DraftStanding) throws(GateError) -> [Role] {
    let held = Set(person.assignments.map(\.role).filter { person.holds($0, at: signOff.now) })
    guard !held.isEmpty else {
      throw GateError.refused(["\(person.id) holds no role now, says .chaperone/people.yaml, and cannot object"])
    }
    let asked = held.intersection(draft.question?.requirement.roles ?? [])
    return (asked.isEmpty ? held : asked).sorted()
  }

  /// The role of the person's own records that are not taken back yet.
  func withdrawing(_ draft: DraftStanding, named text: String?) throws -> Role {
    if let text { return try Self.role(text) }
    let taken = Set(draft.records.values.filter { $0.decision.kind == .withdraw }.flatMap(\.decision.seen))
    let own = draft.records.values.filter {
      $0.decision.person == person.id && $0.decision.kind != .withdraw && !taken.contains($0.id)
    }
    guard !own.isEmpty else {
      throw GateError.refused(["\(person.id) has signed nothing for \(draft.path.display) that could be taken back"])
    }
    return try only(Set(own.map(\.decision.role)).sorted())
  }

  private func nothingAsked(_ draft: DraftStanding) -> String {
    if let own = draft.standing?.grants.first(where: { $0.person == person.id }) {
      return
        "\(person.id) has signed \(draft.path.display) as \(own.role) already; that counts until \(StandingReport.day(own.expires))"
    }
    let waits = StandingReport(draft, style: .plain).waitsFor
    let rest = waits.isEmpty ? "everything it needs is signed" : "it waits for " + waits.joined(separator: "; ")
    return "nothing is asked of \(person.id) for \(draft.path.display): \(rest)"
  }

  private func only(_ roles: [Role]) throws -> Role {
    guard let role = roles.first else {
      throw UsageError("No one role of \(person.id) is asked by all of these drafts. Sign them one by one.")
    }
    guard roles.count == 1 else {
      let names = roles.map(\.description).joined(separator: ", ")
      throw UsageError("\(person.id) can sign this as \(names). Say which.", examples: ["--role \(role)"])
    }
    return role
  }
}

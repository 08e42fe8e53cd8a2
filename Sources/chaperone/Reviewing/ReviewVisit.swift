import Approvals
import Changes
import Gate
import Git
import Policy

/// One draft of the queue: shown, asked about, and signed only as it was shown.
struct ReviewVisit {
  /// How a visit ends.
  enum Outcome {
    case approved, objected, skipped, settled, quit
    /// Signed in one role, and quit when asked about another.
    case approvedThenQuit
  }

  let session: Session
  let path: RepositoryPath
  /// Where it comes in the queue, such as `2 of 7`.
  let position: String
  /// Who began the review.
  let person: PersonID
  /// The only role to sign in; nil takes any that is open.
  let role: Role?

  /// Shows the draft and asks until there is an answer.
  func run() throws -> Outcome {
    var signed = false
    while true {
      let desk = try desk()
      guard let draft = try standing(at: desk) else { return .settled }
      let roles = try openRoles(draft, at: desk)
      guard !roles.isEmpty else {
        if !signed { try session.print("\(position)  \(path.display): nothing is asked of you any more.\n") }
        return signed ? .approved : .settled
      }
      try ReviewPage(desk: desk, draft: draft, position: position).show(as: roles)
      switch try ask(about: ShownDraft(draft), as: roles, at: desk) {
      case .decided(.approved): signed = true
      case .decided(.skipped) where signed: return .approved
      case .decided(.quit) where signed: return .approvedThenQuit
      case .decided(let outcome): return outcome
      case .changed(let changes):
        let words = changes.joined(separator: "; ")
        try session.print("\nNothing was signed, because meanwhile \(words). It is looked at again.\n")
      }
    }
  }

  /// Policy, people and records as they are now, for the person who began the review.
  private func desk() throws -> Desk {
    let desk = try Desk(session.refreshed(), for: "reviewing")
    let now = try desk.person().id
    guard now == person else {
      throw GateError.refused(["this clone is \(now)'s now, and \(person) began the review; begin again"])
    }
    return desk
  }

  /// How the draft stands; nil where it is not there any more.
  private func standing(at desk: Desk) throws(GateError) -> DraftStanding? {
    do {
      return try desk.signOff.standings(of: [path])[0]
    } catch {
      guard case .missing(let lines) = error else { throw error }
      for line in lines { try session.print("\(position)  " + PlainText.shown(line) + "\n") }
      return nil
    }
  }

  private enum Answer {
    case decided(Outcome)
    /// It is not what was shown any more, and in words why.
    case changed([String])
  }

  private func openRoles(_ draft: DraftStanding, at desk: Desk) throws -> [Role] {
    let roles = draft.openRoles(of: try desk.person())
    return role.map { role in roles.filter { $0 == role } } ?? roles
  }

  private func ask(about shown: ShownDraft, as roles: [Role], at desk: Desk) throws -> Answer {
    let names = roles.map(\.description).joined(separator: " or ")
    while true {
      // What was typed before the draft was on the screen is no answer to it.
      Platform.forgetTypedAhead()
      try session.write("\(position)  Approve \(path.display) as \(names), signed by \(person)? \(ReviewKey.prompt) ")
      guard let line = readLine() else {
        try session.print("")
        return .decided(.quit)
      }
      switch ReviewKey(line: line) {
      case .approve: if let answer = try approve(shown, as: roles, at: desk) { return answer }
      case .object: if let answer = try object(to: shown, at: desk) { return answer }
      case .skip: return .decided(.skipped)
      case .details: try ReviewPage(desk: desk, draft: shown.standing, position: position).showRules()
      case .quit: return .decided(.quit)
      case .help: try session.write(ReviewKey.explanation)
      }
    }
  }

  /// Signs what was shown; nil where the person turned back or it could not be signed.
  private func approve(_ shown: ShownDraft, as roles: [Role], at desk: Desk) throws -> Answer? {
    guard let role = try choose(among: roles, purpose: "Sign as"), try lookedAtFiles(shown.standing) else { return nil }
    return try decide(on: shown, .approved) { desk, draft throws(GateError) in
      try desk.signOff.approve([draft], by: desk.signOff.signer(), as: role, note: nil)
    }
  }

  private func object(to shown: ShownDraft, at desk: Desk) throws -> Answer? {
    let roles = try RoleChoice(signOff: desk.signOff, person: desk.person()).objecting(shown.standing)
    guard let role = try choose(among: roles, purpose: "Object as") else { return nil }
    guard let reason = try reason(at: desk) else { return nil }
    return try decide(on: shown, .objected) { desk, draft throws(GateError) in
      try desk.signOff.object([draft], by: desk.signOff.signer(), as: role, note: reason)
    }
  }

  /// Reads everything anew, and signs only if it is still what was shown.
  ///
  /// What cannot be signed is said, and asked about again.
  private func decide(
    on shown: ShownDraft, _ outcome: Outcome,
    _ sign: (Desk, DraftStanding) throws(GateError) -> [RecordedSignOff]
  ) throws -> Answer? {
    let desk = try desk()
    guard let draft = try standing(at: desk) else { return .changed(["it was taken away"]) }
    let changes = shown.changes(until: draft)
    guard changes.isEmpty else { return .changed(changes) }
    do {
      for entry in try sign(desk, draft) { try desk.announce(entry) }
    } catch let error as GateError {
      for line in error.lines { try session.print("Nothing was signed: " + PlainText.shown(line)) }
      return nil
    }
    try session.print("")
    return .decided(outcome)
  }

  /// The one role there is, or the one that is picked by its number or name; nil to turn back.
  private func choose(among roles: [Role], purpose: String) throws -> Role? {
    guard roles.count > 1 else { return roles.first }
    let list = roles.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ")
    try session.write("\(purpose) \(list)? ")
    let answer = (readLine() ?? "").split(separator: " ").joined(separator: " ").lowercased()
    if let number = Int(answer), roles.indices.contains(number - 1) { return roles[number - 1] }
    if let role = roles.first(where: { $0.description == answer }) { return role }
    try session.print("Nothing was signed; answer with a number or a role.")
    return nil
  }

  /// Whether the person types the digest of what a terminal cannot show.
  private func lookedAtFiles(_ draft: DraftStanding) throws -> Bool {
    guard let question = SigningQuestion.aboutFiles(of: draft) else { return true }
    try session.write(question.words + " ")
    let answer = (readLine() ?? "").split(separator: " ").joined()
    guard answer == question.digest else {
      try session.print("Nothing was signed; that is not the digest.")
      return false
    }
    return true
  }

  /// The reason of an objection, checked before it is kept; nil to turn back.
  private func reason(at desk: Desk) throws -> [UInt8]? {
    while true {
      try session.write("What must change? It is kept for good: no detail of a patient. (Empty: back) ")
      guard let line = readLine(), line.utf8.contains(where: { $0 > 0x20 }) else { return nil }
      do {
        return try desk.checkedNote(line)
      } catch {
        for line in error.lines { try session.print(PlainText.shown(line)) }
      }
    }
  }
}

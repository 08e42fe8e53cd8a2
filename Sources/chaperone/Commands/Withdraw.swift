import Approvals
import ArgumentParser
import Changes
import Gate

/// `chaperone withdraw`: takes back what was signed.
struct Withdraw: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back your approval or objection.",
    discussion: """
      Takes back all you signed for a draft in a role, or the one record you name by the digits that `chaperone show` \
      prints. Somebody who holds the same role may lift an objection too, by its record. An approval that was taken \
      back never comes to life again: sign anew.

      Examples:
        chaperone withdraw drafts/late.md -m 'Resolved in the second version.'
        chaperone withdraw 3f9ab24c11d0 --yes
      """)

  @Argument(help: ArgumentHelp("The draft, or the first 8 or more digits of a record.", valueName: "draft-or-record"))
  var target: String
  @Option(name: [.customShort("m"), .long], help: "A note that is kept for good; it is checked like a draft first.")
  var message: String?
  @Option(help: "The role whose records you take back; may be left out where you signed in only one.")
  var role: String?
  @Flag(name: [.customShort("y"), .long], help: "Do not ask.")
  var yes = false

  func run(in session: Session) throws -> Int32 {
    let confirmation = Confirmation(session, isGiven: yes)
    try confirmation.require(for: "Withdrawing", example: "chaperone withdraw \(target) --yes")
    let desk = try Desk(session, for: "withdrawing")
    let note = try desk.checkedNote(message)
    let signer = try desk.signOff.signer()
    let choice = RoleChoice(signOff: desk.signOff, person: signer.person)
    let draft: DraftStanding
    let role: Role
    var records: Set<RecordID> = []
    if let record = try RecordArgument(desk: desk).record(target) {
      draft = try desk.standings([String(decoding: record.decision.draft.bytes, as: UTF8.self)])[0]
      role = record.decision.role
      records = [record.id]
    } else {
      draft = try desk.standings([target])[0]
      role = try choice.withdrawing(draft, named: self.role)
    }
    try check(records, of: draft, by: signer.person, as: role)
    let path = draft.path.display
    try session.write(StandingReport(draft, style: session.style()).text(note: desk.note))
    guard try confirmation.ask("Take back what you signed for \(path) as \(role)?") else {
      try session.print("Nothing was recorded.")
      return 1
    }
    for entry in try desk.signOff.withdraw(draft, records: records, by: signer, as: role, note: note) {
      try desk.announce(entry)
    }
    try desk.announceSharing()
    return 0
  }

  /// A record of somebody else can be lifted only where it is an objection, by a holder of its role.
  private func check(_ records: Set<RecordID>, of draft: DraftStanding, by person: Person, as role: Role) throws {
    for id in records {
      guard let decision = draft.records[id]?.decision, decision.person != person.id else { continue }
      guard decision.kind == .object, person.holds(role, at: draft.question?.now ?? decision.signedAt) else {
        throw GateError.refused([
          "the record is \(decision.person)'s, signed as \(role); only they can take it back, and an objection also somebody who holds that role"
        ])
      }
    }
  }
}

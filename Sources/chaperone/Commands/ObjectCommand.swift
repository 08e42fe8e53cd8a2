import Approvals
import ArgumentParser
import Changes
import Gate

/// `chaperone object`: stops a draft.
struct ObjectCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "object",
    abstract: "Object to a draft: it does not pass until you withdraw.",
    discussion: """
      An objection outranks every approval and stays over edits. Write what must change, and no detail of a patient: the \
      reason is kept for good, and is checked like a draft first.

      Examples:
        chaperone object drafts/late.md -m 'This is about one visit. Make it a general reminder.'
        chaperone object drafts/late.md --role privacy-officer -m 'No consent for the photograph.'
        chaperone withdraw drafts/late.md                      once it is resolved
      """)

  @Argument(help: "The draft, by path or id.")
  var draft: String
  @Option(name: [.customShort("m"), .long], help: "The reason: what must change.")
  var message: String
  @Option(help: "The role you object in; may be left out where only one of yours is asked.")
  var role: String?
  @Flag(name: [.customShort("y"), .long], help: "Do not ask.")
  var yes = false

  func run(in session: Session) throws -> Int32 {
    let confirmation = Confirmation(session, isGiven: yes)
    try confirmation.require(for: "Objecting", example: "chaperone object \(draft) -m REASON --yes")
    guard message.utf8.contains(where: { $0 > 0x20 }) else {
      throw UsageError("An objection needs a reason, so that the author knows what to change. Give it with -m.")
    }
    let desk = try Desk(session, for: "objecting")
    let reason = try desk.checkedNote(message) ?? []
    let standings = try desk.standings([draft])
    let signer = try desk.signOff.signer()
    let choice = RoleChoice(signOff: desk.signOff, person: signer.person)
    let role = try choice.objecting(standings[0], named: role)
    let question = SigningQuestion(desk: desk, confirmation: confirmation)
    try question.show(standings[0])
    let path = standings[0].path.display
    guard try confirmation.ask("Object to \(path) as \(role), signed by \(signer.person.id)?") else {
      try session.print("Nothing was recorded.")
      return 1
    }
    for entry in try desk.signOff.object(standings, by: signer, as: role, note: reason) {
      try desk.announce(entry)
    }
    try desk.announceSharing()
    return 0
  }
}

import Approvals
import ArgumentParser
import Changes
import Gate

/// `chaperone approve`: signs drafts in a role.
struct Approve: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sign drafts in your role.",
    discussion: """
      Shows what you sign, as it is committed: text, channels, files that go with it, and what the rules say. Your \
      signature holds for exactly that; one changed word, and you are asked again.

      Examples:
        chaperone approve drafts/flu-clinic.md
        chaperone approve drafts/flu-clinic.md --role privacy-officer -m 'Checked with the clinic.'
        chaperone approve drafts/a.md drafts/b.md --yes        in a script
        chaperone approve .chaperone                           a change of the policy, as policy-owner

      Exit status: 0 signed, 1 not signed (the policy does not allow it, or you said no), 2 wrong usage, 3 it could not \
      be decided.
      """)

  @Argument(help: ArgumentHelp("Drafts, by path or id.", valueName: "draft"))
  var drafts: [String]
  @Option(help: "The role you sign in; may be left out where only one of yours is needed.")
  var role: String?
  @Option(name: [.customShort("m"), .long], help: "A note that is kept for good; it is checked like a draft first.")
  var message: String?
  @Option(help: "With .chaperone: the commit the change starts from, otherwise the one before HEAD.")
  var since: String?
  @Flag(name: [.customShort("y"), .long], help: "Do not ask.")
  var yes = false

  func run(in session: Session) throws -> Int32 {
    let confirmation = Confirmation(session, isGiven: yes)
    try confirmation.require(for: "Signing", example: "chaperone approve \(drafts[0]) --yes")
    let desk = try Desk(session, for: "signing")
    let note = try desk.checkedNote(message)
    if drafts == [".chaperone"] || drafts == [".chaperone/"] {
      return try PolicyApproval(desk: desk, confirmation: confirmation).run(since: since, note: note)
    }
    let standings = try desk.standings(drafts)
    let signer = try desk.signOff.signer()
    let role = try RoleChoice(signOff: desk.signOff, person: signer.person).approving(standings, named: role)
    try desk.warnOfChanges(standings)
    let question = SigningQuestion(desk: desk, confirmation: confirmation)
    guard try question.approve(standings, by: signer.person, as: role) else {
      try session.print("Nothing was signed.")
      return 1
    }
    let recorded = try desk.signOff.approve(standings, by: signer, as: role, note: note)
    for entry in recorded { try desk.announce(entry) }
    try desk.announceSharing()
    return 0
  }
}

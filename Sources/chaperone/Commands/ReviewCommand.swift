import Approvals
import ArgumentParser
import Gate

/// `chaperone review`: walks what waits for me, one draft at a time.
struct ReviewCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Walk through the drafts that wait for you, one at a time.",
    discussion: """
      Shows one draft after the other, those due first first: what changed since you knew it, how it will read, what the \
      rules say, and exactly what you would sign. Then it asks, and a line answers:

        a approve · o object · s skip · d details · q quit · ? help

      Before it signs it reads everything again; if something changed while you read, it shows the draft again and signs \
      nothing. What is signed stays signed whenever you stop; the rest comes again next time.

      Examples:
        chaperone review
        chaperone review --role privacy-officer
        chaperone review drafts/flu-clinic.md

      Exit status: 0 walked to the end or quit, 1 you cannot sign here, 2 wrong usage, 3 it could not be decided.
      """)

  @Argument(help: ArgumentHelp("Drafts, by path or id; all that wait for you if none is given.", valueName: "draft"))
  var drafts: [String] = []
  @Option(help: "Sign in this role only.")
  var role: String?

  func run(in session: Session) throws -> Int32 {
    try ReviewWalk(session: session, role: try role.map(RoleChoice.role)).run(drafts)
    return 0
  }
}

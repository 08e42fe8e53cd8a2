import Approvals
import ArgumentParser
import Drafts
import Gate
import Review

/// `chaperone queue`: what waits, and for whom.
struct Queue: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what waits, for whom, since when, and until when.",
    discussion: """
      A draft waits for whoever can sign next, for its author where something stops it, and for a comms-lead once \
      everything is signed. Published posts are listed when a consent they rest on, or their own time, has ended. What \
      is due first comes first; `reviewWithin` in policy.yaml says how soon a role is expected to answer.

      States: blocked, objected, needs-approval (shown as “to sign”), stale, overdue, approved, published, unreadable.

      Examples:
        chaperone queue
        chaperone queue --mine                     what waits for you
        chaperone queue --role legal --overdue
        chaperone queue --ready                    what can be published
        chaperone queue --digest                   one letter for each person, for mail or chat
        chaperone queue --format html > queue.html
        chaperone queue --format ics > due.ics     due times, for a calendar

      Exit status: 0 shown, whatever waits; 3 it cannot be read.
      """)

  @Flag(help: "Only what waits for you.")
  var mine = false
  @Option(help: ArgumentHelp("Only what waits for a holder of this role to sign.", valueName: "role"))
  var role: String?
  @Option(help: ArgumentHelp("Only what this person wrote.", valueName: "id"))
  var author: String?
  @Option(help: ArgumentHelp("Only what is in this state; may be repeated.", valueName: "state"))
  var state: [StateArgument] = []
  @Flag(help: "Only what is late.")
  var overdue = false
  @Flag(help: "Only what has every signature.")
  var ready = false
  @Flag(help: "One letter for each person, naming drafts by their ids; with jsonl one line for each.")
  var digest = false
  @Option(help: ArgumentHelp("The time it is shown for, instead of now.", valueName: "time"))
  var asOf: String?
  @Option(help: "How to print: text, json, jsonl, csv, html or ics.")
  var format: QueueFormat = .text

  func validate() throws {
    guard !digest || format == .text || format == .jsonl else {
      throw ValidationError("--digest is printed as text or jsonl.")
    }
  }

  func run(in session: Session) throws -> Int32 {
    let now = try time(session)
    let desk = try Desk(Session(environment: session.environment, now: now), for: "showing its queue")
    let filter = try filter(desk)
    let progress = Progress(session)
    let all = try QueueReader(desk.signOff).queue(
      includesPublished: filter.states.contains(.published), remembers: asOf == nil
    ) { done, total throws(GateError) in try progress.update(done, of: total, "drafts") }
    try progress.clear()
    let printer = QueuePrinter(session, desk: desk, all: all, person: filter.person)
    if digest { return try printer.digest(all.filtered(by: filter), format) }
    return try printer.print(all.filtered(by: filter), format)
  }

  private func filter(_ desk: Desk) throws -> ReviewFilter {
    var filter = ReviewFilter()
    if mine { filter.person = try Signer.identity(in: desk.repository, people: desk.signOff.trust.people).id }
    if let role {
      guard let role = Role(role) else {
        throw UsageError("“\(PlainText.shown(role, columns: 40))” is no role; roles are named like privacy-officer.")
      }
      filter.role = role
    }
    filter.author = author.map { Array($0.utf8) }
    filter.states = Set(state.map(\.state))
    filter.isOverdue = overdue
    filter.isReady = ready
    return filter
  }

  private func time(_ session: Session) throws -> Timestamp {
    guard let asOf else { return session.now }
    guard let time = Timestamp(asOf) else {
      throw UsageError("“\(PlainText.shown(asOf, columns: 40))” is no time; write it like 2027-01-31T12:00:00Z.")
    }
    return time
  }
}

/// A state as it is written on the command line.
struct StateArgument: ExpressibleByArgument {
  let state: ReviewState

  init?(argument: String) {
    guard let state = ReviewState(rawValue: argument) else { return nil }
    self.state = state
  }

  static var allValueStrings: [String] { ReviewState.allCases.map(\.rawValue) }
}

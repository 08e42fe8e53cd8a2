import Approvals
import Changes
import Gate
import Review

/// Walks the drafts that wait for the person of this clone, one at a time.
struct ReviewWalk {
  let session: Session
  /// The only role to sign in; nil takes any.
  let role: Role?

  /// Walks some drafts, or the whole queue where none are named.
  func run(_ drafts: [String]) throws {
    let desk = try Desk(session, for: "reviewing")
    // Without a key there is nothing to walk for; better said now than after the first draft was read.
    let signer = try desk.signOff.signer()
    let paths = try drafts.isEmpty ? queue(of: signer.person, at: desk) : desk.standings(drafts).map(\.path)
    guard !paths.isEmpty else {
      return try session.print("Nothing waits for \(signer.person.id) to sign.")
    }
    var tally = ReviewTally(total: paths.count)
    walk: for (index, path) in paths.enumerated() {
      let visit = ReviewVisit(
        session: session, path: path, position: "\(index + 1) of \(paths.count)", person: signer.person.id, role: role)
      switch try visit.run() {
      case .approved: tally.approved += 1
      case .objected: tally.objected += 1
      case .skipped: tally.skipped += 1
      case .settled: tally.settled += 1
      case .approvedThenQuit:
        tally.approved += 1
        break walk
      case .quit: break walk
      }
    }
    try session.print(tally.words)
    if tally.approved + tally.objected > 0 { try desk.announceSharing() }
  }

  /// The drafts that wait for a signature of a person, those due first first.
  private func queue(of person: Person, at desk: Desk) throws -> [RepositoryPath] {
    let progress = Progress(session)
    let queue = try QueueReader(desk.signOff).queue { done, total throws(GateError) in
      try progress.update(done, of: total, "drafts looked at")
    }
    try progress.clear()
    return queue.items.filter { item in item.turns.contains { waits($0, for: person.id) } }.map(\.path)
  }

  private func waits(_ turn: Turn, for person: PersonID) -> Bool {
    guard turn.people.contains(person) else { return false }
    switch turn.task {
    case .sign(let slot), .signAgain(let slot): return role.map { slot == .anyone || slot == .role($0) } ?? true
    default: return false
    }
  }
}

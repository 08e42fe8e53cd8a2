import Approvals
import Changes
import Drafts
import Gate
import Git
import Policy

/// Where somebody signs: the repository with its policy, people and records, and what is said about a decision.
struct Desk {
  let session: Session
  let repository: Repository
  let signOff: SignOff

  init(_ session: Session, for purpose: String, namingIndividuals: Bool = false) throws {
    self.session = session
    repository = try session.repository(for: purpose)
    signOff = try SignOff(
      repository, environment: session.environment, now: session.now, namingIndividuals: namingIndividuals)
  }

  /// How the drafts stand that words on a command line name.
  func standings(_ arguments: [String], from origin: DraftOrigin = .head) throws -> [DraftStanding] {
    try signOff.standings(of: paths(arguments), from: origin)
  }

  /// The drafts' paths that words on a command line name.
  func paths(_ arguments: [String]) throws -> [RepositoryPath] {
    try DraftArguments(session, repository, signOff.policy.organisation).paths(arguments)
  }

  /// The text of a note that is on file.
  ///
  /// A note that cannot be read is left out: what counts is the record.
  func note(_ digest: Digest) -> [UInt8]? {
    do {
      return try signOff.ledger.note(digest)
    } catch {
      return nil
    }
  }

  /// The note as it is kept, checked before anything else happens.
  func checkedNote(_ text: String?) throws(GateError) -> [UInt8]? {
    guard let text else { return nil }
    let bytes = Array(text.utf8)
    try signOff.check(note: bytes)
    return bytes
  }

  /// Says so where a file on disk is not what will be signed.
  func warnOfChanges(_ drafts: [DraftStanding]) throws {
    guard let top = repository.workDirectory else { return }
    for draft in drafts {
      guard case .assessed(let content, _) = draft.checked.outcome,
        let onDisk = try WorkTreeFiles(top: top).read(draft.path, limit: Draft.sizeLimit),
        onDisk != content.source.original
      else { continue }
      try session.note(
        "chaperone: \(draft.path.display) was changed in your work tree; what is shown and signed is the text \(draft.origin.words)."
      )
    }
  }

  /// Says what a draft waits for now, and what to do next.
  func announce(_ draft: DraftStanding) throws {
    let style = session.style()
    let waits = StandingReport(draft, style: style).waitsFor
    if draft.isApproved {
      try session.print("  Everything it needs is signed. Next: chaperone publish \(draft.path.display)")
    } else if draft.checked.verdict == .blocked {
      try session.print("  It is blocked by a rule; only editing clears that.")
    } else if !waits.isEmpty {
      try session.print("  It waits for " + waits.joined(separator: "; ") + ".")
    }
  }

  /// Says how others get to see what was recorded.
  func announceSharing() throws {
    try session.print("Your colleagues see it after: chaperone sync")
  }
}

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

  /// How channels count, as the rules in force have it.
  var length: ChannelLength { signOff.policy.checker.ruleSet.channelLength }

  /// Who works in this clone.
  func person() throws(GateError) -> Person {
    try Signer.identity(in: repository, people: signOff.trust.people)
  }

  /// The version of a draft that a person signed or saw last.
  func versionKnown(to person: PersonID, of draft: DraftStanding) throws(GateError) -> EarlierVersion? {
    try signOff.versionKnown(to: person, of: draft, seen: seen)
  }

  /// Notes that the person of this clone was shown a draft.
  ///
  /// Where nobody is known, or the note cannot be kept, that is left out: it only helps to show less the next time.
  func noteShown(_ draft: DraftStanding) throws(GateError) {
    guard let subject = draft.subject else { return }
    do {
      try seen.add(subject, of: draft.id, to: person().id, at: session.now)
    } catch {
      return
    }
  }

  private var seen: SeenVersions { SeenVersions(commonDirectory: repository.commonDirectory) }

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

  /// Says what was signed, for how long, and under which id.
  func announce(_ entry: RecordedSignOff) throws {
    let decision = entry.record.decision
    let record = entry.record.id.description.prefix(12)
    let path = entry.draft.path.display
    let version = "version \(DraftPage.short(decision.subject))"
    switch decision.kind {
    case .approve:
      let until = StandingReport.day(decision.expires)
      try session.print(
        "\(path): \(decision.person) approved \(version) as \(decision.role); it counts until \(until) (record \(record))."
      )
      try session.print(
        "  Signed: " + DraftPage.contents(entry.draft) + ". One changed byte of it, and you are asked again.")
      try announce(entry.draft)
    case .object:
      try session.print("\(path): \(decision.person) objects to \(version) as \(decision.role) (record \(record)).")
      try session.print(
        "  It cannot be published, whoever signs and whatever is edited, until this is withdrawn: chaperone withdraw \(path)"
      )
    case .withdraw:
      let taken = decision.seen.count
      try session.print(
        "\(path): \(decision.person) took back \(PlainText.count(taken, "record")) as \(decision.role) (record \(record))."
      )
      try announce(entry.draft)
    }
  }

  /// Says what a draft waits for now, and what to do next.
  private func announce(_ draft: DraftStanding) throws {
    let style = session.style()
    let report = StandingReport(draft, style: style)
    let waits = report.waitsFor
    if draft.isApproved {
      try session.print("  Everything it needs is signed. Next: chaperone publish \(draft.path.display)")
    } else if draft.checked.verdict == .blocked {
      try session.print("  It is blocked by a rule; only editing clears that.")
    } else if !waits.isEmpty {
      try session.print("  It waits for " + waits.joined(separator: "; ") + ".")
      if let why = report.unknownContributor {
        for line in PlainText.wrapped(why, width: style.width - 2) { try session.print("  " + line) }
      }
    }
  }

  /// Says how others get to see what was recorded.
  func announceSharing() throws {
    try session.print("Your colleagues see it after: chaperone sync")
  }
}

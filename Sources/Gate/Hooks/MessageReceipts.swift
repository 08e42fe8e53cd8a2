internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// What a commit message says about approvals, and what it should say.
struct MessageReceipts {
  /// The receipts of the published drafts the commit changes.
  var trailers: [Trailer] = []
  /// Those of them that are not approved, with who has still to sign.
  var waiting: [Trailer] = []
  /// Receipts in the message that new ones replace, or that a change made untrue.
  var outdated: Set<Trailer> = []

  /// Why a message is not taken.
  struct Refusal: Error {
    let status: Int32
    let text: String
  }

  /// Compares a message with what is staged and with the ledger.
  static func make(
    for message: CommitMessage, _ report: CheckReport, _ repository: Repository, environment: GitEnvironment,
    policy: PolicyInForce, _ now: Timestamp
  ) throws(GateError) -> Result<MessageReceipts, Refusal> {
    let reserved = message.trailers.filter(TrailerKey.isReserved)
    let publishing = report.drafts.filter { $0.path.isUnder(policy.organisation.published) }
    let isGated = !(policy.approvals?.gatedRefs ?? []).isEmpty
    let hasBase = try reading { () throws(GitError) in try repository.head().commit } != nil
    guard isGated, hasBase else {
      return reserved.isEmpty ? .success(MessageReceipts()) : .failure(refusal(reserved))
    }
    guard !publishing.isEmpty || !reserved.isEmpty else { return .success(MessageReceipts()) }
    let signOff = try SignOff(repository, environment: environment, now: now)
    let standings = try signOff.standings(of: publishing.map(\.path), from: .index)
    let audit = try MessageAudit(signOff, staged: Set(standings.map(\.id)))
    let forged = try audit.forged(in: message.trailers)
    guard forged.isEmpty else { return .failure(refusal(forged)) }
    var receipts = MessageReceipts()
    let approved = standings.filter(\.isApproved)
    receipts.trailers = ReceiptTrailers.trailers(for: approved, at: approved.map(\.path), ledger: signOff.ledger.tip)
    receipts.outdated = audit.outdated(in: message.trailers, replacing: receipts.trailers)
    receipts.waiting = standings.filter { !$0.isApproved }.compactMap { draft in
      let roles = draft.standing?.entries.filter { if case .granted = $0.state { false } else { true } } ?? []
      let names = Set(roles.map(\.slot.description)).sorted()
      return Trailer(
        key: TrailerKey.needsApproval,
        value: "\(draft.id.percentEncoded) \((names.isEmpty ? ["second-person"] : names).joined(separator: ", "))")
    }
    return .success(receipts)
  }

  private static func refusal(_ trailers: [Trailer]) -> Refusal {
    let keys = Set(trailers.map(\.key)).sorted().joined(separator: ", ")
    return Refusal(
      status: 1,
      text:
        "chaperone: the commit message holds \(keys). Only Chaperone writes these lines; take them out, and sign with `chaperone approve`.\n"
    )
  }
}

/// Looks through the trailers of a message for receipts that do not hold.
struct MessageAudit {
  private let signOff: SignOff
  private let staged: Set<RepositoryPath>

  init(_ signOff: SignOff, staged: Set<RepositoryPath>) throws(GateError) {
    self.signOff = signOff
    self.staged = staged
  }

  /// The reserved trailers that nobody but a person can have written.
  func forged(in trailers: [Trailer]) throws(GateError) -> [Trailer] {
    var forged: [Trailer] = []
    var current: (id: RepositoryPath, path: RepositoryPath)?
    for trailer in trailers where TrailerKey.isReserved(trailer) {
      let holds: Bool
      if ReceiptTrailers.isRecord(trailer) {
        holds = isProven(trailer)
      } else if trailer.hasKey(TrailerKey.draft) {
        current = Self.draft(trailer)
        holds = current != nil
      } else if trailer.hasKey(TrailerKey.subject) {
        holds = try current.map { draft throws(GateError) in try isSubject(trailer, of: draft) } ?? false
      } else if trailer.hasKey(TrailerKey.ledger) {
        holds = try isAnchor(trailer)
      } else {
        holds = false
      }
      if !holds { forged.append(trailer) }
    }
    return forged
  }

  /// The receipts of staged drafts, which are written anew or are not true any more.
  func outdated(in trailers: [Trailer], replacing new: [Trailer]) -> Set<Trailer> {
    var outdated: Set<Trailer> = []
    var isStaged = false
    let kept = trailers.filter { $0.hasKey(TrailerKey.draft) }
      .contains { trailer in Self.draft(trailer).map { !staged.contains($0.id) } ?? false }
    let isAnchored = kept && !new.contains { $0.hasKey(TrailerKey.ledger) }
    for trailer in trailers {
      if trailer.hasKey(TrailerKey.draft) {
        isStaged = Self.draft(trailer).map { staged.contains($0.id) } ?? false
      }
      let isReceipt = TrailerKey.isReserved(trailer) || trailer.hasKey("Approved-by")
      if trailer.hasKey(TrailerKey.ledger) {
        if !isAnchored { outdated.insert(trailer) }
      } else if isStaged, isReceipt {
        outdated.insert(trailer)
      }
    }
    return outdated
  }

  private func isProven(_ trailer: Trailer) -> Bool {
    let evidence = signOff.judge.evidence(trailer.line)
    if case .none = evidence.trust { return false }
    return evidence.record?.decision.repository == signOff.trust.policy.repository
  }

  /// `id path`, both percent-encoded.
  private static func draft(_ trailer: Trailer) -> (id: RepositoryPath, path: RepositoryPath)? {
    let words = trailer.value.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 2, let id = RepositoryPath(percentEncoded: words[0]),
      let path = RepositoryPath(percentEncoded: words[1])
    else { return nil }
    return (id, path)
  }

  private func isSubject(
    _ trailer: Trailer, of draft: (id: RepositoryPath, path: RepositoryPath)
  ) throws(GateError) -> Bool {
    guard let digest = Digest(labelled: trailer.value) else { return false }
    // That of a staged draft is written anew; what it was before does not matter.
    if staged.contains(draft.id) { return true }
    do {
      return try signOff.standings(of: [draft.path], from: .index).first?.subject?.digest == digest
    } catch .refused {
      return false
    }
  }

  private func isAnchor(_ trailer: Trailer) throws(GateError) -> Bool {
    guard let id = ObjectID(hex: trailer.value) else { return false }
    return try reading { () throws(GitError) -> Bool in
      guard try signOff.repository.contains(id) else { return false }
      for tip in signOff.ledger.tips where try signOff.repository.isAncestor(id, of: tip) { return true }
      return false
    }
  }
}

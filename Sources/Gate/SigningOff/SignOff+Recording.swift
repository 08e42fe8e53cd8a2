public import Approvals
internal import Changes
internal import Git
internal import Policy

/// A decision that was signed and written into the ledger.
public struct RecordedSignOff: Sendable {
  /// The record.
  public let record: Record
  /// The draft as it stands with it.
  public let draft: DraftStanding
}

extension SignOff {
  /// Signs drafts in a role and records it, all in one commit of the ledger.
  ///
  /// - Throws: ``GateError/refused(_:)`` where a draft is blocked or cannot be read, or where the signature would not
  ///   count: whoever made the draft, a role that is not held, a key that is not listed. Nothing is recorded then.
  @discardableResult
  public func approve(
    _ drafts: [DraftStanding], by signer: Signer, as role: Role, note: [UInt8]?
  ) throws(GateError) -> [RecordedSignOff] {
    try check(drafts, approvedBy: signer.person, as: role)
    return try record(.approve, drafts, by: signer, as: role, seen: nil, note: note)
  }

  /// Objects to drafts: nothing of them passes until the objection is withdrawn.
  ///
  /// - Parameter note: The reason; it is needed.
  @discardableResult
  public func object(
    _ drafts: [DraftStanding], by signer: Signer, as role: Role, note: [UInt8]
  ) throws(GateError) -> [RecordedSignOff] {
    guard note.contains(where: { $0 > 0x20 }) else {
      throw .refused(["an objection needs a reason, so that the author knows what to change; give it with -m"])
    }
    for draft in drafts {
      guard draft.question != nil else { throw .refused([nothingToSign(draft)]) }
    }
    guard signer.person.everHolds(role) else {
      throw .refused(["\(signer.person.id) does not hold the role \(role), says .chaperone/people.yaml"])
    }
    return try record(.object, drafts, by: signer, as: role, seen: nil, note: note)
  }

  /// Takes records back: one's own, or as a holder of the same role an objection of another.
  ///
  /// - Parameter records: Those to take back; empty takes back all of one's own in the role that are not taken back yet.
  @discardableResult
  public func withdraw(
    _ draft: DraftStanding, records: Set<RecordID> = [], by signer: Signer, as role: Role, note: [UInt8]?
  ) throws(GateError) -> [RecordedSignOff] {
    guard draft.question != nil else { throw .refused([nothingToSign(draft)]) }
    var taken = records
    if taken.isEmpty {
      let withdrawn = Set(draft.records.values.filter { $0.decision.kind == .withdraw }.flatMap(\.decision.seen))
      for (id, record) in draft.records where !withdrawn.contains(id) {
        let decision = record.decision
        if decision.person == signer.person.id, decision.role == role, decision.kind != .withdraw { taken.insert(id) }
      }
    }
    guard !taken.isEmpty else {
      throw .refused(["\(signer.person.id) has signed nothing as \(role) for \(draft.path.display) to take back"])
    }
    return try record(.withdraw, [draft], by: signer, as: role, seen: taken, note: note)
  }

  private func record(
    _ kind: RecordKind, _ drafts: [DraftStanding], by signer: Signer, as role: Role, seen: Set<RecordID>?,
    note: [UInt8]?
  ) throws(GateError) -> [RecordedSignOff] {
    if let note { try check(note: note) }
    var entries: [LedgerEntry] = []
    for draft in drafts {
      guard let question = draft.question else { continue }
      let decision = question.decision(
        kind, by: signer.person.id, as: role, seen: seen ?? Set(draft.records.keys), note: note.map { Digest(of: $0) },
        nonce: Self.nonce())
      let record = try signer.sign(decision)
      if case .none(let problem) = judge.evidence(record.line).trust {
        throw .refused([
          "the signature would not count: \(problem.sentence) `chaperone people add` and `chaperone identity init` list a key"
        ])
      }
      let shown = kind == .approve ? signer.person.approvedByTrailer(as: role) : nil
      entries.append(LedgerEntry(record: record, shown: shown, note: note))
    }
    let ledger = try ledger.append(entries, summary: Self.summary(kind, drafts, role))
    let origin = drafts.first?.origin ?? .head
    let standings = try with(ledger).standings(of: drafts.map(\.path), from: origin)
    return zip(entries, standings).map { RecordedSignOff(record: $0.record, draft: $1) }
  }

  private static func summary(_ kind: RecordKind, _ drafts: [DraftStanding], _ role: Role) -> String {
    let verb =
      switch kind {
      case .approve: "Approve"
      case .object: "Object to"
      case .withdraw: "Withdraw from"
      }
    let what = drafts.count == 1 ? drafts[0].id.percentEncoded : "\(drafts.count) drafts"
    return "\(verb) \(what) as \(role)"
  }

  static func nonce() -> [UInt8] {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return Array((String(repeating: "0", count: 16 - digits.utf8.count) + digits).utf8)
  }
}

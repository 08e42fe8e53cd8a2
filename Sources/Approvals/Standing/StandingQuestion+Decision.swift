import Drafts

extension StandingQuestion {
  /// What a person would sign now about the draft as this question has it.
  ///
  /// It is not checked whether the signature would count; ``Standing`` says so once it is signed.
  ///
  /// - Parameters:
  ///   - kind: Approve, object or withdraw.
  ///   - person: Who signs.
  ///   - role: In which role.
  ///   - seen: The records on screen; for a withdrawal, the records it takes back.
  ///   - note: The digest of the note, if there is one.
  ///   - nonce: 8 to 64 lower-case hexadecimal digits of chance.
  /// - Returns: The decision at ``now``, which expires as late as the role's maximum age and the consents allow.
  public func decision(
    _ kind: RecordKind, by person: PersonID, as role: Role, seen: Set<RecordID>, note: Digest? = nil, nonce: [UInt8]
  ) -> Decision {
    let oldest = now.adding(seconds: policy.maximumAge(of: role))
    return Decision(
      kind: kind, repository: policy.repository, draft: draft, role: role, person: person, subject: subject,
      rules: requirement.rulesDigest(for: role), acknowledged: requirement.acknowledgement, signedAt: now,
      expires: kind == .approve ? consents.map(\.ends).reduce(oldest, min) : oldest, seen: seen, note: note,
      nonce: nonce)
  }
}

extension Person {
  /// The trailer that shows an approval to people, `Approved-by: Name <address> (role)`.
  ///
  /// It proves nothing.
  public func approvedByTrailer(as role: Role) -> [UInt8] {
    let address = emails.first.map { Array(" <".utf8) + $0.folded + Array(">".utf8) } ?? []
    return Array("Approved-by: \(name)".utf8) + address + Array(" (".utf8) + role.bytes + Array(")".utf8)
  }
}

import Approvals
import Changes
import Gate
import Policy

/// Shows what exactly somebody is about to sign, and asks.
struct SigningQuestion {
  let desk: Desk
  let confirmation: Confirmation

  /// Shows drafts and asks whether to approve them.
  ///
  /// What a terminal cannot show has to be looked at elsewhere: where something goes with a draft, its digest must be
  /// typed.
  func approve(_ drafts: [DraftStanding], by person: Person, as role: Role) throws -> Bool {
    for draft in drafts {
      try show(draft)
      try desk.session.print(asked(draft, of: role).joined(separator: "\n") + "\n")
    }
    for draft in drafts {
      guard let manifest = draft.manifest, !manifest.assets.isEmpty else { continue }
      let digest = DraftPage.short(manifest.subject)
      let question =
        "\(draft.path.display) comes with \(manifest.assets.count == 1 ? "a file" : "\(manifest.assets.count) files") a terminal cannot show. Look at it, then type \(digest):"
      guard try confirmation.ask(question, typing: digest) else { return false }
    }
    let what = drafts.count == 1 ? drafts[0].path.display : "these \(drafts.count) drafts"
    return try confirmation.ask("Approve \(what) as \(role), signed by \(person.id)?")
  }

  /// Shows a draft.
  func show(_ draft: DraftStanding) throws {
    let style = desk.session.style()
    try desk.session.print(DraftPage(draft, length: desk.length, style: style).text)
    try desk.noteShown(draft)
    try desk.session.print(StandingReport(draft, style: style).text(note: desk.note))
  }

  /// What the role is asked: the rules that fired and want it, or nothing but to read.
  private func asked(_ draft: DraftStanding, of role: Role) -> [String] {
    let policy = desk.signOff.trust.policy
    let findings = draft.checked.findings.enumerated().filter { _, finding in
      finding.severity == .approve
        && finding.roles.compactMap { Role($0) }.contains { policy.signingRoles(for: $0).contains(role) }
    }
    guard !findings.isEmpty else {
      return ["As \(role) you are the second person: no rule asks you anything, you answer for having read it."]
    }
    return ["As \(role) you are asked, and by signing you acknowledge:"]
      + findings.map { "  \($0.offset + 1)  \($0.element.rule)" }
  }
}

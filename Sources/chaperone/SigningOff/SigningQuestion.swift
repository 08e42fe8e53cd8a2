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
      try desk.session.print(Self.asked(draft, of: role, in: desk).joined(separator: "\n") + "\n")
    }
    for draft in drafts {
      guard let question = Self.aboutFiles(of: draft) else { continue }
      guard try confirmation.ask(question.words, typing: question.digest) else { return false }
    }
    let what = drafts.count == 1 ? drafts[0].path.display : "these \(drafts.count) drafts"
    return try confirmation.ask("Approve \(what) as \(role), signed by \(person.id)?")
  }

  /// What to ask where files go with a draft that a terminal cannot show, and the digest that answers it; nil where
  /// none do.
  static func aboutFiles(of draft: DraftStanding) -> (words: String, digest: String)? {
    guard let manifest = draft.manifest, !manifest.assets.isEmpty else { return nil }
    let digest = DraftPage.short(manifest.subject)
    let files = manifest.assets.count == 1 ? "a file" : "\(manifest.assets.count) files"
    let words = "\(draft.path.display) comes with \(files) a terminal cannot show. Look at it, then type \(digest):"
    return (words, digest)
  }

  /// Shows a draft.
  func show(_ draft: DraftStanding) throws {
    let style = desk.session.style()
    try desk.session.print(DraftPage(draft, length: desk.length, style: style).text)
    try desk.noteShown(draft)
    try desk.session.print(StandingReport(draft, style: style).text(note: desk.note))
  }

  /// What the role is asked: the rules that fired and want it, or nothing but to read.
  static func asked(_ draft: DraftStanding, of role: Role, in desk: Desk) -> [String] {
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

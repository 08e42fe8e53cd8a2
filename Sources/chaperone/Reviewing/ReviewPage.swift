import Approvals
import Gate
import Policy

/// What a reviewer is shown of one draft before they are asked.
struct ReviewPage {
  let desk: Desk
  let draft: DraftStanding
  let position: String

  /// Shows what changed since the person knew it, the draft as each channel will show it, how it stands, and byte for
  /// byte the manifest that a signature is for.
  func show(as roles: [Role]) throws {
    let session = desk.session
    let style = session.style()
    try session.print(style.heading("── \(position) ──") + "\n")
    try desk.warnOfChanges([draft])
    if let earlier = try desk.versionKnown(to: desk.person().id, of: draft), earlier.subject != draft.subject {
      try session.print(DraftDifference(since: earlier, to: draft, style: style).text)
    }
    try session.print(DraftPage(draft, length: desk.length, style: style).text)
    try session.print(StandingReport(draft, style: style).text(note: desk.note))
    for role in roles {
      try session.print(SigningQuestion.asked(draft, of: role, in: desk).joined(separator: "\n") + "\n")
    }
    if let manifest = draft.manifest {
      let lines = String(decoding: manifest.bytes, as: UTF8.self).split(separator: "\n").map { "  " + $0 }
      try session.print("A signature is for exactly this, version \(DraftPage.short(manifest.subject)):")
      try session.print(lines.joined(separator: "\n") + "\n")
    }
    try desk.noteShown(draft)
  }

  /// Shows the rules that fired, with their authority and their reasons.
  func showRules() throws {
    let session = desk.session
    let fired = Set(draft.checked.findings.map(\.rule))
    guard !fired.isEmpty else { return try session.print("No rule fired.\n") }
    let policy = try desk.signOff.policy.readingRuleFiles()
    for rule in policy.checker.ruleSet.rules where fired.contains(rule.id) {
      try session.print(RuleExplanation(rule, in: policy).text(style: session.style()))
    }
  }
}

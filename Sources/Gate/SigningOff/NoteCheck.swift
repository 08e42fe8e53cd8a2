internal import Changes
internal import Drafts
internal import Policy
internal import YAML

/// Checks what a reviewer wants to write beside a decision: git history is permanent.
struct NoteCheck {
  let policy: PolicyInForce
  let now: Timestamp

  /// Checks a note.
  ///
  /// - Throws: ``GateError/refused(_:)`` where a rule that blocks or asks for an approval fires on it. The text itself
  ///   is not repeated.
  func check(_ note: [UInt8]) throws(GateError) {
    guard note.count <= Ledger.noteLimit / 4 else {
      throw .refused(["the note has \(note.count) bytes; at most \(Ledger.noteLimit / 4) are kept"])
    }
    // The empty line keeps a note that begins with dashes from being read as front matter.
    let text = [UInt8(ascii: "\n")] + note
    let checked = try DraftChecker(policy: policy, now: now).check(text, path: "note.md", in: nil)
    guard case .assessed(_, let assessment) = checked.outcome else {
      throw .refused(["the note cannot be read as text in UTF-8"])
    }
    // What a draft must declare does not concern a note.
    let stopping = assessment.findings.filter { $0.field == "body" && $0.severity != .advise }
    guard stopping.isEmpty else {
      throw .refused(
        ["the note is not kept, because it says too much itself:"]
          + stopping.map { "note:\($0.range.start.line - 1): \($0.rule): \($0.message)" }
          + ["write it without the person in it; nothing was recorded"])
    }
  }
}

internal import Drafts
internal import YAML

extension BuiltinCheck {
  /// Consents that the wrong person signed: an adult signs alone, and nobody else can.
  ///
  /// What the register says of a person counts before what the draft says.
  func consentSigner(_ input: CheckInput) -> [CheckHit] {
    guard let consent = input.declared?.consent else { return [] }
    let value = consent.value
    let known = value.reference.flatMap { input.consents?[$0.value] }
    if let subject = value.subject, let known, known.subject != subject.value {
      return [
        CheckHit(
          field: "consent", range: subject.range, excerpt: Array(subject.value.rawValue.utf8),
          detail: "The register says \(known.subject.rawValue).")
      ]
    }
    guard let signer = value.signer, let subject = known?.subject ?? value.subject?.value else { return [] }
    let detail: String
    switch (subject, signer.value) {
    case (.adult, .`self`), (.minor, .guardian), (.minor, .representative), (.incapacitated, .guardian),
      (.incapacitated, .representative), (.deceased, .representative):
      return []
    case (.adult, _): detail = "An adult who can decide signs for themselves."
    case (.deceased, .guardian): detail = "A guardian's authority ends with a death; the estate's representative signs."
    case (_, .`self`): detail = "Somebody else has to sign for this person, with the authority to do so."
    }
    return [
      CheckHit(field: "consent", range: signer.range, excerpt: Array(signer.value.rawValue.utf8), detail: detail)
    ]
  }

  /// Posts that are to stay after the consent they rest on has ended.
  func consentOutlived(_ input: CheckInput) -> [CheckHit] {
    guard let declared = input.declared, let consent = declared.consent?.value, let stays = declared.expiryDate else {
      return []
    }
    let known = consent.reference.flatMap { input.consents?[$0.value]?.ends }
    let own = consent.expires.map { Timestamp(secondsSince1970: ($0.value.daysSince1970 + 1) * 86_400) }
    guard let end = [known, own].compactMap(\.self).min(), stays.value > end else { return [] }
    return [CheckHit(field: "expiryDate", range: stays.range, detail: "The consent ends on \(end).")]
  }
}

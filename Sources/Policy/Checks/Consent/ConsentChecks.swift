internal import Changes
internal import Drafts
internal import YAML

extension BuiltinCheck {
  /// Drafts about patients, or with patients in their pictures, that name no consent or one the register does not have.
  ///
  /// A draft declared as de-identified needs none for its words; its pictures do.
  func consentMissing(_ input: CheckInput) -> [CheckHit] {
    if let reference = input.declared?.consent?.value.reference {
      guard let consents = input.consents, consents[reference.value] == nil else { return [] }
      return [hit(reference, "The register of consents has no entry with this reference.")]
    }
    var hits: [CheckHit] = []
    if let about = input.declared?.about, about.value == .patient, input.declared?.deidentified?.value != true {
      hits.append(CheckHit(field: "about", range: about.range, excerpt: Array("patient".utf8)))
    }
    for media in input.patientMedia {
      guard let people = media.attachment.people else { continue }
      hits.append(CheckHit(field: "attachments", range: people.range, excerpt: Array(people.value.rawValue.utf8)))
    }
    return hits
  }

  /// Consents that are over when the draft goes out.
  func consentExpired(_ input: CheckInput) -> [CheckHit] {
    guard let declared = input.declared?.consent?.value else { return [] }
    let time = input.publicationTime
    if let reference = declared.reference, let known = input.consents?[reference.value], known.expires <= time {
      return [hit(reference, "The register says it ended on \(known.expires).")]
    }
    guard let expires = declared.expires, (expires.value.daysSince1970 + 1) * 86_400 <= time.secondsSince1970
    else { return [] }
    return [CheckHit(field: "consent", range: expires.range, detail: "Its last day was \(expires.value).")]
  }

  /// Consents that were taken back.
  func consentRevoked(_ input: CheckInput) -> [CheckHit] {
    guard let reference = input.declared?.consent?.value.reference,
      let revoked = input.consents?[reference.value]?.revoked, revoked <= max(input.now, input.publicationTime)
    else { return [] }
    return [hit(reference, "The register says it was taken back on \(revoked).")]
  }

  /// What a consent must say and the draft's own copy of it does not; a bare reference leaves that to the register.
  func consentIncomplete(_ input: CheckInput) -> [CheckHit] {
    guard let consent = input.declared?.consent else { return [] }
    let value = consent.value
    let known = value.reference.flatMap { input.consents?[$0.value] }
    let restates =
      value.subject != nil || value.signer != nil || value.signed != nil || value.expires != nil || value.scope != nil
    guard known == nil, restates || value.reference == nil else { return [] }
    let given: [(String, Bool)] = [
      ("ref", value.reference != nil), ("signer", value.signer != nil), ("signed", value.signed != nil),
      ("expires", value.expires != nil), ("scope.channels", value.scope?.value.channels != nil),
      ("scope.purposes", value.scope?.value.purposes != nil), ("scope.media", value.scope?.value.media != nil),
    ]
    let missing = given.filter { !$0.1 }.map(\.0)
    guard !missing.isEmpty else { return [] }
    return [
      CheckHit(field: "consent", range: consent.range, detail: "It does not say \(missing.joined(separator: ", ")).")
    ]
  }

  private func hit(_ reference: Located<[UInt8]>, _ detail: String) -> CheckHit {
    CheckHit(field: "consent", range: reference.range, excerpt: reference.value, detail: detail)
  }
}

extension CheckInput {
  /// Attachments in which patients can be seen or heard.
  var patientMedia: [DeclaredMedia] {
    media.filter { $0.attachment.people?.value == .patient || $0.attachment.people?.value == .mixed }
  }
}

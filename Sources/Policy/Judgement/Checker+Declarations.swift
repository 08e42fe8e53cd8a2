internal import Drafts

extension Checker {
  /// The findings that remain once what the draft declares is held against them.
  func weighed(_ findings: [Finding], _ input: CheckInput) -> [Finding] {
    consented(findings.filter { !isAnswered($0, input) }, input)
  }

  /// Whether a finding is answered by a declared claim with its evidence: the rule says that claims answer it, the claim
  /// names a source that is not out of date, and its words are those of the sentence.
  private func isAnswered(_ finding: Finding, _ input: CheckInput) -> Bool {
    guard finding.severity != .block, let claims = input.declared?.claims, !claims.isEmpty,
      ruleSet.rules.contains(where: { $0.id == finding.rule && $0.isAnsweredByClaims })
    else { return false }
    let sentence = LabelWords(String(decoding: finding.excerpt.bytes, as: UTF8.self))
    return claims.contains { claim in
      guard let text = claim.value.text?.value, claim.value.source?.value.isEmpty == false,
        claim.value.staleness(at: input.publicationTime, months: claimMonths) == nil
      else { return false }
      return sentence.contains(LabelWords(text))
    }
  }

  /// How long evidence counts, by the rule that says so.
  private var claimMonths: Int {
    for rule in ruleSet.rules {
      if case .check(let check) = rule.subject, check.name == .staleClaims { return check.number("months") }
    }
    return 24
  }

  /// With a consent that holds, the findings it can cover become one: the story, for the roles that compare each fact with
  /// what was consented to.
  ///
  /// Only what the rule about such stories lists is covered, so numbers, contact details and ridicule stay as they are,
  /// and so does what the organisation itself made stricter.
  private func consented(_ findings: [Finding], _ input: CheckInput) -> [Finding] {
    guard input.hasConsent, !findings.contains(where: { $0.rule.hasPrefix("consent/") }),
      let (story, covered) = consentedStory, let place = findings.firstIndex(where: { $0.rule == story })
    else { return findings }
    let isCovered = { (finding: Finding) in
      covered.contains(finding.rule) && self.organisation.raised[finding.rule] == nil
    }
    let names = Set(findings.filter(isCovered).map(\.rule)).sorted()
    var rest = findings
    if !names.isEmpty { rest[place].message += " Compare with it what \(names.joined(separator: ", ")) found." }
    rest.removeAll(where: isCovered)
    return rest
  }

  /// The rule about stories with a consent that is on, and the rules it covers.
  private var consentedStory: (rule: String, covers: [String])? {
    for rule in ruleSet.rules {
      if case .check(let check) = rule.subject, check.name == .consentedStory { return (rule.id, check.list("covers")) }
    }
    return nil
  }
}

extension CheckInput {
  /// Whether the draft is about a patient and names a consent: one the register has, or one it copies itself.
  fileprivate var hasConsent: Bool {
    guard declared?.about?.value == .patient, let consent = declared?.consent?.value, let reference = consent.reference
    else { return false }
    if let consents { return consents[reference.value] != nil }
    return consent.expires != nil && consent.scope != nil
  }
}

extension BuiltinCheck {
  /// Drafts that are declared to be about a patient.
  func consentedStory(_ input: CheckInput) -> [CheckHit] {
    guard let about = input.declared?.about, about.value == .patient else { return [] }
    return [CheckHit(field: "about", range: about.range, excerpt: Array("patient".utf8))]
  }
}

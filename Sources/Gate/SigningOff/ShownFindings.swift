internal import Approvals
internal import Policy

/// Findings as a sign-off binds them: the rule, its words and the text it fired on.
struct ShownFindings {
  private let summaries: [String: String]

  /// For the rules of a policy.
  init(_ policy: PolicyInForce) {
    summaries = Dictionary(policy.checker.ruleSet.rules.map { ($0.id, $0.summary) }) { first, _ in first }
  }

  /// What a reviewer acknowledges.
  ///
  /// - Throws: ``GateError/unreadable(_:)`` for a role nobody can hold: leaving it out would ask less than the rule does.
  func acknowledged(_ findings: [Finding]) throws(GateError) -> [AcknowledgedFinding] {
    var shown: [AcknowledgedFinding] = []
    for finding in findings {
      var roles: [Role] = []
      for name in finding.roles {
        guard let role = Role(name) else {
          throw .unreadable("the rule \(finding.rule) asks for “\(name)”, which is no name of a role")
        }
        roles.append(role)
      }
      let severity: AcknowledgedFinding.Severity =
        switch finding.severity {
        case .block: .block
        case .approve: .approve
        case .advise: .advise
        }
      let words = "\(summaries[finding.rule] ?? "")\n\(finding.message)"
      shown.append(
        AcknowledgedFinding(
          rule: Array(finding.rule.utf8), severity: severity, roles: roles, statement: Digest(of: Array(words.utf8)),
          excerpt: Digest(of: finding.excerpt.highlighted(revealed: true))))
    }
    return shown
  }
}

import Gate
import Policy
import YAML

/// The policy that commands about rules speak of.
enum RulesInForce {
  /// The rules of a folder that was named, of the repository the program was started in, or all those built in, with
  /// their examples.
  static func policy(folder: String?, session: Session) throws -> PolicyInForce {
    if let folder { return try PolicyInForce.given(RuleFolder.files(in: folder, session: session)) }
    guard let repository = try session.findRepository() else {
      return try PolicyInForce.builtIn(packs: PolicyInForce.packs).readingRuleFiles()
    }
    return try RepositoryCheck.policy(of: repository).readingRuleFiles()
  }

  /// Warns on standard error where rules are past the day on which they were to be looked at again.
  static func noteReview(of policy: PolicyInForce, _ session: Session) throws(GateError) {
    guard let sentence = RuleReview(policy.checker.ruleSet, now: session.now).sentence else { return }
    try session.note("chaperone: \(PlainText.shown(sentence)); they may no longer say what holds.")
  }

  /// The rule with an id; where there is none, the nearest one is suggested.
  static func rule(_ id: String, in policy: PolicyInForce) throws -> Rule {
    let rules = policy.checker.ruleSet.rules
    if let rule = rules.first(where: { $0.id.utf8.elementsEqual(id.utf8) }) { return rule }
    let names = rules.map(\.id)
    // The name after the slash is what people remember.
    let near = nearestName(to: id, among: names) ?? names.first { $0.hasSuffix("/" + id) || $0.hasPrefix(id) }
    let shown = PlainText.shown(Array(id.utf8))
    throw UsageError(
      "There is no rule “\(shown)” in force." + (near.map { " Did you mean \($0)?" } ?? ""),
      examples: ["chaperone rules list"])
  }
}

public import Changes
public import Drafts
public import Media
internal import YAML

/// Applies the rules to drafts.
///
/// A value without state: the same draft, context and time give the same answer everywhere.
public struct Checker: Sendable {
  /// The rules in force.
  public let ruleSet: RuleSet
  /// How long a picture or film may be for the rules to look into it, in bytes; nil where no rule that is on does.
  public let inspectedMediaLimit: Int?
  let organisation: Organisation
  /// What the directory allows, folded once for all drafts.
  private let allowed: AllowedMatcher
  private let consents: Consents?
  private let severities: [(severity: Severity, roles: [String])]

  /// Combines rules with an organisation's own settings.
  ///
  /// Throws where the organisation lowers a rule's severity or raises one that does not exist. Without `consents`, as
  /// outside a repository, a draft's consent is judged by what the draft itself says about it.
  public init(
    ruleSet: RuleSet, organisation: Organisation, directory: Directory, consents: Consents? = nil
  ) throws(PolicyErrors) {
    var errors: [PolicyError] = []
    let ids = Set(ruleSet.rules.map(\.id))
    for (id, raise) in organisation.raised.sorted(by: { $0.key < $1.key }) where !ids.contains(id) {
      let hint = nearestName(to: id, among: ids.sorted()).map { ", did you mean “\($0)”?" } ?? ""
      errors.append(
        PolicyError(path: "policy.yaml", range: raise.range, message: "there is no rule “\(id)” to raise\(hint)"))
    }
    severities = ruleSet.all.map { rule in
      guard let raise = organisation.raised[rule.id] else { return (rule.severity, rule.roles) }
      if raise.severity < rule.severity {
        errors.append(
          PolicyError(
            path: "policy.yaml", range: raise.range,
            message:
              "\(rule.id) is \(rule.severity.rawValue) and can only be raised, not lowered to \(raise.severity.rawValue)"
          ))
      }
      return (raise.severity, raise.severity == .block ? [] : Array(Set(rule.roles + raise.roles)).sorted())
    }
    guard errors.isEmpty else { throw PolicyErrors(errors) }
    self.ruleSet = ruleSet
    inspectedMediaLimit = Self.inspectedMediaLimit(ruleSet)
    self.organisation = organisation
    allowed = AllowedMatcher(directory.allowed)
    self.consents = consents
  }

  /// What the rules say about a draft.
  ///
  /// - Parameters:
  ///   - draft: the draft.
  ///   - context: earlier posts the caller found (the file it answers, siblings), oldest first; those the draft quotes itself
  ///     come after them.
  ///   - inspections: what the attached pictures and films carry, by their paths; nil where nobody looked.
  ///   - now: the time the answer is for.
  ///   - namingIndividuals: whether the answer lists whom the draft talks about.
  public func assess(
    _ draft: Draft, context: [[UInt8]] = [], inspections: [RepositoryPath: MediaInspection]? = nil, now: Timestamp,
    namingIndividuals: Bool = false
  ) -> Assessment {
    var tokeniser = Tokeniser(vocabulary: ruleSet.engine.symbols.vocabulary)
    for post in context { tokeniser.read(post) }
    let passages = draft.parents + draft.passages
    for passage in passages { tokeniser.read(passage.bytes) }
    let document = tokeniser.document
    let allowed = allowed.adding(draft)
    let entities = EntityRecogniser(allowed: allowed).entities(in: document)
    let scan = ruleSet.engine.scan(document, entities: entities)
    let languages = DraftLanguages(draft)
    let asked = languages.codes.union(organisation.packs)
    let page = Page(draft: draft, passages: passages, contextCount: context.count, scan: scan)

    var findings: [Finding] = []
    let engine = ruleSet.engine
    let candidates = engine.candidates(scan).filter { candidate in
      let rule = engine.compiled[candidate].rule
      return ruleSet.isOn[rule]
        && (ruleSet.isAlways[rule] || ruleSet.all[rule].circumstances.hold(for: draft, languages: asked))
    }
    let asks = namingIndividuals || candidates.contains { engine.compiled[$0].asksForIndividuals }
    let individuals =
      asks ? IndividualReading(engine.individuals, scan: scan, outline: page.outline).result : Individuals()
    let evaluation = Evaluation(
      scan: scan, outline: page.outline, draft: draft, languages: asked, individuals: individuals)
    for index in candidates {
      let rule = engine.compiled[index].rule
      for evidence in evaluation.findings(of: engine.compiled[index], level: ruleSet.all[rule].level) {
        guard let finding = finding(rule, evidence, scan, page) else { continue }
        findings.append(finding)
      }
    }
    let input = CheckInput(
      draft: draft, declared: draft.frontMatter, organisation: organisation, consents: consents,
      inspections: inspections,
      allowedNames: allowed.writtenNames, languages: languages, now: now, scan: scan,
      earlierParts: context.count + draft.parents.count, findings: findings,
      media: DeclaredMedia.all(of: draft.frontMatter), postsByChannel: draft.postsByChannel)
    for (index, check) in ruleSet.checks
    where ruleSet.isAlways[index] || ruleSet.all[index].circumstances.hold(for: draft, languages: asked) {
      for hit in check.hits(in: input) { findings.append(finding(index, hit)) }
    }
    findings = weighed(findings, input)
    findings.sort {
      ($0.range.start.byte, $0.range.end.byte, $0.rule) < ($1.range.start.byte, $1.range.end.byte, $1.rule)
    }
    return Assessment(
      verdict: Self.verdict(findings), roles: Set(findings.flatMap(\.roles)).sorted(), findings: findings,
      entities: entities.compactMap { page.locate($0) },
      individuals: namingIndividuals ? page.locate(individuals, attributes: engine.individuals.attributes) : [])
  }

  private static func inspectedMediaLimit(_ ruleSet: RuleSet) -> Int? {
    var limit: Int?
    for (_, check) in ruleSet.checks {
      switch check.name {
      case .mediaInspected: return check.number("largest")
      case .mediaFacts, .mediaKind: limit = usualMediaLimit
      default: break
      }
    }
    return limit
  }

  /// What is read where rules look into files and none says how far.
  private static let usualMediaLimit = 64 << 20

  /// The verdict that follows from findings alone, before any approval.
  static func verdict(_ findings: [Finding]) -> Verdict {
    switch findings.map(\.severity).max() {
    case .block: .blocked
    case .approve: .needsApproval
    case .advise, nil: .clear
    }
  }

  private func finding(_ index: Int, _ evidence: Evaluation.Evidence, _ scan: Scan, _ page: Page) -> Finding? {
    // A condition that holds because nothing matched has no place of its own; it is reported at the first word.
    guard let first = evidence.first, let place = page.place(of: first.marked) else { return nil }
    let because = evidence.flatMap { ruleSet.engine.explain($0, in: scan) }.compactMap { step in
      page.place(of: step.words).map { Finding.Because(wordClass: step.name, range: $0.range) }
    }
    return Finding(
      rule: ruleSet.all[index].id, severity: severities[index].severity, roles: severities[index].roles,
      level: ruleSet.all[index].level, field: place.field, post: place.post, range: place.range,
      excerpt: place.excerpt, message: ruleSet.all[index].message, remedy: ruleSet.all[index].remedy,
      authority: ruleSet.all[index].authority, because: because)
  }

  private func finding(_ index: Int, _ hit: CheckHit) -> Finding {
    let rule = ruleSet.all[index]
    return Finding(
      rule: rule.id, severity: severities[index].severity, roles: severities[index].roles, level: rule.level,
      field: hit.field, post: hit.post, range: hit.range,
      excerpt: Excerpt(
        bytes: hit.excerpt, highlight: 0..<hit.excerpt.count,
        identifiers: hit.isIdentifier ? [0..<hit.excerpt.count] : []),
      message: hit.detail.map { "\($0) \(rule.message)" } ?? rule.message, remedy: rule.remedy,
      authority: rule.authority,
      because: [])
  }
}

extension Circumstances {
  /// Whether a draft declares what the rule is for.
  ///
  /// `asked` are the languages of the draft, and those whose packs are on.
  func hold(for draft: Draft, languages asked: Set<String>) -> Bool {
    if isAlways { return true }
    guard languages.isEmpty || !asked.isDisjoint(with: languages) else { return false }
    let declared = draft.frontMatter
    func allows(_ wanted: [String], _ value: String?) -> Bool { wanted.isEmpty || value.map(wanted.contains) ?? false }
    guard allows(accounts, draft.account.rawValue), allows(kinds, declared?.kind?.value.rawValue),
      allows(about, declared?.about?.value.rawValue), allows(audiences, declared?.audience?.value.rawValue)
    else { return false }
    if !channels.isEmpty, !draft.channels.contains(where: { channels.contains($0.description) }) { return false }
    if let isReply, isReply != (draft.inReplyTo != nil) { return false }
    return true
  }
}

extension AllowedMatcher {
  /// With the people a draft names as staff, speakers, authors, donors or public.
  func adding(_ draft: Draft) -> AllowedMatcher {
    var names: [String] = []
    for person in draft.frontMatter?.people ?? [] {
      guard let name = person.value.name?.value, let role = person.value.role?.value, role != .patient else { continue }
      names.append(name)
    }
    return names.isEmpty ? self : adding(names: names)
  }
}

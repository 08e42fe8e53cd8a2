public import Approvals
public import Drafts

/// Says of a draft what state it is in, whose turn it is, since when and until when.
///
/// A pure function of the facts, the people, the policy and the time:
/// - a draft that cannot be read, that a rule blocks, whose date has passed or that somebody objects to waits for its
///   author;
/// - an open signature waits for those who could give it, once every role before it has signed; where an earlier
///   signature does not count any more, for whoever gave it;
/// - a draft with every signature, or with none where a policy without a gate wants none, waits for a comms-lead to
///   publish it;
/// - a published post waits for a comms-lead to take it down once a consent it rests on, or its own time, has ended.
///
/// What is expected of a role is due `reviewWithin` after its turn began, and nothing is due later than `publishDate`
/// or the end of a consent.
public struct ReviewJudge: Sendable {
  let people: People
  private let policy: ApprovalPolicy
  let now: Timestamp

  /// A judge with the people and the policy of the base commit, and the time its answers are for.
  public init(people: People, policy: ApprovalPolicy, now: Timestamp) {
    self.people = people
    self.policy = policy
    self.now = now
  }

  /// The item of a draft.
  public func item(_ facts: ReviewFacts) -> ReviewItem {
    guard facts.isReadable else {
      return item(facts, .unreadable, turns: [Turn(.repair, of: makers(facts))], since: facts.changed)
    }
    if facts.isPublished { return published(facts) }
    let needs = needs(facts)
    if facts.isPastDate, facts.obstacle == nil {
      let turn = Turn(.reschedule, of: makers(facts), due: limit(facts))
      return item(facts, .overdue, needs: needs, turns: [turn], since: facts.publishDate ?? facts.changed)
    }
    guard let standing = facts.standing, let question = facts.question, facts.obstacle == nil,
      facts.findings.block == 0,
      !facts.consents.contains(where: { $0.ends <= now }), !question.requirement.isBlocked
    else {
      let turn = Turn(.edit, of: makers(facts), due: limit(facts))
      return item(facts, .blocked, needs: needs, turns: [turn], since: facts.changed)
    }
    if let objection = standing.objections.map(\.since).min() {
      let turn = Turn(.settle, of: makers(facts), due: limit(facts))
      return item(facts, .objected, needs: needs, turns: [turn], since: objection)
    }
    if standing.isApproved || asksNobody(question, facts) { return approved(facts, standing, needs) }
    guard standing.isDecidable, !question.requirement.slots.isEmpty else {
      let owners = people.holders(of: .policyOwner, at: now)
      let turn = Turn(.mendPolicy, of: owners.isEmpty ? makers(facts) : owners, due: limit(facts))
      return item(facts, .blocked, needs: needs, turns: [turn], since: facts.changed)
    }
    let open = OpenSlots(facts: facts, question: question, standing: standing).turns(limit: limit(facts))
    let isStale = standing.entries.contains { if case .stale = $0.state { true } else { false } }
    return item(
      facts, isStale ? .stale : .needsApproval, needs: needs, turns: open.map(\.turn),
      since: open.map(\.since).min() ?? facts.changed)
  }

  private func approved(_ facts: ReviewFacts, _ standing: Standing, _ needs: [Need]) -> ReviewItem {
    let due = [limit(facts), standing.expires].compactMap(\.self).min()
    return item(
      facts, .approved, needs: needs, turns: [Turn(.publish, of: publishers(facts), due: due)],
      since: standing.grants.map(\.signedAt).max() ?? facts.changed)
  }

  /// Whether the policy wants nobody's signature for this draft and gates nothing: one professional alone.
  private func asksNobody(_ question: StandingQuestion, _ facts: ReviewFacts) -> Bool {
    question.requirement.slots.isEmpty && facts.findings.approve == 0 && !policy.secondPerson
      && policy.gatedRefs.isEmpty
  }

  private func published(_ facts: ReviewFacts) -> ReviewItem {
    let ends = facts.consents.map(\.ends) + [facts.expiryDate].compactMap(\.self)
    guard let ended = ends.filter({ $0 <= now }).min() else {
      return item(facts, .published, turns: [], since: facts.changed)
    }
    return item(
      facts, .published, turns: [Turn(.takeDown, of: publishers(facts), due: ended)], since: ended)
  }

  private func item(
    _ facts: ReviewFacts, _ condition: ReviewState, needs: [Need] = [], turns: [Turn], since: Timestamp
  ) -> ReviewItem {
    let due = turns.compactMap(\.due).min()
    return ReviewItem(
      path: facts.path, id: facts.id, subject: facts.question?.subject, author: facts.author, condition: condition,
      needs: needs, turns: turns, since: since, due: due, findings: facts.findings,
      notices: notices(facts, condition))
  }

  private func needs(_ facts: ReviewFacts) -> [Need] {
    guard let standing = facts.standing, let question = facts.question else { return [] }
    let slots = OpenSlots(facts: facts, question: question, standing: standing)
    return standing.entries.map { entry in
      let state: Need.State =
        switch entry.state {
        case .granted: .granted
        case .missing: .missing
        case .stale: .stale
        case .objected: .objected
        }
      return Need(slot: entry.slot, state: state, isInTurn: slots.isInTurn(entry.slot))
    }
  }

  /// What limits everything about a draft, whatever a role is given.
  private func limit(_ facts: ReviewFacts) -> Timestamp? {
    ([facts.publishDate].compactMap(\.self) + facts.consents.map(\.ends)).min()
  }

  /// The author, or whoever else made the draft where it names nobody known.
  private func makers(_ facts: ReviewFacts) -> [PersonID] {
    if let author = facts.author.flatMap({ PersonID($0) }), people[author] != nil { return [author] }
    return facts.contributors.people.sorted()
  }

  /// Those who run the accounts, or the makers where nobody does.
  private func publishers(_ facts: ReviewFacts) -> [PersonID] {
    let holders = people.holders(of: .commsLead, at: now)
    return holders.isEmpty ? makers(facts) : holders
  }

  private func notices(_ facts: ReviewFacts, _ condition: ReviewState) -> [ReviewItem.Notice] {
    var notices: [ReviewItem.Notice] = []
    if let obstacle = facts.obstacle { notices.append(.lacking(obstacle)) }
    if condition == .blocked, !facts.blockingRules.isEmpty { notices.append(.blockedBy(facts.blockingRules)) }
    if !facts.isPublished {
      for objection in facts.standing?.objections ?? [] {
        notices.append(.objection(objection.person, objection.role))
      }
    }
    let soon = now.adding(seconds: ReviewItem.noticePeriod)
    for consent in facts.consents {
      guard let reference = Approvals.ConsentReference(consent.reference) else { continue }
      if consent.ends <= now {
        notices.append(.consentEnded(reference, consent.ends))
      } else if consent.ends <= soon {
        notices.append(.consentEnding(reference, consent.ends))
      }
    }
    if let expiry = facts.expiryDate, expiry <= now { notices.append(.pastExpiry(expiry)) }
    if condition == .approved, let ends = facts.standing?.expires,
      ends <= soon || ends <= facts.publishDate ?? ends.adding(seconds: -1)
    {
      notices.append(.signatureEnding(ends))
    }
    if !facts.isPublished, facts.contributors.hasUnattributed, facts.standing != nil {
      let isAuthor = facts.author.flatMap { PersonID($0) }.flatMap { people[$0] } == nil
      notices.append(isAuthor ? .unknownAuthor : .unknownContributor)
    }
    return notices
  }
}

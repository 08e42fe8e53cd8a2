import Drafts

/// Sorts records into those that count and those that do not, and says why.
///
/// One principle decides doubtful cases: what holds a draft up (an objection, taking back one's own approval) counts
/// even when the key or the role has ended since, and what lets a draft pass (an approval, lifting an objection)
/// needs everything in force.
struct StandingJudge {
  let question: StandingQuestion
  private var problems: [Problem] = []
  private var rejections: [(record: Record, problem: Problem)] = []
  private var acts: [RecordID: (record: Record, trust: Evidence.Trust)] = [:]
  // By decision, not by record: an ECDSA signature has a twin that anyone can compute, and it is the same decision.
  private var lifted: Set<Decision> = []
  private var enders: [Ender] = []

  /// Something a person did that ends approvals they gave before.
  private struct Ender {
    let record: Record
    let role: Role?
    let named: Decision?
  }

  init(question: StandingQuestion) {
    self.question = question
  }

  private var requirement: Requirement { question.requirement }

  /// Takes in every line that is a record of this draft by a person.
  mutating func sort(_ evidence: some Sequence<Evidence>) {
    for item in evidence {
      if let problem = sortingProblem(item) {
        problems.append(problem)
      } else if let record = item.record {
        acts[record.id] = (record, item.trust)
      }
    }
  }

  private func sortingProblem(_ item: Evidence) -> Problem? {
    guard let record = item.record else {
      if case .none(let problem) = item.trust { return problem }
      return nil
    }
    let decision = record.decision
    guard decision.repository == question.policy.repository else {
      return Problem(.wrongRepository, "The record was made for another repository.", of: record)
    }
    guard decision.draft == question.draft else {
      return Problem(.wrongDraft, "The record was made for the draft \(decision.draft).", of: record)
    }
    guard let person = question.people[decision.person] else {
      return Problem(.unknownPerson, "\(decision.person) is not in people.yaml.", of: record)
    }
    if case .none(let problem) = item.trust { return problem }
    guard person.kind == .human else {
      return Problem(.serviceAccount, "\(decision.person) is a service account; only people sign.", of: record)
    }
    guard decision.kind != .object || person.everHolds(decision.role) else {
      return wrongRole(record)
    }
    return nil
  }

  private func wrongRole(_ record: Record) -> Problem {
    let decision = record.decision
    return Problem(.wrongRole, "\(decision.person) does not hold the role \(decision.role).", of: record)
  }

  /// Why a record may not let anything pass; `nil` when key, time and role are in force.
  private func doubt(_ record: Record, _ trust: Evidence.Trust) -> Problem? {
    let decision = record.decision
    guard question.revoked != nil else {
      return Problem(.noRevocationList, "The list of revoked keys is missing, so no key can be trusted.", of: record)
    }
    guard case .proven(let signer) = trust else {
      return Problem(.revoked, "The key \(decision.person) signed with has been revoked.", of: record)
    }
    guard decision.signedAt <= question.now.adding(seconds: StandingQuestion.clockSkew) else {
      return Problem(.notYetValid, "The record is dated \(decision.signedAt), which is in the future.", of: record)
    }
    let moments = [min(decision.signedAt, question.now), question.now]
    if let after = signer.validAfter, moments.contains(where: { $0 < after }) {
      return Problem(.notYetValid, "The key of \(decision.person) counts from \(after).", of: record)
    }
    if let before = signer.validBefore, moments.contains(where: { $0 >= before }) {
      return Problem(.expired, "The key of \(decision.person) counted until \(before).", of: record)
    }
    guard let person = question.people[decision.person],
      moments.allSatisfy({ person.holds(decision.role, at: $0) })
    else { return wrongRole(record) }
    return nil
  }

  /// Finds which approvals have ended and which objections are lifted.
  mutating func applyWithdrawals() {
    for (record, trust) in sortedActs {
      switch record.decision.kind {
      case .approve: continue
      case .object: enders.append(Ender(record: record, role: nil, named: nil))
      case .withdraw: apply(withdrawal: record, trust)
      }
    }
  }

  private var sortedActs: [(record: Record, trust: Evidence.Trust)] {
    acts.values.sorted { $0.record.id < $1.record.id }
  }

  private mutating func apply(withdrawal record: Record, _ trust: Evidence.Trust) {
    let decision = record.decision
    for id in decision.seen {
      // A record of an earlier subject need not be at hand; taking it back must not spare a later one of the same
      // role.
      guard let target = acts[id]?.record else {
        enders.append(Ender(record: record, role: decision.role, named: nil))
        continue
      }
      let isOwn = target.decision.person == decision.person
      switch target.decision.kind {
      case .approve where isOwn:
        enders.append(Ender(record: record, role: target.decision.role, named: target.decision))
      case .object where isOwn || target.decision.role == decision.role:
        if let problem = doubt(record, trust) {
          problems.append(problem)
        } else if !isOwn, question.contributors.people.contains(decision.person) {
          let words = "\(decision.person) made the draft and cannot lift an objection to it."
          problems.append(Problem(.ownWork, words, of: record))
        } else {
          lifted.insert(target.decision)
        }
      default:
        let words = "\(decision.person) cannot take back this record of \(target.decision.person)."
        problems.append(Problem(.withdrawsNothing, words, of: record))
      }
    }
  }

  private func hasEnded(_ record: Record) -> Bool {
    let decision = record.decision
    return enders.contains { ender in
      guard ender.record.decision.person == decision.person else { return false }
      if ender.named == decision { return true }
      guard ender.role == nil || ender.role == decision.role else { return false }
      return decision.signedAt <= ender.record.decision.signedAt && !decision.seen.contains(ender.record.id)
    }
  }

  /// Why an approval does not count; `nil` when only its place in the order is left to check.
  private func rejection(_ record: Record, _ trust: Evidence.Trust) -> Problem? {
    let decision = record.decision
    let person = decision.person
    if let problem = doubt(record, trust) { return problem }
    if question.contributors.people.contains(person), !requirement.admitsContributors {
      return Problem(.ownWork, "\(person) made the draft and cannot approve it.", of: record)
    }
    if decision.subject != question.subject {
      return Problem(.staleContent, "\(person) signed another version of the draft.", of: record)
    }
    if decision.rules != requirement.rulesDigest(for: decision.role) {
      return Problem(.staleRule, "What is asked of \(decision.role) has changed since \(person) signed.", of: record)
    }
    if decision.acknowledged != requirement.acknowledgement {
      return Problem(.newFinding, "The findings are not those \(person) was shown.", of: record)
    }
    let expiry = question.expiry(of: decision)
    if expiry <= question.now {
      return Problem(.expired, "The signature of \(person) counted until \(expiry).", of: record)
    }
    if hasEnded(record) {
      return Problem(.withdrawn, "\(person) has taken the signature back.", of: record)
    }
    return nil
  }

  /// The approvals that count, the order of roles included.
  private mutating func approvals() -> [Record] {
    var waiting: [Record] = []
    for (record, trust) in sortedActs where record.decision.kind == .approve {
      if let problem = rejection(record, trust) {
        rejections.append((record, problem))
      } else {
        waiting.append(record)
      }
    }
    var counted: [Record] = []
    while let ready = waiting.firstIndex(where: { hasSeenItsTurn($0, counted) }) {
      counted.append(waiting.remove(at: ready))
    }
    for record in waiting {
      let words = "\(record.decision.person) signed for \(record.decision.role) before the roles that go first."
      rejections.append((record, Problem(.order, words, of: record)))
    }
    return counted
  }

  private func hasSeenItsTurn(_ record: Record, _ counted: [Record]) -> Bool {
    let decision = record.decision
    return question.roles(before: decision.role).allSatisfy { role in
      counted.contains {
        $0.decision.role == role && decision.seen.contains($0.id)
          && (question.policy.samePerson || $0.decision.person != decision.person)
      }
    }
  }

  /// The result, once everything is sorted.
  mutating func standing() -> Standing {
    let objections = sortedActs.map(\.record).filter { $0.decision.kind == .object && !lifted.contains($0.decision) }
    let assignment = SlotAssignment(approvals: approvals(), question: question)
    var entries: [Standing.Entry] = []
    for (index, slot) in requirement.slots.enumerated() {
      let isObjected = objections.contains { .role($0.decision.role) == slot }
      if let grant = assignment.grants[index], !isObjected {
        entries.append(Standing.Entry(slot: slot, state: .granted(grant)))
      } else if isObjected {
        entries.append(Standing.Entry(slot: slot, state: .objected))
      } else {
        entries.append(unmet(slot, assignment))
      }
    }
    let asked = Set(requirement.slots)
    for role in Set(objections.map(\.decision.role)).sorted() where !asked.contains(.role(role)) {
      entries.append(Standing.Entry(slot: .role(role), state: .objected))
    }
    for record in objections {
      let words = "\(record.decision.person) objects as \(record.decision.role)."
      problems.append(Problem(.objected, words, of: record))
    }
    addGeneralProblems()
    return Standing(
      entries: entries,
      objections: objections.map {
        Standing.Objection(
          person: $0.decision.person, role: $0.decision.role, since: $0.decision.signedAt, note: $0.decision.note,
          record: $0.id)
      },
      problems: Set(problems).sorted(by: Self.precedes))
  }

  private mutating func unmet(_ slot: Requirement.Slot, _ assignment: SlotAssignment) -> Standing.Entry {
    let reasons = rejections.filter { slot == .anyone || .role($0.record.decision.role) == slot }
    problems += reasons.map(\.problem)
    if let person = assignment.candidates(for: slot).first {
      problems.append(
        Problem(.samePerson, "\(person) already signs in another role; \(slot) needs somebody else.", slot: slot))
    } else if reasons.isEmpty {
      problems.append(Problem(.noRecord, "Nobody has signed as \(slot).", slot: slot))
    }
    let fading: Set<Problem.Code> = [.staleContent, .staleRule, .newFinding, .expired, .order]
    let latest = reasons.filter { fading.contains($0.problem.code) }.max {
      ($0.record.decision.signedAt, $0.record.id) < ($1.record.decision.signedAt, $1.record.id)
    }
    return Standing.Entry(slot: slot, state: latest.map { .stale($0.problem.code) } ?? .missing)
  }

  private mutating func addGeneralProblems() {
    if requirement.isBlocked {
      problems.append(Problem(.blocked, "A finding blocks the draft; only editing clears it."))
    }
    if requirement.isIncomplete {
      problems.append(Problem(.noRequirement, "The policy asks nobody to sign, which is an error and not an approval."))
    }
    if question.revoked == nil {
      problems.append(Problem(.noRevocationList, "The list of revoked keys is missing or cannot be read."))
    }
    for consent in question.consents where consent.ends <= question.now {
      problems.append(Problem(.consentEnded, "The consent \(ASCII.text(consent.reference)) ended on \(consent.ends)."))
    }
  }

  private static func precedes(_ left: Problem, _ right: Problem) -> Bool {
    let key = { (problem: Problem) in
      (problem.code.rawValue, problem.record?.description ?? "", problem.slot?.description ?? "", problem.sentence)
    }
    return key(left) < key(right)
  }
}

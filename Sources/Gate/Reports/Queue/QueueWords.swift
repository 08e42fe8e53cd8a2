internal import Approvals
internal import Changes
internal import Drafts
internal import Review

/// The words in which people read a queue, the same in the table, the digest and the page.
struct QueueWords {
  let people: People
  let now: Timestamp

  /// A draft's id, with nothing in it that hides.
  static func name(_ item: ReviewItem) -> String { PlainText.shown(item.id.display) }

  static func author(_ item: ReviewItem) -> String? { item.author.map { PlainText.shown($0) } }

  /// A person's name, or the id where people.yaml has none.
  func name(_ person: PersonID) -> String {
    people[person].map { PlainText.shown($0.name) } ?? person.description
  }

  /// The state; a published post that has to go says so.
  func state(_ item: ReviewItem) -> String {
    switch item.state(at: now) {
    case .needsApproval: "to sign"
    case .published where !item.turns.isEmpty: "take down"
    case let state: state.rawValue
    }
  }

  /// Who signs, for people.
  static func role(_ slot: Requirement.Slot) -> String {
    if case .role(let role) = slot { role.description } else { "second person" }
  }

  /// What is to be done, as an order to whoever reads it.
  static func task(_ task: Turn.Task) -> String {
    switch task {
    case .repair: "make it readable"
    case .edit: "edit it: no signature clears what stops it"
    case .reschedule: "give it another date, or give it up"
    case .settle: "answer the objection"
    case .sign(.role(let role)): "sign as \(role)"
    case .sign(.anyone): "sign as second person"
    case .signAgain(.role(let role)): "sign again as \(role)"
    case .signAgain(.anyone): "sign again as second person"
    case .publish: "publish it"
    case .takeDown: "take it down"
    case .mendPolicy: "mend the policy, which asks nobody to sign"
    }
  }

  /// What an item waits for, the same thing of the same people once, with how often.
  static func turns(_ item: ReviewItem) -> [(turn: Turn, count: Int)] {
    var turns: [(turn: Turn, count: Int)] = []
    for turn in item.turns {
      if let known = turns.firstIndex(where: { $0.turn == turn }) {
        turns[known].count += 1
      } else {
        turns.append((turn, 1))
      }
    }
    return turns
  }

  /// What a notice says, in one sentence.
  static func notice(_ notice: ReviewItem.Notice) -> String {
    switch notice {
    case .consentEnded(let reference, let end): "Consent \(reference) ended on \(day(end))."
    case .consentEnding(let reference, let end): "Consent \(reference) ends on \(day(end))."
    case .pastExpiry(let end): "Its expiryDate was \(day(end))."
    case .signatureEnding(let end): "A signature ceases to count on \(day(end))."
    case .unknownAuthor: "Its author is not in people.yaml, so one more signature is needed."
    case .unknownContributor: "Somebody not in people.yaml worked on it, so one more signature is needed."
    case .blockedBy(let rules): "Blocked by \(PlainText.shown(rules.joined(separator: ", ")))."
    case .lacking(let sentence): PlainText.shown(sentence)
    case .objection(let person, let role): "\(person) objects as \(role)."
    }
  }

  /// How long something has lasted, in the largest unit that says enough.
  static func length(_ seconds: Int) -> String {
    switch max(0, seconds) {
    case ..<3600: "\(max(0, seconds) / 60) min"
    case ..<(48 * 3600): "\(seconds / 3600) h"
    case ..<(14 * 86_400): "\(seconds / 86_400) d"
    case ..<(730 * 86_400): "\(seconds / (7 * 86_400)) wk"
    default: "\(seconds / (365 * 86_400)) y"
    }
  }

  /// Since how long an item waits.
  func age(_ item: ReviewItem) -> String { Self.length(now.secondsSince1970 - item.since.secondsSince1970) }

  /// How long there is still time, or how late it is; nil where nothing is due.
  func due(_ item: ReviewItem) -> String? {
    item.due.map { due in
      let left = due.secondsSince1970 - now.secondsSince1970
      return left > 0 ? "in \(Self.length(left))" : "\(Self.length(-left)) late"
    }
  }

  /// A moment as `2026-11-24 10:00 UTC`.
  static func moment(_ time: Timestamp) -> String {
    let text = time.description
    guard text.utf8.count == 20 else { return text }
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
  }

  static func day(_ time: Timestamp) -> String { StandingReport.day(time) }

  /// The findings by severity in words; nil where there are none.
  static func findings(_ counts: FindingCounts) -> String? {
    let parts = [(counts.block, "block"), (counts.approve, "approve"), (counts.advise, "advise")]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// How many items are in which state, the most pressing first; empty for an empty queue.
  func tally(_ queue: ReviewQueue) -> [(state: String, count: Int)] {
    let order = [
      "overdue", "take down", "blocked", "objected", "stale", "to sign", "approved", "unreadable", "published",
    ]
    var counts: [String: Int] = [:]
    for item in queue.items { counts[state(item), default: 0] += 1 }
    return order.compactMap { name in counts[name].map { (name, $0) } }
  }
}

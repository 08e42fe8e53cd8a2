public import Approvals
public import Drafts

/// Which items of a queue to look at; a filter with nothing set takes what waits for somebody.
public struct ReviewFilter: Hashable, Sendable {
  /// Only what waits for this person.
  public var person: PersonID?
  /// Only what waits for a holder of this role to sign.
  public var role: Role?
  /// Only what this author wrote, as the draft names them.
  public var author: [UInt8]?
  /// Only what is in one of these states; empty for every state.
  ///
  /// What is overdue is also found by what it would be otherwise.
  public var states: Set<ReviewState> = []
  /// Only what is late.
  public var isOverdue = false
  /// Only what has every signature.
  public var isReady = false

  /// A filter with nothing set.
  public init() {}

  /// Whether an item passes.
  public func takes(_ item: ReviewItem, at now: Timestamp) -> Bool {
    if item.turns.isEmpty, !states.contains(item.condition) { return false }
    if let person, !item.whoseTurn.contains(person) { return false }
    if let role, !item.waits(for: role) { return false }
    if let author, item.author != author { return false }
    if !states.isEmpty, !states.contains(item.condition), !states.contains(item.state(at: now)) { return false }
    if isOverdue, !item.isOverdue(at: now) { return false }
    if isReady, item.condition != .approved { return false }
    return true
  }
}

public import Approvals
public import Drafts

/// What waits, in the order in which it should be looked at.
public struct ReviewQueue: Sendable {
  /// The items: those due first come first, those without a date last; of the same date the oldest comes first.
  public let items: [ReviewItem]
  /// The time the queue is of.
  public let now: Timestamp

  /// A queue of items in any order.
  public init(_ items: some Sequence<ReviewItem>, now: Timestamp) {
    self.items = items.sorted(by: Self.precedes)
    self.now = now
  }

  /// The items that pass a filter.
  public func filtered(by filter: ReviewFilter) -> ReviewQueue {
    ReviewQueue(items.filter { filter.takes($0, at: now) }, now: now)
  }

  /// How many items are in a state.
  public func count(_ state: ReviewState) -> Int { items.count { $0.state(at: now) == state } }

  /// Everybody something waits for, sorted.
  public var people: [PersonID] { Set(items.flatMap(\.whoseTurn)).sorted() }

  private static func precedes(_ left: ReviewItem, _ right: ReviewItem) -> Bool {
    switch (left.due, right.due) {
    case (let one?, let other?) where one != other: return one < other
    case (.some, nil): return true
    case (nil, .some): return false
    default: return left.since == right.since ? left.path < right.path : left.since < right.since
    }
  }
}

public import Drafts

/// Which rules somebody should have looked at again by now.
public struct RuleReview: Sendable {
  /// The rules whose `reviewBy` has passed, in the order of their files.
  public let overdue: [Rule]

  /// Compares the dates of the rules in force with a day: that of `now` in UTC.
  public init(_ ruleSet: RuleSet, now: Timestamp) {
    guard let today = now.dateInUTC?.description else {
      overdue = []
      return
    }
    overdue = ruleSet.rules.filter { $0.reviewBy.utf8.lexicographicallyPrecedes(today.utf8) }
  }

  /// How many there are, and the first of them; nil where there is none.
  public var sentence: String? {
    overdue.first.map { first in
      let count = overdue.count == 1 ? "1 rule" : "\(overdue.count) rules"
      return "\(count) should have been looked at again, first \(first.id) by \(first.reviewBy)"
    }
  }
}

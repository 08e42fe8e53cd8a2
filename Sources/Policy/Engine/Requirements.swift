/// What must have matched somewhere in a thread for conditions to hold: most rules are done with after a look at it.
///
/// A necessary condition and no more. Flat, as `PatternCode` is: a node is its operation, its length in numbers and its
/// operands; children follow as nodes.
struct Requirements: Sendable {
  private enum Operation {
    /// Operand: the pattern.
    static let leaf: Int32 = 0
    static let any: Int32 = 1
    static let all: Int32 = 2
    /// Operand: how many children; then these.
    static let count: Int32 = 3
    /// Somebody is talked about.
    static let somebody: Int32 = 4
  }

  private var numbers: [Int32] = []
  /// By condition, where its node starts; -1 where it can hold without any match.
  private var starts: [Int32] = []

  init() {}

  /// What conditions require, numbered by their place in the list.
  init(_ conditions: some Sequence<Condition<Int32>>) {
    for condition in conditions {
      if let code = Self.code(condition) {
        starts.append(Int32(numbers.count))
        numbers += code
      } else {
        starts.append(-1)
      }
    }
  }

  /// The node of a condition; nil where it can hold without any match.
  private static func code(_ condition: Condition<Int32>) -> [Int32]? {
    switch condition {
    case .leaf(let pattern): return [Operation.leaf, 3, pattern]
    case .any(let parts): return count(of: parts, atLeast: 1, Operation.any)
    case .all(let parts):
      let codes = parts.compactMap(code)
      return codes.isEmpty ? nil : node(Operation.all, [], codes)
    case .count(let atLeast, let parts): return count(of: parts, atLeast: atLeast, Operation.count)
    case .none, .declared: return nil
    case .within(_, let inner): return code(inner)
    case .individual: return [Operation.somebody, 2]
    }
  }

  private static func count(of parts: [Condition<Int32>], atLeast: Int, _ operation: Int32) -> [Int32]? {
    let codes = parts.compactMap(code)
    let needed = atLeast - (parts.count - codes.count)
    guard needed > 0 else { return nil }
    return node(operation, operation == Operation.count ? [Int32(needed)] : [], codes)
  }

  private static func node(_ operation: Int32, _ operands: [Int32], _ children: [[Int32]]) -> [Int32] {
    let rest = operands + children.joined()
    return [operation, Int32(2 + rest.count)] + rest
  }

  /// Whether a condition can hold, as far as the patterns say that matched at all.
  func canHold(_ condition: Int, _ matches: MatchTable, somebody: Bool) -> Bool {
    let start = Int(starts[condition])
    guard start >= 0 else { return true }
    return withExtendedLifetime((self, matches)) {
      Self.holds(start, View(numbers), View(matches.isMatched), somebody)
    }
  }

  private static func holds(
    _ node: Int, _ numbers: View<Int32>, _ matched: View<UInt64>, _ somebody: Bool
  ) -> Bool {
    let end = node + Int(numbers[node + 1])
    switch numbers[node] {
    case Operation.leaf:
      let pattern = Int(numbers[node + 2])
      return pattern >> 6 < matched.count && matched[pattern >> 6] & 1 << UInt64(pattern & 63) != 0
    case Operation.somebody: return somebody
    case Operation.all:
      var child = node + 2
      while child < end {
        if !holds(child, numbers, matched, somebody) { return false }
        child += Int(numbers[child + 1])
      }
      return true
    default:
      var missing: Int32 = 1
      var child = node + 2
      if numbers[node] == Operation.count {
        missing = numbers[child]
        child += 1
      }
      while child < end {
        if holds(child, numbers, matched, somebody) { missing -= 1 }
        if missing == 0 { return true }
        child += Int(numbers[child + 1])
      }
      return false
    }
  }
}

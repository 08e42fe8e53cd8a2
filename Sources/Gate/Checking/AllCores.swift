internal import Dispatch
internal import Synchronization

/// Work that needs no repository, spread over all cores.
enum AllCores {
  /// How many items one core takes at a time.
  private static let share = 16

  /// What `body` makes of each item, in the order of the items.
  static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Value
  ) -> [Value] {
    let shares = stride(from: 0, to: items.count, by: share).map { $0..<min($0 + share, items.count) }
    guard shares.count > 1 else { return items.map(body) }
    let done = Mutex([[Value]](repeating: [], count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { number in
      let values = items[shares[number]].map(body)
      done.withLock { $0[number] = values }
    }
    return done.withLock { $0.flatMap { $0 } }
  }
}

internal import Approvals
internal import Changes
internal import Drafts
public import Review

/// A queue for programs; version 1 of the format.
public struct QueueJSON {
  private let queue: ReviewQueue

  /// The objects of a queue.
  public init(_ queue: ReviewQueue) { self.queue = queue }

  /// The whole queue as one object.
  public var object: JSONValue {
    .object([("version", .number(1)), ("items", .array(items))])
  }

  /// One object an item: the lines of `jsonl`.
  public var items: [JSONValue] {
    queue.items.map { item in
      .object([
        ("path", .string(item.path.display)), ("id", .string(item.id.percentEncoded)),
        ("subject", item.subject.map { .string("sha256:\($0)") } ?? .null),
        ("author", item.author.map { .string(String(decoding: $0, as: UTF8.self)) } ?? .null),
        ("state", .string(item.state(at: queue.now).rawValue)),
        ("roles", .object(item.roles.map { ($0.role, .string($0.state.rawValue)) })),
        ("whoseTurn", .array(item.whoseTurn.map { .string($0.description) })),
        ("since", .string(item.since.description)), ("due", item.due.map { .string($0.description) } ?? .null),
        ("findings", .number(item.findings.total)),
      ])
    }
  }
}

import Approvals
import Changes
import Drafts
import Review
import Testing

@Suite("The queue")
struct ReviewQueueTests {
  private static let now = Known.time("2026-11-20T12:00:00Z")

  private static func item(
    _ name: String, _ condition: ReviewState, since: String = "2026-11-20T08:00:00Z", due: String? = nil,
    author: String? = "ada", needs: [Need] = [], people: [String] = ["ada"]
  ) -> ReviewItem {
    let due = due.map { Known.time($0) }
    let turns = people.isEmpty ? [] : [Turn(.edit, of: people.map { Known.person($0) }, due: due)]
    return ReviewItem(
      path: Known.path("drafts/\(name).md"), id: Known.path(name), author: author.map { Array($0.utf8) },
      condition: condition, needs: needs, turns: turns, since: Known.time(since), due: due)
  }

  private static let legal = Need(slot: .role(.legal), state: .missing, isInTurn: true)
  private static let laterLegal = Need(slot: .role(.legal), state: .missing, isInTurn: false)
  private static let signed = Need(slot: .role(.legal), state: .granted, isInTurn: true)

  private static let queue = ReviewQueue(
    [
      item("old", .blocked, since: "2026-11-01T08:00:00Z"),
      item("out", .published, people: []),
      item("late", .needsApproval, due: "2026-11-20T12:00:00Z", needs: [legal], people: ["lena"]),
      item("soon", .needsApproval, due: "2026-11-20T12:00:01Z", author: "olu", needs: [laterLegal], people: ["dana"]),
      item("young", .objected, since: "2026-11-19T08:00:00Z", author: nil),
      item("done", .approved, due: "2026-11-21T00:00:00Z", needs: [signed], people: ["olu", "ada"]),
      item("stale", .stale, due: "2026-11-19T00:00:00Z", needs: [legal], people: ["per"]),
    ], now: now)

  @Test("what is due first comes first, then what waits longest")
  func order() {
    let names = Self.queue.items.map(\.id.display)
    #expect(names == ["stale", "late", "soon", "done", "old", "young", "out"])
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let names: [String]
    let change: @Sendable (inout ReviewFilter) -> Void
  }

  @Test(
    "filters",
    arguments: [
      Row(testDescription: "nothing", names: ["stale", "late", "soon", "done", "old", "young"]) { _ in },
      Row(testDescription: "person", names: ["done", "old", "young"]) { $0.person = Known.person("ada") },
      Row(testDescription: "role whose turn it is", names: ["stale", "late"]) { $0.role = .legal },
      Row(testDescription: "author", names: ["soon"]) { $0.author = Array("olu".utf8) },
      Row(testDescription: "overdue filter", names: ["stale", "late"]) { $0.isOverdue = true },
      Row(testDescription: "overdue state", names: ["stale", "late"]) { $0.states = [.overdue] },
      Row(testDescription: "what it would be otherwise", names: ["stale"]) { $0.states = [.stale] },
      Row(testDescription: "published", names: ["out"]) { $0.states = [.published] },
      Row(testDescription: "two states", names: ["old", "young"]) { $0.states = [.blocked, .objected] },
      Row(testDescription: "ready", names: ["done"]) { $0.isReady = true },
      Row(testDescription: "together", names: []) {
        $0.isReady = true
        $0.isOverdue = true
      },
    ])
  func filters(_ row: Row) {
    var filter = ReviewFilter()
    row.change(&filter)
    #expect(Self.queue.filtered(by: filter).items.map(\.id.display) == row.names)
  }

  @Test("counts by state, people by id")
  func counts() {
    #expect(Self.queue.count(.overdue) == 2 && Self.queue.count(.needsApproval) == 1 && Self.queue.count(.stale) == 0)
    #expect(Self.queue.people.map(\.description) == ["ada", "dana", "lena", "olu", "per"])
  }

  @Test("of several signatures in one role the worst is shown")
  func worst() {
    let needs = [
      Need(slot: .anyone, state: .granted, isInTurn: true), Need(slot: .anyone, state: .stale, isInTurn: true),
      Need(slot: .anyone, state: .missing, isInTurn: true),
    ]
    let item = Self.item("x", .stale, needs: needs)
    #expect(item.roles.map(\.role) == ["second-person"] && item.roles.map(\.state) == [.stale])
  }
}

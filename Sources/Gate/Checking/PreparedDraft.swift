internal import Changes
internal import Dispatch
internal import Drafts
internal import Media
internal import Policy
internal import Synchronization

/// A draft with everything its judgement needs, so that any core can judge it; or a file that is refused as it is.
public struct PreparedDraft: Sendable {
  enum Content: Sendable {
    case draft(Draft, context: [[UInt8]], inspections: [RepositoryPath: MediaInspection]?)
    case refused(CheckedDraft)
  }

  let content: Content
  let shownPath: String?

  init(_ draft: Draft, context: [[UInt8]], inspections: [RepositoryPath: MediaInspection]?, shownPath: String?) {
    content = .draft(draft, context: context, inspections: inspections)
    self.shownPath = shownPath
  }

  /// A file that is refused.
  public init(_ refused: CheckedDraft) {
    content = .refused(refused)
    shownPath = nil
  }
}

extension DraftChecker {
  /// How many drafts are in memory at once.
  private static let batch = 512
  /// How many of these one core takes at a time.
  private static let share = 16

  /// Checks many files on all cores and hands each on in the order given.
  ///
  /// Files are read one after another on the calling thread. Where one cannot be read, those before it are handed on
  /// and the error is thrown.
  public func checkAll<Item>(
    _ items: [Item], prepare: (Item) throws(GateError) -> PreparedDraft, visit: (CheckedDraft) throws(GateError) -> Void
  ) throws(GateError) {
    var start = 0
    while start < items.count {
      var prepared: [PreparedDraft] = []
      var failure: GateError?
      for item in items[start..<min(start + Self.batch, items.count)] {
        do {
          prepared.append(try prepare(item))
        } catch {
          failure = error
          break
        }
      }
      for draft in judge(prepared) { try visit(draft) }
      if let failure { throw failure }
      start += Self.batch
    }
  }

  private func judge(_ drafts: [PreparedDraft]) -> [CheckedDraft] {
    let shares = stride(from: 0, to: drafts.count, by: Self.share).map { $0..<min($0 + Self.share, drafts.count) }
    guard shares.count > 1 else { return drafts.map { judge($0) } }
    let judged = Mutex([[CheckedDraft]](repeating: [], count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { number in
      let checked = drafts[shares[number]].map { judge($0) }
      judged.withLock { $0[number] = checked }
    }
    return judged.withLock { $0.flatMap { $0 } }
  }
}

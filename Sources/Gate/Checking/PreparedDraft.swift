internal import Changes
internal import Drafts
internal import Media
internal import Policy

/// A draft with everything its judgement needs, so that any core can judge it; or a file whose answer is known already.
public struct PreparedDraft: Sendable {
  enum Content: Sendable {
    case draft(Draft, context: [[UInt8]], inspections: [RepositoryPath: MediaInspection]?)
    case answered(CheckedDraft)
  }

  let content: Content
  let shownPath: String?

  init(_ draft: Draft, context: [[UInt8]], inspections: [RepositoryPath: MediaInspection]?, shownPath: String?) {
    content = .draft(draft, context: context, inspections: inspections)
    self.shownPath = shownPath
  }

  /// A file that is refused as it is, or was judged before.
  public init(_ answered: CheckedDraft) {
    content = .answered(answered)
    shownPath = nil
  }
}

extension DraftChecker {
  /// How many drafts are in memory at once.
  static let batch = 512

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
      for draft in AllCores.map(prepared, judge) { try visit(draft) }
      if let failure { throw failure }
      start += Self.batch
    }
  }
}

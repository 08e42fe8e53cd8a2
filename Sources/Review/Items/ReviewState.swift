/// Where a draft is on its way to being published, by the words programs read.
public enum ReviewState: String, Hashable, Sendable, CaseIterable {
  /// It cannot be read, so nothing can be said about it.
  case unreadable
  /// Only editing helps: a rule blocks it, something it needs is missing, or a consent it rests on has ended.
  case blocked
  /// A holder of a role objects.
  case objected
  /// Somebody signed, and it does not count any more.
  case stale
  /// Somebody has to sign who has not.
  case needsApproval = "needs-approval"
  /// Everything needed is signed.
  case approved
  /// Signatures or the publication are due and did not come, or its date has passed.
  case overdue
  /// It is out.
  case published
}

public import Approvals
public import Drafts

/// Something a draft waits for, and the people it waits for.
public struct Turn: Hashable, Sendable {
  /// What is to be done.
  public enum Task: Hashable, Sendable {
    /// Make the file readable.
    case repair
    /// Edit the draft: a rule blocks it, or something it needs is missing.
    case edit
    /// Give it another date: it should have gone out already.
    case reschedule
    /// Answer an objection, by editing or by talking to whoever objects.
    case settle
    /// Sign.
    case sign(Requirement.Slot)
    /// Sign again, because an earlier signature does not count any more.
    case signAgain(Requirement.Slot)
    /// Publish: everything is signed.
    case publish
    /// Take the published post down.
    case takeDown
    /// Mend the policy, which asks nobody to sign.
    case mendPolicy
  }

  /// What is to be done.
  public let task: Task
  /// Who can do it, sorted; empty where nobody can.
  public let people: [PersonID]
  /// Until when, where there is a limit.
  public let due: Timestamp?

  /// A turn with every field given.
  public init(_ task: Task, of people: [PersonID], due: Timestamp? = nil) {
    self.task = task
    self.people = people
    self.due = due
  }
}

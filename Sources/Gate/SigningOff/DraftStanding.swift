public import Approvals
public import Changes
internal import Review

/// Where a draft was read from.
public enum DraftOrigin: Hashable, Sendable {
  /// The commit HEAD is at.
  case head
  /// What is staged.
  case index
  /// Another commit.
  case commit(ObjectID)

  /// The words for people.
  public var words: String {
    switch self {
    case .head: "as committed"
    case .index: "as staged"
    case .commit(let id): "as of commit \(id.hex.prefix(12))"
    }
  }
}

/// A draft, what the policy says about it, what it needs and what it has.
public struct DraftStanding: Sendable {
  /// The draft and its findings.
  public let checked: CheckedDraft
  /// Where it was read.
  public let origin: DraftOrigin
  /// What a signature binds; nil where an obstacle leaves nothing to sign.
  public let manifest: SubjectManifest?
  /// Why there is nothing to sign.
  public let obstacle: SubjectObstacle?
  /// What must be signed, by whom and until when; nil where there is nothing to sign.
  public let question: StandingQuestion?
  /// The records that may concern it, whether they count or not.
  public let evidence: [Evidence]
  /// What it has against what it needs; nil where there is nothing to sign.
  public let standing: Standing?

  /// The draft's id.
  public var id: RepositoryPath { checked.id }
  /// The path it was read at.
  public var path: RepositoryPath { checked.path }
  /// The digest of what a reviewer sees.
  public var subject: Subject? { manifest?.subject }
  /// Whether everything needed is signed and nothing speaks against it.
  public var isApproved: Bool { standing?.isApproved ?? false }
  /// The records among the evidence, by id.
  public var records: [RecordID: Record] {
    Dictionary(evidence.compactMap { $0.record.map { ($0.id, $0) } }) { first, _ in first }
  }

  /// The roles somebody could sign in now, so that it would count.
  ///
  /// Empty for whoever made the draft, holds no role that is asked, or is a program.
  public func roles(of person: Person) -> [Role] {
    guard let question, person.kind == .human else { return [] }
    let requirement = question.requirement
    if question.contributors.people.contains(person.id), !requirement.admitsContributors { return [] }
    let held = Set(person.assignments.map(\.role).filter { person.holds($0, at: question.now) })
    let asked = requirement.slots.contains(.anyone) ? held : held.intersection(requirement.roles)
    return asked.sorted()
  }

  /// Who could sign for a role now so that it would count, sorted by id.
  ///
  /// Whoever fills another slot already is not among them.
  public func candidates(for slot: Requirement.Slot) -> [PersonID] {
    guard let question, let standing else { return [] }
    return SlotCandidates(question: question, standing: standing).people(for: slot)
  }
}

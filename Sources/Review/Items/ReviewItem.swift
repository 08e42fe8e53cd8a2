public import Approvals
public import Changes
public import Drafts

/// One draft in the queue: what state it is in, whom it waits for, since when and until when.
public struct ReviewItem: Hashable, Sendable {
  /// Why an item is where it is, and what whoever looks at the queue should know.
  public enum Notice: Hashable, Sendable {
    /// A consent it rests on has ended.
    case consentEnded(Approvals.ConsentReference, Timestamp)
    /// A consent it rests on ends within ``ReviewItem/noticePeriod``.
    case consentEnding(Approvals.ConsentReference, Timestamp)
    /// Its `expiryDate` has passed.
    case pastExpiry(Timestamp)
    /// Its first signature ceases to count before it goes out, or within ``ReviewItem/noticePeriod``.
    case signatureEnding(Timestamp)
    /// The author it names is not in people.yaml, or it names none; one more signature is needed.
    case unknownAuthor
    /// Somebody else contributed who is not in people.yaml; one more signature is needed.
    case unknownContributor
    /// Rules block it, by their ids.
    case blockedBy([String])
    /// There is nothing to sign; the sentence says why.
    case lacking(String)
    /// Somebody objects in a role.
    case objection(PersonID, Role)
  }

  /// How long before its end a consent or a signature is mentioned, in seconds: a week.
  public static let noticePeriod: Int = 7 * 86_400

  /// Where the file is.
  public let path: RepositoryPath
  /// The draft's id.
  public let id: RepositoryPath
  /// What a reviewer sees; nil where there is nothing to sign.
  public let subject: Subject?
  /// The author it names, as written; nil where it names none.
  public let author: [UInt8]?
  /// What holds it up, whether it is late or not.
  public let condition: ReviewState
  /// The signatures it needs, in the order of the requirement.
  public let needs: [Need]
  /// What it waits for; empty where it waits for nothing.
  public let turns: [Turn]
  /// Since when it waits: by the date of a commit or the clock of a signer, so asserted and not proven.
  public let since: Timestamp
  /// Until when something is expected; nil where nothing says so.
  public let due: Timestamp?
  /// What the rules found.
  public let findings: FindingCounts
  /// Why it is where it is, and what else to know.
  public let notices: [Notice]

  /// An item with every field given.
  public init(
    path: RepositoryPath, id: RepositoryPath, subject: Subject? = nil, author: [UInt8]? = nil, condition: ReviewState,
    needs: [Need] = [], turns: [Turn] = [], since: Timestamp, due: Timestamp? = nil,
    findings: FindingCounts = FindingCounts(), notices: [Notice] = []
  ) {
    self.path = path
    self.id = id
    self.subject = subject
    self.author = author
    self.condition = condition
    self.needs = needs
    self.turns = turns
    self.since = since
    self.due = due
    self.findings = findings
    self.notices = notices
  }

  /// Whether what is expected did not come in time.
  public func isOverdue(at now: Timestamp) -> Bool { due.map { $0 <= now } ?? false }

  /// The state: ``condition``, or overdue where signing or publishing is late.
  ///
  /// What is blocked or objected stays so: the time is not what holds it up.
  public func state(at now: Timestamp) -> ReviewState {
    switch condition {
    case .stale, .needsApproval, .approved: isOverdue(at: now) ? .overdue : condition
    default: condition
    }
  }

  /// Everybody it waits for, sorted.
  public var whoseTurn: [PersonID] { Set(turns.flatMap(\.people)).sorted() }

  /// How each role stands: of several signatures in one role the one that says most against the draft.
  public var roles: [(role: String, state: Need.State)] {
    var roles: [(role: String, state: Need.State)] = []
    for need in needs {
      let name = need.slot.description
      if let known = roles.firstIndex(where: { $0.role == name }) {
        roles[known].state = max(roles[known].state, need.state)
      } else {
        roles.append((name, need.state))
      }
    }
    return roles
  }

  /// Whether it is one that waits for a role to sign now.
  public func waits(for role: Role) -> Bool {
    needs.contains { $0.slot == .role(role) && $0.isInTurn && ($0.state == .missing || $0.state == .stale) }
  }
}

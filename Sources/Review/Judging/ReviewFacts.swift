public import Approvals
public import Changes
public import Drafts

/// Everything an item of the queue is a function of, except people, policy and time.
public struct ReviewFacts: Sendable {
  /// Where the file is.
  public var path: RepositoryPath
  /// The draft's id.
  public var id: RepositoryPath
  /// Whether it is in the published tree.
  public var isPublished: Bool
  /// Whether it could be read.
  public var isReadable: Bool
  /// Why there is nothing to sign, in one sentence: something it shows, answers or rests on is missing; nil where there
  /// is.
  public var obstacle: String?
  /// The author it names, as written.
  public var author: [UInt8]?
  /// When it is to go out.
  public var publishDate: Timestamp?
  /// When it is to be taken down.
  public var expiryDate: Timestamp?
  /// The consents on file that it relies on.
  public var consents: [Consent]
  /// What the rules found.
  public var findings: FindingCounts
  /// The rules that block it, by their ids, once each.
  public var blockingRules: [String]
  /// Whether nothing blocks it but that its date has passed.
  public var isPastDate: Bool
  /// Who made it.
  public var contributors: Contributors
  /// The date of the newest commit that touched it.
  public var changed: Timestamp
  /// What it needs; nil where there is nothing to sign.
  public var question: StandingQuestion?
  /// What it has; nil where there is nothing to sign.
  public var standing: Standing?
  /// The records that may concern it.
  public var evidence: [Evidence]

  /// Facts about a file that could not be read; set the others where it could.
  public init(
    path: RepositoryPath, id: RepositoryPath, isPublished: Bool, contributors: Contributors, changed: Timestamp
  ) {
    self.path = path
    self.id = id
    self.isPublished = isPublished
    isReadable = false
    obstacle = nil
    author = nil
    publishDate = nil
    expiryDate = nil
    consents = []
    findings = FindingCounts()
    blockingRules = []
    isPastDate = false
    self.contributors = contributors
    self.changed = changed
    question = nil
    standing = nil
    evidence = []
  }
}

import Drafts
public import YAML

/// What `policy.yaml` says about approvals.
///
/// ```yaml
/// repo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10
/// roles:
///   privacy-officer: {maximumAge: 14d, reviewWithin: 8h}
///   legal: {after: [clinical-lead]}
///   brand: {}                        # declares an optional role; undeclared ones fall back
/// approvals:
///   secondPerson: true               # every draft, findings or not
///   samePerson: false                # one person may fill several roles: for tiny practices only
///   maximumAge: 30d
///   reviewWithin: 24h
/// gate:
///   refs: [refs/heads/main]
/// ```
/// Other keys of the file are read elsewhere.
public struct ApprovalPolicy: Hashable, Sendable {
  /// What the policy says about one role.
  public struct RoleTerms: Hashable, Sendable {
    /// How long a signature in the role counts at most, in seconds; `nil` takes the policy's.
    public let maximumAge: Int?
    /// How soon the role is expected to answer, in seconds; `nil` takes the policy's.
    ///
    /// Silence is never consent.
    public let reviewWithin: Int?
    /// The roles that sign before this one, where the same draft asks them.
    public let after: [Role]

    /// Terms with every field given.
    public init(maximumAge: Int? = nil, reviewWithin: Int? = nil, after: [Role] = []) {
      self.maximumAge = maximumAge
      self.reviewWithin = reviewWithin
      self.after = after
    }
  }

  /// The repository's id.
  public let repository: RepositoryID
  /// The roles the file declares.
  public let terms: [Role: RoleTerms]
  /// Whether every draft needs a second person, findings or not.
  public let secondPerson: Bool
  /// Whether one person may fill several roles of one draft.
  public let samePerson: Bool
  /// How long a signature counts at most, in seconds, where the role does not say.
  public let maximumAge: Int
  /// How soon an answer is expected, in seconds, where the role does not say.
  public let reviewWithin: Int
  /// The full names of the gated refs, as bytes.
  public let gatedRefs: [[UInt8]]

  /// A policy with every field given.
  public init(
    repository: RepositoryID, terms: [Role: RoleTerms] = [:], secondPerson: Bool = true, samePerson: Bool = false,
    maximumAge: Int = 30 * 86_400, reviewWithin: Int = 24 * 3600, gatedRefs: [[UInt8]] = []
  ) {
    self.repository = repository
    self.terms = terms
    self.secondPerson = secondPerson
    self.samePerson = samePerson
    self.maximumAge = maximumAge
    self.reviewWithin = reviewWithin
    self.gatedRefs = gatedRefs
  }

  /// Reads the keys `repo`, `roles`, `approvals` and `gate` of the root of `policy.yaml`.
  ///
  /// - Throws: `YAMLError` with the place of a missing `repo`, an unknown key below the four, a malformed value, or
  ///   roles that wait for each other. Other keys of the root are not looked at.
  public init(parsing root: YAMLNode) throws(YAMLError) {
    let mapping = try root.mapping(expected: "a policy")
    let repo = try mapping.required("repo")
    guard let repository = RepositoryID(try repo.trustBytes("a UUID")) else {
      throw YAMLError(.badValue("not a UUID in lower case"), at: repo.range)
    }
    var terms: [Role: RoleTerms] = [:]
    for entry in try mapping["roles"]?.mapping(expected: "a mapping of roles").entries ?? [] {
      guard let role = Role(entry.key) else {
        throw YAMLError(.badValue("not a role: lower-case letters, digits, dots and dashes"), at: entry.keyRange)
      }
      terms[role] = try Self.roleTerms(entry.value)
    }
    if let role = Self.waitingInCircle(terms).sorted().first,
      let entry = try mapping["roles"]?.mapping().entry(role.description)
    {
      throw YAMLError(.badValue("roles wait for each other; `after` must not form a circle"), at: entry.keyRange)
    }
    let approvals = try mapping["approvals"]?.mapping(
      keys: ["secondPerson", "samePerson", "maximumAge", "reviewWithin"], expected: "approvals")
    let refs = try mapping["gate"]?.mapping(keys: ["refs"], expected: "a gate")["refs"]
    for ref in refs?.oneOrMany ?? [] where !(try ref.trustBytes("a ref")).starts(with: Array("refs/".utf8)) {
      throw YAMLError(.badValue("write the full name of the ref, like refs/heads/main"), at: ref.range)
    }
    self.init(
      repository: repository, terms: terms,
      secondPerson: try approvals?["secondPerson"]?.bool() ?? true,
      samePerson: try approvals?["samePerson"]?.bool() ?? false,
      maximumAge: try approvals?["maximumAge"]?.duration() ?? 30 * 86_400,
      reviewWithin: try approvals?["reviewWithin"]?.duration() ?? 24 * 3600,
      gatedRefs: try refs?.names() ?? [])
  }

  /// The roles that sign when a rule asks for a role: itself where it is declared or one every repository has,
  /// otherwise all of its fallbacks.
  ///
  /// An unknown role stands for itself, so that nobody can sign for it until it is declared.
  public func signingRoles(for role: Role) -> [Role] {
    if terms[role] != nil || Role.core.contains(role) { return [role] }
    return Role.fallbacks[role] ?? [role]
  }

  /// How long a signature in the role counts at most, in seconds.
  public func maximumAge(of role: Role) -> Int { terms[role]?.maximumAge ?? maximumAge }

  /// How soon the role is expected to answer, in seconds.
  public func reviewWithin(of role: Role) -> Int { terms[role]?.reviewWithin ?? reviewWithin }

  private static func roleTerms(_ node: YAMLNode) throws(YAMLError) -> RoleTerms {
    if node.isNull { return RoleTerms() }
    let mapping = try node.mapping(keys: ["maximumAge", "reviewWithin", "after"], expected: "a role's terms")
    var after: [Role] = []
    for item in mapping["after"]?.oneOrMany ?? [] { after.append(try item.role()) }
    return RoleTerms(
      maximumAge: try mapping["maximumAge"]?.duration(), reviewWithin: try mapping["reviewWithin"]?.duration(),
      after: after)
  }

  /// The roles left when every role that waits for none of the rest is taken away, again and again.
  private static func waitingInCircle(_ terms: [Role: RoleTerms]) -> Set<Role> {
    var rest = Set(terms.keys)
    while let free = rest.first(where: { role in terms[role]?.after.allSatisfy { !rest.contains($0) } ?? true }) {
      rest.remove(free)
    }
    return rest
  }
}

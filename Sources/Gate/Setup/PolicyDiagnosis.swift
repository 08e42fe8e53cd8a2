internal import Approvals
internal import Changes
public import Drafts
public import Git
internal import Policy
internal import YAML

/// Looks at the policy of a repository and at the files that say whom to trust.
public struct PolicyDiagnosis {
  private let repository: Repository
  private let now: Timestamp

  /// A look at a repository at a time.
  public init(_ repository: Repository, now: Timestamp) {
    self.repository = repository
    self.now = now
  }

  /// Everything found, in the order in which it is best repaired.
  public func diagnoses() -> [Diagnosis] {
    do {
      let policy = try RepositoryCheck.policy(of: repository)
      switch policy.origin {
      case .builtIn, .given:
        return [missing]
      case .index:
        return [.warn("policy", "it is staged but not committed; \(rules(policy))", remedy: "commit .chaperone")]
          + trust(try IndexFiles(repository), policy) + reviews(policy)
      case .commit(let id):
        let tree = try reading { () throws(GitError) in try repository.commit(id).tree }
        return [.ok("policy", "\(rules(policy)), from commit \(id.hex.prefix(12))")]
          + trust(TreeFiles(repository, tree: tree), policy) + reviews(policy)
      }
    } catch {
      return [.unknown("policy", error, remedy: "repair the file and commit it; until then every check ends with 3")]
    }
  }

  /// No commit and no index has a policy; the work tree may have one all the same.
  private var missing: Diagnosis {
    let path = PolicyInForce.policyFile
    if let top = repository.workDirectory,
      let found = try? WorkTreeFiles(top: top).read(path, limit: PolicyInForce.sizeLimit),
      !found.isEmpty
    {
      return .fail(
        "policy", "\(path) is not in force, because it is not staged", remedy: "git add .chaperone && git commit")
    }
    return .fail("policy", "there is no \(path)", remedy: "run `chaperone init`")
  }

  private func rules(_ policy: PolicyInForce) -> String {
    let rules = policy.checker.ruleSet.rules
    return "\(rules.count) rules of \(Set(rules.map(\.pack)).sorted().joined(separator: ", "))"
  }

  private func reviews(_ policy: PolicyInForce) -> [Diagnosis] {
    guard let sentence = RuleReview(policy.checker.ruleSet, now: now).sentence else {
      return [.ok("rules", "none is overdue for review")]
    }
    return [
      .warn("rules", sentence, remedy: "run `chaperone rules update`, and look at your own rules again")
    ]
  }

  /// Every trust file is read as a gate reads it.
  private func trust(_ files: some FileSource, _ policy: PolicyInForce) -> [Diagnosis] {
    var found: [Diagnosis] = []
    var people: People?
    for (name, parse) in Self.parsers {
      let path = PolicyInForce.folder.appending(name)
      do {
        guard let text = try files.read(path, limit: PolicyInForce.sizeLimit) else {
          found.append(
            .fail(path.display, "the file is missing", remedy: "run `chaperone init`, which adds what is missing"))
          continue
        }
        if let problem = parse(text) {
          found.append(.fail(path.display, problem, remedy: "repair the file; until then no approval counts"))
          continue
        }
        found.append(.ok(path.display, "can be read"))
        if name == Self.peopleFile { people = try? People(parsing: YAMLNode.parse(text)) }
      } catch {
        found.append(.unknown(path.display, error, remedy: "repair the repository"))
      }
    }
    if let people { found += persons(people, policy) }
    return found
  }

  private static let peopleFile: RepositoryPath = "people.yaml"

  /// The trust files, and what is wrong with the text of one; nil where nothing is.
  private static let parsers: [(name: RepositoryPath, parse: @Sendable ([UInt8]) -> String?)] = [
    (peopleFile, { yamlProblem($0) { root throws(YAMLError) in _ = try People(parsing: root) } }),
    ("consents.yaml", { yamlProblem($0) { root throws(YAMLError) in _ = try Consents(parsing: root) } }),
    ("allowed_signers", { lineProblem($0) { text throws(TrustLineError) in _ = try AllowedSigners(parsing: text) } }),
    ("revoked_keys", { lineProblem($0) { text throws(TrustLineError) in _ = try RevokedKeys(parsing: text) } }),
  ]

  private static func yamlProblem(_ text: [UInt8], _ parse: (YAMLNode) throws(YAMLError) -> Void) -> String? {
    do {
      try parse(YAMLNode.parse(text))
      return nil
    } catch {
      return "line \(error.range.start.line), column \(error.range.start.column): \(error.message)"
    }
  }

  private static func lineProblem(_ text: [UInt8], _ parse: ([UInt8]) throws(TrustLineError) -> Void) -> String? {
    do {
      try parse(text)
      return nil
    } catch {
      return "line \(error.line): \(error.description)"
    }
  }

  /// Whether whoever commits here is known, and whether one person alone can change the policy.
  private func persons(_ people: People, _ policy: PolicyInForce) -> [Diagnosis] {
    var found: [Diagnosis] = []
    let email = (try? repository.configurationByGit("user.email")) ?? nil
    if let email, let person = people.person(withEmail: EmailAddress(email)) {
      found.append(.ok("you", "are \(person) in .chaperone/people.yaml"))
    } else {
      found.append(
        .warn(
          "you",
          email == nil ? "have no user.email in git" : "your user.email stands for nobody in .chaperone/people.yaml",
          remedy: "set user.email to an address of .chaperone/people.yaml, or have it added there"))
    }
    guard policy.approvals?.gatedRefs.isEmpty == false else { return found }
    switch people.holders(of: .policyOwner, at: now).count {
    case 0:
      found.append(
        .fail(
          "policy owners", "there is none, so nobody can change the policy",
          remedy: "give the role policy-owner in .chaperone/people.yaml"))
    case 1:
      found.append(
        .warn(
          "policy owners", "there is one, who changes the policy alone",
          remedy: "give a second person the role policy-owner"))
    case let count: found.append(.ok("policy owners", "\(count)"))
    }
    return found
  }
}

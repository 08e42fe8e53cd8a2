internal import Approvals
internal import BuiltinRules
public import Changes
internal import Drafts
public import Git
public import Policy
internal import YAML

/// The policy a check applies, and where it was taken from.
public struct PolicyInForce: Sendable {
  /// Where a policy comes from.
  public enum Origin: Sendable, Equatable {
    /// `.chaperone/` of a commit: what is already accepted, never the change under test.
    case commit(ObjectID)
    /// `.chaperone/` of the index, while no commit has one.
    case index
    /// The packs built into the program, where there is no `.chaperone/`.
    case builtIn
    /// A folder of rules that was named for this one check.
    case given
  }

  /// Where it was taken from.
  public let origin: Origin
  /// The settings of the organisation.
  public let organisation: Organisation
  /// The rules, ready to be applied.
  public let checker: Checker
  /// Whether answers list whom a draft talks about.
  public var namesIndividuals = false
  /// The files the rules were read from: their paths below the rules folder and their texts; none where what they were
  /// compiled to was kept.
  public var ruleFiles: [RuleSet.File] { ownFiles ?? BuiltinRules.files.map { ($0.path, $0.text) } }
  private let ownFiles: [RuleSet.File]?
  /// What the same policy says about approvals; nil where there is no `policy.yaml`.
  let approvals: ApprovalPolicy?

  /// The folder a repository keeps its policy in.
  public static let folder: RepositoryPath = ".chaperone"
  static let policyFile: RepositoryPath = ".chaperone/policy.yaml"
  static let directoryFile: RepositoryPath = ".chaperone/directory.yaml"
  static let consentsFile: RepositoryPath = ".chaperone/consents.yaml"
  static let rulesFolder: RepositoryPath = ".chaperone/rules"
  /// No policy file is anywhere near this long; a longer one is refused.
  static let sizeLimit = 4 * 1_048_576

  /// Every pack this build comes with.
  public static let packs: Set<String> = ["core", "us", "uk", "au", "eu", "ca", "es"]

  /// The built-in rules with every setting at its standard value; the packs of countries are off unless named.
  public static func builtIn(packs: Set<String> = ["core"]) throws(GateError) -> PolicyInForce {
    try PolicyInForce(
      origin: .builtIn, organisation: standard(packs), directory: Directory(), consents: nil, rules: .builtIn,
      approvals: nil)
  }

  /// Rules from somewhere else than a repository, with every other setting at its standard value.
  public static func given(
    _ rules: [RuleSet.File], packs: Set<String> = packs.union(["local"])
  ) throws(GateError) -> PolicyInForce {
    try PolicyInForce(
      origin: .given, organisation: standard(packs), directory: Directory(), consents: nil, rules: .files(rules),
      approvals: nil)
  }

  /// The same rules read from their files: with the examples and patterns that the compiled form leaves out.
  ///
  /// For commands about rules; a check needs none of it.
  public func readingRuleFiles() throws(GateError) -> PolicyInForce {
    try PolicyInForce(
      origin: origin, organisation: organisation, directory: Directory(), consents: nil, rules: .files(ruleFiles),
      approvals: approvals)
  }

  private static func standard(_ packs: Set<String>) -> Organisation {
    var organisation = Organisation.standard
    organisation.packs = packs
    return organisation
  }

  /// The policy of the files a commit or the index holds; the built-in one where they hold none.
  ///
  /// - Parameter repository: where what changed rules are compiled to is kept, for a check that decides for nobody else.
  ///
  /// Throws where a file of the policy cannot be read: no check is made then.
  public static func load(
    from files: some FileSource, origin: Origin, keepingRulesIn repository: Repository? = nil
  ) throws(GateError) -> PolicyInForce {
    guard let text = try files.read(policyFile, limit: sizeLimit) else { return try builtIn() }
    let organisation: Organisation
    let directory: Directory
    do {
      organisation = try Organisation.read(text, path: policyFile.display)
      let ours = try files.read(directoryFile, limit: sizeLimit)
      directory =
        try ours.map { bytes throws(PolicyError) in try Directory(bytes, path: directoryFile.display) } ?? Directory()
    } catch let error as PolicyError {
      throw .policy(PolicyErrors([error]))
    } catch let error as GateError {
      throw error
    } catch {
      throw .unreadable("\(error)")
    }
    let consents = try Self.consents(in: files)
    let approvals: ApprovalPolicy?
    do {
      approvals = try ApprovalPolicy(parsing: YAMLNode.parse(text))
    } catch {
      throw .policy(PolicyErrors([PolicyError(path: policyFile.display, range: error.range, message: error.message)]))
    }
    // Built-in rules that were not changed need not be read: their compiled form is in the program.
    let folder = try files.folderID(rulesFolder)
    var rules = Rules.builtIn
    var kept: KeptRules?
    if folder?.hex != BuiltinRules.tree {
      if let repository, let folder { kept = KeptRules(of: folder, packs: organisation.packs, in: repository) }
      if let ruleSet = kept?.read(packs: organisation.packs) {
        rules = .kept(ruleSet)
      } else {
        let texts = try files.files(under: rulesFolder, limit: sizeLimit).map { path, bytes in
          RuleSet.File(
            path: path.relative(to: rulesFolder)?.display ?? path.display, text: String(decoding: bytes, as: UTF8.self))
        }
        if !texts.isEmpty { rules = .files(texts) }
      }
    }
    let policy = try PolicyInForce(
      origin: origin, organisation: organisation, directory: directory, consents: consents, rules: rules,
      approvals: approvals)
    if case .files = rules { kept?.write(policy.checker.ruleSet) }
    return policy
  }

  /// The register of consents; empty where the repository has none.
  static func consents(in files: some FileSource) throws(GateError) -> Consents {
    guard let text = try files.read(consentsFile, limit: sizeLimit) else { return Consents([]) }
    return try TrustInForce.yaml(consentsFile, text) { node throws(YAMLError) in try Consents(parsing: node) }
  }

  /// Refuses a repository's copy of a built-in rule that is less strict than the original.
  private static func refuseLowered(_ ruleSet: RuleSet, packs: Set<String>) throws(PolicyErrors) {
    var originals: [String: Severity] = [:]
    for rule in try BuiltinRules.ruleSet(packs: packs).rules { originals[rule.id] = rule.severity }
    let errors = ruleSet.rules.compactMap { rule -> PolicyError? in
      guard let original = originals[rule.id], rule.severity < original else { return nil }
      return PolicyError(
        path: "\(rulesFolder.display)/\(rule.path)", range: nil,
        message: "\(rule.id) is built in as \(original.rawValue) and can only be raised, not lowered to "
          + "\(rule.severity.rawValue); `chaperone rules update --force` restores it")
    }
    if !errors.isEmpty { throw PolicyErrors(errors) }
  }

  /// Where rules come from.
  private enum Rules {
    case builtIn
    case files([RuleSet.File])
    /// What such files were compiled to before, and found not to be less strict than those built in.
    case kept(RuleSet)
  }

  private init(
    origin: Origin, organisation: Organisation, directory: Directory, consents: Consents?, rules: Rules,
    approvals: ApprovalPolicy?
  ) throws(GateError) {
    self.origin = origin
    self.organisation = organisation
    self.approvals = approvals
    do {
      let ruleSet: RuleSet
      switch rules {
      case .builtIn:
        ownFiles = nil
        ruleSet = try BuiltinRules.ruleSet(packs: organisation.packs)
      case .files(let files):
        ownFiles = files
        ruleSet = try RuleSet(files: files, packs: organisation.packs)
        if origin != .given { try Self.refuseLowered(ruleSet, packs: organisation.packs) }
      case .kept(let kept):
        ownFiles = []
        ruleSet = kept
      }
      checker = try Checker(ruleSet: ruleSet, organisation: organisation, directory: directory, consents: consents)
    } catch {
      throw .policy(error)
    }
  }
}

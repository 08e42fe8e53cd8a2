public import Changes
public import Drafts
public import YAML

/// The part of `policy.yaml` that decides what is checked and how strictly.
///
/// Who must sign, and the gate, are read from the same file by the approvals.
public struct Organisation: Sendable {
  /// The packs that are on; `core` always is.
  public var packs: Set<String>
  /// The folder of work in progress.
  public var drafts: RepositoryPath
  /// The folder of what has been published.
  public var published: RepositoryPath
  /// The folder of pictures and films.
  public var media: RepositoryPath
  /// The channels there are; empty allows every channel that is built in.
  public var channels: [Channel]
  /// Built-in rules made stricter: the severity, and for `approve` who must sign.
  public var raised: [String: Raise]

  /// Since when everything waits because of a crisis, except what is said about it; nil where there is none.
  public var hold: Timestamp? = nil

  /// A rule made stricter.
  public struct Raise: Sendable {
    /// Never below the severity of the rule.
    public var severity: Severity
    /// Who must sign besides those the rule names.
    public var roles: [String]
    /// Where it is written.
    public var range: SourceRange
  }

  /// What holds outside any repository, and what `init` starts from.
  public static let standard = Organisation(
    packs: ["core"], drafts: "drafts", published: "published", media: "media", channels: [], raised: [:])

  /// Every key of `policy.yaml`, those that the approvals read included.
  public static let keys = [
    "version", "repo", "packs", "roots", "channels", "raise", "roles", "approvals", "gate", "hold",
  ]

  /// Reads `policy.yaml`.
  ///
  /// Keys that are absent keep their standard value.
  public static func read(_ text: [UInt8], path: String) throws(PolicyError) -> Organisation {
    do {
      return try read(try YAMLNode.parse(text))
    } catch {
      throw PolicyError(path: path, error)
    }
  }

  private static func read(_ node: YAMLNode) throws(YAMLError) -> Organisation {
    var organisation = standard
    guard !node.isNull else { return organisation }
    let mapping = try node.mapping(keys: keys)
    if let version = mapping["version"], try version.int() != 1 {
      throw YAMLError(.badValue("this build reads version 1"), at: version.range)
    }
    if let packs = mapping["packs"] {
      organisation.packs = ["core", "local"]
      for pack in try packs.sequence() {
        let name = try pack.string()
        guard ["core", "us", "uk", "au", "eu", "ca", "es", "local"].contains(name) else {
          throw YAMLError(
            .badValue("there is no pack “\(name)”; there are core, us, uk, au, eu, ca, es"), at: pack.range)
        }
        organisation.packs.insert(name)
      }
    }
    if let roots = try mapping["roots"]?.mapping(keys: ["drafts", "published", "media"]) {
      organisation.drafts = try root(roots["drafts"]) ?? organisation.drafts
      organisation.published = try root(roots["published"]) ?? organisation.published
      organisation.media = try root(roots["media"]) ?? organisation.media
    }
    organisation.hold = try mapping["hold"]?.moment()
    organisation.channels = try mapping["channels"]?.strings().map { Channel($0) } ?? []
    for entry in try mapping["raise"]?.mapping().entries ?? [] { organisation.raised[entry.key] = try raise(entry) }
    return organisation
  }

  private static func root(_ node: YAMLNode?) throws(YAMLError) -> RepositoryPath? {
    guard let node else { return nil }
    guard let path = RepositoryPath(try node.string()) else {
      throw YAMLError(.badValue("a root is a folder such as drafts, without a leading slash or “..”"), at: node.range)
    }
    return path
  }

  private static func raise(_ entry: YAMLEntry) throws(YAMLError) -> Raise {
    let example = "block, or { to: approve, roles: [legal] }"
    if case .mapping = entry.value.content {
      let mapping = try entry.value.mapping(keys: ["to", "roles"])
      let severity = try severity(mapping.required("to"))
      let roles = try mapping["roles"]?.strings() ?? []
      guard (severity == .approve) != roles.isEmpty else {
        throw YAMLError(.badValue("write \(example)"), at: entry.value.range)
      }
      return Raise(severity: severity, roles: roles, range: entry.keyRange)
    }
    let severity = try severity(entry.value)
    guard severity == .block else { throw YAMLError(.badValue("write \(example)"), at: entry.value.range) }
    return Raise(severity: .block, roles: [], range: entry.keyRange)
  }

  private static func severity(_ node: YAMLNode) throws(YAMLError) -> Severity {
    guard let severity = Severity(rawValue: try node.string()) else {
      throw YAMLError(.badValue("a severity is block, approve or advise"), at: node.range)
    }
    return severity
  }
}

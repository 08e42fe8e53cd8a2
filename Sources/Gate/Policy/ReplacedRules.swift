public import Changes
public import Policy

/// The files of a repository with other rules in the place of its own: a rule change before it is committed.
public struct ReplacedRules<Base: FileSource>: FileSource {
  private let base: Base
  private let rules: [RepositoryPath: [UInt8]]

  /// - Parameters:
  ///   - base: where everything but the rules is read.
  ///   - rules: the rule files, by their paths below the rules folder.
  public init(_ base: Base, rules: [RuleSet.File]) throws(GateError) {
    self.base = base
    var files: [RepositoryPath: [UInt8]] = [:]
    for (path, text) in rules {
      guard let place = RepositoryPath("\(PolicyInForce.rulesFolder.display)/\(path)") else {
        throw .unreadable("\(path): the path of this rule cannot be read")
      }
      files[place] = Array(text.utf8)
    }
    self.rules = files
  }

  /// A rule file of those given; everything else as the base has it.
  public func read(_ path: RepositoryPath, limit: Int) throws(GateError) -> [UInt8]? {
    path.isUnder(PolicyInForce.rulesFolder) ? rules[path] : try base.read(path, limit: limit)
  }

  /// How long a file is, in bytes; nil where there is none.
  public func size(of path: RepositoryPath) throws(GateError) -> Int? {
    path.isUnder(PolicyInForce.rulesFolder) ? rules[path]?.count : try base.size(of: path)
  }

  /// The regular files below a folder, in byte order.
  public func files(under folder: RepositoryPath, limit: Int) throws(GateError) -> [(
    path: RepositoryPath, bytes: [UInt8]
  )] {
    guard folder == PolicyInForce.rulesFolder else { return try base.files(under: folder, limit: limit) }
    return rules.map { ($0.key, $0.value) }.sorted { $0.path < $1.path }
  }
}

internal import Approvals
internal import BuiltinRules
internal import Changes
internal import Git
internal import Policy

/// The compiled form of a repository's own rules, kept below `.git/chaperone/`.
///
/// Reading a changed folder of rules takes a hundred times as long as reading what it was compiled to, and a hook does it at
/// each commit. What is kept holds for exactly that folder, by the id git gives it, those packs and this build of the
/// program. Where it is missing or damaged the rules are compiled again; where it cannot be written, the next run does.
///
/// The digest finds damage and no forger. Who can write below `.git/` could put other rules there, just as they could
/// take the hook away or set `core.hooksPath`: a check in one's own clone is advice. So nothing that decides for others
/// (`verify`, `pre-receive`, what `pre-push` asks of a gated branch) or that somebody signs looks at this file.
struct KeptRules {
  private let folder: String
  private let path: String
  /// What has to stand first: everything the compiled form depends on.
  private let form: [UInt8]
  /// Many times what the rules built in come to.
  private static let limit = 64 << 20

  /// Where the rules of a folder are kept; nil where this build cannot be told from another.
  ///
  /// Each program has a file of its own, so that the hook and the command do not throw out each other's.
  init?(of rules: ObjectID, packs: Set<String>, in repository: Repository) {
    guard let build = Platform.build else { return nil }
    folder = repository.commonDirectory + "/chaperone"
    path = folder + "/rules." + build.name
    let names = packs.sorted().joined(separator: ",")
    form = Array("chaperone-rules 1 \(rules) \(names) \(BuiltinRules.tree) \(build.mark)\n".utf8)
  }

  /// The rules; nil where none can be used.
  func read(packs: Set<String>) -> RuleSet? {
    guard let bytes = try? Platform.readFile(path, limit: Self.limit), bytes.starts(with: form),
      bytes.count > form.count + 32
    else { return nil }
    let content = bytes[form.count..<bytes.count - 32]
    guard Digest(of: bytes[..<(bytes.count - 32)]).bytes == Array(bytes[(bytes.count - 32)...]) else { return nil }
    return RuleSet(compact: Array(content), packs: packs)
  }

  /// Keeps rules, where that is possible.
  func write(_ ruleSet: RuleSet) {
    let content = form + ruleSet.compact()
    guard content.count < Self.limit, (try? Platform.createFolder(folder)) != nil else { return }
    try? Platform.writeFile(path, content + Digest(of: content).bytes)
  }
}

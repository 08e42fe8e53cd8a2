internal import BuiltinRules
internal import Changes
internal import Git
internal import Policy

/// The compiled form of a repository's own rules, kept below `.git/chaperone/`.
///
/// Reading a changed folder of rules takes a hundred times as long as reading what it was compiled to, and a hook does it at
/// each commit. What is kept holds for exactly that folder, by the id git gives it, those packs and this build of the
/// program.
///
/// Who can write below `.git/` could put other rules there, just as they could take the hook away or set
/// `core.hooksPath`: a check in one's own clone is advice. So nothing that decides for others (`verify`, `pre-receive`,
/// what `pre-push` asks of a gated branch) or that somebody signs looks at this file.
struct KeptRules {
  private let file: KeptFile

  /// Where the rules of a folder are kept; nil where this build cannot be told from another.
  ///
  /// Each program has a file of its own, so that the hook and the command do not throw out each other's.
  init?(of rules: ObjectID, packs: Set<String>, in repository: Repository) {
    guard let build = Platform.build else { return nil }
    let names = packs.sorted().joined(separator: ",")
    // The limit is many times what the rules built in come to.
    file = KeptFile(
      "rules." + build.name, form: "chaperone-rules 1 \(rules) \(names) \(BuiltinRules.tree) \(build.mark)",
      limit: 64 << 20, in: repository)
  }

  /// The rules; nil where none can be used.
  func read(packs: Set<String>) -> RuleSet? { file.read().flatMap { RuleSet(compact: $0, packs: packs) } }

  /// Keeps rules, where that is possible.
  func write(_ ruleSet: RuleSet) { file.write(ruleSet.compact()) }
}

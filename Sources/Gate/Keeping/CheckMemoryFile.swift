internal import BuiltinRules
internal import Changes
internal import Git
internal import Policy

/// The file below `.git/chaperone/` that a ``CheckMemory`` is kept in.
struct CheckMemoryFile {
  private let file: KeptFile

  /// Where the answers of the policy of a commit are kept; nil for any other policy, and where this build cannot be told
  /// from another.
  init?(_ policy: PolicyInForce, in repository: Repository) throws(GateError) {
    guard case .commit(let commit) = policy.origin, let build = Platform.build else { return nil }
    let files = [
      PolicyInForce.policyFile, PolicyInForce.directoryFile, PolicyInForce.consentsFile, PolicyInForce.rulesFolder,
    ]
    let ids = try reading { () throws(GitError) in
      let tree = try repository.commit(commit).tree
      return try files.map { file throws(GitError) in try repository.entry(at: file, in: tree)?.id.hex ?? "-" }
    }
    let parts = ["chaperone-verdicts 1"] + ids + [BuiltinRules.tree, build.mark]
    file = KeptFile("verdicts", form: parts.joined(separator: " "), limit: 64 << 20, in: repository)
  }

  /// What was kept; nil where there is nothing that can be used.
  func read() -> CheckMemory? { file.read().flatMap { CheckMemory($0) } }

  /// Keeps a memory, where that is possible.
  func write(_ memory: CheckMemory) { file.write(memory.bytes) }
}

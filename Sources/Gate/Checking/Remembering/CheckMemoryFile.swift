internal import Approvals
internal import BuiltinRules
internal import Changes
internal import Git
internal import Policy

/// The file below `.git/chaperone/` that a ``CheckMemory`` is kept in.
///
/// It is disposable, and it is replaced as a whole. Where it is missing, damaged, or made with another policy or another
/// build of the program, everything is judged anew. As with ``KeptRules``, who can write below `.git/` can put other
/// answers there, and nothing that decides for others looks at it.
struct CheckMemoryFile {
  private let folder: String
  private let form: [UInt8]
  /// More is not kept.
  private static let limit = 64 << 20

  private var path: String { folder + "/verdicts" }

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
    folder = repository.commonDirectory + "/chaperone"
    let parts = ["chaperone-verdicts 1"] + ids + [BuiltinRules.tree, build.mark]
    form = Array((parts.joined(separator: " ") + "\n").utf8)
  }

  /// What was kept; nil where there is nothing that can be used.
  func read() -> CheckMemory? {
    guard let bytes = try? Platform.readFile(path, limit: Self.limit), bytes.starts(with: form),
      bytes.count >= form.count + 32
    else { return nil }
    let content = bytes[..<(bytes.count - 32)]
    guard Digest(of: content).bytes == Array(bytes[(bytes.count - 32)...]) else { return nil }
    return CheckMemory(content[form.count...])
  }

  /// Keeps a memory, where that is possible.
  func write(_ memory: CheckMemory) {
    let content = form + memory.bytes
    guard content.count < Self.limit, (try? Platform.createFolder(folder)) != nil else { return }
    try? Platform.writeFile(path, content + Digest(of: content).bytes)
  }
}

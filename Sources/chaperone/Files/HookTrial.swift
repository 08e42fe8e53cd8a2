import Gate
import Git

/// Proves that an installed hook fires: git commits a planted draft in a repository of its own, and must be stopped.
struct HookTrial {
  private let environment: GitEnvironment

  init(_ environment: GitEnvironment) { self.environment = environment }

  /// A draft that no policy lets through: it declares a key that does not exist.
  private static let planted = "---\nplanted-by-doctor: true\n---\nThis draft must be refused.\n"
  private static let path = "drafts/planted-by-doctor.md"

  /// What came of it.
  enum Outcome: Equatable {
    /// The commit was stopped, and the planted draft named.
    case fired
    /// The commit went through.
    case silent
    /// The commit was stopped for another reason; what was printed.
    case other(String)
  }

  /// Tries the text of a pre-commit hook.
  ///
  /// Nothing outside a new temporary folder is touched, and that is removed.
  func run(_ hook: [UInt8]) throws(PlatformError) -> Outcome {
    let parent = environment.variables["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let folder = parent + "/chaperone-doctor-\(Platform.monotonicNanoseconds)"
    try Platform.createFolder(folder + "/drafts")
    defer { remove(folder) }
    var variables = environment.variablesWithoutRepository
    variables["GIT_CONFIG_GLOBAL"] = "/dev/null"
    variables["GIT_CONFIG_NOSYSTEM"] = "1"
    let git = ProcessRunner(environment: variables, directory: folder)
    let identity = [
      "-c", "user.name=doctor", "-c", "user.email=doctor@chaperone.invalid", "-c", "core.hooksPath=.git/hooks",
    ]
    var result = try git.run("git", ["init", "--quiet", "."])
    guard result.status == 0 else { return .other(Self.firstLine(result.error)) }
    try Platform.writeFile(folder + "/" + Self.path, Array(Self.planted.utf8))
    try Platform.createFolder(folder + "/.git/hooks")
    try Platform.writeFile(folder + "/.git/hooks/pre-commit", hook, mode: 0o755)
    result = try git.run("git", ["add", "--", Self.path])
    guard result.status == 0 else { return .other(Self.firstLine(result.error)) }
    result = try git.run("git", identity + ["commit", "--quiet", "-m", "planted"])
    if result.status == 0 { return .silent }
    let said = String(decoding: result.error, as: UTF8.self)
    return said.contains(Self.path) ? .fired : .other(Self.firstLine(result.error))
  }

  private static func firstLine(_ text: [UInt8]) -> String {
    let line = String(decoding: text, as: UTF8.self).split(separator: "\n").first
    return line.map(String.init) ?? "nothing was printed"
  }

  /// A folder of our own making, named by ourselves; what cannot be removed is left to the system's own clearing.
  private func remove(_ folder: String) {
    _ = try? ProcessRunner(environment: environment.variables).run("rm", ["-rf", "--", folder])
  }
}

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A program that is run and measured: its own time and memory, by `wait4`, not those of a shell around it.
struct Program {
  var path: String
  var arguments: [String]
  var folder: URL
  var input: URL?
  var environment: [String: String] = Program.environment

  /// What every program gets: nothing of the user's own settings.
  static let environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": NSTemporaryDirectory(),
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
    "GIT_AUTHOR_NAME": "Ada Author", "GIT_AUTHOR_EMAIL": "ada@clinic.example", "GIT_COMMITTER_NAME": "Ada Author",
    "GIT_COMMITTER_EMAIL": "ada@clinic.example",
  ]

  /// A program found in PATH.
  init(_ name: String, _ arguments: [String], in folder: URL, input: URL? = nil) throws {
    guard let path = Self.locate(name) else { throw BenchFailure("\(name) is not installed") }
    self.path = path
    self.arguments = arguments
    self.folder = folder
    self.input = input
  }

  /// Where a program is; nil where it is not installed.
  static func locate(_ name: String) -> String? {
    if name.contains("/") { return name }
    return (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs it once and throws where it ends with another status than those allowed.
  func run(allowing statuses: Set<Int32> = [0], output: URL? = nil) throws -> RunCost {
    let sink = output?.path ?? "/dev/null"
    // The child starts where this process is; nothing else runs in it meanwhile.
    guard FileManager.default.changeCurrentDirectoryPath(folder.path) else {
      throw BenchFailure("there is no folder \(folder.path)")
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input?.path ?? "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, sink, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var child: pid_t = 0
    let start = ContinuousClock.now
    guard unsafe posix_spawn(&child, path, &actions, nil, &words, &variables) == 0 else {
      throw BenchFailure("\(path) cannot be started")
    }
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    let wall = ContinuousClock.now - start
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    guard statuses.contains(code) else {
      throw BenchFailure("\(([path] + arguments).joined(separator: " ")) ended with \(code)")
    }
    var own = rusage()
    // RUSAGE_SELF, which is a number in one C library and an enumeration in another.
    unsafe getrusage(0, &own)
    return RunCost(
      seconds: wall / .seconds(1), processor: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      memory: Int(usage.ru_maxrss) * Self.sizeUnit, floor: Int(own.ru_maxrss) * Self.sizeUnit)
  }

  /// Runs it several times, with something done before each that is not measured.
  func measure(_ count: Int, allowing statuses: Set<Int32> = [0], before: () throws -> Void = {}) throws -> Measured {
    var runs: [RunCost] = []
    for _ in 0..<count {
      try before()
      runs.append(try run(allowing: statuses))
    }
    return Measured(runs: runs)
  }

  /// What `ru_maxrss` counts, in bytes: kilobytes on Linux, bytes on macOS.
  #if canImport(Darwin)
  private static let sizeUnit = 1
  #else
  private static let sizeUnit = 1024
  #endif

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}

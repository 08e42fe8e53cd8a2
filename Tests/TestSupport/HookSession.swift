import Foundation

/// What a hook was started with, while git waits for it.
public struct HookSession: Sendable {
  /// The environment git gave the hook.
  public let variables: [String: String]
  /// The folder git started the hook in.
  public let directory: String
  /// The arguments git gave the hook.
  public let arguments: [String]
  /// The standard input git gave the hook.
  public let input: [UInt8]
}

extension TemporaryRepository {
  /// Runs a git command and calls `body` while its hook runs.
  ///
  /// The index and the objects a hook sees are often temporary, so they have to be looked at before the command ends.
  /// ```swift
  /// let staged = try repository.insideHook("pre-commit", running: ["commit", "-am", "x"]) { session in
  ///   …   // open the repository with session.variables and session.directory
  /// }
  /// ```
  /// - Parameters:
  ///   - host: the repository whose hook it is, if not this one: for `pre-receive` the one that is pushed to.
  /// - Throws: ``ProgramFailure`` if the hook never runs or the command fails; what `body` throws.
  public func insideHook<Result>(
    _ name: String, of host: TemporaryRepository? = nil, running arguments: [String], changes: [String: String] = [:],
    folder: String? = nil, _ body: (HookSession) throws -> Result
  ) throws -> Result {
    let exchange = root.appending(path: "hook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: exchange, withIntermediateDirectories: true)
    let place = ProgramRun.shellQuoted(exchange.path)
    try (host ?? self).hook(
      name,
      """
      cd=$(pwd); printf '%s' "$cd" > \(place)/directory
      env -0 > \(place)/variables
      printf '%s\\n' "$@" > \(place)/arguments
      cat > \(place)/input
      touch \(place)/ready
      while [ ! -e \(place)/done ]; do sleep 0.01; done
      """)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.environment = environment.merging(changes) { $1 }
    process.currentDirectoryURL = folder.map { directory.appending(path: $0) } ?? directory
    process.standardInput = FileHandle.nullDevice
    let log = exchange.appending(path: "log")
    try Data().write(to: log)
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    func failure(_ reason: String) -> ProgramFailure {
      let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      return ProgramFailure(
        command: "git " + arguments.joined(separator: " "), status: process.terminationStatus,
        error: reason + "\n" + text)
    }
    let ready = exchange.appending(path: "ready").path
    while !FileManager.default.fileExists(atPath: ready) {
      guard process.isRunning else { throw failure("the hook \(name) did not run") }
      usleep(5_000)
    }
    let result = Swift.Result { try body(HookSession(readingFrom: exchange)) }
    try Data().write(to: exchange.appending(path: "done"))
    process.waitUntilExit()
    let value = try result.get()
    guard process.terminationStatus == 0 else { throw failure("the command failed") }
    return value
  }
}

extension HookSession {
  fileprivate init(readingFrom folder: URL) throws {
    func read(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }
    var variables: [String: String] = [:]
    for entry in try read("variables").split(separator: 0) {
      let text = String(decoding: entry, as: UTF8.self)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
    }
    self.variables = variables
    directory = String(decoding: try read("directory"), as: UTF8.self)
    arguments = String(decoding: try read("arguments"), as: UTF8.self).split(separator: "\n").map(String.init)
    input = Array(try read("input"))
  }
}

import Foundation

/// A program that asks and is answered while it runs.
///
/// ```swift
/// let talk = try repository.converse(BuiltPrograms.chaperone.path, ["review"], terminal: true)
/// try talk.wait(for: "[a,o,s,d,q,?] ")
/// try talk.say("s\n")
/// let run = try talk.end()
/// ```
/// With a terminal the program runs on a pseudo-terminal made by `script(1)`, so what is said is typed: `"\u{3}"` is
/// Ctrl-C, `"\u{4}"` is Ctrl-D.
public final class Conversation {
  private let process = Process()
  private let input = Pipe()
  private let heard = Heard()
  private var read = 0

  init(
    _ program: String, _ arguments: [String], environment: [String: String], directory: URL, terminal: Bool
  ) throws {
    if terminal {
      let command = ([program] + arguments).map(ProgramRun.shellQuoted).joined(separator: " ")
      process.executableURL = URL(filePath: "/usr/bin/script")
      process.arguments = ["-q", "-e", "-c", "stty cols 80 rows 24; " + command, "/dev/null"]
    } else {
      process.executableURL = URL(filePath: program)
      process.arguments = arguments
    }
    process.environment = environment
    process.currentDirectoryURL = directory
    process.standardInput = input
    for (stream, isError) in [(Pipe(), false), (Pipe(), true)] {
      if isError { process.standardError = stream } else { process.standardOutput = stream }
      let heard = heard
      stream.fileHandleForReading.readabilityHandler = { handle in
        let data = handle.availableData
        if data.isEmpty { handle.readabilityHandler = nil }
        heard.add(data, isError: isError)
      }
    }
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  /// Waits until the program has printed a text after what was waited for before, and gives everything in between.
  /// - Throws: ``ProgramFailure`` where it does not within half a minute, or ends first.
  @discardableResult
  public func wait(for text: String) throws -> String {
    let limit = Date().addingTimeInterval(30)
    while true {
      let output = heard.output
      let rest = Array(output[read...])
      if let found = rest.firstRange(of: Array(text.utf8)) {
        read += found.upperBound
        return String(decoding: rest[..<found.upperBound], as: UTF8.self)
      }
      guard Date() < limit, !heard.isOver else {
        let said = String(decoding: rest, as: UTF8.self) + String(decoding: heard.error, as: UTF8.self)
        throw ProgramFailure(command: "waiting for “\(text)”", status: -1, error: said)
      }
      usleep(5_000)
    }
  }

  /// Says something to the program.
  public func say(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

  /// Ends what is said, and waits until the program has ended.
  public func end() throws -> ProgramRun {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    let limit = Date().addingTimeInterval(10)
    while !heard.isOver, Date() < limit { usleep(5_000) }
    let status = process.terminationStatus
    return ProgramRun(
      status: process.terminationReason == .exit ? status : 128 + status, outputBytes: heard.output,
      errorBytes: heard.error)
  }
}

/// What a program has printed so far; it arrives on threads of its own.
private final class Heard: @unchecked Sendable {
  private let lock = NSLock()
  private var texts: (output: [UInt8], error: [UInt8]) = ([], [])
  private var ended = 0

  func add(_ data: Data, isError: Bool) {
    lock.withLock {
      if data.isEmpty { ended += 1 }
      if isError { texts.error += Array(data) } else { texts.output += Array(data) }
    }
  }

  var output: [UInt8] { lock.withLock { texts.output } }
  var error: [UInt8] { lock.withLock { texts.error } }
  var isOver: Bool { lock.withLock { ended == 2 } }
}

extension TemporaryRepository {
  /// Starts a program in the work tree that will be talked to.
  public func converse(_ program: String, _ arguments: [String], terminal: Bool = false) throws -> Conversation {
    try Conversation(program, arguments, environment: environment, directory: directory, terminal: terminal)
  }
}

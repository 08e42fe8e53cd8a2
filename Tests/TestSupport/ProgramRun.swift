public import Foundation

/// What a program did: its exit status and what it wrote.
public struct ProgramRun: Sendable, Equatable {
  /// The exit status; 128 + the signal if one ended the program, as a shell says it.
  public let status: Int32
  /// The bytes of standard output; with a terminal, everything.
  public let outputBytes: [UInt8]
  /// The bytes of standard error; with a terminal, none.
  public let errorBytes: [UInt8]

  /// Standard output as text.
  public var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// Standard error as text.
  public var error: String { String(decoding: errorBytes, as: UTF8.self) }

  /// Runs a program and waits for it.
  ///
  /// The environment is exactly what is given: nothing of the test run's own leaks in. A program without a slash is
  /// looked up in `PATH` of that environment. With `terminal`, the three streams are a pseudo-terminal (by
  /// `script(1)`, 80 columns), and both outputs arrive in ``output`` with the line ends a terminal makes (`\r\n`).
  /// - Throws: when the program cannot be started; a status other than 0 is a normal result.
  public static func run(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], directory: URL? = nil,
    input: [UInt8] = [], terminal: Bool = false
  ) throws -> ProgramRun {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "chaperone-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files instead of pipes: no reader has to keep up, so nothing can block.
    let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
    try Data(input).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }

    let process = Process()
    var executable = try locate(program, path: environment["PATH"] ?? "")
    var arguments = arguments
    if terminal {
      let command = ([executable] + arguments).map(shellQuoted).joined(separator: " ")
      arguments = ["-q", "-e", "-c", "stty cols 80 rows 24; " + command, "/dev/null"]
      executable = try locate("script", path: "/usr/bin:/bin")
    }
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = environment
    if let directory { process.currentDirectoryURL = directory }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    return ProgramRun(
      status: process.terminationReason == .exit ? status : 128 + status,
      outputBytes: Array(try Data(contentsOf: files[1])), errorBytes: Array(try Data(contentsOf: files[2])))
  }

  /// One word of a POSIX shell command that means exactly this text.
  public static func shellQuoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  private static func locate(_ program: String, path: String) throws -> String {
    if program.contains("/") { return program }
    for folder in path.split(separator: ":") {
      let candidate = "\(folder)/\(program)"
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    throw ProgramFailure(command: program, status: 127, error: "not found in PATH")
  }
}

/// A program a test relies on did not do what it should.
public struct ProgramFailure: Error, CustomStringConvertible {
  /// The command line.
  public let command: String
  /// The exit status.
  public let status: Int32
  /// Standard error.
  public let error: String

  /// Makes a failure.
  public init(command: String, status: Int32, error: String) {
    self.command = command
    self.status = status
    self.error = error
  }

  /// Command, status and standard error.
  public var description: String { "\(command): exit \(status)\n\(error)" }
}

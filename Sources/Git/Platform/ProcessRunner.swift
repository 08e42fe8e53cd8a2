import Clibgit2

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What a program that ended left behind.
public struct ProcessResult: Hashable, Sendable {
  /// The exit status; 128 + the signal if one ended the program, as a shell says it.
  public let status: Int32
  /// What it wrote to standard output, if that was captured.
  public let output: [UInt8]
  /// What it wrote to standard error, if that was captured.
  public let error: [UInt8]
}

/// Runs another program and waits for it: no shell in between, so no argument is ever read as anything else.
public struct ProcessRunner: Sendable {
  /// What becomes of an output of the program.
  public enum Output: Hashable, Sendable {
    /// It is collected.
    case capture
    /// It goes where this process writes.
    case inherit
  }

  /// The whole environment of the program.
  public var environment: [String: String]
  /// The folder it starts in; `nil` for the one of this process.
  public var directory: String?
  /// What becomes of standard output.
  public var output = Output.capture
  /// What becomes of standard error.
  public var error = Output.capture
  /// Whether the program reads the standard input of this process instead of given bytes.
  public var inheritsInput = false

  /// Makes a runner.
  public init(environment: [String: String], directory: String? = nil) {
    self.environment = environment
    self.directory = directory
  }

  /// Runs a program; see ``run(_:_:input:)-(_,[[UInt8]],_)``.
  public func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws(PlatformError) -> ProcessResult
  {
    try run(program, arguments.map { Array($0.utf8) }, input: input)
  }

  /// Runs a program and waits until it has ended.
  ///
  /// A program without a slash is looked up in `PATH` of ``environment``. Input is written while output is read, so
  /// neither side can block the other; a program that does not read its input is not an error.
  /// - Throws: ``PlatformError`` when it cannot be started. A status other than 0 is a normal result.
  public func run(_ program: String, _ arguments: [[UInt8]], input: [UInt8] = []) throws(PlatformError) -> ProcessResult
  {
    let executable = try locate(program)
    var pipes = Pipes()
    defer { pipes.closeAll() }
    if !inheritsInput { try pipes.open(.input) }
    if output == .capture { try pipes.open(.output) }
    if error == .capture { try pipes.open(.error) }
    let process = try spawn(executable, [Array(program.utf8)] + arguments, pipes)
    pipes.closeChildEnds()
    // Without this a program that stops reading its input would end this process.
    let previous = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, previous) }
    let (output, error) = try pipes.exchange(input, program: program)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw PlatformError("waitpid", path: program) }
    }
    // The layout of the status is the same on Linux and macOS; the macros that read it are not imported.
    let signalNumber = status & 0x7F
    return ProcessResult(
      status: signalNumber == 0 ? (status >> 8) & 0xFF : 128 + signalNumber, output: output, error: error)
  }

  private func locate(_ program: String) throws(PlatformError) -> String {
    if program.utf8.contains(UInt8(ascii: "/")) { return program }
    for folder in (environment["PATH"] ?? "").utf8.split(separator: UInt8(ascii: ":")) {
      let candidate = String(decoding: folder, as: UTF8.self) + "/" + program
      if Platform.isExecutable(candidate) { return candidate }
    }
    throw PlatformError("spawn", path: program, code: ENOENT)
  }

  private func spawn(_ executable: String, _ arguments: [[UInt8]], _ pipes: Pipes) throws(PlatformError) -> pid_t {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A program expects a broken pipe to end it, whatever this process made of the signal.
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    // Threads of a pool may have signals blocked, and a program would inherit that too.
    var blocked = sigset_t()
    unsafe sigemptyset(&blocked)
    unsafe posix_spawnattr_setsigmask(&attributes, &blocked)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    for (descriptor, stream) in pipes.childEnds {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, stream)
    }
    if let directory {
      let code = unsafe chaperone_spawn_in(&actions, directory)
      guard code == 0 else { throw PlatformError("chdir", path: directory, code: code) }
    }
    let variables = environment.sorted { $0.key < $1.key }.map { Array("\($0.key)=\($0.value)".utf8) }
    var process: pid_t = 0
    let code = unsafe Self.withCStrings(arguments) { arguments in
      unsafe Self.withCStrings(variables) { variables in
        unsafe posix_spawn(&process, executable, &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else { throw PlatformError("spawn", path: executable, code: code) }
    return process
  }

  private static func withCStrings<Result>(
    _ texts: [[UInt8]], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = unsafe texts.map { text in
      let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
      for (index, byte) in text.enumerated() {
        unsafe pointer[index] = CChar(bitPattern: byte)
      }
      unsafe pointer[text.count] = 0
      return unsafe Optional(pointer)
    }
    defer { unsafe pointers.forEach { unsafe $0?.deallocate() } }
    unsafe pointers.append(nil)
    return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("an array with elements has an address") }
      return unsafe body(base)
    }
  }
}

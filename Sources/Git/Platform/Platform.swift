#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the operating system offers, without Foundation, whose start-up alone would take longer than a check.
///
/// Paths of the file system are text in UTF-8; a path that is not cannot be named here and is reported as missing.
public enum Platform {
  /// One of the three streams every process has.
  public enum Stream: Int32, Sendable {
    /// Standard input.
    case input = 0
    /// Standard output.
    case output = 1
    /// Standard error.
    case error = 2
  }

  /// Nanoseconds of a clock that never goes back; only differences mean anything.
  public static var monotonicNanoseconds: UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// The time of day, in seconds since 1970 in UTC.
  public static var secondsSinceEpoch: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec)
  }

  /// Whether the stream is a terminal.
  public static func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream.rawValue) == 1
  }

  /// How many columns the terminal behind the stream has; `nil` if it is none or does not say.
  public static func terminalWidth(_ stream: Stream = .output) -> Int? {
    var size = winsize()
    guard unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Forgets what was typed at the terminal behind standard input and has not been read; nothing where it is none.
  public static func forgetTypedAhead() {
    if isTerminal(.input) { tcflush(Stream.input.rawValue, TCIFLUSH) }
  }

  /// The environment of this process; of a name that occurs twice the first, as `getenv` has it.
  public static var environment: [String: String] {
    var result: [String: String] = [:]
    #if canImport(Darwin)
    var entry = unsafe _NSGetEnviron().pointee
    #else
    var entry = unsafe environ
    #endif
    while let text = unsafe entry.pointee {
      let line = unsafe String(cString: text)
      if let equals = line.firstIndex(of: "=") {
        let name = String(line[..<equals])
        if result[name] == nil { result[name] = String(line[line.index(after: equals)...]) }
      }
      unsafe entry += 1
    }
    return result
  }

  /// The absolute path of the folder this process is in.
  /// - Throws: ``PlatformError`` when the folder has been removed or cannot be read.
  public static func currentDirectory() throws(PlatformError) -> String {
    guard let text = unsafe getcwd(nil, 0) else { throw PlatformError("getcwd", path: ".") }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  /// What tells the file of this program from that of every other build of it: its name, and its place, length and time of
  /// change; `nil` where the system does not say.
  public static var build: (name: String, mark: String)? {
    #if canImport(Darwin)
    var size = UInt32(4_096)
    let path = unsafe String(unsafeUninitializedCapacity: Int(size)) { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { buffer in
        guard let start = unsafe buffer.baseAddress, unsafe _NSGetExecutablePath(start, &size) == 0 else { return 0 }
        return unsafe strlen(start)
      }
    }
    #else
    let path = unsafe String(unsafeUninitializedCapacity: 4_096) { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { buffer in
        guard let start = buffer.baseAddress else { return 0 }
        return unsafe max(0, readlink("/proc/self/exe", start, buffer.count))
      }
    }
    #endif
    var status = stat()
    guard !path.isEmpty, unsafe stat(path, &status) == 0, let name = path.split(separator: "/").last else { return nil }
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    let mark = "\(status.st_dev) \(status.st_ino) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
    return (String(name), mark)
  }

  /// Ends the process.
  public static func exit(_ status: Int32) -> Never {
    #if canImport(Darwin)
    Darwin.exit(status)
    #else
    Glibc.exit(status)
    #endif
  }

  /// Ends the process at once, without what libraries do at the end of a program: nothing here is left to be written.
  public static func leave(_ status: Int32) -> Never {
    _exit(status)
  }

  /// The text for an error number, in the language of the C library (English unless a locale is set).
  static func message(for code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  /// The number of the last failed call.
  static var lastError: Int32 { errno }
}

/// A call to the operating system that failed.
public struct PlatformError: Error, Hashable, Sendable {
  /// The error number (`errno`).
  public let code: Int32
  /// The call that failed.
  public let operation: String
  /// The file, folder or program it was about.
  public let path: String

  /// Whether the file or folder does not exist.
  public var isNotFound: Bool { code == ENOENT || code == ENOTDIR }

  init(_ operation: String, path: String, code: Int32 = Platform.lastError) {
    self.operation = operation
    self.path = path
    self.code = code
  }
}

extension PlatformError: CustomStringConvertible {
  /// The path, and what the system says.
  public var description: String { "\(path): \(Platform.message(for: code)) (\(operation))" }
}

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Platform {
  /// What is at a path, without following a symbolic link.
  public enum FileKind: Hashable, Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link, whatever it points to.
    case link
    /// A device, socket or pipe.
    case other
  }

  /// What is at the path; `nil` if nothing is there.
  /// - Throws: ``PlatformError`` when it cannot be told.
  public static func kind(of path: String) throws(PlatformError) -> FileKind? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      let error = PlatformError("lstat", path: path)
      if error.isNotFound { return nil }
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// How long the file at the path is, in bytes.
  /// - Throws: ``PlatformError`` when it cannot be told.
  public static func size(of path: String) throws(PlatformError) -> Int {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw PlatformError("lstat", path: path) }
    return Int(status.st_size)
  }

  /// Whether a program may be started from this path.
  public static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }

  /// Reads a whole file.
  /// - Throws: ``PlatformError``; `EFBIG` if it is longer than `limit` bytes.
  public static func readFile(_ path: String, limit: Int = .max) throws(PlatformError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw PlatformError("open", path: path) }
    defer { close(descriptor) }
    var status = stat()
    // A byte more than it is long, so that its end is met without another round.
    let size = unsafe fstat(descriptor, &status) == 0 ? min(max(0, Int(status.st_size)), 1 << 28) : 0
    return try readAll(descriptor, path: path, limit: limit, expecting: min(size, limit) + 1)
  }

  /// Reads standard input to its end.
  public static func readStandardInput(limit: Int = .max) throws(PlatformError) -> [UInt8] {
    try readAll(Stream.input.rawValue, path: "standard input", limit: limit)
  }

  /// Writes all bytes to a stream.
  /// - Throws: ``PlatformError``, for example when the reader of a pipe has gone.
  public static func write(_ bytes: [UInt8], to stream: Stream) throws(PlatformError) {
    try writeAll(bytes, stream.rawValue, path: "stream \(stream.rawValue)")
  }

  /// Writes a whole file so that a reader sees either the old or the new content, also after a crash.
  ///
  /// The bytes go to a new file beside it, to the disk, and then under the name. A symbolic link at the path is
  /// replaced. The permissions are `mode`, without what the process masks.
  /// - Throws: ``PlatformError``; the old file is then untouched.
  public static func writeFile(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(PlatformError) {
    let temporary = "\(path).\(getpid()).\(monotonicNanoseconds).tmp"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
    guard descriptor >= 0 else { throw PlatformError("open", path: temporary) }
    do throws(PlatformError) {
      defer { close(descriptor) }
      try writeAll(bytes, descriptor, path: temporary)
      guard fsync(descriptor) == 0 else { throw PlatformError("fsync", path: temporary) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    guard unsafe rename(temporary, path) == 0 else {
      let error = PlatformError("rename", path: path)
      unsafe unlink(temporary)
      throw error
    }
  }

  /// Makes a folder and those it lies in; one that exists is not an error.
  public static func createFolder(_ path: String) throws(PlatformError) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    let error = PlatformError("mkdir", path: path)
    switch error.code {
    case EEXIST:
      var status = stat()
      guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw error }
    case ENOENT:
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw error }
      try createFolder(String(path[..<slash]))
      guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw PlatformError("mkdir", path: path) }
    default:
      throw error
    }
  }

  /// Removes a file or a symbolic link; one that does not exist is not an error.
  public static func removeFile(_ path: String) throws(PlatformError) {
    guard unsafe unlink(path) != 0 else { return }
    let error = PlatformError("unlink", path: path)
    if !error.isNotFound { throw error }
  }

  /// Gives a file another name, replacing what has that name.
  public static func renameFile(_ path: String, to other: String) throws(PlatformError) {
    guard unsafe rename(path, other) == 0 else { throw PlatformError("rename", path: path) }
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  public static func names(in folder: String) throws(PlatformError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw PlatformError("opendir", path: folder) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path with links, `.` and `..` resolved; it has to exist.
  public static func canonicalPath(_ path: String) throws(PlatformError) -> String {
    guard let text = unsafe realpath(path, nil) else { throw PlatformError("realpath", path: path) }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  static func readAll(
    _ descriptor: Int32, path: String, limit: Int, expecting size: Int = 1 << 16
  ) throws(PlatformError) -> [UInt8] {
    var result: [UInt8] = []
    var room = max(size, 1 << 12)
    while true {
      var code: Int32 = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let number = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, number)
        if number < 0 { code = errno }
      }
      if code == EINTR { continue }
      guard code == 0 else { throw PlatformError("read", path: path, code: code) }
      if piece.isEmpty { return result }
      guard result.count + piece.count <= limit else { throw PlatformError("read", path: path, code: EFBIG) }
      if result.isEmpty { result = piece } else { result += piece }
      room = 1 << 16
    }
  }

  static func writeAll(_ bytes: [UInt8], _ descriptor: Int32, path: String) throws(PlatformError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = writeOnce(rest, descriptor)
      if count < 0 {
        if errno == EINTR { continue }
        throw PlatformError("write", path: path)
      }
      rest = rest.dropFirst(count)
    }
  }

  static func writeOnce(_ bytes: ArraySlice<UInt8>, _ descriptor: Int32) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      #if canImport(Darwin)
      unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
      #else
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      #endif
    }
  }
}

import Gate
import Git

/// Files of a work tree that set-up writes.
struct WorkTree {
  /// The absolute path of its top.
  let top: String

  init(of repository: Repository, for purpose: String) throws {
    guard let top = repository.workDirectory else {
      throw UsageError("This repository has no work tree, and \(purpose) needs one.")
    }
    self.top = top
  }

  /// Writes a file where nothing is; whether it did.
  func create(_ path: String, _ text: String) throws(GateError) -> Bool {
    try attempting(path) { () throws(PlatformError) in
      guard try Platform.kind(of: top + "/" + path) == nil else { return false }
      try put(path, text)
      return true
    }
  }

  /// Writes a file, whatever is there.
  func write(_ path: String, _ text: String) throws(GateError) {
    try attempting(path) { () throws(PlatformError) in try put(path, text) }
  }

  /// Writes a file, byte for byte.
  func write(_ path: String, bytes: [UInt8]) throws(GateError) {
    try attempting(path) { () throws(PlatformError) in try Platform.writeFile(top + "/" + path, bytes) }
  }

  /// Removes a file.
  func remove(_ path: String) throws(GateError) {
    try attempting(path) { () throws(PlatformError) in try Platform.removeFile(top + "/" + path) }
  }

  /// The content of a file; nil where there is none.
  func read(_ path: String) throws(GateError) -> [UInt8]? {
    try attempting(path) { () throws(PlatformError) in
      guard try Platform.kind(of: top + "/" + path) != nil else { return nil }
      return try Platform.readFile(top + "/" + path)
    }
  }

  private func put(_ path: String, _ text: String) throws(PlatformError) {
    if let slash = path.lastIndex(of: "/") { try Platform.createFolder(top + "/" + path[..<slash]) }
    try Platform.writeFile(top + "/" + path, Array(text.utf8))
  }

  private func attempting<Value>(_ path: String, _ body: () throws(PlatformError) -> Value) throws(GateError) -> Value {
    do {
      return try body()
    } catch {
      throw .unreadable("\(path) cannot be set up: \(error.description)")
    }
  }
}

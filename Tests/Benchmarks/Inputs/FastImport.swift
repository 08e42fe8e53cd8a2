import Foundation

/// A stream for `git fast-import`, written in pieces so that a million files need no memory.
final class FastImport {
  private let process = Process()
  private let pipe = Pipe()
  private var buffer = Data()

  /// Starts it in a repository.
  init(in folder: URL) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "fast-import", "--quiet", "--force"]
    process.currentDirectoryURL = folder
    process.standardInput = pipe
    try process.run()
  }

  /// Begins a commit on top of the one before; the first one on what the branch has already, or on nothing.
  func commit(on branch: String, message: String, onto existing: Bool = false) throws {
    try write(
      "commit \(branch)\ncommitter Bench <bench@clinic.example> 1795392000 +0000\ndata \(message.utf8.count)\n\(message)\n"
    )
    if existing { try write("from \(branch)^0\n") }
  }

  /// Adds a file to the commit begun last.
  func file(_ path: String, _ bytes: [UInt8]) throws {
    try write("M 100644 inline \(path)\ndata \(bytes.count)\n")
    buffer.append(contentsOf: bytes)
    try write("\n")
  }

  /// Ends the stream and waits.
  func finish() throws {
    try flush()
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchFailure("git fast-import ended with \(process.terminationStatus)")
    }
  }

  private func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 20 { try flush() }
  }

  private func flush() throws {
    try pipe.fileHandleForWriting.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Why a measurement could not be made.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

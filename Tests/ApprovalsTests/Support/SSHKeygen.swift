import Approvals
import Foundation
import TestSupport

/// The real `ssh-keygen`, with keys of its own in a folder that goes away.
final class SSHKeygen {
  /// A signature to ask about: whether it is the principal's over the message.
  struct Question {
    var message: [UInt8]
    var blob: [UInt8]
    var principal: String
    var namespace = SSHSignature.namespace
  }

  let folder: URL
  private var written = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "chaperone-keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Makes a key and returns its public line.
  func generate(_ name: String, _ type: String, bits: Int? = nil) throws -> [UInt8] {
    let size = bits.map { ["-b", String($0)] } ?? []
    _ = try run(["ssh-keygen", "-q", "-t", type, "-N", "", "-C", name, "-f", name] + size)
    let text = try String(contentsOf: folder.appending(path: "\(name).pub"), encoding: .utf8)
    return Array(text.utf8.dropLast())
  }

  /// Signs every message in one call; the blobs in the same order.
  func sign(_ messages: [[UInt8]], key: String, namespace: String = SSHSignature.namespace) throws -> [[UInt8]] {
    let files = try messages.map { try write($0) }
    _ = try run(["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", namespace] + files)
    return try files.map { file in
      let text = Array(try Data(contentsOf: folder.appending(path: file + ".sig")))
      return try SSHSignature.blob(armoured: text)
    }
  }

  /// What `ssh-keygen -Y verify` says to each question, all asked by one shell.
  func verify(_ questions: [Question], allowedSigners: [UInt8]) throws -> [Bool] {
    let signers = try write(allowedSigners)
    var script = ""
    for question in questions {
      let message = try write(question.message)
      let signature = try write(SSHSignature.armour(question.blob))
      let words = [
        "ssh-keygen", "-Y", "verify", "-f", signers, "-I", question.principal, "-n", question.namespace, "-s",
        signature,
      ]
      script += words.map(ProgramRun.shellQuoted).joined(separator: " ")
      script += " < \(message) > /dev/null 2>&1; echo $?\n"
    }
    let answers = try run(["sh", "-c", script]).split(separator: "\n")
    return answers.map { $0 == "0" }
  }

  private func write(_ bytes: [UInt8]) throws -> String {
    written += 1
    try Data(bytes).write(to: folder.appending(path: "f\(written)"))
    return "f\(written)"
  }

  @discardableResult
  func run(_ words: [String]) throws -> String {
    let run = try ProgramRun.run(
      words[0], Array(words.dropFirst()), environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path],
      directory: folder)
    guard run.status == 0 else { throw ProgramFailure(command: words[0], status: run.status, error: run.error) }
    return run.output
  }
}

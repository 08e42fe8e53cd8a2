import Changes
import Foundation
import Git
import TestSupport

extension TemporaryRepository {
  /// Opens the repository as a user's command would, from a folder of the work tree.
  func open(
    folder: String? = nil, changes: [String: String] = [:], mode: Repository.Mode = .commandLine
  ) throws -> Repository {
    let start = folder.map { directory.appending(path: $0) } ?? directory
    return try Repository.open(
      GitEnvironment(variables: environment.merging(changes) { $1 }, directory: start.path), mode: mode)
  }

  /// What git itself says is staged, as ``rendered(_:)`` writes it.
  func stagedAccordingToGit(changes: [String: String] = [:], folder: String? = nil) throws -> [String] {
    let output = try git(
      ["diff", "--cached", "--raw", "-z", "--no-abbrev", "-M100%", "--ignore-submodules=none"], changes: changes,
      folder: folder)
    var lines: [String] = []
    var fields = output.split(separator: "\0", omittingEmptySubsequences: true)[...]
    while let facts = fields.popFirst() {
      var line = [String(facts)]
      if facts.split(separator: " ").last?.first == "R", let from = fields.popFirst() { line.append(String(from)) }
      if let path = fields.popFirst() { line.append(String(path)) }
      lines.append(line.joined(separator: " "))
    }
    return lines
  }
}

extension HookSession {
  /// Opens the repository as a hook would.
  func open(_ mode: Repository.Mode = .clientHook) throws -> Repository {
    try Repository.open(GitEnvironment(variables: variables, directory: directory), mode: mode)
  }
}

/// Writes changes as `git diff --cached --raw` does, for comparison.
func rendered(_ changes: [FileChange]) -> [String] {
  changes.map { change in
    let letter =
      switch change.kind {
      case .added: "A"
      case .modified, .modeChanged: "M"
      case .deleted: "D"
      case .renamed: "R100"
      case .typeChanged: "T"
      }
    let width = (change.old ?? change.new)?.id.hex.count ?? 40
    let null = String(repeating: "0", count: width)
    var line = ":\(change.old?.mode.octal ?? "000000") \(change.new?.mode.octal ?? "000000") "
    line += "\(change.old?.id.hex ?? null) \(change.new?.id.hex ?? null) \(letter)"
    if case .renamed(let from) = change.kind { line += " \(String(decoding: from.bytes, as: UTF8.self))" }
    return line + " \(String(decoding: change.path.bytes, as: UTF8.self))"
  }
}

/// The paths of changes, as text.
func paths(_ changes: [FileChange]) -> [String] {
  changes.map { String(decoding: $0.path.bytes, as: UTF8.self) }
}

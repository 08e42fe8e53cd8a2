import Foundation
import TestSupport

/// A folder outside any repository with a few rules of its own, so that no snapshot changes with the built-in ones.
struct Workshop {
  let repository: TemporaryRepository
  var root: URL { repository.root }

  init() throws {
    repository = try TemporaryRepository()
    for (path, text) in Self.rules { try write("rules/\(path)", text) }
  }

  func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Runs `chaperone` in the folder.
  func chaperone(_ arguments: String..., input: String = "", terminal: Bool = false) throws -> ProgramRun {
    try ProgramRun.run(
      BuiltPrograms.chaperone.path, arguments, environment: repository.environment, directory: root,
      input: Array(input.utf8), terminal: terminal)
  }

  /// The text without what differs from run to run.
  func stable(_ text: String) -> String {
    text.replacing(root.path, with: "ROOT").replacing(BuiltPrograms.folder.path, with: "PROGRAMS")
  }

  /// What belongs to a rule that has no message of its own to test.
  private static func rule(_ id: String, _ severity: String, _ summary: String, _ match: String, _ examples: String)
    -> String
  {
    """
    id: \(id)
    severity: \(severity)
    level: sentence
    summary: \(summary)
    authority: [House rule 7]
    message: \(summary) That is not how we speak.
    remedy: Say it another way.
    rationale: Robots read this too.
    since: 2026-11-23
    reviewBy: 2999-01-01
    match:
      # What fires.
      - \(match)
    examples:
    \(examples)

    """
  }

  static let rules: [(path: String, text: String)] = [
    (
      "core/tone/rust.yaml",
      rule(
        "tone/rust", "block", "A robot is called rusty.", "\"[rusty ROBOT]\"",
        "  flag: [\"That ↓rusty robot↑ again.\"]\n  pass: [\"The gate is rusty.\"]")
    ),
    (
      "core/tone/robot.yaml",
      rule(
        "tone/robot", "approve\nroles: [comms-lead, legal]", "One robot is talked about.", "\"[(a|this) ROBOT]\"",
        "  flag:\n    - {text: \"So a robot came by.\", parent: [\"Who was it?\"], draft: {account: personal}}\n"
          + "  pass: [\"Robots are welcome.\"]")
    ),
    (
      "core/contact/phone.yaml",
      rule(
        "contact/phone", "block", "A phone number is printed.", "\"<phone>\"",
        "  flag: [\"Call (312) 456-7891 now.\"]\n  pass: [\"Call us.\"]")
    ),
    (
      "us/tone/beep.yaml",
      rule(
        "tone/beep", "advise", "It beeps.", "beep", "  flag: [\"beep\"]\n  pass: [\"silence\"]")
    ),
    ("lexicon/ROBOT.yaml", "class: ROBOT\nsummary: Machines.\nnouns: [robot, android]\n"),
  ]
}

/// Drafts that the tests write.
enum DraftText {
  static let head = "---\nauthor: ada\nchannels: [facebook]\nabout: none\npublishDate: 2030-01-01T09:00:00Z\n---\n"
  static let blocked = head + "That rusty robot again.\n"
  static let clear = head + "All gates are open.\n"
  /// A telephone number of nobody; the tests look that it is never printed.
  static let number = "(312) 456-7891"
  static let withNumber = head + "Call her on \(number) today.\n"
}

extension TemporaryRepository {
  /// Runs `chaperone` in the work tree; its status is for the caller to judge.
  @discardableResult
  func chaperone(_ arguments: String..., folder: String? = nil, changes: [String: String] = [:]) throws -> ProgramRun {
    try run(BuiltPrograms.chaperone.path, arguments, changes: changes, folder: folder)
  }

  /// A repository that was set up by `init` and committed.
  static func setUp() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.git("config", "user.name", "Ada Author")
    try repository.git("config", "user.email", "ada@example.org")
    let run = try repository.chaperone("init")
    guard run.status == 0 else { throw ProgramFailure(command: "init", status: run.status, error: run.error) }
    try repository.stage(".")
    try repository.commit("Set up")
    return repository
  }
}

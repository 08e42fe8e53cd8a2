import Approvals
import Changes
import Drafts
import Foundation
import Gate
import Git
import TestSupport

/// A made-up clinic on real git: a bare server with the gate in it, and a clone for everybody who writes or signs.
///
/// It is set up once and copied for each test, keys of `ssh-keygen` included.
///
/// | id | signs as |
/// |---|---|
/// | ada | writes drafts; comms-lead |
/// | dana | privacy-officer |
/// | cleo | clinical-lead |
/// | olu, pat | policy-owner |
final class Clinic {
  static let people = ["ada", "dana", "cleo", "olu", "pat"]
  static let repositoryID = "6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10"
  /// The time of the test run: the hook on the server asks the clock.
  static let now = Timestamp(secondsSince1970: Int(Platform.secondsSinceEpoch))

  let server: TemporaryRepository
  private var clones: [String: Desk] = [:]

  /// A draft for which the privacy officer and the clinical lead must sign.
  static let story = draft("My patient is doing well.\n")

  /// A draft about a text, by ada.
  static func draft(_ text: String, _ more: String = "") -> String {
    "---\nauthor: ada\nchannels: [facebook]\nabout: patient\n\(more)---\n\(text)"
  }

  init() throws {
    server = try TemporaryRepository(name: "server.git", "--bare")
    let copied = try ProgramRun.run(
      "sh",
      [
        "-c", "rm -rf \"$2\"/server.git && cp -a \"$1\"/. \"$2\"", "sh", try Self.template.get().path, server.root.path,
      ],
      environment: ["PATH": "/usr/bin:/bin"])
    guard copied.status == 0 else { throw ProgramFailure(command: "cp", status: copied.status, error: copied.error) }
    for name in Self.people { clones[name] = Desk(name, of: server) }
  }

  /// Somebody's clone.
  func desk(_ name: String) throws -> Desk {
    guard let desk = clones[name] else { throw ProgramFailure(command: "desk", status: 1, error: name) }
    return desk
  }

  /// The folder every test starts from.
  private static let template = Result { try Template() }

  /// Keeps the folder until the test run ends.
  private final class Template: @unchecked Sendable {
    let server: TemporaryRepository
    var path: String { server.root.path }

    init() throws {
      server = try TemporaryRepository(name: "server.git", "--bare")
      try Desk.write(hook: "pre-receive", "exec '\(BuiltPrograms.hook.path)' pre-receive", in: "hooks", of: server)
      try Clinic.fill(server)
      atexit { try? Clinic.template.get().remove() }
    }

    func remove() throws { try FileManager.default.removeItem(at: server.root) }
  }

  private static func fill(_ server: TemporaryRepository) throws {
    var signers = ""
    for name in people {
      let key = server.root.appending(path: "\(name).key").path
      let run = try server.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", key])
      guard run.status == 0 else { throw ProgramFailure(command: "ssh-keygen", status: run.status, error: run.error) }
      let line = try String(contentsOfFile: key + ".pub", encoding: .utf8)
      signers += "\(name) namespaces=\"chaperone.approval.v1\" \(line)"
    }
    let first = Desk("ada", of: server)
    try FileManager.default.createDirectory(at: first.repository.directory, withIntermediateDirectories: true)
    try first.git("init", "--quiet", "--initial-branch=main")
    try first.git("remote", "add", "origin", "../server.git")
    try first.repository.write(".chaperone/policy.yaml", policy)
    try first.repository.write(".chaperone/people.yaml", peopleFile)
    try first.repository.write(".chaperone/allowed_signers", signers)
    try first.repository.write(".chaperone/revoked_keys", "")
    try first.repository.write(".chaperone/rules/core/test/story.yaml", storyRule)
    try first.repository.write(".chaperone/rules/core/test/insult.yaml", insultRule)
    try first.repository.write("published/.gitkeep", "")
    try first.commit("Set up Chaperone")
    try first.repository.write("drafts/story.md", story)
    try first.repository.write("drafts/plain.md", draft("Opening hours are 8 to 4.\n"))
    try first.commit("Draft two posts")
    try first.git("push", "--quiet", "origin", "main")
    for name in people {
      if name != "ada" { try first.git("clone", "--quiet", "../server.git", "../\(name)") }
      let desk = Desk(name, of: server)
      try desk.git("remote", "set-url", "origin", "../server.git")
      try desk.git("config", "chaperone.signingkey", "~/\(name).key")
    }
  }

  private static let policy = """
    version: 1
    repo: \(repositoryID)
    packs: [core]
    approvals: {secondPerson: true}
    gate: {refs: [refs/heads/main]}

    """

  private static let peopleFile = """
    ada: {name: Ada Author, emails: [ada@clinic.example], roles: [comms-lead]}
    dana: {name: Dana Field, emails: [dana@clinic.example], roles: [privacy-officer]}
    cleo: {name: Cleo Hart, emails: [cleo@clinic.example], roles: [clinical-lead]}
    olu: {name: Olu Ner, emails: [olu@clinic.example], roles: [policy-owner]}
    pat: {name: Pat Owen, emails: [pat@clinic.example], roles: [policy-owner]}

    """

  private static let storyRule = rule(
    "story", "approve", "roles: [privacy-officer, clinical-lead]\n", words: "my patient", elsewhere: "Our clinic opens."
  )
  private static let insultRule = rule("insult", "block", "", words: "stupid", elsewhere: "Our clinic opens.")

  private static func rule(
    _ name: String, _ severity: String, _ roles: String, words: String, elsewhere: String
  ) -> String {
    """
    id: test/\(name)
    severity: \(severity)
    \(roles)level: sentence
    summary: It says \(words).
    authority: ["Test"]
    message: It says \(words).
    remedy: Say it otherwise.
    since: 2026-11-22
    reviewBy: 2027-11-22
    match: "\(words)"
    examples:
      flag: ["This is ↓\(words)↑."]
      pass: ["\(elsewhere)"]

    """
  }
}

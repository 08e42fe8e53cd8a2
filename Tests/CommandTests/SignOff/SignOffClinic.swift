import Foundation
import TestSupport
import Testing

/// A repository of drafts with people, real keys, and a few rules of its own, so that no snapshot changes with the
/// built-in ones.
///
/// ada writes the drafts and is a comms-lead; dana and kim are comms-leads too, lee and kim sign for legal, omar for
/// medicine. `tone/robot` asks comms-lead and legal, `tone/rust` and `contact/phone` block.
struct SignOffClinic {
  let repository: TemporaryRepository

  static let names = ["ada", "dana", "kim", "lee", "omar"]
  static let robot = DraftText.head + "So a robot came by the gate.\n\n---\n\nIt was polite.\n"
  private static let policy = """
    version: 1
    repo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10
    packs: [core]
    gate: {refs: [refs/heads/main]}

    """
  static let people = """
    # Everybody who signs.
    ada:
      name: Ada Author
      emails: [ada@example.org, cleo@example.org]   # and the machine she commits from
      roles: [comms-lead]
    dana:
      name: Dana Whitfield
      emails: [dana@clinic.example]
      roles: [comms-lead]
    kim:
      name: Kim Osei
      emails: [kim@clinic.example]
      roles:
        - comms-lead   # for the time being
        - {role: legal, from: 2026-01-01}
    lee:
      name: Lee Moreau
      emails: [lee@clinic.example]
      roles: legal
    omar:
      name: Omar Haddad
      emails: [omar@clinic.example]
      roles: [clinical-lead, policy-owner]

    """

  /// A repository with these drafts committed by ada.
  ///
  /// - Parameter isBuiltIn: whether the rules are the built-in ones.
  init(_ drafts: [String: String] = ["drafts/robot.md": robot], isBuiltIn: Bool = false) throws {
    repository = try TemporaryRepository()
    try repository.write(".chaperone/policy.yaml", Self.policy)
    try repository.write(".chaperone/people.yaml", Self.people)
    try repository.write(".chaperone/revoked_keys", "# None so far.\n")
    if !isBuiltIn {
      for (path, text) in Workshop.rules { try repository.write(".chaperone/rules/\(path)", text) }
    }
    try FileManager.default.createDirectory(
      at: repository.root.appending(path: "keys"), withIntermediateDirectories: true)
    var signers = "# One key a line.\n"
    for (name, key) in try Self.keys.get().sorted(by: { $0.key < $1.key }) {
      try key.secret.write(toFile: keyFile(name), atomically: false, encoding: .utf8)
      try key.shown.write(toFile: keyFile(name) + ".pub", atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keyFile(name))
      let words = key.shown.split(separator: " ").prefix(2).joined(separator: " ")
      signers += "\(name) namespaces=\"chaperone.approval.v1\" \(words)\n"
    }
    try repository.write(".chaperone/allowed_signers", signers)
    for (path, text) in drafts { try repository.write(path, text) }
    try repository.stage()
    try repository.commit("Drafts")
  }

  /// Real keys, made once for all tests: making one takes longer than most tests.
  private static let keys = Result<[String: (secret: String, shown: String)], any Error> {
    let folder = FileManager.default.temporaryDirectory.appending(path: "chaperone-keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var keys: [String: (secret: String, shown: String)] = [:]
    for name in names {
      let file = folder.appending(path: name).path
      let run = try ProgramRun.run(
        "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file],
        environment: TemporaryRepository.cleanEnvironment(home: folder))
      guard run.status == 0 else { throw ProgramFailure(command: "ssh-keygen", status: run.status, error: run.error) }
      keys[name] = (
        try String(contentsOfFile: file, encoding: .utf8), try String(contentsOfFile: file + ".pub", encoding: .utf8)
      )
    }
    return keys
  }

  /// The private key file of a person.
  func keyFile(_ name: String) -> String { repository.root.appending(path: "keys/\(name)").path }

  /// Makes another key.
  func makeKey(_ name: String) throws {
    let run = try repository.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", keyFile(name)])
    guard run.status == 0 else { throw ProgramFailure(command: "ssh-keygen", status: run.status, error: run.error) }
  }

  /// Runs `chaperone` as one of the people.
  func run(
    as name: String, _ arguments: String..., input: String = "", terminal: Bool = false, folder: String? = nil
  ) throws -> ProgramRun {
    try repository.git("config", "chaperone.identity", name)
    try repository.git("config", "chaperone.signingkey", keyFile(name))
    return try repository.run(
      BuiltPrograms.chaperone.path, arguments, input: input, folder: folder, terminal: terminal)
  }

  /// Commits a change of a draft by ada.
  func edit(_ path: String, _ text: String) throws {
    try repository.write(path, text)
    try repository.stage()
    try repository.commit("Edit")
  }

  /// How many records the ledger holds.
  var records: Int {
    get throws {
      let run = try repository.run("git", ["ls-tree", "-r", "--name-only", "chaperone/ledger"])
      guard run.status == 0 else { return 0 }
      return run.output.split(separator: "\n").count { $0.hasPrefix("r/") || $0.hasPrefix("d/") }
    }
  }

  /// The text without what differs from run to run: places, digests, records, days and times.
  func stable(_ text: String) -> String {
    text.replacing(repository.root.path, with: "ROOT")
      .replacing("\r\n", with: "\n")
      .replacing(/SHA256:[A-Za-z0-9+\/]{43}/, with: "SHA256:KEY")
      .replacing(/AAAAC3[A-Za-z0-9+\/=]{62}/, with: "AAAAKEY")
      .replacing(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/, with: "TIME")
      .replacing(/until \d{4}-\d{2}-\d{2}/, with: "until DAY")
      .replacing(/on \d{4}-\d{2}-\d{2}/, with: "on DAY")
      .replacing(/\b[0-9a-f]{64}\b/, with: "DIGEST")
      .replacing(/\b[0-9a-f]{12}\b/, with: "RECORD")
      .replacing(/\b[0-9a-f]{8}\b/, with: "SHORT")
  }
}

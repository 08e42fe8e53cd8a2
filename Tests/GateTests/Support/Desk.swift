import Approvals
import Changes
import Drafts
import Foundation
import Gate
import Git
import TestSupport

/// Somebody's clone, and git and Chaperone as they run there.
struct Desk {
  let name: String
  let repository: TemporaryRepository
  private let identity: [String: String]

  init(_ name: String, of owner: TemporaryRepository) {
    self.name = name
    repository = TemporaryRepository(existing: owner.root.appending(path: name), of: owner)
    identity = Self.identity(name)
  }

  /// The variables that make git write as somebody.
  static func identity(_ name: String) -> [String: String] {
    let people = ["ada": "Ada Author", "dana": "Dana Field", "cleo": "Cleo Hart", "olu": "Olu Ner", "pat": "Pat Owen"]
    let date = "\(Clinic.now.secondsSince1970) +0000"
    var variables = ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date]
    for role in ["AUTHOR", "COMMITTER"] {
      variables["GIT_\(role)_NAME"] = people[name] ?? name
      variables["GIT_\(role)_EMAIL"] = "\(name)@clinic.example"
    }
    return variables
  }

  var environment: GitEnvironment {
    GitEnvironment(
      variables: repository.environment.merging(identity) { $1 }, directory: repository.directory.path)
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String { try git(arguments) }

  @discardableResult
  func git(_ arguments: [String], changes: [String: String] = [:]) throws -> String {
    try repository.git(arguments, changes: identity.merging(changes) { $1 })
  }

  /// Runs git and gives what came of it.
  func run(_ arguments: String..., input: String = "") throws -> ProgramRun {
    try repository.run("git", arguments, input: input, changes: identity)
  }

  @discardableResult
  func commit(_ message: String, all: Bool = true) throws -> String {
    if all { try git("add", "--all") }
    try git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", message)
    return try git("rev-parse", "HEAD")
  }

  /// Writes a hook of this clone.
  func hook(_ name: String, _ script: String) throws {
    try Self.write(hook: name, script, in: ".git/hooks", of: repository)
  }

  /// Writes a hook by another program: a file this one has open for writing could not be run while a test forks.
  static func write(hook name: String, _ script: String, in folder: String, of repository: TemporaryRepository) throws {
    let write = "mkdir -p \(folder) && cat > \(folder)/\(name) && chmod +x \(folder)/\(name)"
    let run = try repository.run("sh", ["-c", write], input: "#!/bin/sh\n\(script)\n")
    guard run.status == 0 else { throw ProgramFailure(command: write, status: run.status, error: run.error) }
  }

  /// Pushes to the server and gives what git and the gate said.
  func push(_ refs: String...) throws -> ProgramRun {
    try repository.run("git", ["push", "--no-verify", "origin"] + refs, changes: identity)
  }

  func open() throws -> Repository { try Repository.open(environment, mode: .commandLine) }

  func ledger() throws -> Ledger { try Ledger.open(try open()) }

  func signOff(now: Timestamp = Clinic.now) throws -> SignOff {
    try SignOff(try open(), environment: environment, now: now)
  }

  func standing(_ path: RepositoryPath, from origin: DraftOrigin = .head) throws -> DraftStanding {
    try signOff().standings(of: [path], from: origin)[0]
  }

  @discardableResult
  func approve(_ path: RepositoryPath, as role: String, note: String? = nil) throws -> Record {
    let signOff = try signOff()
    let recorded = try signOff.approve(
      try signOff.standings(of: [path]), by: signOff.signer(), as: known(Role(role)), note: note.map { Array($0.utf8) })
    return recorded[0].record
  }

  @discardableResult
  func object(_ path: RepositoryPath, as role: String, because reason: String) throws -> Record {
    let signOff = try signOff()
    return try signOff.object(
      try signOff.standings(of: [path]), by: signOff.signer(), as: known(Role(role)), note: Array(reason.utf8))[0]
      .record
  }

  /// Brings the ledger to the server and back, through the gate.
  func sync() throws {
    try ledger().synchronise(with: "origin")
  }

  @discardableResult
  func publish(_ paths: RepositoryPath...) throws -> Publication { try signOff().publish(paths) }

  /// What the gate says of what this clone has and the server does not.
  func verify(_ old: String = "origin/main", _ new: String = "HEAD", now: Timestamp = Clinic.now) throws
    -> VerificationReport
  {
    let repository = try open()
    return Verification(repository, ledger: try Ledger.open(repository), now: now)
      .verify(from: try repository.resolve(old), to: try repository.resolve(new))
  }
}

extension VerificationReport {
  /// The codes of the problems, sorted.
  var codes: [String] { problems.map(\.code).sorted() }
}

/// A spelling in a test itself; one that is wrong stops it.
func known<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("a test's own spelling is wrong") }
  return value
}

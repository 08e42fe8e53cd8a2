import Approvals
import Changes
import Drafts
import Foundation
import Gate
import Git

/// A repository of drafts with people, keys and a ledger, made without running a commit for each.
struct Workplace {
  static let now = Timestamp(secondsSince1970: 1_795_392_000)
  /// Who signs, as which role.
  static let signers: [(id: String, role: String)] = [("dana", "privacy-officer"), ("cleo", "clinical-lead")]

  let folder: URL
  let programs: Programs

  /// How many drafts there are, and how many of them are still open; the others stand in the published tree.
  let drafts: Int
  let open: Int

  /// Makes a repository with some drafts under `folder`, set up by `chaperone init`.
  ///
  /// - Parameter open: How many of the drafts are not published yet; nil for all.
  init(_ folder: URL, drafts: Int, open: Int? = nil, programs: Programs) throws {
    self.folder = folder
    self.drafts = drafts
    self.open = open ?? drafts
    self.programs = programs
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("init", "--quiet", "--initial-branch=main")
    _ = try Program(programs.chaperone, ["init"], in: folder).run()
    try write(".chaperone/people.yaml", Self.people)
    try write(".chaperone/allowed_signers", try Self.allowedSigners())
    try git("add", "--all")
    try git("commit", "--quiet", "--no-verify", "-m", "Set up")
    let stream = try FastImport(in: folder)
    var generator = PostGenerator(seed: 1)
    try stream.commit(on: "refs/heads/main", message: "Draft", onto: true)
    for number in 0..<drafts {
      try stream.file(path(number), Array(generator.draft(number).utf8))
    }
    try stream.finish()
    try git("reset", "--quiet", "--hard")
  }

  /// The path of a draft: a folder for each hundred, so that no folder is large.
  func path(_ number: Int) -> String {
    "\(number < drafts - open ? "published" : "drafts")/2026/\(number / 100)/post-\(number).md"
  }

  /// Adds a ledger: approvals of the drafts there are, then of ones long gone, until there are so many records.
  ///
  /// One draft in ten is left without any, one in ten has only one.
  func fillLedger(records: Int) throws {
    let keys = try Self.keys()
    let signOff = try SignOff(repository(), environment: environment, now: Self.now)
    let paths = (0..<drafts).compactMap { RepositoryPath(path($0)) }
    let stream = try FastImport(in: folder)
    var written = 0
    var inCommit = 0
    func put(_ record: Record) throws {
      if inCommit == 0 {
        try stream.commit(on: "refs/heads/chaperone/ledger", message: "Approve")
      }
      let hex = record.decision.subject.description
      let place = "r/\(hex.prefix(2))/\(hex.dropFirst(2).prefix(2))/\(hex)/\(record.id)"
      try stream.file(place, record.line + [0x0A])
      written += 1
      inCommit = (inCommit + 1) % 200
    }
    for start in stride(from: 0, to: paths.count, by: 1_000) where written < records {
      let standings = try signOff.standings(of: Array(paths[start..<min(start + 1_000, paths.count)]))
      for (number, standing) in standings.enumerated() where number % 10 != 9 && written < records {
        guard let question = standing.question else { continue }
        for (place, signer) in Self.signers.enumerated() where written < records && !(number % 10 == 8 && place == 1) {
          guard let person = PersonID(signer.id), let role = Role(signer.role) else { continue }
          let decision = question.decision(
            .approve, by: person, as: role, seen: [], note: nil, nonce: Self.nonce(written))
          try put(try keys[place].record(decision))
        }
      }
    }
    // Older posts, whose drafts are gone: the ledger never forgets.
    if let sample = try signOff.standings(of: Array(paths.prefix(200))).compactMap(\.question).first,
      let person = PersonID(Self.signers[0].id), let role = Role(Self.signers[0].role)
    {
      while written < records {
        var decision = sample.decision(.approve, by: person, as: role, seen: [], note: nil, nonce: Self.nonce(written))
        decision.subject = Subject(Digest(of: Array("gone \(written / 2)".utf8)))
        try put(try keys[0].record(decision))
      }
    }
    try stream.finish()
  }

  /// Throws away what Chaperone keeps to be faster.
  func forget() throws {
    try? FileManager.default.removeItem(at: folder.appending(path: ".git/chaperone"))
  }

  func git(_ arguments: String...) throws { _ = try Program("git", arguments, in: folder).run() }

  func repository() throws -> Repository { try Repository.open(environment, mode: .commandLine) }

  var environment: GitEnvironment { GitEnvironment(variables: Program.environment, directory: folder.path) }

  func write(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private static func nonce(_ number: Int) -> [UInt8] {
    let digits = String(number, radix: 16)
    return Array((String(repeating: "0", count: 16 - digits.utf8.count) + digits).utf8)
  }

  private static func keys() throws -> [SigningKey] {
    try signers.indices.map { try SigningKey(seed: UInt8($0 + 1)) }
  }

  private static func allowedSigners() throws -> String {
    try zip(signers, keys()).map { signer, key in
      "\(signer.id) namespaces=\"chaperone.approval.v1\" \(key.publicLine)\n"
    }.joined()
  }

  private static let people = """
    ada: {name: Ada Author, emails: [ada@clinic.example], roles: [comms-lead]}
    dana: {name: Dana Field, emails: [dana@clinic.example], roles: [privacy-officer, comms-lead]}
    cleo: {name: Cleo Hart, emails: [cleo@clinic.example], roles: [clinical-lead]}
    olu: {name: Olu Ner, emails: [olu@clinic.example], roles: [policy-owner]}

    """
}

/// Where the programs under measurement are.
struct Programs {
  let chaperone: String
  let hook: String

  init(folder: String) {
    chaperone = folder + "/chaperone"
    hook = folder + "/chaperone-hook"
  }
}

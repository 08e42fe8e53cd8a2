import Approvals
import Changes
import Foundation
import Gate
import Git
import TestSupport
import Testing

/// The branch of records: written by many, never losing anything.
@Suite struct LedgerTests {
  @Test("A sign-off is a commit whose message carries the same record")
  func commitOfASignOff() throws {
    let dana = try Clinic().desk("dana")
    let record = try dana.approve("drafts/story.md", as: "privacy-officer", note: "Read twice.")
    let branch = "chaperone/ledger"
    #expect(try dana.git("rev-list", "--count", branch) == "1")
    let message = try dana.git("log", "-1", "--format=%B", branch)
    #expect(message.hasPrefix("Approve story as privacy-officer\n\nChaperone-Approval: v1 approve "))
    #expect(message.contains("\nApproved-by: Dana Field <dana@clinic.example> (privacy-officer)"))
    let line = String(decoding: record.line, as: UTF8.self)
    #expect(try dana.git("log", "-1", "--format=%(trailers:key=Chaperone-Approval)", branch) == line + "\n")
    let files = try dana.git("ls-tree", "-r", "--name-only", branch).split(separator: "\n")
    #expect(files.count == 2)
    #expect(files.contains { $0.hasPrefix("n/") })
    let path = String(decoding: LedgerPath.path(of: record), as: UTF8.self)
    #expect(try dana.git("show", "\(branch):\(path)") == line)
    #expect(try dana.ledger().note(known(record.decision.note)) == Array("Read twice.".utf8))
  }

  @Test("A note that says too much is refused before anything is written")
  func noteRefused() throws {
    let dana = try Clinic().desk("dana")
    let before = try dana.git("count-objects")
    for note in ["Is this about my patient?", "That is stupid."] {
      #expect(throws: GateError.self) { try dana.approve("drafts/story.md", as: "privacy-officer", note: note) }
    }
    #expect(try dana.git("count-objects") == before)
    #expect(try dana.run("rev-parse", "--verify", "--quiet", "chaperone/ledger").status != 0)
  }

  @Test("Two who sign at the same time both count, whoever pushes first")
  func twoClones() throws {
    let clinic = try Clinic()
    let (dana, cleo) = (try clinic.desk("dana"), try clinic.desk("cleo"))
    try dana.approve("drafts/story.md", as: "privacy-officer")
    try cleo.approve("drafts/story.md", as: "clinical-lead")
    try cleo.sync()
    #expect(try dana.push("chaperone/ledger").status != 0, "a push over the other's records")
    try dana.sync()
    try cleo.sync()
    #expect(try cleo.git("rev-parse", "chaperone/ledger") == dana.git("rev-parse", "chaperone/ledger"))
    #expect(try cleo.git("ls-tree", "-r", "--name-only", "chaperone/ledger").split(separator: "\n").count == 2)
    #expect(try cleo.standing("drafts/story.md").isApproved)
    #expect(try cleo.git("fsck", "--strict", "--no-dangling") == "")
  }

  @Test("Records written at once in one clone are all kept")
  func oneClone() throws {
    let dana = try Clinic().desk("dana")
    let first = try dana.ledger()
    try dana.approve("drafts/story.md", as: "privacy-officer")
    // The ledger was read before the other record was there.
    let record = try dana.object("drafts/plain.md", as: "privacy-officer", because: "Wrong hours.")
    try first.append([LedgerEntry(record: record)], summary: "Again")
    #expect(try dana.git("ls-tree", "-r", "--name-only", "chaperone/ledger").split(separator: "\n").count == 3)
  }

  @Test("The server takes no ledger that lost, moved or changed a record", arguments: Forgery.allCases)
  func serverRefuses(_ forgery: Forgery) throws {
    let clinic = try Clinic()
    let dana = try clinic.desk("dana")
    try dana.object("drafts/story.md", as: "privacy-officer", because: "Too close to a real case.")
    try dana.approve("drafts/plain.md", as: "privacy-officer")
    try dana.sync()
    try forgery.apply(dana)
    let push = try dana.push("+chaperone/ledger")
    #expect(push.status != 0)
    #expect(push.error.contains(forgery.code), "\(push.error)")
  }

  /// What somebody may try to do to the ledger.
  enum Forgery: CaseIterable {
    case rewind, drop, rename, change, stranger, other

    var code: String {
      switch self {
      case .rewind: "LEDGER_REWOUND"
      case .stranger: "UNKNOWN_KEY"
      default: "TAMPERED"
      }
    }

    func apply(_ desk: Desk) throws {
      let branch = "refs/heads/chaperone/ledger"
      if self == .rewind {
        try desk.git("update-ref", branch, "chaperone/ledger~1")
        return
      }
      try desk.git("read-tree", "chaperone/ledger")
      let files = try desk.git("ls-files").split(separator: "\n").map(String.init)
      let objection = known(files.first { $0.hasPrefix("d/") })
      let blob = try desk.git("rev-parse", "chaperone/ledger:\(objection)")
      switch self {
      case .drop: try desk.git("update-index", "--force-remove", objection)
      case .rename:
        try desk.git("update-index", "--force-remove", objection)
        try desk.git("update-index", "--add", "--cacheinfo", "100644,\(blob),\(objection)0")
      case .change, .other:
        let new = try desk.git(["hash-object", "-w", "--stdin"])
        let path = self == .change ? objection : "README.md"
        try desk.git("update-index", "--add", "--cacheinfo", "100644,\(new),\(path)")
      case .stranger:
        let signer = try desk.signOff().signer()
        let key = desk.repository.root.appending(path: "pat.key").path
        let other = Signer(person: signer.person, keyFile: key, environment: desk.environment)
        let draft = try desk.standing("drafts/plain.md")
        let decision = known(draft.question).decision(
          .approve, by: signer.person.id, as: .privacyOfficer, seen: [], nonce: Array("9f2c1d0e".utf8))
        try desk.ledger().append([LedgerEntry(record: try other.sign(decision))], summary: "Forged")
        try desk.git("read-tree", "HEAD")
        return
      case .rewind: return
      }
      let tree = try desk.git("write-tree")
      let commit = try desk.git("commit-tree", tree, "-p", "chaperone/ledger", "-m", "Forged")
      try desk.git("update-ref", branch, commit)
      try desk.git("read-tree", "HEAD")
    }
  }

  @Test("The ledger is not deleted")
  func deleted() throws {
    let dana = try Clinic().desk("dana")
    try dana.approve("drafts/plain.md", as: "privacy-officer")
    try dana.sync()
    #expect(try dana.push(":chaperone/ledger").error.contains("LEDGER_DELETED"))
  }

  @Test("A clone notices that the server's ledger shrank, and keeps what it has")
  func shrunkRemote() throws {
    let clinic = try Clinic()
    let dana = try clinic.desk("dana")
    try dana.object("drafts/story.md", as: "privacy-officer", because: "Too close to a real case.")
    try dana.approve("drafts/plain.md", as: "privacy-officer")
    try dana.sync()
    let kept = try dana.git("rev-parse", "chaperone/ledger")
    try clinic.server.git("update-ref", "refs/heads/chaperone/ledger", "\(kept)~1")
    do {
      try dana.sync()
      Issue.record("a shrunk ledger was taken")
    } catch GateError.tampered(let words) {
      #expect(words.contains("lost"))
    }
    #expect(try dana.git("rev-parse", "chaperone/ledger") == kept)
    #expect(try dana.git("rev-parse", "origin/chaperone/ledger") == kept)
  }

  @Test("Stopped at any step, the ledger is valid and the next try goes on")
  func stopped() throws {
    let clinic = try Clinic()
    let (dana, cleo) = (try clinic.desk("dana"), try clinic.desk("cleo"))
    try cleo.approve("drafts/story.md", as: "clinical-lead")
    try cleo.sync()
    // The branch cannot be moved: what was written before is only garbage.
    try dana.hook("reference-transaction", "exit 1")
    #expect(throws: GateError.self) { try dana.approve("drafts/story.md", as: "privacy-officer") }
    #expect(try dana.run("rev-parse", "--verify", "--quiet", "chaperone/ledger").status != 0)
    #expect(try dana.git("fsck", "--strict", "--no-dangling") == "")
    try FileManager.default.removeItem(atPath: dana.repository.path(".git/hooks/reference-transaction"))
    try dana.approve("drafts/story.md", as: "privacy-officer")
    // Fetched and then stopped: what was fetched counts already.
    try dana.git("fetch", "--quiet", "origin", "chaperone/ledger:refs/remotes/origin/chaperone/ledger")
    #expect(try dana.standing("drafts/story.md").isApproved)
    // United and then stopped before the push.
    try dana.ledger().unite(with: try dana.open().resolve("origin/chaperone/ledger"))
    try dana.sync()
    try cleo.sync()
    #expect(try cleo.standing("drafts/story.md").isApproved)
  }
}

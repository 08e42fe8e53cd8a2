import Approvals
import Foundation
import TestSupport
import Testing
import YAML

struct SignOffPeopleTests {
  private func people(_ clinic: SignOffClinic) throws -> People {
    try People(parsing: YAMLNode.parse(Array(try clinic.repository.read(".chaperone/people.yaml").utf8)))
  }

  private func run(_ clinic: SignOffClinic, _ arguments: [String]) throws -> ProgramRun {
    try clinic.repository.run(BuiltPrograms.chaperone.path, ["people"] + arguments)
  }

  /// The lines that came and went; everything else is as it was, byte for byte.
  private func difference(_ clinic: SignOffClinic) throws -> [String] {
    try clinic.repository.git("diff", "--unified=0", "--", ".chaperone/people.yaml").split(separator: "\n")
      .map(String.init).filter {
        ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.hasPrefix("+++") && !$0.hasPrefix("---")
      }
  }

  static let edits: [(arguments: [String], lines: [String])] = [
    (
      ["add", "noor", "--name", "Noor \"N\" Said", "--email", "noor@clinic.example", "--role", "legal"],
      [
        "+noor:", "+  name: \"Noor \\\"N\\\" Said\"", "+  emails: [\"noor@clinic.example\"]", "+  roles:",
        "+    - legal",
      ]
    ),
    (["add", "ada", "--role", "legal"], ["-  roles: [comms-lead]", "+  roles: [comms-lead, legal]"]),
    (
      ["add", "ada", "--email", "a@clinic.example"],
      [
        "-  emails: [ada@example.org, cleo@example.org]   # and the machine she commits from",
        "+  emails: [ada@example.org, cleo@example.org, \"a@clinic.example\"]   # and the machine she commits from",
      ]
    ),
    (
      ["add", "kim", "--role", "clinical-lead", "--from", "2027-01-01", "--until", "2027-07-01"],
      ["+    - {role: clinical-lead, from: 2027-01-01, until: 2027-07-01}"]
    ),
    (["add", "lee", "--role", "comms-lead"], ["-  roles: legal", "+  roles: [legal, comms-lead]"]),
    (["add", "dana", "--role", "comms-lead"], []),
    (
      ["revoke", "kim", "--role", "legal"],
      [
        "-    - {role: legal, from: 2026-01-01}", "+    - {role: legal, from: 2026-01-01, until: TODAY}",
      ]
    ),
    (
      ["revoke", "kim", "--role", "comms-lead"],
      ["-    - comms-lead   # for the time being", "+    - {role: comms-lead, until: TODAY}   # for the time being"]
    ),
    (["revoke", "lee"], ["-  roles: legal", "+  roles: {role: legal, until: TODAY}"]),
  ]

  @Test(arguments: edits)
  func onlyWhatIsMeantChanges(arguments: [String], lines: [String]) throws {
    let clinic = try SignOffClinic()
    let before = try people(clinic)
    let run = try run(clinic, arguments)
    #expect(run.status == 0, "\(run.error)")
    let today = Date.now.formatted(.iso8601.year().month().day())
    #expect(try difference(clinic) == lines.map { $0.replacing("TODAY", with: today) })
    let id = try #require(PersonID(arguments[1]))
    #expect(try people(clinic).byID.filter { $0.key != id } == before.byID.filter { $0.key != id })
    #expect(run.output.contains("changed .chaperone/people.yaml") == !lines.isEmpty)
    // Asked again, there is nothing left to do.
    let again = try self.run(clinic, arguments)
    #expect(again.status == 0, "\(again.error)")
    if !arguments.contains("--from") { #expect(again.output.contains("nothing was changed")) }
  }

  static let refusals: [(arguments: [String], status: Int32, words: String)] = [
    (["add", "No One", "--name", "N", "--email", "n@x.example"], 2, "is no id"),
    (["add", "noor"], 2, "noor is new: give --name and --email too"),
    (["add", "noor", "--name", "N", "--email", "ada@example.org"], 1, "the address stands twice"),
    (["add", "noor", "--name", "N", "--email", "no address"], 1, "not an e-mail address"),
    (["add", "noor", "--name", "N\u{202E}", "--email", "n@x.example"], 1, "control and direction characters"),
    (["add", "noor", "--name", "N", "--email", "n@x.example\"]\n  roles: [\"legal"], 2, "is no e-mail address"),
    (["revoke", "omar"], 1, "nobody could sign for a change of the policy any more"),
    (["revoke", "omar", "--role", "policy-owner"], 1, "than omar the role policy-owner"),
    (["revoke", "omar", "--key", "KEYS/omar.pub"], 1, "nobody could sign"),
    (["add", "dana", "--role", "privacy-oficer"], 2, "Did you mean privacy-officer?"),
    (["add", "dana", "--role", "legal", "--from", "tomorrow"], 2, "“tomorrow” is no day"),
    (["add", "dana", "--role", "legal", "--from", "2027-02-01", "--until", "2027-01-01"], 1, "ends before it begins"),
    (["add", "dana", "--name", "Dina"], 2, "there already under another name"),
    (["add", "dana", "--key", "KEYS/lee.pub"], 1, "this key is listed for lee; one key, one person"),
    (["add", "dana", "--key", "KEYS/lee"], 2, "is not a public key that can be used"),
    (["revoke", "dona"], 2, "Did you mean dana?"),
    (["revoke", "dana", "--role", "legal"], 1, "dana does not have the role legal"),
    (["revoke", "dana", "--key", "KEYS/lee.pub"], 1, "this key is not one of dana"),
    (["revoke", "dana", "--key", "SHA256:nothing"], 1, "dana has no key with this fingerprint"),
    (["revoke", "dana", "--key", "K", "--role", "R"], 2, "not both"),
  ]

  @Test(arguments: refusals)
  func aRefusalChangesNothing(arguments: [String], status: Int32, words: String) throws {
    let clinic = try SignOffClinic()
    let keys = clinic.repository.root.appending(path: "keys").path
    let run = try run(clinic, arguments.map { $0.replacing("KEYS", with: keys) })
    #expect(run.status == status)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(try clinic.repository.git("status", "--porcelain") == "")
  }

  @Test func aNewColleagueSigns() throws {
    let clinic = try SignOffClinic()
    try clinic.makeKey("noor")
    let added = try run(
      clinic,
      [
        "add", "noor", "--name", "Noor Said", "--email", "noor@clinic.example", "--role", "legal", "--key",
        clinic.keyFile("noor") + ".pub",
      ])
    #expect(added.status == 0, "\(added.error)")
    try Golden.check(clinic.stable(added.output), "people-add")
    #expect(try clinic.run(as: "noor", "approve", "robot", "--yes").status == 1)
    try clinic.repository.stage()
    try clinic.repository.commit("Add noor")
    let run = try clinic.run(as: "noor", "approve", "robot", "--yes")
    #expect(run.status == 0, "\(run.error)")
  }

  @Test func aRevokedKeySignsNothingAndIsNotTakenAgain() throws {
    let clinic = try SignOffClinic()
    #expect(try clinic.run(as: "dana", "approve", "robot", "--yes").status == 0)
    #expect(try run(clinic, ["revoke", "dana", "--key", clinic.keyFile("dana") + ".pub"]).status == 0)
    #expect(try clinic.repository.read(".chaperone/revoked_keys").hasPrefix("# None so far.\nssh-ed25519 "))
    try clinic.repository.stage()
    try clinic.repository.commit("Revoke")
    #expect(try clinic.run(as: "ada", "show", "robot").output.contains("REVOKED"))
    let again = try run(clinic, ["add", "dana", "--key", clinic.keyFile("dana") + ".pub"])
    #expect(again.status == 1)
    #expect(again.error.contains("counts no more"))
    try Golden.check(clinic.stable(try run(clinic, ["list"]).output), "people-list")
    let json = try run(clinic, ["list", "--format", "json"])
    #expect(json.output.contains(#""revoked":true"#))
  }

  /// Comments are for people, in whatever encoding they were written.
  @Test func whatIsNotChangedStaysByteForByte() throws {
    let clinic = try SignOffClinic()
    let comment = Array("# Schl\u{FC}ssel of the ward\n".unicodeScalars.map { UInt8($0.value) })
    let signers = Array(try clinic.repository.read(".chaperone/allowed_signers").utf8)
    try clinic.repository.write(".chaperone/allowed_signers", comment + signers)
    try clinic.makeKey("second")
    let run = try run(clinic, ["add", "dana", "--key", clinic.keyFile("second") + ".pub", "--until", "2099-01-01"])
    #expect(run.status == 0, "\(run.error)")
    let file = clinic.repository.directory.appending(path: ".chaperone/allowed_signers")
    let after = Array(try Data(contentsOf: file))
    #expect(after.starts(with: comment + signers))
    let added = String(decoding: after.dropFirst(comment.count + signers.count), as: UTF8.self)
    #expect(added.hasPrefix("dana namespaces=\"chaperone.approval.v1\",valid-before=\"20990101Z\" ssh-ed25519 "))
  }

  /// A list that no program should touch is left to people.
  @Test func anEntryThatCannotBeEditedIsLeftAlone() throws {
    let clinic = try SignOffClinic()
    try clinic.repository.write(
      ".chaperone/people.yaml", "dana: {name: Dana, emails: [d@x.example], roles: [&r comms-lead]}\n")
    let run = try run(clinic, ["add", "dana", "--role", "legal"])
    #expect(run.status == 3)
    #expect(run.error.contains(".chaperone/people.yaml:1:"))
  }
}

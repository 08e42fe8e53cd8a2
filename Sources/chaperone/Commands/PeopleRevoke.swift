import Approvals
import ArgumentParser
import Gate
import YAML

/// `chaperone people revoke`: a key that was lost, a role that has ended, or somebody who left.
struct PeopleRevoke: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Revoke a key, end a role, or both for somebody who left.",
    discussion: """
      Nothing is deleted: a role gets an end, a key is listed as revoked. What was signed with it stops counting for drafts \
      that are not published yet; objections stay.

      Examples:
        chaperone people revoke d.whitfield                          left: every key and every role
        chaperone people revoke d.whitfield --key lost-laptop.pub
        chaperone people revoke d.whitfield --key SHA256:k3L…        the key by its fingerprint
        chaperone people revoke d.whitfield --role privacy-officer   from today on
      """)

  @Argument(help: "The id of the person.")
  var id: String
  @Option(
    help: ArgumentHelp("Only this key: a .pub file, or its fingerprint as `people list` prints it.", valueName: "key"))
  var key: String?
  @Option(help: "Only this role.")
  var role: String?

  func validate() throws {
    guard key == nil || role == nil else { throw ValidationError("Name --key or --role, not both.") }
  }

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "revoking")
    var edit = try TrustEdit(WorkTree(of: repository, for: "revoking"))
    guard let person = PersonID(id), edit.new.people[person] != nil || !edit.new.signers.lines(of: person).isEmpty
    else {
      let known = edit.new.people.byID.keys.sorted().map(\.description)
      let hint = nearestName(to: id, among: known).map { " Did you mean \($0)?" } ?? ""
      throw UsageError("“\(PlainText.shown(Array(id.utf8)))” is not in \(TrustFiles.people).\(hint)")
    }
    let today = StandingReport.day(session.now)
    if role == nil {
      for key in try keys(of: person, edit.new, session) where !edit.new.revoked.contains(key) {
        try edit.append(String(decoding: key.line, as: UTF8.self) + " \(person) \(today)", to: TrustFiles.revoked)
      }
    }
    if key == nil, let known = edit.new.people[person] { try endRoles(of: known, on: today, &edit, session) }
    try edit.keepAnOwner(at: session.now)
    let written = try edit.write()
    guard !written.isEmpty else {
      try session.print("That is revoked already; nothing was changed.")
      return 0
    }
    try edit.announce(written, message: "Revoke \(person)", session)
    return 0
  }

  private func keys(of person: PersonID, _ files: TrustFiles, _ session: Session) throws -> [PublicKey] {
    let own = files.signers.lines(of: person).map(\.key)
    guard let key else { return own }
    guard key.hasPrefix("SHA256:") else {
      let given = try SigningKey.publicKey(at: session.absolute(key), asked: key)
      guard own.contains(given) else {
        throw GateError.refused(["this key is not one of \(person) in \(TrustFiles.signers); nothing was changed"])
      }
      return [given]
    }
    let found = own.filter { $0.fingerprint.utf8.elementsEqual(key.utf8) }
    guard !found.isEmpty else {
      throw GateError.refused([
        "\(person) has no key with this fingerprint in \(TrustFiles.signers); nothing was changed"
      ])
    }
    return found
  }

  private func endRoles(of person: Person, on day: String, _ edit: inout TrustEdit, _ session: Session) throws {
    let held = person.assignments.filter { $0.until.map { $0 > session.now } ?? true }.map(\.role)
    var ending = Set(held)
    if let role {
      let wanted = try RoleChoice.role(role)
      guard person.everHolds(wanted) else {
        throw GateError.refused(["\(person.id) does not have the role \(wanted); nothing was changed"])
      }
      ending = ending.intersection([wanted])
    }
    for role in ending.sorted() {
      try edit.editPeople(of: person.id) { file throws(YAMLError) in try file.end(role, of: person.id, on: day) }
    }
  }
}

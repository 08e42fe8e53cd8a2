import Approvals
import ArgumentParser
import Drafts
import Gate
import YAML

/// `chaperone people add`: somebody new, or another role, address or key for somebody who is there.
struct PeopleAdd: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add somebody, or give somebody another role, address or key.",
    discussion: """
      Examples:
        chaperone people add d.whitfield --name 'Dana Whitfield' --email dana@clinic.example \\
          --role privacy-officer --key dana.pub
        chaperone people add k.osei --role clinical-lead --from 2027-01-01 --until 2027-07-01
        chaperone people add k.osei --key new-laptop.pub
      """)

  @Argument(help: "The id: lower-case letters, digits, dots and dashes.")
  var id: String
  @Option(help: "The name to show.")
  var name: String?
  @Option(help: "An address the person commits under; may be given again.")
  var email: [String] = []
  @Option(help: "A role; may be given again.")
  var role: [String] = []
  @Option(help: ArgumentHelp("The public key, a .pub file.", valueName: "file"))
  var key: String?
  @Option(help: ArgumentHelp("The first day of the roles; without a role, of the key.", valueName: "day"))
  var from: String?
  @Option(help: ArgumentHelp("The first day on which they are over.", valueName: "day"))
  var until: String?

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "adding people")
    var edit = try TrustEdit(WorkTree(of: repository, for: "adding people"))
    guard let person = PersonID(id) else {
      throw UsageError(
        "“\(PlainText.shown(Array(id.utf8)))” is no id: lower-case letters, digits, dots and dashes, at most 64.")
    }
    for address in email where address.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      throw UsageError("“\(PlainText.shown(Array(address.utf8)))” is no e-mail address.")
    }
    let roles = try roles(edit.new)
    let key = try key.map { try SigningKey.publicKey(at: session.absolute($0), asked: $0) }
    try addPerson(person, roles, &edit)
    if let key { try add(key, of: person, hasRoles: !roles.isEmpty, &edit) }
    let written = try edit.write()
    guard !written.isEmpty else {
      try session.print("\(person) has all of that already; nothing was changed.")
      return 0
    }
    try edit.announce(written, message: "Add \(person)", session)
    if edit.new.signers.lines(of: person).isEmpty {
      try session.print("\(person) has no key yet. They run `chaperone identity init` and send you the public half.")
    }
    return 0
  }

  /// The roles as they are written; each must be one that is asked somewhere.
  private func roles(_ files: TrustFiles) throws -> [String] {
    let known = Role.core.union(Role.fallbacks.keys).union(files.policy.terms.keys).sorted().map(\.description)
    let dates = try [("from", from), ("until", until)].compactMap { name, text in
      try text.map { ", \(name): \(try Self.day($0))" }
    }.joined()
    return try role.map { text in
      guard known.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
        let hint = nearestName(to: text, among: known).map { " Did you mean \($0)?" } ?? ""
        throw UsageError(
          "There is no role “\(PlainText.shown(Array(text.utf8)))”; there are \(known.joined(separator: ", ")). More are declared in \(TrustFiles.policy).\(hint)"
        )
      }
      return dates.isEmpty ? text : "{role: \(text)\(dates)}"
    }
  }

  private static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else {
      throw UsageError("“\(PlainText.shown(Array(text.utf8)))” is no day; write it like 2027-01-31.")
    }
    return day
  }

  private func addPerson(_ person: PersonID, _ roles: [String], _ edit: inout TrustEdit) throws {
    guard let known = edit.new.people[person] else {
      guard let name, !email.isEmpty else {
        throw UsageError(
          "\(person) is new: give --name and --email too.",
          examples: [
            "chaperone people add \(person) --name 'Dana Whitfield' --email dana@clinic.example --role comms-lead"
          ])
      }
      return try edit.editPeople(of: person) { file throws(YAMLError) in
        file.add(person, name: name, emails: email, roles: roles)
        return true
      }
    }
    if let name, !name.utf8.elementsEqual(known.name.utf8) {
      throw UsageError(
        "\(person) is there already under another name. Change the name in \(TrustFiles.people) by hand.")
    }
    let addresses = email.filter { !known.emails.contains(EmailAddress($0)) }.map { "\"\($0)\"" }
    let isHeldForGood = { (text: String) in
      from == nil && until == nil
        && known.assignments.contains { $0.role.description == text && $0.from == nil && $0.until == nil }
    }
    let missing = zip(role, roles).filter { !isHeldForGood($0.0) }.map(\.1)
    guard !addresses.isEmpty || !missing.isEmpty else { return }
    try edit.editPeople(of: person) { file throws(YAMLError) in
      guard try file.add(addresses, to: "emails", of: person) else { return false }
      return try file.add(missing, to: "roles", of: person)
    }
  }

  private func add(_ key: PublicKey, of person: PersonID, hasRoles: Bool, _ edit: inout TrustEdit) throws {
    guard !edit.new.revoked.contains(key) else {
      throw GateError.refused(["this key is in \(TrustFiles.revoked) and counts no more; \(person) needs another"])
    }
    guard edit.new.signers.lines(of: person, with: key).isEmpty else { return }
    if let other = edit.new.signers.signers.first(where: { $0.key == key }) {
      throw GateError.refused(["this key is listed for \(other.person); one key, one person"])
    }
    let dates = try hasRoles ? (nil, nil) : (from.map(Self.day), until.map(Self.day))
    try edit.append(SignerLine.text(person, key, from: dates.0, until: dates.1), to: TrustFiles.signers)
  }
}

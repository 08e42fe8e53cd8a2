import Approvals
import ArgumentParser
import Drafts
import Gate

/// `chaperone people list`: everybody with roles and keys.
struct PeopleList: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List everybody with their roles and keys.",
    discussion: """
      Shows the files as they are on disk. What is not committed does not count yet.

      Examples:
        chaperone people list
        chaperone people list --format json
      """)

  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "listing its people")
    let files = try TrustFiles(WorkTree(of: repository, for: "listing its people"))
    let people = files.people.byID.values.sorted { $0.id < $1.id }
    switch format {
    case .text:
      for person in people { try session.print(lines(person, files, session).joined(separator: "\n")) }
      if people.isEmpty {
        try session.print("Nobody is in \(TrustFiles.people) yet; `chaperone people add` adds somebody.")
      }
    case .json:
      let list = JSONValue.array(people.map { json($0, files, session) })
      try session.print(JSONValue.object([("version", .number(1)), ("people", list)]).line)
    }
    return 0
  }

  private func lines(_ person: Person, _ files: TrustFiles, _ session: Session) -> [String] {
    var lines = [
      "\(person.id)  \(PlainText.shown(Array(person.name.utf8)))\(person.kind == .service ? " (a program)" : "")"
    ]
    for assignment in person.assignments {
      var line = "  \(assignment.role)"
      if let from = assignment.from { line += " from \(StandingReport.day(from))" }
      if let until = assignment.until { line += " until \(StandingReport.day(until))" }
      if assignment.isStandIn { line += ", as a stand-in" }
      if !assignment.isInForce(at: session.now) { line += " (not now)" }
      lines.append(line)
    }
    if person.assignments.isEmpty { lines.append("  no role") }
    for signer in files.signers.lines(of: person.id) {
      lines.append("  key \(signer.key.fingerprint)\(files.revoked.contains(signer.key) ? " (revoked)" : "")")
    }
    if files.signers.lines(of: person.id).isEmpty, person.kind == .human { lines.append("  no key") }
    return lines
  }

  private func json(_ person: Person, _ files: TrustFiles, _ session: Session) -> JSONValue {
    .object([
      ("id", .string(person.id.description)), ("name", .string(person.name)), ("kind", .string(person.kind.rawValue)),
      (
        "roles",
        .array(
          person.assignments.map { assignment in
            .object([
              ("role", .string(assignment.role.description)),
              ("from", assignment.from.map { .string($0.description) } ?? .null),
              ("until", assignment.until.map { .string($0.description) } ?? .null),
              ("standIn", .bool(assignment.isStandIn)), ("inForce", .bool(assignment.isInForce(at: session.now))),
            ])
          })
      ),
      (
        "keys",
        .array(
          files.signers.lines(of: person.id).map { signer in
            .object([
              ("fingerprint", .string(signer.key.fingerprint)), ("revoked", .bool(files.revoked.contains(signer.key))),
            ])
          })
      ),
    ])
  }
}

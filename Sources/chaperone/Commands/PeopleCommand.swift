import ArgumentParser

/// `chaperone people`: who signs, and with which keys.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Add, list and revoke people, roles and keys.",
    discussion: """
      These commands edit files below .chaperone/. An edit counts once it is committed and, on a gated branch, signed by \
      the policy-owners.

      Examples:
        chaperone people list
        chaperone people add d.whitfield --name 'Dana Whitfield' --email dana@clinic.example --role privacy-officer
        chaperone people revoke d.whitfield --role privacy-officer
      """,
    subcommands: [PeopleList.self, PeopleAdd.self, PeopleRevoke.self])
}

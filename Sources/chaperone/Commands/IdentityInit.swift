import Approvals
import ArgumentParser
import Gate
import Git

/// `chaperone identity init`: a person and a key for this clone.
struct IdentityInit: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Set up who you are and the key you sign with.",
    discussion: """
      Makes a key of your own (Ed25519, with ssh-keygen), or takes one you have: a file, a hardware key, or the public \
      half of a key your agent holds. Nothing is overwritten, and the private key never leaves its place. A policy-owner \
      then lists the public half, and from that commit on your signature counts.

      Examples:
        chaperone identity init                              ask, then make ~/.ssh/chaperone_ed25519
        chaperone identity init --id d.whitfield --key ~/.ssh/id_ed25519
        chaperone identity init --key ~/.ssh/id_ed25519_sk   a hardware key
        chaperone identity init --new --no-passphrase        in a script
      """)

  @Option(help: "Your id in .chaperone/people.yaml; may be left out where your git address is listed there.")
  var id: String?
  @Option(help: ArgumentHelp("A key you have: its file, or its public half.", valueName: "path"))
  var key: String?
  @Flag(help: "Make a new key, even if one is set up.")
  var new = false
  @Flag(help: "Make it without a passphrase: whoever copies the file can sign as you.")
  var noPassphrase = false
  @Flag(name: [.customShort("y"), .long], help: "Do not ask.")
  var yes = false

  func validate() throws {
    guard key == nil || !new else { throw ValidationError("Use --key for a key you have or --new, not both.") }
    guard key == nil || !noPassphrase else { throw ValidationError("--no-passphrase is for a new key.") }
  }

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "setting up who signs in it")
    let files = try TrustFiles(WorkTree(of: repository, for: "setting up who signs in it"))
    let person = try person(files, repository)
    guard let key = try signingKey(for: person, repository, session) else {
      try session.print("Nothing was set up.")
      return 1
    }
    if let line = files.signers.signers.first(where: { $0.key == key.key && $0.person != person }) {
      throw GateError.refused(["this key is listed for \(line.person) in \(TrustFiles.signers); one key, one person"])
    }
    guard !files.revoked.contains(key.key) else {
      throw GateError.refused(["this key is in \(TrustFiles.revoked) and counts no more; make another with --new"])
    }
    do {
      for (name, value) in [("chaperone.identity", person.description), ("chaperone.signingkey", key.file)] {
        _ = try repository.command.output(["config", "--local", name, value])
      }
    } catch {
      throw GateError.git(error)
    }
    try explain(person, key, files, session)
    return 0
  }

  private func person(_ files: TrustFiles, _ repository: Repository) throws -> PersonID {
    if let id {
      guard let person = PersonID(id) else {
        throw UsageError(
          "“\(PlainText.shown(Array(id.utf8)))” is no id: lower-case letters, digits, dots and dashes, at most 64.")
      }
      return person
    }
    let configured: String?
    let email: [UInt8]
    do {
      configured = try repository.configurationByGit("chaperone.identity")
      email = try repository.identity(.author).email
    } catch {
      throw GateError.git(error)
    }
    if let person = configured.flatMap({ PersonID($0) }) ?? files.people.person(withEmail: EmailAddress(email)) {
      return person
    }
    throw UsageError(
      "Nobody in \(TrustFiles.people) has the address you commit with. Say who you are with --id.",
      examples: ["chaperone identity init --id d.whitfield"])
  }

  /// The key to use; nil where the person does not want one made.
  private func signingKey(for person: PersonID, _ repository: Repository, _ session: Session) throws -> SigningKey? {
    if let key { return try SigningKey(existing: expanded(key, session)) }
    if !new {
      let configured: String?
      do {
        configured = try repository.configurationByGit("chaperone.signingkey", isPath: true)
      } catch {
        throw GateError.git(error)
      }
      if let configured { return try SigningKey(existing: configured) }
    }
    guard let home = session.environment.variables["HOME"], !home.isEmpty else {
      throw UsageError("There is no home folder to put a key into. Make one with ssh-keygen and name it with --key.")
    }
    let path = home + "/.ssh/chaperone_ed25519"
    guard Confirmation.isPossible || new else {
      throw UsageError(
        "There is no terminal to ask on. Name a key with --key, or make one with --new --no-passphrase.",
        examples: ["chaperone identity init --key ~/.ssh/id_ed25519"])
    }
    guard Confirmation.isPossible || noPassphrase else {
      throw UsageError("There is no terminal to ask for a passphrase on. A script says --no-passphrase.")
    }
    let confirmation = Confirmation(session, isGiven: yes || !Confirmation.isPossible)
    guard try confirmation.ask("Make a new key for \(person) at \(path)?") else { return nil }
    return try SigningKey.create(at: path, for: person.description, hasPassphrase: !noPassphrase, session)
  }

  private func expanded(_ path: String, _ session: Session) -> String {
    if path.hasPrefix("~/"), let home = session.environment.variables["HOME"] { return home + path.dropFirst() }
    let place = session.absolute(path)
    // The setting is read for a long time and shown to people; `..` in it would not age well.
    guard let slash = place.lastIndex(of: "/"), let folder = try? Platform.canonicalPath(String(place[...slash])) else {
      return place
    }
    return (folder == "/" ? "" : folder) + place[slash...]
  }

  private func explain(_ person: PersonID, _ key: SigningKey, _ files: TrustFiles, _ session: Session) throws {
    try session.print("In this clone you are \(person), and sign with \(key.file) (\(key.key.fingerprint)).")
    guard files.signers.lines(of: person, with: key.key).isEmpty else {
      try session.print("The key is listed in \(TrustFiles.signers) already. You can sign: chaperone approve DRAFT")
      return
    }
    try session.print(
      """

      Your signature counts once a policy-owner has listed this line in \(TrustFiles.signers):

      \(SignerLine.text(person, key.key))

      Send them \(key.publicFile), never the other file. They run:

      """)
    let isKnown = files.people[person] != nil
    let rest = isKnown ? "" : " --name NAME --email ADDRESS --role ROLE"
    try session.print("  chaperone people add \(person)\(rest) --key \(Self.name(of: key.publicFile))")
  }

  private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

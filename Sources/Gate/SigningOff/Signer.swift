public import Approvals
public import Git

/// Whose signature this clone makes, and with which key.
public struct Signer: Sendable {
  /// Who signs.
  public let person: Person
  /// What `ssh-keygen -f` is given: a private key file, or a public one whose private half an agent or a token has.
  public let keyFile: String
  private let environment: GitEnvironment

  /// A signer known already.
  public init(person: Person, keyFile: String, environment: GitEnvironment) {
    self.person = person
    self.keyFile = keyFile
    self.environment = environment
  }

  /// Who the configuration says signs here.
  ///
  /// The person is `chaperone.identity`, otherwise whoever has the e-mail address git commits with. The key is
  /// `chaperone.signingkey`, otherwise `user.signingkey` where `gpg.format` is `ssh`.
  /// - Throws: ``GateError/refused(_:)`` with what to do where one of the two is not known.
  public static func configured(
    in repository: Repository, people: People, environment: GitEnvironment
  ) throws(GateError) -> Signer {
    let person = try identity(in: repository, people: people)
    let key = try reading { () throws(GitError) -> String? in
      if let own = try repository.configurationByGit("chaperone.signingkey", isPath: true) { return own }
      guard try repository.configurationByGit("gpg.format") == "ssh" else { return nil }
      return try repository.configurationByGit("user.signingkey", isPath: true)
    }
    guard let key, !key.isEmpty else {
      throw .refused([
        "there is no key to sign with; run `chaperone identity init`, or name one with `git config chaperone.signingkey FILE`"
      ])
    }
    return Signer(person: person, keyFile: try file(for: key, in: repository), environment: environment)
  }

  /// The person of this clone.
  public static func identity(in repository: Repository, people: People) throws(GateError) -> Person {
    let name = try reading { () throws(GitError) in try repository.configurationByGit("chaperone.identity") }
    if let name {
      guard let id = PersonID(name), let person = people[id] else {
        throw .refused(["chaperone.identity is “\(name)”, which is not in .chaperone/people.yaml"])
      }
      return person
    }
    let email = try reading { () throws(GitError) in try repository.identity(.author).email }
    guard let id = people.person(withEmail: EmailAddress(email)), let person = people[id] else {
      throw .refused([
        "nobody in .chaperone/people.yaml has the address git commits with here; name yourself with `git config chaperone.identity ID`"
      ])
    }
    return person
  }

  /// A key given as text, as git allows it, is written to a file for `ssh-keygen`.
  private static func file(for key: String, in repository: Repository) throws(GateError) -> String {
    let text = key.hasPrefix("key::") ? String(key.dropFirst(5)) : key
    guard text != key || text.hasPrefix("ssh-") || text.hasPrefix("sk-") || text.hasPrefix("ecdsa-") else { return key }
    do throws(PlatformError) {
      let folder = repository.commonDirectory + "/chaperone"
      try Platform.createFolder(folder)
      let file = folder + "/signingkey.pub"
      try Platform.writeFile(file, Array((text + "\n").utf8))
      return file
    } catch {
      throw .unreadable("the signing key cannot be written to a file: \(error.description)")
    }
  }

  /// Signs a decision.
  ///
  /// What `ssh-keygen` asks for, a passphrase or a touch, goes between it and the person.
  /// - Throws: ``GateError/unreadable(_:)`` where it does not sign.
  public func sign(_ decision: Decision) throws(GateError) -> Record {
    var runner = ProcessRunner(environment: environment.variables, directory: environment.directory)
    runner.error = .inherit
    let result: ProcessResult
    do throws(PlatformError) {
      result = try runner.run(
        "ssh-keygen", ["-q", "-Y", "sign", "-n", SSHSignature.namespace, "-f", keyFile], input: decision.signedBytes)
    } catch {
      throw .unreadable("ssh-keygen cannot be started: \(error.description)")
    }
    guard result.status == 0 else {
      throw .unreadable("ssh-keygen did not sign with \(keyFile) (status \(result.status)); nothing was recorded")
    }
    do {
      return try Record(decision, signature: SSHSignature.blob(armoured: result.output))
    } catch {
      throw .unreadable("what ssh-keygen answered is not a record's signature: \(error)")
    }
  }
}

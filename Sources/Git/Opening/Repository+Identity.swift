extension Repository {
  /// As whom git would write a commit now.
  public enum IdentityKind: String, Hashable, Sendable {
    /// Who wrote the change.
    case author = "GIT_AUTHOR_IDENT"
    /// Who makes the commit.
    case committer = "GIT_COMMITTER_IDENT"
  }

  /// The name, address and time git itself would write, from the environment and the configuration.
  /// - Throws: ``GitError`` where git does not know who the user is.
  public func identity(_ kind: IdentityKind) throws(GitError) -> Signature {
    let output = try command.output(["var", kind.rawValue])
    guard let signature = Signature(line: output.prefix { $0 != UInt8(ascii: "\n") }) else {
      throw .command(arguments: ["var", kind.rawValue], status: 0, message: "unexpected answer")
    }
    return signature
  }

  /// The last value of a configuration variable as git has it, the user's and the system's files included.
  ///
  /// Unlike ``configuration(_:)`` it asks git, which costs a process and sees every place git looks at.
  /// - Parameter isPath: whether `~/` at the beginning means the home folder.
  public func configurationByGit(_ name: String, isPath: Bool = false) throws(GitError) -> String? {
    let arguments = ["config", "-z"] + (isPath ? ["--type=path"] : []) + ["--get", name]
    let result = try command.run(arguments)
    guard result.status != 1 else { return nil }
    guard result.status == 0, result.output.last == 0 else {
      throw .command(arguments: arguments, status: result.status, message: name)
    }
    return String(decoding: result.output.dropLast(), as: UTF8.self)
  }
}

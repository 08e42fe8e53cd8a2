import ArgumentParser
import Gate
import Git

/// `chaperone sync`: exchanges signatures with a remote.
struct Sync: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fetch, unite and push the ledger of signatures.",
    discussion: """
      Both copies hold everything afterwards; nothing is ever lost or overwritten, whoever signs at the same time.

      Examples:
        chaperone sync
        chaperone sync upstream
      """)

  @Argument(help: "The remote; without it the only one, or origin.")
  var remote: String?

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "exchanging signatures")
    let remote = try remote ?? only(of: repository)
    let outcome = try Ledger.open(repository).synchronise(with: remote)
    let name = PlainText.shown(Array(remote.utf8))
    switch (outcome.tip, outcome.hasPushed) {
    case (nil, _): try session.print("Nobody has signed anything yet, here or at \(name).")
    case (_?, true): try session.print("\(name) has your signatures now, and you have theirs.")
    case (_?, false): try session.print("You have all signatures of \(name), and it has yours.")
    }
    return 0
  }

  private func only(of repository: Repository) throws -> String {
    let output: [UInt8]
    do {
      output = try repository.command.output(["remote"])
    } catch {
      throw GateError.git(error)
    }
    let remotes = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    if remotes.count == 1 { return remotes[0] }
    guard !remotes.isEmpty else {
      throw UsageError("This clone has no remote to exchange signatures with.", examples: ["git remote add origin URL"])
    }
    guard remotes.contains("origin") else {
      throw UsageError(
        "Say which remote: \(remotes.joined(separator: ", ")).", examples: ["chaperone sync \(remotes[0])"])
    }
    return "origin"
  }
}

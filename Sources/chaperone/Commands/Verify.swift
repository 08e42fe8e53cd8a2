import ArgumentParser
import Changes
import Drafts
import Gate
import Git

/// `chaperone verify`: proves again what was published.
struct Verify: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove from git objects alone that a range of commits had its approvals.",
    discussion: """
      Policy, people and keys are those of OLD; every commit after it is judged by what it leaves behind. This is what a \
      server runs before it takes a push, and what a required check runs on a pull request.

      Examples:
        chaperone verify origin/main..HEAD
        chaperone verify v1..main --format json
        chaperone verify v1..main --as-of 2027-01-31T12:00:00Z    for an audit: as it was then
        chaperone verify ..HEAD                                   from the first commit on

      Exit status: 0 everything needed is there, 1 something is missing, 2 evidence is false or malformed (or wrong \
      usage), 3 it could not be decided.
      """)

  @Argument(help: ArgumentHelp("The accepted commit and the proposed one.", valueName: "old..new"))
  var range: String
  @Option(help: ArgumentHelp("Verify only if this branch is gated, such as refs/heads/main.", valueName: "ref"))
  var ref: String?
  @Option(help: ArgumentHelp("The time it is judged at, instead of now.", valueName: "time"))
  var asOf: String?
  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text

  func run(in session: Session) throws -> Int32 {
    let now = try time(session)
    let repository = try session.repository(for: "verifying")
    let (old, new) = try ends(in: repository)
    let verification = Verification(repository, ledger: try Ledger.open(repository), now: now)
    if let name = try gate(), try !verification.isGated(name, from: old, to: new) {
      switch format {
      case .text:
        try session.print("\(PlainText.shown(name.bytes)) is not gated; nothing was verified.")
      case .json:
        let none: [(key: String, value: JSONValue)] = [
          ("version", .number(1)), ("range", .string(range)), ("commits", .number(0)), ("records", .number(0)),
          ("problems", .array([])), ("result", .string("ok")),
        ]
        try session.print(JSONValue.object(none).line)
      }
      return 0
    }
    let report = verification.verify(from: old, to: new)
    switch format {
    case .text: try session.write(report.text(style: session.style()))
    case .json: try session.print(report.json.line)
    }
    return report.exitStatus
  }

  /// The branch that was named; a short name would match no gate, and so let everything pass.
  private func gate() throws -> ReferenceName? {
    guard let ref else { return nil }
    guard ref.hasPrefix("refs/"), let name = ReferenceName(ref) else {
      throw UsageError("Write the full name of the branch, like refs/heads/main.")
    }
    return name
  }

  private func time(_ session: Session) throws -> Timestamp {
    guard let asOf else { return session.now }
    guard let time = Timestamp(asOf) else {
      throw UsageError("“\(PlainText.shown(Array(asOf.utf8)))” is no time; write it like 2027-01-31T12:00:00Z.")
    }
    return time
  }

  private func ends(in repository: Repository) throws -> (old: ObjectID?, new: ObjectID) {
    guard let dots = range.firstRange(of: ".."), !range.contains("...") else {
      throw UsageError("A range is written OLD..NEW.", examples: ["chaperone verify origin/main..HEAD"])
    }
    let (old, new) = (String(range[..<dots.lowerBound]), String(range[dots.upperBound...]))
    do {
      let zero = !old.isEmpty && old.allSatisfy { $0 == "0" }
      return (
        try old.isEmpty || zero ? nil : repository.resolve(old), try repository.resolve(new.isEmpty ? "HEAD" : new)
      )
    } catch {
      throw GateError.git(error)
    }
  }
}

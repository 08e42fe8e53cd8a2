import Approvals
import ArgumentParser
import Changes
import Drafts
import Gate
import Git
import Policy

/// `chaperone publish`: moves approved drafts into the published tree.
struct Publish: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Move approved drafts into the published tree.",
    discussion: """
      All of them in one commit, or none. The commit carries the signatures, so that anybody can prove it again later \
      with `chaperone verify`. Files in your work tree that you changed are left alone.

      Examples:
        chaperone publish drafts/flu-clinic.md
        chaperone publish flu-clinic walk-in -m 'Autumn campaign'
        chaperone publish --ready               every draft that has all its signatures

      Exit status: 0 published, 1 a draft lacks something (each reason is printed), 3 it could not be decided.
      """)

  @Argument(help: ArgumentHelp("Drafts, by path or id.", valueName: "draft"))
  var drafts: [String] = []
  @Option(name: [.customShort("m"), .long], help: "The first line of the commit's message.")
  var message: String?
  @Flag(help: "Every committed draft that has all its signatures.")
  var ready = false

  func validate() throws {
    guard drafts.isEmpty == ready else { throw ValidationError("Name the drafts to publish, or say --ready.") }
  }

  func run(in session: Session) throws -> Int32 {
    let desk = try Desk(session, for: "publishing")
    let note = try desk.checkedNote(message)
    let paths = try ready ? readyDrafts(desk) : desk.paths(drafts)
    guard !paths.isEmpty else {
      try session.print("No draft has all its signatures.")
      return 0
    }
    let publication = try desk.signOff.publish(paths, subject: note)
    for move in publication.moves { try session.print("published \(move.to.display)") }
    for line in publication.leftAlone { try session.note("chaperone: \(line)") }
    if publication.moves.isEmpty { try session.print("It was published already; the work tree is up to date.") }
    try session.print("In commit \(publication.commit.hex.prefix(12)). Next: chaperone sync && git push")
    return 0
  }

  private func readyDrafts(_ desk: Desk) throws -> [RepositoryPath] {
    let root = desk.signOff.policy.organisation.drafts
    let paths: [RepositoryPath]
    do {
      let head = try desk.repository.head().commit
      let tree = try head.map { id throws(GitError) in try desk.repository.commit(id).tree }
      let entries = try tree.map { tree throws(GitError) in try desk.repository.entries(under: root, in: tree) } ?? []
      paths = entries.filter { $0.version.mode.isFile && $0.path.hasExtension("md") }.map(\.path)
    } catch {
      throw GateError.git(error)
    }
    return try desk.signOff.standings(of: paths).filter(\.isApproved).map(\.path)
  }
}

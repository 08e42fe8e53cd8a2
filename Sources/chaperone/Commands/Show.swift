import Approvals
import ArgumentParser
import Gate
import Policy

/// `chaperone show`: one draft as it will read, and how it stands.
struct Show: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a draft as each channel will show it, what it needs, and what was decided.",
    discussion: """
      Findings are marked in the text, ⟦like this⟧1, with the number of the finding below it. What the draft says stands \
      behind a bar, │.

      Examples:
        chaperone show drafts/flu-clinic.md
        chaperone show flu-clinic --staged       as it is staged, before the commit
        chaperone show flu-clinic --since-mine   what changed since you signed it, or saw it last
        chaperone show flu-clinic --format json

      Exit status: 0 nothing stops it, though signatures may be missing; 1 the policy stops it: a rule blocks it, somebody \
      objects, or something it needs is not there; 2 there is no such draft; 3 it could not be decided.
      """)

  @Argument(help: "The draft, by path or id.")
  var draft: String
  @Flag(help: "Show what is staged instead of what is committed.")
  var staged = false
  @Flag(help: "Show only what changed since the version you signed last, or else saw last.")
  var sinceMine = false
  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text
  @Flag(help: "List whom it talks about, and what is told of them where.")
  var individuals = false
  @Flag(help: "Print matched identifiers even where the output is no terminal.")
  var reveal = false

  func validate() throws {
    guard !sinceMine || format == .text else { throw ValidationError("--since-mine is printed as text only.") }
  }

  func run(in session: Session) throws -> Int32 {
    let desk = try Desk(session, for: "showing how a draft stands", namingIndividuals: individuals)
    let style = session.style(revealing: reveal)
    let standing = try desk.standings([draft], from: staged ? .index : .head)[0]
    switch format {
    case .text:
      let page = DraftPage(standing, length: desk.length, style: style, showingIndividuals: individuals)
      if sinceMine {
        try session.print(page.heading)
        try session.print(difference(of: standing, at: desk, style))
      } else {
        try session.print(page.text)
        try desk.noteShown(standing)
      }
      try session.write(StandingReport(standing, style: style).text(note: desk.note))
    case .json:
      let json = StandingJSON(
        standing, length: desk.length, revealsIdentifiers: style.revealsIdentifiers, includingIndividuals: individuals)
      try session.print(json.object(note: desk.note).line)
    }
    return standing.exitStatus
  }

  private func difference(of standing: DraftStanding, at desk: Desk, _ style: ReportStyle) throws -> String {
    let person = try desk.person()
    guard let earlier = try desk.versionKnown(to: person.id, of: standing) else {
      return "\(person.id) has neither signed nor been shown another version of it in this clone.\n"
    }
    return DraftDifference(since: earlier, to: standing, style: style).text
  }
}

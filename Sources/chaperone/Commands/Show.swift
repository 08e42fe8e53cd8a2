import ArgumentParser
import Gate
import Policy

/// `chaperone show`: one draft as it will read, and how it stands.
struct Show: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a draft as it will read, what it needs, and what was decided.",
    discussion: """
      Findings are marked in the text, ⟦like this⟧1, with the number of the finding below it.

      Examples:
        chaperone show drafts/flu-clinic.md
        chaperone show flu-clinic --staged       as it is staged, before the commit
        chaperone show flu-clinic --format json

      Exit status: 0 shown, whatever it says; 3 it cannot be read.
      """)

  @Argument(help: "The draft, by path or id.")
  var draft: String
  @Flag(help: "Show what is staged instead of what is committed.")
  var staged = false
  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text
  @Flag(help: "List whom it talks about, and what is told of them where.")
  var individuals = false
  @Flag(help: "Print matched identifiers even where the output is no terminal.")
  var reveal = false

  func run(in session: Session) throws -> Int32 {
    let desk = try Desk(session, for: "showing how a draft stands", namingIndividuals: individuals)
    let style = session.style(revealing: reveal)
    for standing in try desk.standings([draft], from: staged ? .index : .head) {
      switch format {
      case .text:
        try session.print(DraftPage(standing, style: style, showingIndividuals: individuals).text)
        try session.write(StandingReport(standing, style: style).text(note: desk.note))
      case .json:
        let json = StandingJSON(
          standing, revealsIdentifiers: style.revealsIdentifiers, includingIndividuals: individuals)
        try session.print(json.object(note: desk.note).line)
      }
      if standing.checked.verdict == .unreadable { return 3 }
    }
    return 0
  }
}

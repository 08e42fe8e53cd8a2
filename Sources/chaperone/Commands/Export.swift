import Approvals
import ArgumentParser
import Changes
import Drafts
import Gate

/// `chaperone export`: approved drafts for whatever schedules them.
struct Export: SessionCommand {
  /// How approved drafts are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case buffer = "csv-buffer"
    case hootsuite = "csv-hootsuite"
    case json
  }

  static let configuration = CommandConfiguration(
    abstract: "Write approved drafts as a scheduling service takes them.",
    discussion: """
      Only drafts that have every signature; without names, all of them that are still to go out. The texts are exactly \
      those that were signed. A table is for one channel and holds single posts with their times; what it has no place \
      for, such as alt text, is named on standard error. JSON holds everything, threads too, with the digest that was \
      signed.

      A text that a spreadsheet would take for a formula is refused in a table, because the usual remedy changes what is \
      published.

      Examples:
        chaperone export --format csv-buffer --channel linkedin > linkedin.csv
        chaperone export --format csv-hootsuite --channel x --utc-offset -06:00 > x.csv
        chaperone export flu-clinic --format json

      Exit status: 0 written; 1 nothing is written, because a draft that was named is not approved or does not fit; 2 \
      wrong usage; 3 it could not be decided.
      """)

  @Argument(
    help: ArgumentHelp("Drafts, by path or id; all that are still to go out if none is given.", valueName: "draft"))
  var drafts: [String] = []
  @Option(help: "How to write them: csv-buffer, csv-hootsuite or json.")
  var format: Format
  @Option(help: "The channel a table is for; may be left out where they all go to only one.")
  var channel: String?
  @Option(
    help: ArgumentHelp(
      "The offset from UTC of the channel's clock, such as -06:00; otherwise times are as written.", valueName: "offset"
    ))
  var utcOffset: String?
  @Option(
    help: ArgumentHelp("Where your media folders can be fetched, such as https://media.example/.", valueName: "address")
  )
  var mediaAddress: String?
  @Flag(help: "Keep texts a spreadsheet would take for formulas; never open such a file in a spreadsheet.")
  var keepFormulas = false

  func validate() throws {
    let table = channel != nil || utcOffset != nil || mediaAddress != nil || keepFormulas
    guard format != .json || !table else {
      throw ValidationError("--channel, --utc-offset, --media-address and --keep-formulas are for tables.")
    }
  }

  func run(in session: Session) throws -> Int32 {
    let desk = try Desk(session, for: "exporting")
    let posts = try approved(at: desk)
    for post in posts {
      guard let lapse = post.lapse else { continue }
      try session.note(
        "chaperone: \(post.standing.path.display) goes out after \(StandingReport.day(lapse)), when its first signature or consent has ended; it will not be approved then."
      )
    }
    switch format {
    case .json: try session.print(ExportJSON(posts).object.line)
    case .buffer: try write(posts, .buffer, at: desk)
    case .hootsuite: try write(posts, .hootsuite, at: desk)
    }
    return 0
  }

  /// The drafts that were named, or all that are still to go out to the channel.
  private func approved(at desk: Desk) throws -> [ApprovedPost] {
    guard drafts.isEmpty else {
      var reasons: [String] = []
      var posts: [ApprovedPost] = []
      for standing in try desk.standings(drafts) {
        do {
          posts.append(try ApprovedPost(standing))
        } catch {
          reasons += error.lines
        }
      }
      guard reasons.isEmpty else { throw GateError.refused(reasons + ["nothing was exported"]) }
      return posts
    }
    let upcoming = try desk.signOff.upcoming()
    if upcoming.waiting > 0 {
      let count = "\(upcoming.waiting) more that \(upcoming.waiting == 1 ? "goes" : "go") out later"
      try desk.session.note("chaperone: \(count) \(upcoming.waiting == 1 ? "is" : "are") not approved and left out.")
    }
    guard let channel else { return upcoming.approved }
    return upcoming.approved.filter { $0.channels.contains(Channel(channel)) }
  }

  private func write(_ posts: [ApprovedPost], _ service: SchedulerTable.Service, at desk: Desk) throws {
    let offset = try utcOffset.map { text in
      guard let offset = UTCOffset(text) else {
        throw UsageError("“\(PlainText.shown(text))” is no offset from UTC; write it like -06:00 or +01:00.")
      }
      return offset
    }
    let table = try SchedulerTable(
      posts, for: theChannel(of: posts), of: service, mediaAddress: mediaAddress, offset: offset,
      keepingFormulas: keepFormulas)
    try desk.session.write(table.text)
    for note in table.notes { try desk.session.note("chaperone: \(note)") }
    for post in posts {
      try desk.session.note(
        "chaperone: \(post.standing.path.display) as signed, version \(DraftPage.short(post.subject))")
    }
  }

  private func theChannel(of posts: [ApprovedPost]) throws -> Channel {
    if let channel { return Channel(channel) }
    let channels = Set(posts.flatMap(\.channels)).sorted()
    guard let only = channels.first, channels.count == 1 else {
      let names = channels.map { PlainText.shown($0.description, columns: 60) }.joined(separator: ", ")
      throw UsageError(
        channels.isEmpty
          ? "Nothing that is approved is still to go out." : "A table is for one channel; these go to \(names).",
        examples: [
          "chaperone export --format csv-\(format == .buffer ? "buffer" : "hootsuite") --channel \(channels.isEmpty ? "x" : PlainText.shown(channels[0].description))"
        ])
    }
    return only
  }
}

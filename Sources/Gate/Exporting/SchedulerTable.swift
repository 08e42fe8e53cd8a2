internal import Changes
public import Drafts

/// A table that a scheduling service takes, one row a post, for one channel.
public struct SchedulerTable: Sendable {
  /// The services whose tables are known.
  public enum Service: String, Sendable, CaseIterable {
    /// Buffer: a header `Text,Image URL,Tags,Posting Time`, times as `YYYY-MM-DD HH:mm` in the channel's time zone, one
    /// direct link to a .jpg or .png, one channel and at most 100 posts a file.
    ///
    /// Source: Buffer, “How to upload posts in bulk to Buffer”,
    /// https://support.buffer.com/article/926-how-to-upload-posts-in-bulk-to-buffer
    case buffer
    /// Hootsuite: no header; date and time as `mm/dd/yyyy hh:mm` in the account's time zone, the message, and a link;
    /// one account and at most 350 posts a file.
    ///
    /// Source: Hootsuite, “Bulk schedule posts”, https://help.hootsuite.com/s/article/bulk-schedule, and the sample file
    /// it offers, as described in https://jycalcano.blogspot.com/2015/07/post-8-hootsuite-bulk-messaging.html
    case hootsuite

    /// What people call it.
    public var name: String { self == .buffer ? "Buffer" : "Hootsuite" }
    /// How many posts a file may have.
    var limit: Int { self == .buffer ? 100 : 350 }
  }

  /// The file.
  public let text: String
  /// What somebody has to add by hand, one line for each draft that has more than a table holds.
  public let notes: [String]

  /// The table of some approved drafts for a channel.
  ///
  /// No text is changed: one that a spreadsheet would take for a formula is refused unless `keepingFormulas`, because
  /// the usual remedy, an apostrophe in front, would be published.
  ///
  /// - Parameters:
  ///   - mediaAddress: Where the files below the repository's folders can be fetched, such as
  ///     `https://media.example/`; nil leaves pictures out.
  ///   - offset: The offset from UTC of the channel's time zone; nil takes the times as the drafts have them.
  /// - Throws: ``GateError/refused(_:)`` with every reason why a draft does not fit into such a table.
  public init(
    _ posts: [ApprovedPost], for channel: Channel, of service: Service, mediaAddress: String? = nil,
    offset: UTCOffset? = nil, keepingFormulas: Bool = false
  ) throws(GateError) {
    var reasons: [String] = []
    var rows: [[String]] = service == .buffer ? [["Text", "Image URL", "Tags", "Posting Time"]] : []
    var notes: [String] = []
    let offsets = Set(posts.compactMap { $0.written?.offset })
    if offset == nil, offsets.count > 1 {
      reasons.append(
        "the drafts have times with different offsets from UTC, and \(service.name) takes one clock; say which with --utc-offset"
      )
    }
    if posts.count > service.limit {
      reasons.append("\(service.name) takes \(service.limit) posts a file, and these are \(posts.count); name fewer")
    }
    for post in posts {
      let path = post.standing.path.display
      let picture = mediaAddress.flatMap { Self.picture(of: post, at: $0) }
      do throws(Misfit) {
        let text = try Self.text(of: post, on: channel, keepingFormulas: keepingFormulas)
        let clock = try Self.clock(of: post, service, offset: offset)
        rows.append(service == .buffer ? [text, picture ?? "", "", clock] : [clock, text, ""])
      } catch {
        reasons.append("\(path) \(error.words(channel, service))")
      }
      let besides = post.besides(carryingPicture: service == .buffer && picture != nil)
      if !besides.isEmpty {
        notes.append("\(path): the table does not hold \(besides.joined(separator: ", ")); add that by hand")
      }
    }
    guard reasons.isEmpty else { throw .refused(reasons) }
    text = CSVTable(rows).text
    self.notes = notes
  }

  /// Why a draft does not fit.
  private enum Misfit: Error {
    case otherChannels([Channel])
    case thread(Int)
    case formula(String)
    case noTime

    func words(_ channel: Channel, _ service: Service) -> String {
      switch self {
      case .otherChannels(let channels):
        "does not go to \(PlainText.shown(channel.description, columns: 60)); it goes to "
          + channels.map { PlainText.shown($0.description, columns: 60) }.joined(separator: ", ")
      case .thread(let count):
        "is a thread of \(count) posts there, and a table has no place for threads; use --format json"
      case .formula(let start):
        "begins with “\(start)”, which a spreadsheet takes for a formula; put a word before it, use --format json, or say "
          + "--keep-formulas and never open the file in a spreadsheet"
      case .noTime: "has no publishDate, and \(service.name) wants to know when"
      }
    }
  }

  private static func text(
    of post: ApprovedPost, on channel: Channel, keepingFormulas: Bool
  ) throws(Misfit) -> String {
    guard let posts = post.posts(on: channel) else {
      throw .otherChannels(post.draft.postsByChannel.map(\.channel))
    }
    guard posts.count < 2 else { throw .thread(posts.count) }
    let text = String(decoding: posts.first ?? [], as: UTF8.self)
    guard keepingFormulas || !CSVTable.isFormula(text) else {
      throw .formula(text.unicodeScalars.first.map { PlainText.shown(String($0)) } ?? "")
    }
    return text
  }

  private static func clock(of post: ApprovedPost, _ service: Service, offset: UTCOffset?) throws(Misfit) -> String {
    guard let written = post.written else {
      // Buffer gives a post without a time the next free place in its queue.
      guard service == .buffer else { throw .noTime }
      return ""
    }
    let local = written.time.secondsSince1970 + (offset?.seconds ?? written.offset)
    let text = Timestamp(secondsSince1970: local).description
    let (year, month, day) = (text.prefix(4), text.dropFirst(5).prefix(2), text.dropFirst(8).prefix(2))
    let time = text.dropFirst(11).prefix(5)
    return service == .buffer ? "\(year)-\(month)-\(day) \(time)" : "\(month)/\(day)/\(year) \(time)"
  }

  /// The address of the one picture of a post; nil where it has none, several, or a film.
  private static func picture(of post: ApprovedPost, at address: String) -> String? {
    let files = (post.draft.frontMatter?.attachments ?? []).map(\.value.file?.value)
    guard files.count == 1, let file = files[0], ["jpg", "jpeg", "png"].contains(where: file.hasExtension) else {
      return nil
    }
    return address + (address.hasSuffix("/") ? "" : "/") + file.percentEncoded
  }
}

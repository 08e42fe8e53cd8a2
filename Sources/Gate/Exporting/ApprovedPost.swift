public import Approvals
internal import Changes
public import Drafts
internal import YAML

/// A draft that has every signature it needs, ready to be handed to whatever schedules posts.
///
/// There is no other way to make one, so nothing else can be exported.
public struct ApprovedPost: Sendable {
  /// How the draft stands.
  public let standing: DraftStanding
  /// The digest of what was signed.
  public let subject: Subject
  let draft: Draft

  /// An approved draft.
  ///
  /// - Throws: ``GateError/refused(_:)`` with what is missing where it is not approved.
  public init(_ standing: DraftStanding) throws(GateError) {
    guard standing.isApproved, let subject = standing.subject, case .assessed(let draft, _) = standing.checked.outcome
    else {
      let waits = StandingReport(standing, style: .plain).waitsFor
      let reasons = StandingReport.reasons(standing).map(\.sentence)
      let why = waits.isEmpty ? reasons.joined(separator: " ") : "it waits for " + waits.joined(separator: "; ")
      throw .refused(["\(standing.path.display) is not approved" + (why.isEmpty ? "" : ": \(why)")])
    }
    self.standing = standing
    self.subject = subject
    self.draft = draft
  }

  /// The channels it goes to.
  public var channels: [Channel] { draft.postsByChannel.map(\.channel) }

  /// When it goes out; nil where it does not say.
  public var publishDate: Timestamp? { draft.frontMatter?.publishDate?.value }

  /// When it ceases to be approved, where that is before it goes out; nil where it is not.
  public var lapse: Timestamp? {
    guard let ends = standing.standing?.expires, let publishDate, ends <= publishDate else { return nil }
    return ends
  }

  /// When it goes out as the draft has it, with the offset it was written with.
  var written: (time: Timestamp, offset: Int)? {
    guard let date = draft.frontMatter?.publishDate else { return nil }
    let source = draft.source
    let start = source.textOffset(ofOriginal: date.range.start.byte)
    let end = source.textOffset(ofOriginal: date.range.end.byte)
    let text = String(decoding: source.text[start..<max(start, end)], as: UTF8.self)
    return (date.value, UTCOffset(endOf: text)?.seconds ?? 0)
  }

  /// The posts that a channel shows, in order; nil where it does not go there.
  func posts(on channel: Channel) -> [[UInt8]]? {
    draft.postsByChannel.first { $0.channel == channel }?.posts.map(\.bytes)
  }

  /// What goes with the post and has no place in a table of texts, in words; empty where nothing does.
  func besides(carryingPicture: Bool) -> [String] {
    var parts: [String] = []
    let count = (draft.frontMatter?.attachments ?? []).count - (carryingPicture ? 1 : 0)
    if count > 0 { parts.append("\(count) file\(count == 1 ? "" : "s") with alt text") }
    if carryingPicture { parts.append("the alt text of its picture") }
    if draft.passages.contains(where: { if case .hashtag = $0.field { true } else { false } }) {
      parts.append("its hashtags")
    }
    if draft.frontMatter?.firstComment != nil { parts.append("its first comment") }
    if draft.frontMatter?.title != nil { parts.append("its title") }
    if draft.inReplyTo != nil { parts.append("the post it answers") }
    return parts
  }
}

internal import Drafts
internal import Policy

/// Channels that show the same posts, and how long each of these is for each of them.
struct ChannelPreview {
  /// The channels, in the order of the draft; empty for a body that no channel shows.
  let channels: [Channel]
  /// What they show.
  let posts: [Passage]
  /// Whether it was written for these channels instead of the body.
  let isVariant: Bool

  /// The groups of a draft: what most see first, then what was written for single channels.
  static func groups(of draft: Draft) -> [ChannelPreview] {
    let body = draft.passages.filter { $0.field == .body }
    var shared: [Channel] = []
    var variants: [ChannelPreview] = []
    for own in draft.postsByChannel {
      if own.posts.first?.field == .variant(own.channel) {
        variants.append(ChannelPreview(channels: [own.channel], posts: own.posts, isVariant: true))
      } else {
        shared.append(own.channel)
      }
    }
    return (body.isEmpty ? [] : [ChannelPreview(channels: shared, posts: body, isVariant: false)]) + variants
  }

  /// The heading.
  ///
  /// - Parameter declares: whether the draft declares channels at all.
  func title(declares: Bool) -> String {
    let names = channels.map { PlainText.shown($0.description, columns: 60) }.joined(separator: ", ")
    let count = posts.count == 1 ? "" : ", a thread of \(posts.count) posts"
    if channels.isEmpty { return (declares ? "Text that no channel shows" : "Text") + count }
    return "On \(names)" + (isVariant ? " instead" : "") + count
  }

  /// How long a post is for each channel that has a limit.
  func measures(of post: Passage, _ length: ChannelLength?) -> [(channel: Channel, measure: ChannelLength.Measure)] {
    guard let length else { return [] }
    return channels.compactMap { channel in length.count(post.bytes, on: channel).map { (channel, $0) } }
  }

  /// A measure in words, such as `x 31 of 280 characters`.
  static func words(
    _ channel: Channel, _ measure: ChannelLength.Measure, style: ReportStyle
  ) -> String {
    let name = PlainText.shown(channel.description, columns: 60)
    let words = "\(name) \(measure.count) of \(measure.limit) \(measure.unit)"
    guard measure.isOver else { return words }
    return style.paint("\(words), \(measure.count - measure.limit) too many", .red)
  }
}

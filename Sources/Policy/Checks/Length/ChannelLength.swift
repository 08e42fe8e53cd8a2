public import Drafts

/// How long a text is for a channel, and how long it may be: the way each channel counts, with the limits a rule gives.
public struct ChannelLength: Sendable {
  /// A text measured one way.
  public struct Measure: Sendable, Equatable {
    /// How long it is.
    public var count: Int
    /// How long it may be.
    public var limit: Int
    /// What is counted, in the plural: characters or bytes.
    public var unit: String

    /// Whether it is too long.
    public var isOver: Bool { count > limit }
  }

  private let limits: [String: Int]

  /// Creates the measure from limits: by channel, and by channel with `-bytes` or `-title` where there is a second one.
  public init(limits: [String: Int]) {
    self.limits = limits
  }

  /// How long a post is on a channel and how long it may be; nil where no limit is known.
  ///
  /// Of two limits it is the one that is reached first. Bytes that are not UTF-8 count as U+FFFD.
  public func count(_ bytes: [UInt8], on channel: Channel) -> Measure? {
    measures(bytes, on: channel).max { $0.count * $1.limit < $1.count * $0.limit }
  }

  /// How long a title is on a channel and how long it may be; nil where the channel has none.
  public func countTitle(_ bytes: [UInt8], on channel: Channel) -> Measure? {
    limits[channel.description + "-title"].map { measure(bytes, .utf16, limit: $0) }
  }

  /// Whether a post can be seen to fit without counting closely.
  func surelyFits(_ bytes: [UInt8], on channel: Channel) -> Bool {
    ways(channel).allSatisfy { $0.way.bound(bytes) <= $0.limit }
  }

  private func measures(_ bytes: [UInt8], on channel: Channel) -> [Measure] {
    ways(channel).map { measure(bytes, $0.way, limit: $0.limit) }
  }

  private func ways(_ channel: Channel) -> [(way: TextCount, limit: Int)] {
    let name = channel.description
    var ways: [(TextCount, Int)] = []
    if let limit = limits[name] { ways.append((Self.way(of: name), limit)) }
    if let limit = limits[name + "-bytes"] { ways.append((.bytes, limit)) }
    return ways
  }

  private func measure(_ bytes: [UInt8], _ way: TextCount, limit: Int) -> Measure {
    Measure(count: way.count(bytes), limit: limit, unit: way.unit)
  }

  /// How a channel counts.
  ///
  /// Where nobody says, it is units of UTF-16: what the tools that post there count.
  private static func way(of channel: String) -> TextCount {
    switch channel {
    case "x": .weighted
    case "bluesky": .graphemes
    case "mastodon": .graphemesShortened
    case "threads": .emojiBytes
    case "youtube": .bytes
    default: .utf16
    }
  }
}

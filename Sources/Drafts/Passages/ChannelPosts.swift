/// The posts as one channel will show them.
public struct ChannelPosts: Sendable, Equatable {
  /// The channel.
  public var channel: Channel
  /// The posts of the channel's variant, or those of the body.
  public var posts: [Passage]
}

extension Draft {
  /// For every channel of the draft, in the order declared, and every variant besides, the posts it will show.
  public var postsByChannel: [ChannelPosts] {
    var channels = channels
    for variant in frontMatter?.variants ?? [] where !channels.contains(variant.channel.value) {
      channels.append(variant.channel.value)
    }
    return channels.map { channel in
      let own = passages.filter { $0.field == .variant(channel) }
      return ChannelPosts(channel: channel, posts: own.isEmpty ? passages.filter { $0.field == .body } : own)
    }
  }
}

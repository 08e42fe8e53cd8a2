internal import Drafts

extension BuiltinCheck {
  /// First posts that start with a mention on a channel that then shows them to hardly anybody.
  func leadingMention(_ input: CheckInput) -> [CheckHit] {
    guard input.draft.inReplyTo == nil else { return [] }
    return input.postsByChannel.compactMap { own in
      guard list("channels").contains(own.channel.description), let post = own.posts.first,
        post.bytes.first == UInt8(ascii: "@")
      else { return nil }
      let name = post.bytes.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ":") }
      guard !name.isEmpty else { return nil }
      var hit = input.hit(post, 0..<(1 + name.count))
      hit.isIdentifier = true
      return hit
    }
  }
}

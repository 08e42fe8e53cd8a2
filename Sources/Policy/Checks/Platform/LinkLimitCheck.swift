internal import Drafts

extension BuiltinCheck {
  /// Posts with more different links than a channel takes.
  func linkLimit(_ input: CheckInput) -> [CheckHit] {
    input.postsByChannel.flatMap { own -> [CheckHit] in
      guard let limit = numbers[own.channel.description] else { return [] }
      return own.posts.compactMap { post in
        // A link holds a dot; most posts have fewer dots than links are allowed.
        guard post.bytes.count(where: { $0 == UInt8(ascii: ".") || $0 > 0x7F }) > limit else { return nil }
        let scalars = Array(String(decoding: post.bytes, as: UTF8.self).unicodeScalars)
        let links = Set(WebLinks.ranges(in: scalars, withoutScheme: true).map { Array(scalars[$0]) })
        guard links.count > limit else { return nil }
        var hit = input.hit(
          post, detail: "\(own.channel) takes \(limit) links in one post, this one has \(links.count).")
        hit.excerpt = []
        return hit
      }
    }
  }
}

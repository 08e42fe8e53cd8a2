internal import Drafts

extension BuiltinCheck {
  /// Posts with more hashtags than a channel takes, those added with `hashtags` included.
  func hashtagLimit(_ input: CheckInput) -> [CheckHit] {
    input.postsByChannel.flatMap { own -> [CheckHit] in
      guard let limit = numbers[own.channel.description] else { return [] }
      return own.posts.compactMap { post in
        let added = post.post == 1 ? input.declared?.hashtags?.count ?? 0 : 0
        let tags = HashtagReader.ranges(in: post.bytes)
        guard tags.count + added > limit else { return nil }
        let excess = tags.isEmpty ? nil : tags[min(max(limit - added, 0), tags.count - 1)]
        return input.hit(
          post, excess, detail: "\(own.channel) takes \(limit) in one post, this one has \(tags.count + added).")
      }
    }
  }
}

/// Finds hashtags in a text: a number sign at the start of a word, then letters and digits, of which one is a letter.
enum HashtagReader {
  /// The bytes of every hashtag, the sign included.
  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while let sign = text[position...].firstIndex(of: UInt8(ascii: "#")) {
      var end = sign + 1
      while end < text.count, isWord(text[end]) { end += 1 }
      let startsWord = sign == 0 || !(isWord(text[sign - 1]) || text[sign - 1] == UInt8(ascii: "/"))
      if startsWord, text[(sign + 1)..<end].contains(where: { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: "_") })
      {
        found.append(sign..<end)
      }
      position = end
    }
    return found
  }

  /// Letters, digits, the underscore, and everything above ASCII except the General Punctuation block.
  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || (byte >= 0x80 && byte != 0xE2)
  }
}

internal import Drafts

extension BuiltinCheck {
  /// Text alternatives that are longer than a channel takes, in units of UTF-16.
  func altLength(_ input: CheckInput) -> [CheckHit] {
    let limits = input.draft.channels.compactMap { channel in numbers[channel.description].map { (channel, $0) } }
    guard let (channel, limit) = limits.min(by: { $0.1 < $1.1 }) else { return [] }
    return input.draft.passages.compactMap { passage in
      guard case .altText = passage.field, passage.bytes.count > limit else { return nil }
      let count = TextCount.utf16.count(passage.bytes)
      guard count > limit else { return nil }
      var hit = input.hit(passage, detail: "\(channel) takes \(limit) characters, this one has \(count).")
      hit.excerpt = []
      return hit
    }
  }
}

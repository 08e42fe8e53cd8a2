internal import Drafts

extension BuiltinCheck {
  /// Drafts with more pictures and films than a channel takes.
  func mediaCount(_ input: CheckInput) -> [CheckHit] {
    let media = input.media.filter { $0.kind != .other }
    return input.draft.channels.compactMap { channel in
      guard let limit = numbers[channel.description], media.count > limit else { return nil }
      return input.hit(media[limit], detail: "\(channel) takes \(limit) in one post, this draft has \(media.count).")
    }
  }
}

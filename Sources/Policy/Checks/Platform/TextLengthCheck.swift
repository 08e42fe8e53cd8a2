internal import Drafts

extension BuiltinCheck {
  /// Posts and titles that are longer than a channel takes, each channel with its own way of counting.
  func textLength(_ input: CheckInput) -> [CheckHit] {
    let length = ChannelLength(limits: numbers)
    var hits: [CheckHit] = []
    for own in input.postsByChannel {
      for post in own.posts where !length.surelyFits(post.bytes, on: own.channel) {
        guard let measure = length.count(post.bytes, on: own.channel), measure.isOver else { continue }
        hits.append(hit(input, post, own.channel, measure))
      }
      for title in input.draft.passages where title.field == .title {
        guard let measure = length.countTitle(title.bytes, on: own.channel), measure.isOver else { continue }
        hits.append(hit(input, title, own.channel, measure))
      }
    }
    return hits
  }

  private func hit(
    _ input: CheckInput, _ text: Passage, _ channel: Channel, _ measure: ChannelLength.Measure
  ) -> CheckHit {
    var hit = input.hit(text, detail: "\(channel) counts \(measure.count) \(measure.unit), \(measure.limit) fit.")
    hit.excerpt = []
    return hit
  }
}

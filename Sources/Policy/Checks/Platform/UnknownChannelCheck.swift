internal import Drafts
internal import YAML

extension BuiltinCheck {
  /// Channels that the organisation does not have; without a list of its own, those nobody has facts about.
  func unknownChannel(_ input: CheckInput) -> [CheckHit] {
    let known = input.organisation.channels.isEmpty ? Channel.builtIn : input.organisation.channels
    let names = known.map(\.description)
    let declared = (input.declared?.channels ?? []).map { ($0, "channels") }
    let variants = (input.declared?.variants ?? []).map { ($0.channel, "variants") }
    return (declared + variants).filter { !known.contains($0.0.value) }.map { channel, field in
      let hint = nearestName(to: channel.value.description, among: names).map { ", did you mean \($0)?" } ?? "."
      return CheckHit(
        field: field, range: channel.range, excerpt: channel.value.name,
        detail: "There is no channel of this name\(hint)")
    }
  }
}

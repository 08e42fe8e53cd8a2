internal import Drafts
internal import YAML

extension BuiltinCheck {
  /// Channels, purposes and media that a consent does not cover, by the register or by the draft's own copy.
  func consentScope(_ input: CheckInput) -> [CheckHit] {
    guard let declared = input.declared, let consent = declared.consent else { return [] }
    let known = consent.value.reference.flatMap { input.consents?[$0.value]?.scope }
    let own = consent.value.scope?.value
    let ownChannels = own?.channels?.map(\.value.name)
    let ownMedia = own?.media?.map { Array($0.value.utf8) }
    var hits: [CheckHit] = []
    for channel in declared.channels ?? [] where !covers(channel.value.name, known?.channels, ownChannels) {
      hits.append(
        CheckHit(
          field: "channels", range: channel.range, excerpt: channel.value.name,
          detail: "The consent does not cover this channel."))
    }
    for purpose in own?.purposes ?? [] where !covers(Array(purpose.value.utf8), known?.purposes, nil) {
      hits.append(
        CheckHit(field: "consent", range: purpose.range, detail: "The consent does not cover this purpose."))
    }
    for media in input.patientMedia where media.kind != .other {
      guard !names(of: media.kind).contains(where: { covers($0, known?.media, ownMedia) }) else { continue }
      hits.append(input.hit(media, detail: "The consent does not cover a \(media.kind.word)."))
    }
    if declared.about?.value == .patient, !input.draft.posts.isEmpty,
      !covers(Array("text".utf8), known?.media, ownMedia)
    {
      hits.append(CheckHit(field: "consent", range: consent.range, detail: "The consent does not cover text."))
    }
    return hits
  }

  /// Whether a name is in every list there is.
  private func covers(_ name: [UInt8], _ known: [[UInt8]]?, _ own: [[UInt8]]?) -> Bool {
    (known?.contains(name) ?? true) && (own?.contains(name) ?? true)
  }

  /// What a consent may call a kind of media.
  private func names(of kind: MediaKind) -> [[UInt8]] {
    let names: [String] =
      switch kind {
      case .image: ["photo", "image", "picture"]
      case .video: ["video", "film"]
      case .audio: ["audio", "sound"]
      case .other: []
      }
    return names.map { Array($0.utf8) }
  }
}

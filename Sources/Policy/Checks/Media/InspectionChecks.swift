internal import Changes
internal import Drafts
internal import Media

extension BuiltinCheck {
  /// Attachments that carry facts of the kinds the rule lists.
  ///
  /// A text that the rule calls ordinary, and the name of somebody who may be named, are none. Only the kinds are said.
  func mediaFacts(_ input: CheckInput) -> [CheckHit] {
    let kinds = list("facts")
    let ordinary = list("ordinary").map { $0.lowercased() }
    let names = input.allowedNames.map { $0.lowercased() }
    return input.inspectedMedia.compactMap { media, inspection in
      var found: [MediaFact.Kind] = []
      for fact in inspection.facts where kinds.contains(fact.kind.rawValue) && !found.contains(fact.kind) {
        let text = String(decoding: fact.text, as: UTF8.self).lowercased()
        if !text.isEmpty, ordinary.contains(where: { text.hasPrefix($0) }) { continue }
        if fact.kind == .creatorName || fact.kind == .ownerName, names.contains(text) { continue }
        found.append(fact.kind)
      }
      guard !found.isEmpty else { return nil }
      return input.hit(media, detail: "The file carries \(MediaFact.Kind.list(found)).")
    }
  }

  /// Attachments whose name says another kind of file than their content, so that other rules would look for the
  /// wrong things.
  func mediaKind(_ input: CheckInput) -> [CheckHit] {
    input.inspectedMedia.compactMap { media, inspection in
      guard let container = inspection.container, let path = media.attachment.file?.value else { return nil }
      let ending = path.pathExtension.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
      guard !container.extensions.contains(ending) else { return nil }
      return input.hit(media, detail: "By its content this is a \(container.word) file.")
    }
  }

  /// Attachments of which something could not be read.
  func mediaInspected(_ input: CheckInput) -> [CheckHit] {
    input.inspectedMedia.compactMap { media, inspection in
      inspection.gap.map { input.hit(media, detail: $0.sentence(largest: number("largest"))) }
    }
  }
}

extension CheckInput {
  /// The attachments that somebody looked into, with what was found.
  fileprivate var inspectedMedia: [(media: DeclaredMedia, inspection: MediaInspection)] {
    guard let inspections else { return [] }
    return media.compactMap { media in
      media.attachment.file.flatMap { inspections[$0.value] }.map { (media, $0) }
    }
  }
}

extension MediaFact.Kind {
  /// Several kinds in words.
  fileprivate static func list(_ kinds: [MediaFact.Kind]) -> String {
    let words = kinds.map(\.words)
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private var words: String {
    switch self {
    case .position: "a position on the map"
    case .placeName: "the name of a place"
    case .ownerName: "the name of an owner"
    case .creatorName: "a name of who made it"
    case .serialNumber: "a serial number"
    case .personShown: "the name of somebody in it"
    case .comment: "a remark"
    case .caption: "a title or description"
    case .preview: "a small copy of the picture"
    case .otherPreview: "a small copy of another shape"
    case .fileHistory: "the history of the file"
    case .hiddenContent: "content that viewers do not show"
    case .makerNotes: "a block only its maker can read"
    case .recordedData: "measurements recorded along the film"
    case .machineMade: "the mark of a picture made by a machine"
    }
  }
}

extension MediaGap {
  /// What is the matter, in one sentence.
  fileprivate func sentence(largest: Int) -> String {
    switch self {
    case .missing: "There is no such file here."
    case .tooLarge: "It is longer than the \(largest >> 20) MB that are read."
    case .pointer: "Only the pointer of Git LFS is here, not the file."
    case .unknownKind: "It is of a kind that is not read."
    case .truncated: "It ends too early."
    case .damaged: "Its parts contradict each other."
    case .encrypted: "A part of it is encrypted."
    case .unsupported: "It uses a form that is not read."
    case .tooManyParts: "It holds more parts than are read."
    }
  }
}

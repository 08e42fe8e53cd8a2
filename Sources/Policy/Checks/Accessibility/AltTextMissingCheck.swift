internal import Drafts

extension BuiltinCheck {
  /// Pictures without a text alternative that are not declared decorative, and Markdown pictures with an empty one.
  func altTextMissing(_ input: CheckInput) -> [CheckHit] {
    let attached = input.media.filter { media in
      let alt = media.attachment.alt?.value ?? ""
      return media.kind == .image && media.attachment.decorative?.value != true && alt.allSatisfy(\.isWhitespace)
    }
    let inline = input.draft.passages.filter(\.field.isPost).flatMap { passage in
      LinkedFiles.find(in: passage.bytes, extensions: []).compactMap { link -> CheckHit? in
        guard let alt = link.alt, passage.bytes[alt].allSatisfy({ $0 <= 0x20 }) else { return nil }
        return input.hit(passage, link.bytes)
      }
    }
    return attached.map { input.hit($0) } + inline
  }
}

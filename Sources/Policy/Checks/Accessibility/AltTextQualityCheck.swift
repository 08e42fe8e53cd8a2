internal import Changes
internal import Drafts

extension BuiltinCheck {
  /// Text alternatives that say little: too short, too long, an announcement instead of a description, the name of the
  /// file, or the words of the post again.
  func altTextQuality(_ input: CheckInput) -> [CheckHit] {
    let isAlt = { (passage: Passage) in if case .altText = passage.field { true } else { false } }
    guard input.draft.passages.contains(where: isAlt) else { return [] }
    let posts = input.draft.passages.filter(\.field.isPost).map { plain($0.bytes) }
    return input.draft.passages.compactMap { passage in
      guard case .altText(let number) = passage.field else { return nil }
      let text = plain(passage.bytes)
      let media = input.media.indices.contains(number) ? input.media[number] : nil
      guard media?.kind == .image, !text.isEmpty, let detail = problem(text, media, posts) else { return nil }
      return input.hit(passage, detail: detail)
    }
  }

  private func problem(_ text: String, _ media: DeclaredMedia?, _ posts: [String]) -> String? {
    if let opening = list("openings").first(where: { text.hasPrefix($0 + " ") }) {
      return "It starts with “\(opening)”, which a screen reader says anyway."
    }
    let file = media?.attachment.file.map { String(decoding: $0.value.name, as: UTF8.self).lowercased() }
    if let file, text == file || text == file.prefix(while: { $0 != "." }) { return "It repeats the name of the file." }
    if posts.contains(text) { return "It repeats the post." }
    let count = text.count
    if count < number("shortest") { return "It has \(count) characters." }
    if count > number("longest") { return "It has \(count) characters; put what does not fit into the post." }
    return nil
  }

  private func plain(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

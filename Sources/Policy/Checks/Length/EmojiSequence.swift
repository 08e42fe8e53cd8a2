/// Emoji as a reader sees them: one picture, however many code points it is made of.
enum EmojiSequence {
  /// The end of the emoji sequence that starts at an index, or nil where none does.
  ///
  /// Sequences are those of Unicode Technical Standard 51: keycaps, flags, a base with a presentation selector or a
  /// skin tone, tags, and any of these joined by U+200D. Digits, `#`, `*` and the letters ©, ®, ™ are emoji only when
  /// something makes them one.
  static func end(in text: [Unicode.Scalar], at start: Int) -> Int? {
    guard var end = element(text, start) else { return nil }
    while end + 1 < text.count, text[end].value == 0x200D, let next = element(text, end + 1) { end = next }
    return end
  }

  private static func element(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    let first = text[start].value
    func value(_ index: Int) -> UInt32 { index < text.count ? text[index].value : 0 }
    if first < 0x80 {
      guard (0x30...0x39).contains(first) || first == 0x23 || first == 0x2A else { return nil }
      let selector = value(start + 1) == 0xFE0F ? 1 : 0
      return value(start + 1 + selector) == 0x20E3 ? start + 2 + selector : nil
    }
    // Between the registered sign and the double exclamation mark there is no emoji.
    if first < 0x203C, first != 0xA9, first != 0xAE { return nil }
    if isRegionalIndicator(first) { return isRegionalIndicator(value(start + 1)) ? start + 2 : start + 1 }
    guard text[start].properties.isEmoji else { return nil }
    let needsSelector = [0xA9, 0xAE, 0x2122, 0x265F].contains(first)
    var end = start + 1
    switch value(end) {
    case 0xFE0E: return nil
    case 0xFE0F: end += 1
    case _ where needsSelector: return nil
    default: break
    }
    if (0x1F3FB...0x1F3FF).contains(value(end)), text[start].properties.isEmojiModifierBase { end += 1 }
    guard (0xE0020...0xE007E).contains(value(end)) else { return end }
    while (0xE0020...0xE007E).contains(value(end)) { end += 1 }
    return value(end) == 0xE007F ? end + 1 : end
  }

  private static func isRegionalIndicator(_ value: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(value) }
}

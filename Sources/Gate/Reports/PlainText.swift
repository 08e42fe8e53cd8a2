/// Text that came from a draft, a name, a path or a note, made fit for a terminal.
///
/// Whatever a terminal would obey, or a reader could not see, is written out as `⟨U+202E⟩`: control characters, escape
/// sequences, bidirectional controls, and characters without a shape. What belongs to a script or an emoji stays.
/// Making a text fit that is fit already changes nothing.
public enum PlainText {
  /// The text on one line, with line breaks and tabs as spaces.
  ///
  /// Bytes that are not UTF-8 become U+FFFD.
  public static func shown(_ bytes: [UInt8]) -> String {
    if bytes.allSatisfy({ 0x20...0x7E ~= $0 }) { return String(decoding: bytes, as: UTF8.self) }
    return shown(String(decoding: bytes, as: UTF8.self))
  }

  /// The text on one line, with line breaks and tabs as spaces.
  public static func shown(_ text: String) -> String {
    var visible = VisibleScalars()
    for scalar in text.unicodeScalars { visible.append(scalar) }
    return visible.text
  }

  /// The text on one line, cut after some columns: for names and words that nobody needs whole.
  public static func shown(_ text: String, columns: Int) -> String {
    let whole = shown(text)
    guard width(whole) > columns else { return whole }
    return head(whole, width: max(1, columns) - 1) + "…"
  }

  /// The text with its own line breaks and nothing else that a terminal would obey.
  public static func shownLines(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { shown(String($0)) }
      .joined(separator: "\n")
  }

  /// How many columns a text takes on a terminal.
  public static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// The columns of what a reader takes for one character: those of its first scalar, and two for an emoji.
  static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.properties.isEmojiPresentation || WideCharacters.contain(first) { return 2 }
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }

  /// The beginning of a text, at most so many columns.
  static func head(_ text: String, width: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += Self.width(character)
        return used <= width
      })
  }

  /// A text made fit and broken at spaces into lines of at most `width` columns; a word that is longer than a line is
  /// cut.
  public static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    func end() {
      lines.append(line)
      line = ""
      used = 0
    }
    for word in shown(text).split(separator: " ") {
      var rest = word
      var columns = Self.width(String(word))
      if !line.isEmpty, used + 1 + columns > width { end() }
      while columns > width {
        let part = head(String(rest), width: width)
        guard !part.isEmpty else { break }
        line = part
        end()
        rest = rest.dropFirst(part.count)
        columns = Self.width(String(rest))
      }
      guard !rest.isEmpty else { continue }
      line += line.isEmpty ? String(rest) : " " + rest
      used += (used == 0 ? 0 : 1) + columns
    }
    if !line.isEmpty { end() }
    return lines
  }
}

/// Scalars one after the other, with what must not reach a terminal written out.
private struct VisibleScalars {
  private(set) var text = ""
  private var previous: Unicode.Scalar?
  private var marks = 0

  /// The keys of a telephone, which become emoji by what follows them.
  private static let keys = "#*0123456789".unicodeScalars
  /// How many marks a letter may carry: more than any script needs, and too few to paint over other lines.
  private static let marksOfALetter = 8

  mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: keep(" ")
    case 0x20..<0x7F: keep(scalar)
    default:
      if isShown(scalar) { keep(scalar) } else { writeOut(scalar) }
    }
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    text.unicodeScalars.append(scalar)
    previous = scalar
  }

  private mutating func writeOut(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    text += "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "⟩"
    previous = nil
  }

  private mutating func isShown(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    let isMark = category == .nonspacingMark || category == .enclosingMark
    marks = isMark ? marks + 1 : 0
    switch scalar.value {
    // Joiners belong to the scripts of Asia and to emoji; between Latin letters they only hide.
    case 0x200C, 0x200D, 0xFE00...0xFE0F: return previous.map { !$0.isASCII || Self.keys.contains($0) } ?? false
    // The flags of England, Scotland and Wales are spelled with tags.
    case 0xE0020...0xE007F: return previous.map { $0.value == 0x1F3F4 || 0xE0020...0xE007E ~= $0.value } ?? false
    case 0xFFF9...0xFFFB: return false
    default: break
    }
    switch category {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint && marks <= Self.marksOfALetter
    }
  }
}

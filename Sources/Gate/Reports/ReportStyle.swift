/// How a report is printed.
public struct ReportStyle: Sendable {
  /// Colours, for a terminal that wants them.
  public var isColoured: Bool
  /// Print identifiers instead of masking them.
  public var revealsIdentifiers: Bool
  /// The width in columns that texts are fitted to.
  public var width: Int

  /// Plain text of 80 columns, identifiers masked.
  public static let plain = ReportStyle(isColoured: false, revealsIdentifiers: false, width: 80)

  /// Creates a style.
  public init(isColoured: Bool, revealsIdentifiers: Bool, width: Int) {
    self.isColoured = isColoured
    self.revealsIdentifiers = revealsIdentifiers
    self.width = max(40, width)
  }

  /// The style for a stream: colours and identifiers on a terminal only.
  ///
  /// `NO_COLOR` (any value but an empty one) and `TERM=dumb` turn colours off.
  public static func forTerminal(_ isTerminal: Bool, width: Int?, environment: [String: String]) -> ReportStyle {
    let wanted = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    return ReportStyle(isColoured: isTerminal && wanted, revealsIdentifiers: isTerminal, width: min(width ?? 80, 110))
  }

  enum Colour: String {
    case red = "31"
    case yellow = "33"
    case green = "32"
    case cyan = "36"
    case bold = "1"
    case dim = "2"
  }

  func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// Text that came from a draft or a file name, made fit for a terminal.
public enum PlainText {
  /// The text with control, bidirectional and other invisible characters shown as `⟨U+202E⟩` and line breaks as spaces.
  public static func shown(_ bytes: [UInt8]) -> String {
    var shown = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: shown += " "
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown += "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "⟩"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// How many columns a text takes on a terminal.
  public static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

  static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    case 0x200B...0x200D, 0xFE00...0xFE0F: return 0
    default:
      if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
      return first.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }

  /// A text broken at spaces into lines of at most `width` columns.
  public static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, Self.width(line) + 1 + Self.width(String(word)) > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// What one Unicode scalar means to the tokeniser.
enum ScalarKind: UInt8 {
  case letter, digit, space, newline, apostrophe, hyphen, punctuation, emoji
  /// Invisible or combining: passed over, so that it cannot hide a word.
  case ignored
}

/// Folds scalars to the form in which words are compared: lower case, no accents, plain letters.
struct Folding: Sendable {
  private let folded: [UInt32: [UInt8]]

  /// The one table; built at first use of a scalar above ASCII.
  static let shared = Folding()

  private init() {
    var table: [UInt32: [UInt8]] = [:]
    table.reserveCapacity(4096)
    for item in FoldingTable.text.utf8.split(separator: UInt8(ascii: " ")) {
      guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = Array(item[item.index(after: equals)...])
      let head = item[..<equals].split(separator: UInt8(ascii: "+"))
      guard let first = head.first.flatMap({ UInt32(Substring($0), radix: 16) }) else { continue }
      let run = head.count > 1 ? Int(Substring(head[1])) ?? 1 : 1
      table[first] = value
      guard run > 1, let start = String(decoding: value, as: UTF8.self).unicodeScalars.first?.value else { continue }
      for step in 1..<UInt32(run) {
        guard let scalar = Unicode.Scalar(start + step) else { continue }
        table[first + step] = Array(String(scalar).utf8)
      }
    }
    folded = table
  }

  /// The folded UTF-8 of a scalar above ASCII, or nil where it stands for itself.
  func bytes(of scalar: UInt32) -> [UInt8]? { folded[scalar] }

  /// Latin letters that Cyrillic and Greek letters are mistaken for, used in words that mix alphabets.
  ///
  /// Source: the single-letter rows of Unicode Technical Standard 39, confusables, that are in everyday fonts alike.
  static func lookalike(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x430, 0x3B1, 0x251: UInt8(ascii: "a")
    case 0x432, 0x3B2: UInt8(ascii: "b")
    case 0x441, 0x3F2: UInt8(ascii: "c")
    case 0x501: UInt8(ascii: "d")
    case 0x435, 0x3B5, 0x451: UInt8(ascii: "e")
    case 0x4BB, 0x43D: UInt8(ascii: "h")
    case 0x456, 0x3B9, 0x457: UInt8(ascii: "i")
    case 0x458: UInt8(ascii: "j")
    case 0x43A, 0x3BA: UInt8(ascii: "k")
    case 0x4CF: UInt8(ascii: "l")
    case 0x43C: UInt8(ascii: "m")
    case 0x3BD: UInt8(ascii: "v")
    case 0x43E, 0x3BF, 0x3C3: UInt8(ascii: "o")
    case 0x440, 0x3C1: UInt8(ascii: "p")
    case 0x51B: UInt8(ascii: "q")
    case 0x455: UInt8(ascii: "s")
    case 0x442, 0x3C4: UInt8(ascii: "t")
    case 0x475: UInt8(ascii: "v")
    case 0x51D: UInt8(ascii: "w")
    case 0x445, 0x3C7: UInt8(ascii: "x")
    case 0x443, 0x3C5, 0x3B3: UInt8(ascii: "y")
    case 0x437: UInt8(ascii: "z")
    default: nil
    }
  }

  /// The kind of a scalar above ASCII.
  static func kind(of value: UInt32) -> ScalarKind {
    switch value {
    case 0x2018, 0x2019, 0x201B, 0x2BC, 0xFF07: return .apostrophe
    case 0x2010, 0x2011, 0x2D: return .hyphen
    case 0x2028, 0x2029, 0x85: return .newline
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xE0000...0xE0FFF:
      return .ignored
    case 0x1F3FB...0x1F3FF: return .ignored
    case 0x24B6...0x24E9, 0x1F110...0x1F189: return .letter
    case 0x203C, 0x2049, 0x2122, 0x2139, 0x2194...0x21AA, 0x231A...0x23FF, 0x25AA...0x27BF, 0x2934, 0x2935,
      0x2B05...0x2B55, 0x1F000...0x1FAFF:
      return .emoji
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .punctuation }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
    case .nonspacingMark, .enclosingMark, .spacingMark: return .ignored
    case .decimalNumber, .letterNumber, .otherNumber: return .digit
    default: return .punctuation
    }
  }
}

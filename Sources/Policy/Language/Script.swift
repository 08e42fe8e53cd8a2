/// A script other than Latin.
enum Script: Int, CaseIterable {
  case cyrillic, greek, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, tamil, telugu, thai, lao, burmese,
    khmer
  case ethiopic, armenian, georgian, han, kana, hangul

  /// The script of a letter by its block of Unicode; nil for everything else.
  init?(_ value: UInt32) {
    switch value {
    case 0x400...0x52F: self = .cyrillic
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x590...0x5FF: self = .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
    case 0x900...0x97F: self = .devanagari
    case 0x980...0x9FF: self = .bengali
    case 0xA00...0xA7F: self = .gurmukhi
    case 0xA80...0xAFF: self = .gujarati
    case 0xB80...0xBFF: self = .tamil
    case 0xC00...0xC7F: self = .telugu
    case 0xE00...0xE7F: self = .thai
    case 0xE80...0xEFF: self = .lao
    case 0x1000...0x109F: self = .burmese
    case 0x1780...0x17FF: self = .khmer
    case 0x1200...0x139F: self = .ethiopic
    case 0x530...0x58F: self = .armenian
    case 0x10A0...0x10FF: self = .georgian
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF: self = .han
    case 0x3041...0x30FF, 0x31F0...0x31FF: self = .kana
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F: self = .hangul
    default: return nil
    }
  }

  /// Whether its words follow one another without spaces, so that a letter counts as a word.
  var isWithoutSpaces: Bool {
    switch self {
    case .han, .kana, .thai, .lao, .burmese, .khmer: true
    default: false
    }
  }
}

/// The letters of a text in scripts other than Latin.
struct ScriptCounts {
  private var letters = [Int](repeating: 0, count: Script.allCases.count)
  private var words = 0
  private var isUkrainian = false
  private var isPersian = false
  private var isUrdu = false

  mutating func add(_ script: Script, _ value: UInt32) {
    letters[script.rawValue] += 1
    switch value {
    case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: isUkrainian = true
    case 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC: isPersian = true
    case 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6D2: isUrdu = true
    default: break
    }
  }

  /// Counts a word that is in one of these scripts as a whole.
  mutating func addWord() { words += 1 }

  /// The language of the script with the most letters, if there are four of them in two words at least, and not many
  /// words in Latin letters.
  func language(besides latinWords: Int) -> Language? {
    guard let most = Script.allCases.max(by: { letters[$0.rawValue] < letters[$1.rawValue] }) else { return nil }
    guard letters[most.rawValue] >= 4, words >= 2, words * 3 >= latinWords else { return nil }
    switch most {
    case .cyrillic: return isUkrainian ? .ukrainian : .russian
    case .greek: return .greek
    case .hebrew: return .hebrew
    case .arabic: return isUrdu ? .urdu : isPersian ? .persian : .arabic
    case .devanagari: return .hindi
    case .bengali: return .bengali
    case .gurmukhi: return .punjabi
    case .gujarati: return .gujarati
    case .tamil: return .tamil
    case .telugu: return .telugu
    case .thai: return .thai
    case .lao: return .lao
    case .burmese: return .burmese
    case .khmer: return .khmer
    case .ethiopic: return .amharic
    case .armenian: return .armenian
    case .georgian: return .georgian
    case .han, .kana: return letters[Script.kana.rawValue] > 0 ? .japanese : .chinese
    case .hangul: return .korean
    }
  }
}

/// Characters of UTF-8 that is known to be well formed.
enum UTF8Scalars {
  /// The character at a position and how many bytes it takes.
  static func scalar(in text: ArraySlice<UInt8>, at position: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(text[position])
    if first < 0x80 { return (first, 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard position + width <= text.endIndex else { return (0xFFFD, 1) }
    var value = first & (0xFF >> UInt32(width + 1))
    for offset in 1..<width { value = value << 6 | UInt32(text[position + offset] & 0x3F) }
    return (value, width)
  }
}

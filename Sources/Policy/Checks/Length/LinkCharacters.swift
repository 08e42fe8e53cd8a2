/// The characters that links are made of, in the sense of twitter-text 3.
enum LinkCharacters {
  /// A letter or digit of ASCII, or a Latin letter with an accent.
  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: isAccented(scalar)
    }
  }

  /// What a host name without `https://` is made of.
  static func isBareHost(_ scalar: Unicode.Scalar) -> Bool {
    isLetterOrDigit(scalar) || scalar == "." || scalar == "-"
  }

  /// What a host name behind `https://` may hold: anything but other punctuation, spaces and invisible marks.
  static func isHost(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x5F: true
    case 0..<0x80: isLetterOrDigit(scalar)
    default: !isPunctuation(scalar)
    }
  }

  /// Whether a character makes what follows part of a word, a mention, a hashtag or a cashtag.
  static func bindsToNext(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "0"..."9", "@", "\u{FF20}", "$", "#", "\u{FF03}": true
    case "\u{FFFE}", "\u{FEFF}", "\u{FFFF}": true
    default: false
    }
  }

  /// Whether a character after a top-level domain means that it was none.
  static func continuesDomain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "0"..."9", "@", "+", "-": true
    default: false
    }
  }

  static func isPath(_ scalar: Unicode.Scalar) -> Bool {
    endsPath(scalar) || "!*';:,.$%[]\u{2013}~@|&".unicodeScalars.contains(scalar)
  }

  static func endsPath(_ scalar: Unicode.Scalar) -> Bool {
    isLetterOrDigit(scalar) || (0x400...0x4FF).contains(scalar.value) || "+-=_#/".unicodeScalars.contains(scalar)
  }

  static func isQuery(_ scalar: Unicode.Scalar) -> Bool {
    endsQuery(scalar) || "!?*'@();:+$%[].,~|".unicodeScalars.contains(scalar)
  }

  static func endsQuery(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (isLetterOrDigit(scalar) || "-_&=#/".unicodeScalars.contains(scalar))
  }

  private static func isAccented(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF, 0x100...0x24F, 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263, 0x268,
      0x26F, 0x272, 0x289, 0x28B, 0x2BB, 0x300...0x36F, 0x1E00...0x1EFF:
      true
    default: false
    }
  }

  /// Spaces, punctuation and invisible marks above ASCII that end a host name.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0xA0, 0xAB, 0xB7, 0xBB, 0x1680, 0x180E, 0x2000...0x206F, 0x3000...0x3002, 0x3008...0x3011,
      0x3014...0x301F, 0xFEFF, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFFE, 0xFFFF:
      true
    default: false
    }
  }
}

import Gate
import Testing

/// What a terminal would obey is written out, and what belongs to a language stays.
struct PlainTextTests {
  static let shown: [(text: String, shown: String)] = [
    ("Flu shots, 8 to 4.", "Flu shots, 8 to 4."),
    ("\u{1B}[2J\u{1B}]0;title\u{7}", "⟨U+001B⟩[2J⟨U+001B⟩]0;title⟨U+0007⟩"),
    ("a\u{9B}31mb", "a⟨U+009B⟩31mb"),
    ("one\r\ntwo\tthree", "one  two three"),
    ("\u{8}\u{7F}\u{0}", "⟨U+0008⟩⟨U+007F⟩⟨U+0000⟩"),
    ("drafts/\u{202E}gpj.md", "drafts/⟨U+202E⟩gpj.md"),
    ("\u{2066}x\u{2069}\u{200E}\u{200F}\u{61C}", "⟨U+2066⟩x⟨U+2069⟩⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩"),
    ("in\u{200B}vis\u{AD}ible\u{FEFF}", "in⟨U+200B⟩vis⟨U+00AD⟩ible⟨U+FEFF⟩"),
    ("late\u{200D}r", "late⟨U+200D⟩r"),
    ("a\u{2028}b\u{2029}c", "a⟨U+2028⟩b⟨U+2029⟩c"),
    ("\u{3164}\u{115F}\u{FFA0}", "⟨U+3164⟩⟨U+115F⟩⟨U+FFA0⟩"),
    ("a\u{E0061}\u{E0001}", "a⟨U+E0061⟩⟨U+E0001⟩"),
    ("👩🏽‍⚕️ 1️⃣ ❤️", "👩🏽‍⚕️ 1️⃣ ❤️"),
    (
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"
    ),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("e\u{301} Zürich 流感", "e\u{301} Zürich 流感"),
  ]

  @Test(arguments: shown)
  func controlsAreWrittenOut(text: String, shown: String) {
    #expect(PlainText.shown(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(PlainText.shown(Array(text.utf8)).unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(PlainText.shown(shown).unicodeScalars.elementsEqual(shown.unicodeScalars), "fit text stays as it is")
  }

  @Test func noByteReachesATerminalThatItObeys() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = PlainText.shown(String(String.UnicodeScalarView([scalar])))
      let isFit = shown.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0x61C: false
        default: true
        }
      }
      if !isFit { Issue.record("U+\(String(value, radix: 16)) gets through") }
    }
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    #expect(PlainText.shown([0x61, 0xFF, 0x1B, 0x62]) == "a\u{FFFD}⟨U+001B⟩b")
    // The first byte of a two-byte control is cut off from its second.
    #expect(PlainText.shown([0xC2, 0x20, 0x9B]) == "\u{FFFD} \u{FFFD}")
  }

  @Test func aLetterCarriesOnlySoManyMarks() {
    let text = "a" + String(repeating: "\u{301}", count: 100)
    let marks = PlainText.shown(text).unicodeScalars.count { $0.value == 0x301 }
    #expect(marks == 8)
    #expect(PlainText.shown(text).contains("⟨U+0301⟩"))
  }

  @Test func aLongWordIsBroken() {
    let lines = PlainText.wrapped("see " + String(repeating: "x", count: 205) + " end", width: 50)
    #expect(lines.map(\.count) == [3, 50, 50, 50, 50, 9])
    #expect(lines.last == "xxxxx end")
    #expect(PlainText.wrapped(String(repeating: "流", count: 60), width: 41).allSatisfy { PlainText.width($0) <= 41 })
    #expect(PlainText.wrapped("  ", width: 40).isEmpty)
    #expect(PlainText.wrapped("\u{1B}[31m red", width: 40) == ["⟨U+001B⟩[31m red"])
  }

  @Test func aLongNameIsCut() {
    #expect(PlainText.shown(String(repeating: "n", count: 1_000), columns: 10) == "nnnnnnnnn…")
    #expect(PlainText.shown("facebook", columns: 8) == "facebook")
  }

  @Test func linesStayLines() {
    #expect(PlainText.shownLines("a\u{1B}b\nc\r\n") == "a⟨U+001B⟩b\nc \n")
  }
}

import TestSupport

/// Messages for the trailer tests: hand-made edges, and combinations of lines that matter to the parser.
enum MessageSamples {
  static let scissors = "# ------------------------ >8 ------------------------\n"

  static let table: [String] = [
    "", "\n", "Title", "Title\n", "Key: value", "Key: value\n", "\nKey: value\n", "Title\n\nKey: value",
    "Title\n\nKey: value\n", "Title\n\nKey:value\n", "Title\n\nKey : value \t\n", "Title\n\nKey:\nOther: x\n",
    "Title\n\nKey:\n  next\n", "Title\n\nKey: a\n b\n\tc\nOther: d\n", "Title\n\nKey: a\n \n b\n",
    "Title\n\ntext\nKey: value\n", "Title\n\ntext\nSigned-off-by: A <a@b>\n",
    "Title\n\na\nb\nc\nSigned-off-by: A <a@b>\n", "Title\n\na\nb\nc\nd\nSigned-off-by: A <a@b>\n",
    "Title\n\ntext\n(cherry picked from commit 0123)\n", "Title\n\nKey: v\n(cherry picked from commit 0123)\n",
    "Title\n\nKey: v\n\n# comment\n", "Title\n\nKey: v\n# comment\nOther: w\n", "Title\n\nKey: v\n\n \n\t\n",
    "Title\n\nKey: v\n\(scissors)diff\nOther: w\n", "\(scissors)Key: v\n", "Title\n\nKey: v\n\nConflicts:\n\tfile\n",
    "Title\n\nKey: v\n\nConflicts:\n\tfile\ntext\n", "Conflicts:\n\tfile\n\nKey: v\n",
    "Title\n------\n\nKey: v\n", "Title\n\n---\n\nKey: v\n", "Title\n\nKey: v\n---\n file | 1 +\n",
    "Title\n\nKey: v\r\nOther: w\r\n", "Title\r\n\r\nKey: v\r\n", "Title\n\nK\u{E9}y: v\n", "Title\n\nKey: \u{E9}\n",
    "Title\n\nSigned off by: A\n", "Title\n\nhttps://example.org/x\n", "Title\n\n: v\n", "Title\n\n-: v\n",
    "Title\n\nKey: a: b\n", "# comment\nTitle\nKey: v\n", "# comment\n\nKey: v\n", "# c\nKey: v\n\nOther: w\n",
    "Title\n\n  Key: v\n", "Title\n\nKey: v\n  Other: w\n", "Title\n\nKey: v\n\nText after.\n",
    "Title\n\nKey: v\u{0B}\n", "Title\n\nKey: v\n\u{0B}more\n", "Title\n\nKey= v\n", "Title\n\nKey#: v\n",
    "Title\n\n  indented\nSigned-off-by: A\n", "Title\n\nSigned-off-by:\n", "Title\n\nSigned-off-by: A\n  b\nc\n",
    "Title\n\nKey: v\u{0}more\nOther: w\n", "Title\n\nKey: v\n#Key: w\n x\n", "Title\nKey: v\n\n\n\n",
    "\n\n\nTitle\n\nKey: v\n",
  ]

  private static let lines: [String] = [
    "Title\n", "some text\n", "\n", "\n", "\n", "Key: v\n", "Key: v\n", "Other-key : w  \n", "Key:\n", "  folded\n",
    "\tfolded\n", " \n", "# comment\n", "#\n", "Signed-off-by: A <a@example.org>\n",
    "(cherry picked from commit 0123456)\n", "Conflicts:\n", "\tfile\n", "---\n", "------\n", scissors, "a: b: c\n",
    "x y: z\n", "Key: v\r\n", "\r\n", "Key: \u{E9}\n", ": v\n", "Signed-off-by:x\n", "Key\t: \t v\n", "# Key: v\n",
    "Conflicts: \n", "----- >8 -----\n", "Key: v", "text",
  ]

  /// `count` messages of up to twelve lines; the same ones in every run.
  static func generated(_ count: Int, seed: UInt64) -> [String] {
    var generator = DeterministicGenerator(seed: seed)
    return (0..<count).map { _ in
      let length = Int.random(in: 1...12, using: &generator)
      let start = Bool.random(using: &generator) ? "Title\n\n" : ""
      return start + (0..<length).compactMap { _ in lines.randomElement(using: &generator) }.joined()
    }
  }
}

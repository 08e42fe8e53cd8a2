extension PlainText {
  /// `1 draft`, `2 drafts`: a number and the noun that goes with it.
  public static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

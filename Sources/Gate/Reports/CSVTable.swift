/// Comma-separated values as RFC 4180 has them: UTF-8, every cell in quotes, quotes doubled, lines ended by CR LF.
///
/// A cell is written as it is, whatever it begins with; ``formulaCells`` names those that a spreadsheet would run.
struct CSVTable {
  private(set) var rows: [[String]]

  init(_ rows: [[String]]) { self.rows = rows }

  /// The file.
  var text: String {
    rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// The scalars by which a spreadsheet knows a formula, their wide forms included.
  ///
  /// Source: OWASP, “CSV Injection”, https://owasp.org/www-community/attacks/CSV_Injection
  private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

  /// Whether a spreadsheet would take a cell for a formula.
  static func isFormula(_ cell: String) -> Bool { cell.unicodeScalars.first.map(starts.contains) ?? false }
}

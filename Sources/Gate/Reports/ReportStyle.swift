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

  /// A heading.
  public func heading(_ text: String) -> String { paint(text, .bold) }

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

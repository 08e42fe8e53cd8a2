/// What a person can answer to a draft, one line each time.
enum ReviewKey: String, CaseIterable {
  case approve = "a"
  case object = "o"
  case skip = "s"
  case details = "d"
  case quit = "q"
  case help = "?"

  /// The key of a line; help for one that means nothing, so that nothing happens by a slip.
  init(line: String) {
    let word = line.split(separator: " ").joined(separator: " ").lowercased()
    self = Self.allCases.first { $0.rawValue == word || $0.word == word } ?? .help
  }

  private var word: String {
    switch self {
    case .approve: "approve"
    case .object: "object"
    case .skip: "skip"
    case .details: "details"
    case .quit: "quit"
    case .help: "help"
    }
  }

  /// The keys as a prompt lists them.
  static let prompt = "[" + allCases.map(\.rawValue).joined(separator: ",") + "]"

  /// What each key does.
  static let explanation = """
    a  approve: sign exactly what is shown
    o  object: it does not pass until the objection is withdrawn; you are asked for the reason
    s  skip: decide nothing, and go on; it comes again next time
    d  details: the rules behind the findings, with their authority
    q  quit: what is signed stays signed
    ?  this help

    """
}

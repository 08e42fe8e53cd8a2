import Gate
import Git

/// Asks the person at the terminal; a script says `--yes` instead.
struct Confirmation {
  private let session: Session
  private let isGiven: Bool

  /// - Parameter isGiven: whether `--yes` stands in for every answer.
  init(_ session: Session, isGiven: Bool) {
    self.session = session
    self.isGiven = isGiven
  }

  /// Whether there is somebody who sees what is printed and can answer.
  static var isPossible: Bool { Platform.isTerminal(.input) && Platform.isTerminal(.output) }

  /// Refuses to go on where nobody could answer.
  func require(for deed: String, example: String) throws {
    guard isGiven || Self.isPossible else {
      throw UsageError(
        "\(deed) needs an answer, and there is no terminal to ask on. A script says --yes.", examples: [example])
    }
  }

  /// Asks for y or yes; anything else, and the end of the input, is no.
  func ask(_ question: String) throws(GateError) -> Bool {
    if isGiven { return true }
    let answer = try answer(question + " [y/N] ").lowercased()
    return answer == "y" || answer == "yes"
  }

  /// Asks for a word to be typed.
  func ask(_ question: String, typing word: String) throws(GateError) -> Bool {
    if isGiven { return true }
    return try answer(question + " ").utf8.elementsEqual(word.utf8)
  }

  private func answer(_ prompt: String) throws(GateError) -> String {
    try session.write(prompt)
    let line = readLine() ?? ""
    return String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

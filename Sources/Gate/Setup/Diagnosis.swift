/// One thing `doctor` looked at.
public struct Diagnosis: Sendable, Equatable {
  /// How it is.
  public enum State: String, Sendable {
    /// As it should be.
    case ok
    /// It works, but somebody should look at it.
    case warn
    /// It does not work.
    case fail
    /// It could not be found out.
    case unknown
  }

  /// How it is.
  public let state: State
  /// What was looked at.
  public let subject: String
  /// What was seen.
  public let finding: String
  /// What to do; nil where it is as it should be.
  public let remedy: String?

  /// As it should be.
  public static func ok(_ subject: String, _ finding: String) -> Diagnosis {
    Diagnosis(state: .ok, subject: subject, finding: finding, remedy: nil)
  }

  /// Something to look at.
  public static func warn(_ subject: String, _ finding: String, remedy: String) -> Diagnosis {
    Diagnosis(state: .warn, subject: subject, finding: finding, remedy: remedy)
  }

  /// Something that does not work.
  public static func fail(_ subject: String, _ finding: String, remedy: String) -> Diagnosis {
    Diagnosis(state: .fail, subject: subject, finding: finding, remedy: remedy)
  }

  /// Something that could not be found out.
  public static func unknown(_ subject: String, _ error: GateError, remedy: String) -> Diagnosis {
    Diagnosis(state: .unknown, subject: subject, finding: error.lines.joined(separator: "; "), remedy: remedy)
  }

  /// The line for people, and what to do below it.
  public func text(style: ReportStyle) -> String {
    let colour: ReportStyle.Colour = state == .ok ? .green : state == .warn ? .yellow : .red
    let label = style.paint(state == .unknown ? "?   " : state == .ok ? "ok  " : state.rawValue, colour)
    let line = "\(label)  \(PlainText.shown(subject)): \(PlainText.shown(finding))"
    guard let remedy else { return line }
    return line + "\n      What to do: \(PlainText.shown(remedy))"
  }

  /// 3 where something could not be found out, 1 where something does not work, otherwise 0.
  public static func exitStatus(_ diagnoses: [Diagnosis]) -> Int32 {
    if diagnoses.contains(where: { $0.state == .unknown }) { return 3 }
    return diagnoses.contains { $0.state == .fail } ? 1 : 0
  }
}

import Approvals
import Drafts

/// A line of `allowed_signers` as Chaperone writes it.
enum SignerLine {
  /// The line that gives a key to a person, without a line end.
  ///
  /// The comment of a key file is left out: it often names a machine.
  static func text(_ person: PersonID, _ key: PublicKey, from: CalendarDate? = nil, until: CalendarDate? = nil)
    -> String
  {
    var options = "namespaces=\"\(SSHSignature.namespace)\""
    if let from { options += ",valid-after=\"\(digits(from))Z\"" }
    if let until { options += ",valid-before=\"\(digits(until))Z\"" }
    return "\(person) \(options) " + String(decoding: key.line, as: UTF8.self)
  }

  private static func digits(_ day: CalendarDate) -> String { day.description.filter { $0 != "-" } }
}

import Approvals
import Gate

/// Finds the record that digits on a command line stand for.
struct RecordArgument {
  let desk: Desk

  /// The record whose id begins with these digits; nil where the word is no record's digits.
  func record(_ text: String) throws -> Record? {
    let digits = Array(text.utf8)
    let isHexadecimal = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHexadecimal, (8...64).contains(digits.count) else { return nil }
    let found = try desk.signOff.ledger.records(withIDBeginning: digits)
    guard found.count <= 1 else {
      throw UsageError("\(found.count) records begin with \(text). Give more digits.")
    }
    return found.first
  }
}

/// One finding as a reviewer is shown it: what decides who signs, and what makes a signature stale.
///
/// It carries no position: what a sign-off binds is which rule fired on which words, and the place of the words is
/// already bound by the subject.
public struct AcknowledgedFinding: Hashable, Sendable {
  /// What the finding stops.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Only editing clears it.
    case block
    /// The named roles must sign.
    case approve
    /// Printed, stops nothing.
    case advise
  }

  /// The rule's id, as bytes.
  public let rule: [UInt8]
  /// What it stops.
  public let severity: Severity
  /// The roles the rule asks.
  public let roles: [Role]
  /// The digest of the rule's words as shown: its summary and message.
  public let statement: Digest
  /// The digest of the text that was matched.
  public let excerpt: Digest

  /// A finding with every field given.
  public init(rule: [UInt8], severity: Severity, roles: [Role], statement: Digest, excerpt: Digest) {
    self.rule = rule
    self.severity = severity
    self.roles = roles
    self.statement = statement
    self.excerpt = excerpt
  }
}

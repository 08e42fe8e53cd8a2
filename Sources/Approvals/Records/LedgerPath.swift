/// Where records lie in the ledger's tree.
///
/// ```
/// r/<aa>/<bb>/<subject>/<record id>        approvals, which end with their subject
/// d/<aa>/<bb>/<draft digest>/<record id>   objections and withdrawals, which outlive it
/// ```
/// `aa` and `bb` are the first two pairs of hexadecimal digits of the folder's digest. The file holds the record's
/// line and a line feed. Names are digests of what is in them, so two clones unite without a conflict.
public enum LedgerPath {
  /// The folder of a subject's approvals, without a slash at the end.
  public static func folder(of subject: Subject) -> [UInt8] { folder("r", subject.digest) }

  /// The folder of a draft's objections and withdrawals, without a slash at the end.
  public static func folder(of draft: DraftID) -> [UInt8] { folder("d", draft.digest) }

  /// The path of a record's file.
  public static func path(of record: Record) -> [UInt8] {
    let decision = record.decision
    let folder = decision.kind == .approve ? folder(of: decision.subject) : folder(of: decision.draft)
    return folder + [ASCII.slash] + record.id.digest.hex
  }

  private static func folder(_ kind: String, _ digest: Digest) -> [UInt8] {
    let hex = digest.hex
    return Array([Array(kind.utf8), Array(hex[..<2]), Array(hex[2..<4]), hex].joined(separator: [ASCII.slash]))
  }
}

internal import Approvals
internal import Changes

/// The trailers of a publishing commit, by which it can be verified again.
///
/// ```
/// Chaperone-Draft: 2026/flu-clinic published/2026/flu-clinic.md
/// Chaperone-Subject: sha256:…
/// Approved-by: Dana Whitfield <dana@clinic.example> (privacy-officer)
/// Chaperone-Approval: v1 approve …
/// Chaperone-Ledger: <commit of the ledger>
/// ```
/// The first four stand once for each draft, the last one once for the commit.
enum ReceiptTrailers {
  /// The receipts of approved drafts.
  static func trailers(for drafts: [DraftStanding], at paths: [RepositoryPath], ledger: ObjectID?) -> [Trailer] {
    var lines: [Trailer?] = []
    for (draft, path) in zip(drafts, paths) {
      guard let manifest = draft.manifest, let standing = draft.standing else { continue }
      lines.append(
        Trailer(key: TrailerKey.draft, value: "\(draft.id.percentEncoded) \(path.percentEncoded)"))
      lines.append(Trailer(key: TrailerKey.subject, value: manifest.subject.digest.labelled))
      let records = draft.records
      for grant in standing.grants {
        guard let record = records[grant.record] else { continue }
        let shown = draft.question?.people[grant.person]?.approvedByTrailer(as: grant.role)
        if let shown { lines.append(trailer(shown)) }
        lines.append(trailer(record.line))
      }
    }
    if let ledger, !lines.isEmpty { lines.append(Trailer(key: TrailerKey.ledger, value: ledger.hex)) }
    return lines.compactMap { $0 }
  }

  /// Whether a trailer carries a record.
  static func isRecord(_ trailer: Trailer) -> Bool {
    RecordKind.allCases.contains { trailer.hasKey(String(decoding: $0.trailerKey, as: UTF8.self)) }
  }

  private static func trailer(_ line: [UInt8]) -> Trailer? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return Trailer(key: String(decoding: line[..<colon], as: UTF8.self), value: line[(colon + 2)...])
  }
}

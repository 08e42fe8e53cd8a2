public import Drafts

extension Consent {
  /// The digest a manifest binds: over the values, so that comments and layout of the file do not matter.
  public var entryDigest: Digest {
    var lines = [
      "chaperone-consent v1", "subject \(subject.rawValue)", "signed \(signed)", "expires \(expires)",
      "revoked \(revoked?.description ?? "-")",
    ].map { Array($0.utf8) }
    lines.append(Array("reference ".utf8) + reference)
    for (label, names) in [("channel", scope.channels), ("purpose", scope.purposes), ("media", scope.media)] {
      lines += names.map { Array("\(label) ".utf8) + $0 }
    }
    return Digest(of: lines.flatMap { $0 + [ASCII.newline] })
  }
}

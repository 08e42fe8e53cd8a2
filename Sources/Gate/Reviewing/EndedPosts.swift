internal import Approvals
internal import Changes
internal import Drafts

/// Finds posts that rest on a consent that has ended, or whose own time is over.
struct EndedPosts {
  private let ended: [Consent]
  private let now: Timestamp

  init(consents: Consents, now: Timestamp) {
    ended = consents.byReference.values.filter { $0.ends <= now }
    self.now = now
  }

  /// Whether a file is worth reading as a draft: it names an `expiryDate` or an ended consent, or spells something in a
  /// way that could hide one.
  func mayHold(_ bytes: [UInt8]) -> Bool {
    if Self.holds(bytes, Self.expiryKey) || bytes.contains(UInt8(ascii: "\\")) { return true }
    return ended.contains { Self.holds(bytes, $0.reference) }
  }

  /// Whether the draft is one; a file that cannot be read is none.
  func holds(_ bytes: [UInt8], at path: RepositoryPath) -> Bool {
    guard let declared = try? Draft.parse(bytes: bytes, path: path).frontMatter else { return false }
    if let expiry = declared.expiryDate?.value, expiry <= now { return true }
    let references = [declared.consent?.value.reference?.value] + (declared.people ?? []).map(\.value.release?.value)
    return references.contains { reference in ended.contains { $0.reference == reference } }
  }

  private static let expiryKey = Array("expiryDate".utf8)

  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, bytes.count >= part.count else { return false }
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: first) {
      if bytes[found...].starts(with: part) { return true }
      start = found + 1
    }
    return false
  }
}

import Gate

/// What came of a walk through the queue.
struct ReviewTally {
  var approved = 0
  var objected = 0
  var skipped = 0
  /// Drafts that asked for nothing any more when their turn came.
  var settled = 0
  let total: Int

  /// How many drafts were decided about or passed over.
  var seen: Int { approved + objected + skipped + settled }

  /// One sentence.
  var words: String {
    var parts: [String] = []
    if approved > 0 { parts.append("\(approved) approved") }
    if objected > 0 { parts.append("\(objected) objected to") }
    if skipped > 0 { parts.append("\(skipped) skipped") }
    if settled > 0 { parts.append("\(settled) that need\(settled == 1 ? "s" : "") nothing of you any more") }
    if seen < total { parts.append("\(total - seen) not looked at") }
    return "\(PlainText.count(total, "draft")): " + parts.joined(separator: ", ") + "."
  }
}

internal import Drafts
internal import YAML

/// One place where a built-in check found something.
struct CheckHit {
  /// Which part of the draft, as reports name it.
  var field: String
  var post: Int
  var range: SourceRange
  /// What is shown; empty where there is nothing to show.
  var excerpt: [UInt8]
  /// What was seen in this case, put before the rule's message.
  var detail: String?

  init(field: String, post: Int = 1, range: SourceRange, excerpt: [UInt8] = [], detail: String? = nil) {
    self.field = field
    self.post = post
    self.range = range
    self.excerpt = excerpt
    self.detail = detail
  }
}

/// What a built-in check may look at.
struct CheckInput {
  var draft: Draft
  var organisation: Organisation
  /// The time the answer is for.
  var now: Timestamp
}

extension BuiltinCheck {
  /// Where the check finds something.
  func hits(in input: CheckInput) -> [CheckHit] { [] }
}

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
  /// Whether the excerpt is an identifier, which is masked where it could be read by everyone.
  var isIdentifier = false

  init(field: String, post: Int = 1, range: SourceRange, excerpt: [UInt8] = [], detail: String? = nil) {
    self.field = field
    self.post = post
    self.range = range
    self.excerpt = excerpt
    self.detail = detail
  }
}

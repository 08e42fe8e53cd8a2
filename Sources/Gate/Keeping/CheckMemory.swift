internal import Changes
internal import Drafts
internal import Policy
internal import YAML

/// What one check of a whole repository found, for the next one.
///
/// It saves judging what has not changed, and nothing else: an answer is taken over only while the draft and every file
/// that was looked at for it are the same and the time at which it would be another has not come. Of the draft itself
/// it holds places, and no word.
struct CheckMemory {
  /// The answer about one draft.
  struct Answer {
    /// The draft's path.
    let path: RepositoryPath
    /// Its content.
    let id: ObjectID
    /// How many bytes it has.
    let size: Int
    /// When it was judged.
    let time: Timestamp
    /// Until when the answer stays what it is.
    let until: Timestamp
    /// The other files that were looked at, and what was there.
    let others: [Other]
    /// What fired.
    let findings: [KeptFinding]
  }

  /// A file that was looked at besides the draft; without an id where there was none.
  struct Other {
    let path: RepositoryPath
    let id: ObjectID?
  }

  /// The answers, in byte order of the paths.
  var answers: [Answer] = []
}

/// A finding without the words it is about.
struct KeptFinding {
  /// What is kept of an excerpt: where its bytes stand in the file.
  struct Quote {
    let bytes: Range<Int>
    let highlight: Range<Int>
    let identifiers: [Range<Int>]
  }

  let rule: String
  let severity: Severity
  let roles: [String]
  let field: String
  let post: Int
  let range: SourceRange
  let quote: Quote
  /// What stands before the message of the rule, and after it.
  let detail: (before: String, after: String)
  let because: [(wordClass: String, range: SourceRange)]

  /// What can be kept of a finding; nil where it could not be put together again from the rule and the file, or where
  /// something that was recognised would be written down.
  init?(_ finding: Finding, rule: Rule, in file: [UInt8], identifiers: [[UInt8]]) {
    let quoted = finding.excerpt.bytes
    guard
      let start = Self.place(of: quoted, near: finding.range.start.byte - finding.excerpt.highlight.lowerBound, file),
      finding.level == rule.level, finding.remedy == rule.remedy, finding.authority == rule.authority,
      let detail = Self.split(finding.message, around: rule.message)
    else { return nil }
    let said = Array((detail.before + " " + detail.after).utf8)
    guard !identifiers.contains(where: { Self.says($0, in: said) }) else { return nil }
    self.rule = finding.rule
    severity = finding.severity
    roles = finding.roles
    field = finding.field
    post = finding.post
    range = finding.range
    quote = Quote(
      bytes: start..<start + quoted.count, highlight: finding.excerpt.highlight,
      identifiers: finding.excerpt.identifiers)
    self.detail = detail
    because = finding.because.map { ($0.wordClass, $0.range) }
  }

  init(
    rule: String, severity: Severity, roles: [String], field: String, post: Int, range: SourceRange, quote: Quote,
    detail: (before: String, after: String), because: [(wordClass: String, range: SourceRange)]
  ) {
    self.rule = rule
    self.severity = severity
    self.roles = roles
    self.field = field
    self.post = post
    self.range = range
    self.quote = quote
    self.detail = detail
    self.because = because
  }

  /// The finding again, from the rule and the file; nil where they do not fit it.
  func finding(_ rule: Rule, in file: [UInt8]) -> Finding? {
    guard quote.bytes.upperBound <= file.count else { return nil }
    return Finding(
      rule: self.rule, severity: severity, roles: roles, level: rule.level, field: field, post: post, range: range,
      excerpt: Excerpt(
        bytes: Array(file[quote.bytes]), highlight: quote.highlight, identifiers: quote.identifiers),
      message: detail.before + rule.message + detail.after, remedy: rule.remedy, authority: rule.authority,
      because: because.map { Finding.Because(wordClass: $0.wordClass, range: $0.range) })
  }

  /// Where some bytes stand in others: where they are thought to be, or else anywhere.
  private static func place(of part: [UInt8], near guess: Int, _ whole: [UInt8]) -> Int? {
    guard let first = part.first else { return 0 }
    func stands(at start: Int) -> Bool { whole[start..<start + part.count].elementsEqual(part) }
    let last = whole.count - part.count
    guard last >= 0 else { return nil }
    if (0...last).contains(guess), stands(at: guess) { return guess }
    return (0...last).first { whole[$0] == first && stands(at: $0) }
  }

  /// Whether some words stand in a text, as words of their own.
  private static func says(_ words: [UInt8], in text: [UInt8]) -> Bool {
    guard !words.isEmpty, words.count <= text.count else { return false }
    func joins(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || 0x30...0x39 ~= byte
    }
    return (0...(text.count - words.count)).contains { start in
      let end = start + words.count
      return text[start..<end].elementsEqual(words) && (start == 0 || !joins(text[start - 1]))
        && (end == text.count || !joins(text[end]))
    }
  }

  private static func split(_ message: String, around text: String) -> (before: String, after: String)? {
    let bytes = Array(message.utf8)
    let text = Array(text.utf8)
    guard !text.isEmpty, let start = place(of: text, near: 0, bytes) else { return nil }
    return (
      String(decoding: bytes[..<start], as: UTF8.self), String(decoding: bytes[(start + text.count)...], as: UTF8.self)
    )
  }
}

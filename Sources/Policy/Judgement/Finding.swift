public import YAML

/// One rule that fires at one place.
public struct Finding: Sendable {
  /// The rule's id.
  public var rule: String
  /// What it stops, as raised by the organisation.
  public var severity: Severity
  /// Who must sign because of it.
  public var roles: [String]
  /// The level of its rule.
  public var level: Level
  /// Which part of the draft, as reports name it.
  public var field: String
  /// The number of the post, from 1.
  public var post: Int
  /// Where in the file.
  public var range: SourceRange
  /// What the rule fired on, with the text around it.
  public var excerpt: Excerpt
  /// What was seen and why it is not allowed.
  public var message: String
  /// What to do.
  public var remedy: String
  /// What the rule rests on.
  public var authority: [String]
  /// The classes and entities the match was made of.
  public var because: [Because]

  /// One of them.
  public struct Because: Sendable {
    /// The name of the class, or of the kind of entity.
    public var wordClass: String
    /// Where it stands.
    public var range: SourceRange

    /// A class or entity and its place.
    public init(wordClass: String, range: SourceRange) {
      self.wordClass = wordClass
      self.range = range
    }
  }

  /// A finding of these parts.
  public init(
    rule: String, severity: Severity, roles: [String], level: Level, field: String, post: Int, range: SourceRange,
    excerpt: Excerpt, message: String, remedy: String, authority: [String], because: [Because]
  ) {
    self.rule = rule
    self.severity = severity
    self.roles = roles
    self.level = level
    self.field = field
    self.post = post
    self.range = range
    self.excerpt = excerpt
    self.message = message
    self.remedy = remedy
    self.authority = authority
    self.because = because
  }
}

/// A piece of text with the part that matters, and what must not be printed everywhere.
public struct Excerpt: Sendable, Equatable {
  /// A sentence or line, in UTF-8.
  public var bytes: [UInt8]
  /// The part the finding is about.
  public var highlight: Range<Int>
  /// Identifiers: masked unless the reader asked for them on a terminal.
  public var identifiers: [Range<Int>]

  /// Creates an excerpt.
  public init(bytes: [UInt8], highlight: Range<Int>, identifiers: [Range<Int>]) {
    self.bytes = bytes
    self.highlight = highlight
    self.identifiers = identifiers
  }

  /// The highlighted part, with identifiers masked unless `revealed`.
  public func highlighted(revealed: Bool) -> [UInt8] {
    if revealed { return Array(bytes[highlight]) }
    return masked(in: highlight)
  }

  /// The whole text, with identifiers masked unless `revealed`.
  ///
  /// A masked character is a `•` as wide as what it hides is long: underlining still fits.
  public func text(revealed: Bool) -> [UInt8] {
    revealed ? bytes : masked(in: 0..<bytes.count)
  }

  private func masked(in range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    for index in range {
      let byte = bytes[index]
      guard identifiers.contains(where: { $0.contains(index) }) else {
        out.append(byte)
        continue
      }
      // One bullet for each character, none for the bytes that continue one.
      if byte & 0xC0 != 0x80 { out.append(contentsOf: byte == 0x20 ? [0x20] : Array("•".utf8)) }
    }
    return out
  }
}

/// What may happen to a draft.
public enum Verdict: String, Sendable, CaseIterable {
  /// Only editing it helps.
  case blocked
  /// Named roles must sign.
  case needsApproval = "needs-approval"
  /// Everyone who must sign has signed.
  case approved
  /// No rule fired; a second person is still needed.
  case clear
  /// It could not be read.
  case unreadable
}

/// What the rules say about one draft.
public struct Assessment: Sendable {
  /// What follows from the findings, before any approval.
  public var verdict: Verdict
  /// Who must sign, in byte order.
  public var roles: [String]
  /// In the order of the file.
  public var findings: [Finding]
  /// Everything recognised, for `--trace`.
  public var entities: [LocatedEntity]
  /// Whom the draft talks about, where that was asked for.
  public var individuals: [LocatedIndividual] = []

  /// A recognised entity and its place in the file.
  public struct LocatedEntity: Sendable {
    /// What it is.
    public var kind: EntityKind
    /// Where it stands in the file.
    public var range: SourceRange
    /// Whether it is the organisation's own, or named in the draft.
    public var isAllowed: Bool
  }
}

extension Assessment {
  /// What follows from findings alone, in the order of the file.
  public init(findings: [Finding]) {
    self.init(
      verdict: Checker.verdict(findings), roles: Set(findings.flatMap(\.roles)).sorted(), findings: findings,
      entities: [])
  }
}

public import Changes
public import Drafts
public import Media
public import YAML

/// How much weight a finding has.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Printed, stops nothing.
  case advise
  /// The named roles must sign.
  case approve
  /// Only editing the draft clears it.
  case block

  /// Orders from the least to the most strict.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .advise: 0
    case .approve: 1
    case .block: 2
    }
  }
}

/// Where the top of a rule's condition is looked for.
public enum Level: String, Sendable, CaseIterable {
  case word, sentence, post, thread, field, media
}

/// One rule of the policy, as its file says it.
public struct Rule: Sendable {
  /// `<group>/<name>`, the last two parts of the file's path.
  public var id: String
  /// The pack it belongs to: `core`, `us`, `uk`, …, or `local` for an organisation's own.
  public var pack: String
  /// How much weight its findings have, before an organisation raises it.
  public var severity: Severity
  /// Who must sign, for `approve`.
  public var roles: [String]
  /// Where its condition is looked for.
  public var level: Level
  /// What it is about, in one line.
  public var summary: String
  /// The laws, codes and policies it rests on.
  public var authority: [String]
  /// What was seen and why it is not allowed.
  public var message: String
  /// What to do instead.
  public var remedy: String
  /// More on why, for `explain`.
  public var rationale: String?
  /// The date (`YYYY-MM-DD`) it is in force from.
  public var since: String
  /// The date (`YYYY-MM-DD`) by which somebody looks at it again.
  public var reviewBy: String
  /// Its own tests.
  public var examples: Examples
  /// The file it was read from.
  public var path: String

  /// Whether a claim with its evidence, declared in the draft, answers a finding.
  public var isAnsweredByClaims = false

  var circumstances: Circumstances
  var subject: Subject
  var guards: [Pattern]

  /// What the rule looks at.
  enum Subject: Sendable {
    case words(Condition<Pattern>)
    case check(BuiltinCheck)
  }

  /// The group, the part of the id before the slash.
  public var group: String { String(id.prefix { $0 != "/" }) }
}

/// A rule's own tests.
public struct Examples: Sendable {
  /// Each must fire; with marks, exactly there.
  public var flag: [Example]
  /// None may fire.
  public var pass: [Example]
}

/// One example: a text, what it answers, and what the draft declares.
public struct Example: Sendable {
  /// The post; in `flag`, marks show what must be found.
  public var text: String
  /// The thread it answers, oldest first.
  public var parent: [String]
  /// Front matter, as YAML lines.
  public var declared: String
  /// Whether it is a file without any front matter.
  public var isBare = false
  /// The register of consents, where the example is about one.
  public var consents: Consents? = nil
  /// Since when the organisation holds everything back, where the example is about that.
  public var hold: Timestamp? = nil
  /// What its attached files carry, where the example is about them.
  public var files: [RepositoryPath: MediaInspection]? = nil
  /// Where it is written.
  public var range: SourceRange
}

/// What a condition is made of.
indirect enum Condition<Leaf: Sendable>: Sendable {
  case leaf(Leaf)
  case any([Condition])
  case all([Condition])
  case none([Condition])
  case count(atLeast: Int, of: [Condition])
  case within(Scope, Condition)
  /// What the draft declares, instead of what it says.
  case declared(Circumstances)
  case individual(IndividualQuestion)

  /// Where the inner condition is looked for, instead of the rule's level.
  enum Scope: String, Sendable, CaseIterable {
    case sentence, near, post, thread, earlier
  }

  /// The same condition with other leaves.
  func map<New: Sendable>(_ transform: (Leaf) -> New) -> Condition<New> {
    switch self {
    case .leaf(let leaf): .leaf(transform(leaf))
    case .any(let parts): .any(parts.map { $0.map(transform) })
    case .all(let parts): .all(parts.map { $0.map(transform) })
    case .none(let parts): .none(parts.map { $0.map(transform) })
    case .count(let atLeast, let parts): .count(atLeast: atLeast, of: parts.map { $0.map(transform) })
    case .within(let scope, let inner):
      .within(Condition<New>.Scope(rawValue: scope.rawValue) ?? .post, inner.map(transform))
    case .declared(let circumstances): .declared(circumstances)
    case .individual(let question): .individual(question)
    }
  }

  /// Every leaf.
  var leaves: [Leaf] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .any(let parts), .all(let parts), .none(let parts), .count(_, let parts): parts.flatMap(\.leaves)
    case .within(_, let inner): inner.leaves
    case .declared: []
    case .individual: []
    }
  }

  /// The leaves of which at least one must match for the condition to hold; empty where it can hold without any.
  ///
  /// `introducing` are those without which nobody is talked about.
  func triggers(introducing: [Leaf]) -> [Leaf] {
    func triggers(_ part: Condition) -> [Leaf] { part.triggers(introducing: introducing) }
    switch self {
    case .leaf(let leaf): return [leaf]
    case .any(let parts), .count(_, let parts):
      return parts.contains { triggers($0).isEmpty } ? [] : parts.flatMap(triggers)
    case .all(let parts): return parts.map(triggers).filter { !$0.isEmpty }.min { $0.count < $1.count } ?? []
    case .none, .declared: return []
    case .within(_, let inner): return triggers(inner)
    case .individual: return introducing
    }
  }

  /// How many leaves there are of which at least one must match in a sentence for the condition to hold of that sentence;
  /// 0 where it can hold of one without any: what is asked of a wider place can be anywhere in it.
  var anchorCount: Int {
    switch self {
    case .leaf: return 1
    case .any(let parts), .count(_, let parts):
      var sum = 0
      for part in parts {
        let count = part.anchorCount
        if count == 0 { return 0 }
        sum += count
      }
      return sum
    case .all(let parts):
      return parts.reduce(0) { least, part in
        let count = part.anchorCount
        return count > 0 && (least == 0 || count < least) ? count : least
      }
    case .none, .declared, .individual: return 0
    case .within(let scope, let inner): return scope == .sentence ? inner.anchorCount : 0
    }
  }

  /// Hands over each of these leaves, without making a list of them.
  func forEachAnchor(_ body: (Leaf) -> Void) {
    let count = anchorCount
    guard count > 0 else { return }
    switch self {
    case .leaf(let leaf): body(leaf)
    case .any(let parts), .count(_, let parts):
      for part in parts { part.forEachAnchor(body) }
    case .all(let parts): parts.first { $0.anchorCount == count }?.forEachAnchor(body)
    case .within(_, let inner): inner.forEachAnchor(body)
    case .none, .declared, .individual: return
    }
  }
}

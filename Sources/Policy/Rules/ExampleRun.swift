internal import Changes
internal import Drafts
public import YAML

/// Runs the examples that rules carry.
public struct ExampleRun: Sendable {
  /// An example that did not do what its rule says.
  public struct Failure: Sendable {
    /// The rule's id.
    public var rule: String
    /// The rule's file.
    public var path: String
    /// The example's place in it.
    public var range: SourceRange
    /// What happened instead.
    public var message: String
    /// The example.
    public var text: String
  }

  /// How many examples were run.
  public private(set) var count = 0
  /// What went wrong, in the order of the rules.
  public private(set) var failures: [Failure] = []

  /// Runs every example of every rule, or only of those named.
  public init(_ ruleSet: RuleSet, only: Set<String> = []) throws(PolicyErrors) {
    let checker = try Checker(ruleSet: ruleSet, organisation: .standard, directory: Directory())
    for rule in ruleSet.rules where only.isEmpty || only.contains(rule.id) {
      for example in rule.examples.flag { run(example, of: rule, fires: true, try Self.checker(checker, example)) }
      for example in rule.examples.pass { run(example, of: rule, fires: false, try Self.checker(checker, example)) }
    }
  }

  /// The checker that knows the circumstances of an example, where it brings some.
  private static func checker(_ checker: Checker, _ example: Example) throws(PolicyErrors) -> Checker {
    guard example.consents != nil || example.hold != nil else { return checker }
    var organisation = Organisation.standard
    organisation.hold = example.hold
    return try Checker(
      ruleSet: checker.ruleSet, organisation: organisation, directory: Directory(), consents: example.consents)
  }

  private mutating func run(_ example: Example, of rule: Rule, fires: Bool, _ checker: Checker) {
    count += 1
    let marked = MarkedExample(example.text)
    func fail(_ message: String) {
      failures.append(
        Failure(rule: rule.id, path: rule.path, range: example.range, message: message, text: example.text))
    }
    let file = ExampleDraft(example, text: marked.text)
    let draft: Draft
    do {
      draft = try Draft.parse(bytes: Array(file.text.utf8), path: "example.md")
    } catch {
      return fail("the example's declarations cannot be read: \(error.problems.map(\.message).joined(separator: "; "))")
    }
    // A fixed day: examples about dates say their own.
    let findings = checker.assess(
      draft, inspections: example.files, now: Timestamp(secondsSince1970: 1_795_392_000)
    ).findings.filter { $0.rule == rule.id }
    if !fires {
      guard let finding = findings.first else { return }
      return fail(
        "must not fire, but did on “\(String(decoding: finding.excerpt.highlighted(revealed: true), as: UTF8.self))”")
    }
    guard !findings.isEmpty else { return fail("must fire, but did not") }
    for wanted in marked.marks {
      let bytes = (file.bodyStart + wanted.lowerBound)..<(file.bodyStart + wanted.upperBound)
      if !findings.contains(where: { $0.range.start.byte == bytes.lowerBound && $0.range.end.byte == bytes.upperBound })
      {
        let got = findings.map { "“" + String(decoding: $0.excerpt.highlighted(revealed: true), as: UTF8.self) + "”" }
        fail("must fire between the marks, but fired on \(got.joined(separator: ", "))")
      }
    }
  }
}

/// An example's text without its marks, and the byte ranges they enclose.
struct MarkedExample {
  private(set) var text = ""
  private(set) var marks: [Range<Int>] = []

  init(_ marked: String) {
    var start: Int?
    for character in marked.unicodeScalars {
      switch character {
      case "↓": start = text.utf8.count
      case "↑":
        if let from = start { marks.append(from..<text.utf8.count) }
        start = nil
      default: text.unicodeScalars.append(character)
      }
    }
  }
}

/// An example as the file of a draft.
struct ExampleDraft {
  private(set) var text: String
  /// The byte at which the body starts.
  private(set) var bodyStart: Int

  init(_ example: Example, text body: String) {
    guard !example.isBare else {
      text = body + "\n"
      bodyStart = 0
      return
    }
    var lines = ["---"]
    let declared = Set(
      example.declared.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) })
    let standard = [("author", "someone"), ("channels", "[facebook]"), ("about", "none"), ("account", "organization")]
    for (key, value) in standard where !declared.contains(key) { lines.append("\(key): \(value)") }
    if !example.declared.isEmpty { lines.append(example.declared) }
    if !example.parent.isEmpty {
      lines.append("inReplyTo:\n  text:")
      for post in example.parent { lines.append("    - \"\(Self.escaped(post))\"") }
    }
    lines.append("---\n")
    text = lines.joined(separator: "\n")
    bodyStart = text.utf8.count
    text += body + "\n"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

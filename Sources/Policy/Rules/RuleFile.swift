internal import Drafts
internal import YAML

/// Reads one rule file.
struct RuleFile {
  private static let keys = [
    "id", "severity", "roles", "level", "summary", "authority", "message", "remedy", "rationale", "since", "reviewBy",
    "when", "match", "check", "with", "unless", "examples", "answeredBy",
  ]

  /// The rule a file holds.
  ///
  /// `path` is `<pack>/<group>/<name>.yaml`.
  static func rule(_ node: YAMLNode, path: String) throws(PolicyError) -> Rule {
    do {
      return try read(node, path: path)
    } catch {
      throw PolicyError(path: path, error)
    }
  }

  private static func read(_ node: YAMLNode, path: String) throws(YAMLError) -> Rule {
    let mapping = try node.mapping(keys: keys, expected: "a rule: a mapping that starts with `id:`")
    let id = try mapping.required("id").string()
    let parts = path.split(separator: "/").map(String.init)
    let expected = parts.suffix(2).joined(separator: "/").dropLast(".yaml".utf8.count)
    guard parts.count >= 3, id == expected else {
      throw YAMLError(
        .badValue("the id “\(id)” does not fit the file, which makes it “\(expected)”"),
        at: try mapping.required("id").range)
    }
    let severity: Severity = try choice(mapping.required("severity"))
    let roles = try mapping["roles"]?.strings() ?? []
    if (severity == .approve) == roles.isEmpty {
      throw YAMLError(
        .badValue(
          severity == .approve
            ? "a rule with severity approve names the roles that must sign, like `roles: [privacy-officer]`"
            : "only a rule with severity approve has roles"), at: try mapping.required("severity").range)
    }
    return Rule(
      id: id, pack: parts[parts.count - 3], severity: severity, roles: roles,
      level: try choice(mapping.required("level")),
      summary: try mapping.required("summary").string(),
      authority: try mapping.required("authority").oneOrManyStrings(),
      message: try mapping.required("message").string(),
      remedy: try mapping.required("remedy").string(),
      rationale: try mapping["rationale"]?.string(),
      since: try date(mapping.required("since")), reviewBy: try date(mapping.required("reviewBy")),
      examples: try examples(mapping.required("examples")), path: path,
      isAnsweredByClaims: try claims(mapping["answeredBy"], severity),
      circumstances: try mapping["when"].map { node throws(YAMLError) in try Circumstances(node) } ?? Circumstances(),
      subject: try subject(mapping), guards: try guards(mapping["unless"]))
  }

  private static func choice<Value: RawRepresentable & CaseIterable>(_ node: YAMLNode) throws(YAMLError) -> Value
  where Value.RawValue == String {
    let text = try node.string()
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue)
    throw YAMLError(.badValue("“\(text)” is not one of \(known.joined(separator: ", "))"), at: node.range)
  }

  /// A date as `YYYY-MM-DD`, kept as text: dates in this form sort as they should.
  private static func date(_ node: YAMLNode) throws(YAMLError) -> String {
    let text = try node.string(expected: "a date such as 2026-11-23")
    let bytes = Array(text.utf8)
    let shape = bytes.map { $0 >= 0x30 && $0 <= 0x39 ? UInt8(ascii: "0") : $0 }
    guard shape.elementsEqual("0000-00-00".utf8) else {
      throw YAMLError(.badValue("a date is written like 2026-11-23"), at: node.range)
    }
    return text
  }

  private static func subject(_ mapping: YAMLMapping) throws(YAMLError) -> Rule.Subject {
    switch (mapping["match"], mapping["check"]) {
    case (let match?, nil): return .words(try ConditionReader.condition(match))
    case (nil, let check?): return .check(try BuiltinCheck(name: check, with: mapping["with"]))
    default:
      throw YAMLError(.badValue("a rule has either `match:` or `check:`"), at: mapping.range)
    }
  }

  private static func claims(_ node: YAMLNode?, _ severity: Severity) throws(YAMLError) -> Bool {
    guard let node else { return false }
    guard try node.string() == "claims" else {
      throw YAMLError(.badValue("what can answer a finding is `claims`"), at: node.range)
    }
    guard severity != .block else {
      throw YAMLError(.badValue("nothing answers a block; only editing clears it"), at: node.range)
    }
    return true
  }

  private static func guards(_ node: YAMLNode?) throws(YAMLError) -> [Pattern] {
    var guards: [Pattern] = []
    for item in node?.oneOrMany ?? [] { guards.append(try PatternReader.pattern(item)) }
    return guards
  }

  private static func examples(_ node: YAMLNode) throws(YAMLError) -> Examples {
    let mapping = try node.mapping(keys: ["flag", "pass"])
    let examples = Examples(
      flag: try list(mapping.required("flag")), pass: try list(mapping.required("pass")))
    guard !examples.flag.isEmpty, !examples.pass.isEmpty else {
      throw YAMLError(.badValue("a rule has at least one example that fires and one that does not"), at: node.range)
    }
    return examples
  }

  private static func list(_ node: YAMLNode) throws(YAMLError) -> [Example] {
    var examples: [Example] = []
    for item in try node.sequence(expected: "a list of examples") {
      guard case .mapping = item.content else {
        examples.append(Example(text: try item.string(), parent: [], declared: "", range: item.range))
        continue
      }
      let mapping = try item.mapping(keys: ["text", "parent", "draft", "consents", "hold", "files"])
      let isBare = mapping["draft"].map { $0.content == .scalar(text: "none", style: .plain) } ?? false
      examples.append(
        Example(
          text: try mapping.required("text").string(), parent: try mapping["parent"]?.oneOrManyStrings() ?? [],
          declared: isBare
            ? "" : try mapping["draft"].map { node throws(YAMLError) in FlowWriter.text(try node.mapping()) } ?? "",
          isBare: isBare,
          consents: try mapping["consents"].map { node throws(YAMLError) in try Consents(parsing: node) },
          hold: try mapping["hold"]?.moment(),
          files: try mapping["files"].map { node throws(YAMLError) in try MediaExample.files(node) },
          range: item.range))
    }
    return examples
  }
}

/// Reads `match:`.
enum ConditionReader {
  static func condition(_ node: YAMLNode) throws(YAMLError) -> Condition<Pattern> {
    switch node.content {
    case .sequence: return .any(try conditions(node))
    case .mapping: return try composed(node)
    default: return .leaf(try PatternReader.pattern(node))
    }
  }

  private static func conditions(_ node: YAMLNode) throws(YAMLError) -> [Condition<Pattern>] {
    var parts: [Condition<Pattern>] = []
    for item in node.oneOrMany { parts.append(try condition(item)) }
    guard !parts.isEmpty else { throw YAMLError(.badValue("the list is empty"), at: node.range) }
    return parts
  }

  private static func composed(_ node: YAMLNode) throws(YAMLError) -> Condition<Pattern> {
    let mapping = try node.mapping(keys: [
      "any", "all", "none", "count", "sentence", "near", "post", "thread", "earlier", "declared", "individual",
    ])
    guard mapping.entries.count == 1, let entry = mapping.entries.first else {
      throw YAMLError(
        .badValue(
          "one of any, all, none, count, sentence, near, post, thread, earlier, declared, individual; put several into `all: [ … ]`"
        ), at: node.range)
    }
    switch entry.key {
    case "any": return .any(try conditions(entry.value))
    case "all": return .all(try conditions(entry.value))
    case "none": return .none(try conditions(entry.value))
    case "individual": return .individual(try IndividualQuestion(entry.value))
    case "count":
      let count = try entry.value.mapping(keys: ["atLeast", "of"])
      let least = try count.required("atLeast").int()
      let parts = try conditions(count.required("of"))
      guard least >= 1, least <= parts.count else {
        throw YAMLError(
          .badValue("atLeast is from 1 to \(parts.count), the number of entries under `of`"), at: entry.value.range)
      }
      return .count(atLeast: least, of: parts)
    case "declared": return .declared(try Circumstances(entry.value))
    default:
      guard let scope = Condition<Pattern>.Scope(rawValue: entry.key) else {
        throw YAMLError(.badValue("unknown scope"), at: entry.keyRange)
      }
      return .within(scope, try condition(entry.value))
    }
  }
}

/// Writes the declarations of an example back as front matter, one key a line.
enum FlowWriter {
  static func text(_ mapping: YAMLMapping) -> String {
    mapping.entries.map { "\($0.key): \(flow($0.value))\n" }.joined()
  }

  private static func flow(_ node: YAMLNode) -> String {
    switch node.content {
    case .sequence(let items): return "[" + items.map(flow).joined(separator: ", ") + "]"
    case .mapping(let mapping):
      return "{" + mapping.entries.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + "}"
    default:
      guard let text = try? node.string() else { return "null" }
      if !node.isQuoted { return text }
      return "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : $0 == "\n" ? ["\\", "n"] : [$0] } + "\""
    }
  }
}

internal import YAML

/// The rules and word classes in force, compiled so that one pass over a text tries them all.
public struct RuleSet: Sendable {
  /// A file of the policy: its path below the rules folder and its text.
  public typealias File = (path: String, text: String)

  /// The packs for languages other than English, which are on with `core`: their rules say for which posts they hold.
  public static let languagePacks: Set<String> = ["es"]

  /// The rules in force, in byte order of their files.
  public let rules: [Rule]
  /// Every rule the engine knows, with those of packs that are off.
  let all: [Rule]
  /// By place in `all`: whether the rule's pack is on.
  let isOn: [Bool]
  /// By place in `all`: whether it applies whatever a draft declares.
  let isAlways: [Bool]
  /// The built-in checks that are on, with the places of their rules in `all`.
  let checks: [(rule: Int, check: BuiltinCheck)]
  let engine: Engine

  init(_ all: [Rule], _ engine: Engine, packs: Set<String>) {
    self.all = all
    self.engine = engine
    let packs = packs.contains("core") ? packs.union(Self.languagePacks) : packs
    let isOn = all.map { packs.contains($0.pack) }
    self.isOn = isOn
    isAlways = all.map(\.circumstances.isAlways)
    checks = all.enumerated().compactMap { index, rule in
      if case .check(let check) = rule.subject, isOn[index] { (index, check) } else { nil }
    }
    rules = zip(all, isOn).filter(\.1).map(\.0)
  }

  /// Loads rule files, of the packs that are on, and the lexicon they use.
  ///
  /// Files that do not end in `.yaml` are passed over. All errors are gathered, so that an author sees every one at once.
  public init(files: [File], packs: Set<String>) throws(PolicyErrors) {
    let packs = packs.contains("core") ? packs.union(Self.languagePacks) : packs
    var errors: [PolicyError] = []
    var classes: [WordClass] = []
    var rules: [Rule] = []
    var individuals: IndividualTable?
    for file in files where file.path.hasSuffix(".yaml") {
      let pack = file.path.prefix { $0 != "/" }
      let isLexicon = pack == "lexicon"
      guard isLexicon || packs.contains(String(pack)) else { continue }
      do {
        let node = try Self.node(file)
        if file.path == IndividualTable.path {
          individuals = try IndividualTable(node)
        } else if isLexicon {
          classes.append(try WordClass(node, path: file.path))
        } else {
          rules.append(try RuleFile.rule(node, path: file.path))
        }
      } catch {
        errors.append(error)
      }
    }
    for (index, rule) in rules.enumerated() {
      if let twin = rules[..<index].first(where: { $0.id == rule.id }) {
        errors.append(PolicyError(path: rule.path, range: nil, message: "the id \(rule.id) is taken by \(twin.path)"))
      }
    }
    let engine: Engine
    do {
      engine = try Engine(rules: rules, classes: classes, individuals: individuals)
    } catch {
      throw PolicyErrors(errors + error.errors)
    }
    guard errors.isEmpty else { throw PolicyErrors(errors) }
    self.init(rules, engine, packs: packs)
  }

  private static func node(_ file: File) throws(PolicyError) -> YAMLNode {
    do {
      return try YAMLNode.parse(Array(file.text.utf8))
    } catch {
      throw PolicyError(path: file.path, error)
    }
  }
}

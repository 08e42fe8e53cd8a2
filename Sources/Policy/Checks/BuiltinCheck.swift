internal import YAML

/// A check that is code rather than a pattern, with the numbers and names its rule file gives it.
struct BuiltinCheck: Sendable {
  var name: CheckName
  /// Numbers by name: limits by channel, for instance.
  var numbers: [String: Int] = [:]
  /// Lists of names by name.
  var lists: [String: [String]] = [:]

  /// Reads `check:` and `with:`.
  init(name node: YAMLNode, with: YAMLNode?) throws(YAMLError) {
    let text = try node.string()
    guard let name = CheckName(rawValue: text) else {
      let known = CheckName.allCases.map(\.rawValue)
      let hint =
        nearestName(to: text, among: known).map { ", did you mean “\($0)”?" }
        ?? "; there are \(known.joined(separator: ", "))"
      throw YAMLError(.badValue("there is no check “\(text)”\(hint)"), at: node.range)
    }
    self.name = name
    for entry in try with?.mapping().entries ?? [] {
      if let problem = name.parameters.problem(with: entry.key, isList: entry.value.isList) {
        throw YAMLError(.badValue("\(name.rawValue) \(problem)"), at: entry.keyRange)
      }
      if entry.value.isList {
        lists[entry.key] = try Self.list(
          entry.value, of: name.parameters.freeLists.contains(entry.key) ? nil : name.parameters.entries)
      } else {
        numbers[entry.key] = try entry.value.int()
      }
    }
    for key in name.parameters.required where numbers[key] == nil && lists[key] == nil {
      throw YAMLError(.badValue("\(name.rawValue) needs “\(key)” under `with:`"), at: with?.range ?? node.range)
    }
  }

  private static func list(_ node: YAMLNode, of known: [String]?) throws(YAMLError) -> [String] {
    for item in try node.sequence() {
      let text = try item.string()
      guard let known, !known.contains(text) else { continue }
      let hint = nearestName(to: text, among: known).map { ", did you mean “\($0)”?" } ?? ""
      throw YAMLError(.badValue("“\(text)” is none of \(known.joined(separator: ", "))\(hint)"), at: item.range)
    }
    return try node.strings()
  }

  /// A list of the rule file; empty where it gives none.
  func list(_ key: String) -> [String] { lists[key] ?? [] }

  /// A number the rule file must give: reading it makes sure of that.
  func number(_ key: String) -> Int { numbers[key] ?? 0 }
}

extension YAMLNode {
  fileprivate var isList: Bool {
    if case .sequence = content { return true }
    return false
  }
}

internal import Changes
internal import Media
internal import YAML

/// Reads what the attached files of an example carry.
enum MediaExample {
  /// `{ media/ward.jpg: { is: jpeg, facts: [gps-position], text: …, gap: truncated } }`, each part optional.
  static func files(_ node: YAMLNode) throws(YAMLError) -> [RepositoryPath: MediaInspection] {
    var files: [RepositoryPath: MediaInspection] = [:]
    for entry in try node.mapping().entries {
      guard let path = RepositoryPath(entry.key) else {
        throw YAMLError(.badValue("a file is named by its path, such as media/ward.jpg"), at: entry.keyRange)
      }
      let mapping = try entry.value.mapping(keys: ["is", "facts", "text", "gap"])
      let text = Array((try mapping["text"]?.string() ?? "").utf8)
      var inspection = MediaInspection(container: nil)
      inspection.container = try mapping["is"].map { node throws(YAMLError) in try choice(node) }
      inspection.gap = try mapping["gap"].map { node throws(YAMLError) in try choice(node) }
      for fact in try mapping["facts"]?.sequence() ?? [] {
        inspection.facts.append(MediaFact(try choice(fact), text: text))
      }
      files[path] = inspection
    }
    return files
  }

  private static func choice<Value: RawRepresentable & CaseIterable>(_ node: YAMLNode) throws(YAMLError) -> Value
  where Value.RawValue == String {
    let text = try node.string()
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw YAMLError(.badValue("“\(text)” is not one of \(known)"), at: node.range)
  }
}

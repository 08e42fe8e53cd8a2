internal import YAML

extension Condition {
  /// Whether it asks about individuals.
  var asksForIndividuals: Bool {
    switch self {
    case .leaf, .declared: false
    case .any(let parts), .all(let parts), .none(let parts), .count(_, let parts):
      parts.contains { $0.asksForIndividuals }
    case .within(_, let inner): inner.asksForIndividuals
    case .individual: true
    }
  }

  /// The same condition with the kinds of fact looked up that its questions name.
  func resolved(with attributes: [String]) throws(YAMLError) -> Condition {
    func resolved(_ parts: [Condition]) throws(YAMLError) -> [Condition] {
      var all: [Condition] = []
      for part in parts { all.append(try part.resolved(with: attributes)) }
      return all
    }
    switch self {
    case .leaf, .declared: return self
    case .any(let parts): return .any(try resolved(parts))
    case .all(let parts): return .all(try resolved(parts))
    case .none(let parts): return .none(try resolved(parts))
    case .count(let atLeast, let parts): return .count(atLeast: atLeast, of: try resolved(parts))
    case .within(let scope, let inner): return .within(scope, try inner.resolved(with: attributes))
    case .individual(let question): return .individual(try question.resolved(with: attributes))
    }
  }
}

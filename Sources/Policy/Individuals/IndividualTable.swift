internal import YAML

/// `lexicon/individuals.yaml`: which words speak of people, and which tell something of them.
struct IndividualTable: Sendable {
  /// Its place below the rules folder.
  static let path = "lexicon/individuals.yaml"

  private static let keys = [
    "summary", "people", "pronouns", "gender", "facts", "care", "ridicule", "turns", "frames", "notices", "equates",
    "determiners", "scene",
  ]

  /// The names of the kinds of fact, in the order of the file.
  private(set) var attributes: [String] = []
  /// The kinds that hold for everybody in the thread where they are told of nobody.
  private(set) var scene: AttributeSet = []
  /// Every pattern with the part it plays, in the order of the file.
  private(set) var entries: [(pattern: Pattern, part: IndividualCues.Part)] = []

  init(_ node: YAMLNode) throws(PolicyError) {
    do {
      let mapping = try node.mapping(keys: Self.keys, expected: "the table of individuals")
      try readKinds(mapping["people"]) { .person($0) }
      try readGenders(mapping["pronouns"]) { .pronoun($0) }
      try readGenders(mapping["gender"]) { .gender($0) }
      try readFacts(mapping["facts"])
      try readScene(mapping["scene"])
      try add(mapping["care"], .care)
      try add(mapping["ridicule"], .ridicule)
      try readKinds(mapping["turns"]) { .turns($0) }
      try readKinds(mapping["frames"]) { .frame($0) }
      try add(mapping["notices"], .notice)
      try add(mapping["equates"], .equates)
      let determiners = try mapping["determiners"]?.mapping(keys: ["new", "own"])
      try add(determiners?["new"], .startsNew)
      try add(determiners?["own"], .startsOwn)
    } catch {
      throw PolicyError(path: Self.path, error)
    }
  }

  private mutating func add(_ node: YAMLNode?, _ part: IndividualCues.Part) throws(YAMLError) {
    for item in node?.oneOrMany ?? [] { entries.append((try PatternReader.pattern(item), part)) }
  }

  private mutating func readKinds(
    _ node: YAMLNode?, _ part: (Individual.Kind) -> IndividualCues.Part
  ) throws(YAMLError) {
    guard let node else { return }
    for entry in try node.mapping(keys: Individual.Kind.allCases.map(\.rawValue)).entries {
      guard let kind = Individual.Kind(rawValue: entry.key) else { continue }
      try add(entry.value, part(kind))
    }
  }

  private mutating func readGenders(
    _ node: YAMLNode?, _ part: (Individual.Gender) -> IndividualCues.Part
  ) throws(YAMLError) {
    let mapping = try node?.mapping(keys: ["female", "male"])
    try add(mapping?["female"], part(.female))
    try add(mapping?["male"], part(.male))
  }

  private mutating func readFacts(_ node: YAMLNode?) throws(YAMLError) {
    for entry in try node?.mapping().entries ?? [] {
      let name = Array(entry.key.utf8)
      guard name.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 == UInt8(ascii: "-") }) else {
        throw YAMLError(.badValue("a kind of fact is named in small letters and hyphens"), at: entry.keyRange)
      }
      guard attributes.count < AttributeSet.capacity else {
        throw YAMLError(.badValue("there are at most \(AttributeSet.capacity) kinds of fact"), at: entry.keyRange)
      }
      attributes.append(entry.key)
      try add(entry.value, .fact(attributes.count - 1))
    }
  }

  private mutating func readScene(_ node: YAMLNode?) throws(YAMLError) {
    for item in node?.oneOrMany ?? [] {
      let name = try item.string()
      guard let attribute = attributes.firstIndex(of: name) else {
        throw YAMLError(.badValue("there is no kind of fact “\(name)” under `facts`"), at: item.range)
      }
      scene.insert(AttributeSet(attribute))
    }
  }
}

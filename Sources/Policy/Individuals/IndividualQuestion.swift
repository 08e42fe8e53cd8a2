internal import YAML

/// What a rule asks about the individuals of a thread: its `individual:`.
struct IndividualQuestion: Sendable {
  /// How many kinds of fact there must be, and which.
  struct Sum: Sendable {
    var atLeast: Int
    /// The kinds that count.
    var of: Kinds
    /// At least one of these is among them; nil where any will do.
    var oneOf: Kinds?

    func holds(for told: AttributeSet) -> Bool {
      let counted = told.intersection(of.set)
      guard counted.count >= atLeast else { return false }
      return oneOf.map { !$0.set.isDisjoint(with: told) } ?? true
    }
  }

  /// Kinds of fact: as they are written until the table is known, and as a set from then on.
  struct Kinds: Sendable {
    var names: [(name: String, range: SourceRange)]
    var set: AttributeSet
    /// Whether every kind is meant.
    var isAll = false

    static let all = Kinds(names: [], set: AttributeSet(rawValue: .max), isAll: true)
  }

  var kinds: Set<Individual.Kind> = Individual.Kind.others
  /// Whether they came in with an earlier post, or with this one; nil where it does not matter.
  var isKnown: Bool?
  /// What is told of them altogether.
  var told: Sum?
  /// What earlier posts tell of them.
  var earlier: Sum?
  /// Facts of these kinds are told here; nil where a mention is enough.
  var added: Kinds?
  var isRidiculed: Bool?
  var isInCare: Bool?
}

extension IndividualQuestion {
  static let keys = ["is", "introduced", "attributes", "earlier", "addedHere", "ridiculed", "inCare"]

  init(_ node: YAMLNode) throws(YAMLError) {
    let mapping = try node.mapping(
      keys: Self.keys, expected: "a mapping such as { is: [cared-for], addedHere: true }")
    if let kinds = mapping["is"] {
      self.kinds = []
      for item in kinds.oneOrMany {
        let name = try item.string()
        guard let kind = Individual.Kind(rawValue: name) else {
          let known = Individual.Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw YAMLError(.badValue("there is no kind of individual “\(name)”; there are \(known)"), at: item.range)
        }
        self.kinds.insert(kind)
      }
    }
    if let introduced = mapping["introduced"] {
      switch try introduced.string() {
      case "earlier": isKnown = true
      case "here": isKnown = false
      default: throw YAMLError(.badValue("`introduced` is earlier or here"), at: introduced.range)
      }
    }
    told = try mapping["attributes"].map { node throws(YAMLError) in try Sum(node) }
    earlier = try mapping["earlier"].map { node throws(YAMLError) in try Sum(node) }
    if let node = mapping["addedHere"] {
      if case .sequence = node.content {
        added = try Kinds(node)
      } else if try node.bool(expected: "true, or a list of kinds of fact") {
        added = .all
      }
    }
    isRidiculed = try mapping["ridiculed"]?.bool()
    isInCare = try mapping["inCare"]?.bool()
  }

  /// The same question with its kinds of fact looked up in the table.
  func resolved(with attributes: [String]) throws(YAMLError) -> IndividualQuestion {
    var resolved = self
    try resolved.told?.resolve(attributes)
    try resolved.earlier?.resolve(attributes)
    try resolved.added?.resolve(attributes)
    return resolved
  }
}

extension IndividualQuestion.Sum {
  init(_ node: YAMLNode) throws(YAMLError) {
    let mapping = try node.mapping(
      keys: ["atLeast", "of", "oneOf"], expected: "a mapping such as { atLeast: 3, oneOf: [place, date] }")
    of = try mapping["of"].map { node throws(YAMLError) in try IndividualQuestion.Kinds(node) } ?? .all
    oneOf = try mapping["oneOf"].map { node throws(YAMLError) in try IndividualQuestion.Kinds(node) }
    atLeast = try mapping["atLeast"]?.int() ?? 1
    guard atLeast >= 1, of.isAll || atLeast <= of.names.count else {
      throw YAMLError(.badValue("atLeast is from 1 to the number of kinds under `of`"), at: node.range)
    }
  }

  fileprivate mutating func resolve(_ attributes: [String]) throws(YAMLError) {
    try of.resolve(attributes)
    try oneOf?.resolve(attributes)
  }
}

extension IndividualQuestion.Kinds {
  init(_ node: YAMLNode) throws(YAMLError) {
    names = []
    set = []
    for item in node.oneOrMany { names.append((try item.string(), item.range)) }
    guard !names.isEmpty else { throw YAMLError(.badValue("the list is empty"), at: node.range) }
  }

  fileprivate mutating func resolve(_ attributes: [String]) throws(YAMLError) {
    for (name, range) in names {
      guard let attribute = attributes.firstIndex(of: name) else {
        let known = attributes.isEmpty ? "no \(IndividualTable.path)" : attributes.joined(separator: ", ")
        throw YAMLError(.badValue("there is no kind of fact “\(name)”; there are \(known)"), at: range)
      }
      set.insert(AttributeSet(attribute))
    }
  }
}

extension IndividualQuestion {
  func write(to writer: inout CompactWriter) {
    writer.write(Individual.Kind.allCases.filter(kinds.contains).map(\.rawValue))
    for flag in [isKnown, isRidiculed, isInCare] { writer.write(flag.map { $0 ? 1 : 0 }) }
    for sum in [told, earlier] {
      writer.write(sum != nil)
      guard let sum else { continue }
      writer.write(sum.atLeast)
      sum.of.write(to: &writer)
      writer.write(sum.oneOf != nil)
      sum.oneOf?.write(to: &writer)
    }
    writer.write(added != nil)
    added?.write(to: &writer)
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    self.init()
    kinds = Set(try reader.texts().compactMap(Individual.Kind.init))
    isKnown = try reader.optional().map { $0 == 1 }
    isRidiculed = try reader.optional().map { $0 == 1 }
    isInCare = try reader.optional().map { $0 == 1 }
    told = try Self.sum(from: &reader)
    earlier = try Self.sum(from: &reader)
    added = try reader.flag() ? try Kinds(from: &reader) : nil
  }

  private static func sum(from reader: inout CompactReader) throws(CompactReader.Malformed) -> Sum? {
    guard try reader.flag() else { return nil }
    return Sum(
      atLeast: try reader.number(), of: try Kinds(from: &reader),
      oneOf: try reader.flag() ? try Kinds(from: &reader) : nil)
  }
}

extension IndividualQuestion.Kinds {
  fileprivate func write(to writer: inout CompactWriter) { writer.write(Int(bitPattern: UInt(set.rawValue))) }

  fileprivate init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    names = []
    set = AttributeSet(rawValue: UInt64(UInt(bitPattern: try reader.number())))
  }
}

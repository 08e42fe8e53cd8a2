public import Drafts
public import YAML

/// The people of a drafts repository, from `people.yaml`.
///
/// ```yaml
/// d.whitfield:
///   name: Dana Whitfield
///   kind: human                      # human (default) or service
///   emails: [dana@clinic.example]
///   roles:
///     - privacy-officer
///     - {role: clinical-lead, from: 2026-01-01, until: 2027-01-01, standIn: true}
/// ```
/// A role without dates is held always; `until` is the first day on which it is not held any more, in UTC.
public struct People: Hashable, Sendable {
  /// Everyone, by id.
  public let byID: [PersonID: Person]
  private let byEmail: [EmailAddress: PersonID]

  /// The people given; of two with the same id or address the later one wins.
  public init(_ people: [Person]) {
    byID = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    byEmail = Dictionary(
      people.flatMap { person in person.emails.map { ($0, person.id) } }, uniquingKeysWith: { $1 })
  }

  /// Reads the root of `people.yaml`.
  ///
  /// - Throws: `YAMLError` with the place of an unknown key, a malformed id, role or date, an address that stands
  ///   twice, or a service account with a role. An empty file is not an error: nobody can approve then.
  public init(parsing root: YAMLNode) throws(YAMLError) {
    var people: [Person] = []
    var owners: Set<EmailAddress> = []
    if !root.isNull {
      for entry in try root.mapping(expected: "a mapping of ids to people").entries {
        let person = try Self.person(entry)
        for (index, email) in person.emails.enumerated() where !owners.insert(email).inserted {
          let place = entry.value.emailNodes[index].range
          throw YAMLError(.badValue("the address stands twice; one address belongs to one person"), at: place)
        }
        people.append(person)
      }
    }
    self.init(people)
  }

  /// The person with an id.
  public subscript(id: PersonID) -> Person? { byID[id] }

  /// The person who commits under an address.
  public func person(withEmail email: EmailAddress) -> PersonID? { byEmail[email] }

  /// The humans who hold a role at an instant, sorted by id.
  public func holders(of role: Role, at instant: Timestamp) -> [PersonID] {
    byID.values.filter { $0.kind == .human && $0.holds(role, at: instant) }.map(\.id).sorted()
  }

  private static func person(_ entry: YAMLEntry) throws(YAMLError) -> Person {
    guard let id = PersonID(entry.key) else {
      throw YAMLError(
        .badValue("not an id: lower-case letters, digits, dots and dashes, at most 64"), at: entry.keyRange)
    }
    let mapping = try entry.value.mapping(keys: ["name", "kind", "emails", "roles"], expected: "a person")
    let name = try mapping.required("name")
    let nameText = try name.string(expected: "a name")
    guard isPlain(nameText) else {
      throw YAMLError(
        .badValue("a name is visible text; control and direction characters are not allowed"), at: name.range)
    }
    var emails: [EmailAddress] = []
    for node in entry.value.emailNodes { emails.append(try email(node)) }
    var assignments: [Person.Assignment] = []
    for node in mapping["roles"]?.oneOrMany ?? [] { assignments.append(try assignment(node)) }
    let kind = try mapping["kind"]?.word(Person.Kind.self) ?? .human
    if kind == .service, let roles = mapping.entry("roles"), !assignments.isEmpty {
      throw YAMLError(.badValue("a service account has no roles; only people sign"), at: roles.keyRange)
    }
    return Person(id: id, name: nameText, kind: kind, emails: emails, assignments: assignments)
  }

  private static func email(_ node: YAMLNode) throws(YAMLError) -> EmailAddress {
    let bytes = try node.trustBytes("an e-mail address")
    let marks = Array("<>,;".utf8)
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !marks.contains($0) })
    else { throw YAMLError(.badValue("not an e-mail address"), at: node.range) }
    return EmailAddress(bytes)
  }

  private static func assignment(_ node: YAMLNode) throws(YAMLError) -> Person.Assignment {
    guard case .mapping = node.content else { return Person.Assignment(role: try node.role()) }
    let mapping = try node.mapping(keys: ["role", "from", "until", "standIn"])
    let assignment = Person.Assignment(
      role: try mapping.required("role").role(), from: try mapping["from"]?.moment(),
      until: try mapping["until"]?.moment(), isStandIn: try mapping["standIn"]?.bool() ?? false)
    if let from = assignment.from, let until = assignment.until, until <= from {
      throw YAMLError(.badValue("the role ends before it begins"), at: node.range)
    }
    return assignment
  }

  /// Whether text shows as what it is: no control, format or unassigned characters.
  private static func isPlain(_ text: String) -> Bool {
    let refused: Set<Unicode.GeneralCategory> = [
      .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate,
    ]
    return !text.isEmpty && text.unicodeScalars.allSatisfy { !refused.contains($0.properties.generalCategory) }
  }
}

extension YAMLNode {
  fileprivate var emailNodes: [YAMLNode] {
    guard case .mapping(let mapping) = content else { return [] }
    return mapping["emails"]?.oneOrMany ?? []
  }
}

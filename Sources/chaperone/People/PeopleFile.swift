import Approvals
import YAML

/// `people.yaml` as text, changed at single places so that comments and everything else stay byte for byte.
///
/// It follows how the file is written: lists in brackets stay in brackets, lists with dashes get another dash. Whether
/// the outcome is what was meant is for the caller to see, by reading it with the parser a gate uses.
struct PeopleFile {
  private(set) var text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  /// Adds somebody new at the end.
  mutating func add(_ person: PersonID, name: String, emails: [String], roles: [String]) {
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    let quoted = name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    var entry = "\(person):\n  name: \"\(String(quoted))\"\n"
    if !emails.isEmpty { entry += "  emails: [\(emails.map { "\"\($0)\"" }.joined(separator: ", "))]\n" }
    if !roles.isEmpty { entry += "  roles:\n" + roles.map { "    - \($0)\n" }.joined() }
    text += Array(entry.utf8)
  }

  /// Adds items to a list of somebody who is there, such as `roles`; whether a way was found.
  mutating func add(_ items: [String], to key: String, of person: PersonID) throws(YAMLError) -> Bool {
    for item in items {
      guard let value = try entry(of: person)?.value, case .mapping(let fields) = value.content else { return false }
      guard let list = fields.entry(key) else {
        insert("\(key): [\(item)]", asFirstKeyOf: value, fields)
        continue
      }
      guard add(item, to: list.value) else { return false }
    }
    return true
  }

  private mutating func add(_ item: String, to list: YAMLNode) -> Bool {
    switch list.content {
    case .sequence(let items):
      guard isBracketed(list) else {
        guard let last = items.last else { return false }
        if case .mapping = last.content, !isBracketed(last) {
          // Where such an item ends is not known to the byte, where the first begins is.
          insert("- \(item)\n" + indent(of: list), at: list.range.start.byte)
        } else {
          insert("\n" + indent(of: list) + "- \(item)", at: endOfLine(from: last.range.end.byte))
        }
        return true
      }
      insert((items.isEmpty ? "" : ", ") + item, at: list.range.end.byte - 1)
      return true
    case .scalar where !list.isNull:
      insert(", \(item)]", at: list.range.end.byte)
      insert("[", at: list.range.start.byte)
      return true
    default: return false
    }
  }

  /// Ends a role somebody holds, on a day that is written `2027-01-31`; whether one was found.
  mutating func end(_ role: Role, of person: PersonID, on day: String) throws(YAMLError) -> Bool {
    var found = false
    while let node = try assignment(of: role, to: person, on: day) {
      found = true
      switch node.content {
      case .scalar:
        replace(node.range, with: "{role: \(role), until: \(day)}")
      case .mapping(let fields):
        if let until = fields.entry("until") {
          replace(until.value.range, with: day)
        } else if isBracketed(node) {
          insert(", until: \(day)", at: node.range.end.byte - 1)
        } else {
          insert("until: \(day)", asFirstKeyOf: node, fields)
        }
      case .sequence: return false
      }
    }
    return found
  }

  /// The first assignment of a role that is not ended by a day.
  private func assignment(of role: Role, to person: PersonID, on day: String) throws(YAMLError) -> YAMLNode? {
    guard let value = try entry(of: person)?.value, case .mapping(let fields) = value.content else { return nil }
    for node in fields["roles"]?.oneOrMany ?? [] {
      switch node.content {
      case .scalar(let text, _) where text.utf8.elementsEqual(role.bytes): return node
      case .mapping(let fields):
        guard try fields["role"]?.string().utf8.elementsEqual(role.bytes) ?? false else { continue }
        let until = try fields["until"]?.string()
        // Days compare as their digits do.
        if let until, !day.utf8.lexicographicallyPrecedes(until.utf8.prefix(10)) { continue }
        return node
      default: continue
      }
    }
    return nil
  }

  private func entry(of person: PersonID) throws(YAMLError) -> YAMLEntry? {
    try YAMLNode.parse(text).mapping().entry(person.description)
  }

  private mutating func insert(_ field: String, asFirstKeyOf node: YAMLNode, _ fields: YAMLMapping) {
    if isBracketed(node) {
      insert(field + (fields.entries.isEmpty ? "" : ", "), at: node.range.start.byte + 1)
    } else if let first = fields.entries.first {
      let column = first.keyRange.start.column - 1
      insert(field + "\n" + String(repeating: " ", count: column), at: first.keyRange.start.byte)
    }
  }

  private func isBracketed(_ node: YAMLNode) -> Bool {
    let start = node.range.start.byte
    return start < text.count && (text[start] == UInt8(ascii: "[") || text[start] == UInt8(ascii: "{"))
  }

  private func indent(of node: YAMLNode) -> String { String(repeating: " ", count: node.range.start.column - 1) }

  private func endOfLine(from byte: Int) -> Int {
    let end = text[byte...].firstIndex { $0 == 0x0A } ?? text.count
    return end > byte && text[end - 1] == 0x0D ? end - 1 : end
  }

  private mutating func insert(_ words: String, at byte: Int) { text.insert(contentsOf: Array(words.utf8), at: byte) }

  private mutating func replace(_ range: SourceRange, with words: String) {
    text.replaceSubrange(range.start.byte..<range.end.byte, with: Array(words.utf8))
  }
}

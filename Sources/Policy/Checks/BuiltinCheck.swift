internal import YAML

/// A check that is code rather than a pattern, with the numbers and names its rule file gives it.
struct BuiltinCheck: Sendable {
  /// The checks there are; `check:` in a rule file names one.
  enum Name: String, Sendable, CaseIterable {
    case textLength = "text-length"
    case unknownChannel = "unknown-channel"
    case altTextMissing = "alt-text-missing"
    case undeclaredAttachment = "undeclared-attachment"
    case requiredField = "required-field"
    case schedule
    case subjectDeclared = "subject-declared"
    case consentMissing = "consent-missing"
  }

  var name: Name
  /// Numbers by name: limits by channel, for instance.
  var numbers: [String: Int] = [:]
  /// Lists of names by name.
  var lists: [String: [String]] = [:]

  /// Reads `check:` and `with:`.
  init(name node: YAMLNode, with: YAMLNode?) throws(YAMLError) {
    let text = try node.string()
    guard let name = Name(rawValue: text) else {
      let known = Name.allCases.map(\.rawValue)
      let hint = nearestName(to: text, among: known).map { ", did you mean “\($0)”?" } ?? "; there are \(known.joined(separator: ", "))"
      throw YAMLError(.badValue("there is no check “\(text)”\(hint)"), at: node.range)
    }
    self.name = name
    for entry in try with?.mapping().entries ?? [] {
      if case .sequence = entry.value.content {
        lists[entry.key] = try entry.value.strings()
      } else {
        numbers[entry.key] = try entry.value.int()
      }
    }
  }
}

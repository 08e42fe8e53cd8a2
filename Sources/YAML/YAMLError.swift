/// Why a YAML text is refused, and where; the caller knows the file's name.
public struct YAMLError: Error, Sendable, Equatable {
  /// The reasons for which a text is refused.
  public enum Reason: Sendable, Equatable {
    /// The text is not YAML; the words are libyaml's.
    case syntax(String)
    /// The text holds a NUL byte.
    case nul
    /// A U+0085, U+2028 or U+2029, which only some readers take for the end of a line.
    case lineSeparator(Unicode.Scalar)
    /// An anchor (`&name`).
    case anchor(String)
    /// An alias (`*name`).
    case alias(String)
    /// A tag (`!name`).
    case tag(String)
    /// A merge key (`<<`).
    case mergeKey
    /// A `%YAML` or `%TAG` line.
    case directive
    /// A second document in the same text.
    case secondDocument
    /// A key that is a list or a mapping.
    case compoundKey
    /// A key that occurs twice in one mapping.
    case duplicateKey(String, firstLine: Int)
    /// Lists and mappings nested deeper than the limit.
    case tooDeep(limit: Int)
    /// A key that is not among the declared ones, with the nearest declared one if one is near.
    case unknownKey(String, nearest: String?, known: [String])
    /// A key that must be there and is not.
    case missingKey(String)
    /// A value of another type than the one wanted.
    case wrongType(expected: String, found: String)
    /// A value of the right type that is not allowed; the words say what was seen and what to do.
    case badValue(String)
  }

  /// Why the text is refused.
  public var reason: Reason
  /// Where.
  public var range: SourceRange

  /// Creates an error.
  public init(_ reason: Reason, at range: SourceRange) {
    self.reason = reason
    self.range = range
  }

  /// The reason in words: what was seen and, where it is not plain, what to do; without a place and a full stop.
  public var message: String {
    switch reason {
    case .syntax(let words): "not readable as YAML: \(words)" + Self.hint(for: words)
    case .nul: "a NUL byte; save the file as plain UTF-8 text"
    case .lineSeparator(let scalar):
      "a U+\(String(scalar.value, radix: 16, uppercase: true)), which only some programs take for the end of a line;"
        + " use plain line breaks"
    case .anchor(let name): "an anchor (&\(shown(name))) is not allowed; write the value out"
    case .alias(let name): "an alias (*\(shown(name))) is not allowed; write the value out"
    case .tag(let name): "a tag (\(shown(name))) is not allowed; quote the value if it starts with an exclamation mark"
    case .mergeKey: "a merge key (<<) is not allowed; write the keys out"
    case .directive: "a directive (a line starting with %) is not allowed; remove it"
    case .secondDocument: "a second document starts here; a file holds one"
    case .compoundKey: "a key must be text, not a list or a mapping"
    case .duplicateKey(let key, let line): "key \"\(shown(key))\" occurs twice, first on line \(line); keep one"
    case .tooDeep(let limit): "nested deeper than \(limit) levels; flatten it"
    case .unknownKey(let key, let nearest?, _): "unknown key \"\(shown(key))\", did you mean \"\(nearest)\"?"
    case .unknownKey(let key, nil, let known):
      "unknown key \"\(shown(key))\"; allowed here: \(known.joined(separator: ", "))"
    case .missingKey(let key): "key \"\(key)\" is missing; add it"
    case .wrongType(let expected, let found): "found \(found); expected \(expected)"
    case .badValue(let words): words
    }
  }

  /// What to do about the mistakes that authors make most, libyaml's words being about YAML.
  private static func hint(for words: String) -> String {
    switch words {
    case "mapping values are not allowed in this context": "; put text that holds a colon in quotes"
    case "found character that cannot start any token": "; put text that starts with @, % or ` in quotes"
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      "; put text that holds #, a bracket or a comma in quotes"
    default: ""
    }
  }

  /// The same error with its place replaced, for text that was decoded or cut out of another file.
  public func relocated(_ locate: (SourceRange) -> SourceRange) -> YAMLError {
    YAMLError(reason, at: locate(range))
  }
}

/// A name out of a file, fit for a message: cut at 40 characters, control and format characters written out.
private func shown(_ name: String) -> String {
  var text = ""
  for scalar in name.unicodeScalars.prefix(40) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      text += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return name.unicodeScalars.count > 40 ? text + "…" : text
}

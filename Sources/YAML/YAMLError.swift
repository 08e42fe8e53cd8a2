/// Why a YAML text is refused, and where; the caller knows the file's name.
public struct YAMLError: Error, Sendable, Equatable {
  /// The reasons for which a text is refused.
  public enum Reason: Sendable, Equatable {
    /// The text is not YAML; the words are libyaml's.
    case syntax(String)
    /// The text holds a NUL byte.
    case nul
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
    case .syntax(let words): "not readable as YAML: \(words)"
    case .nul: "a NUL byte; save the file as plain UTF-8 text"
    case .anchor(let name): "an anchor (&\(name)) is not allowed; write the value out"
    case .alias(let name): "an alias (*\(name)) is not allowed; write the value out"
    case .tag(let name): "a tag (\(name)) is not allowed; quote the value if it starts with an exclamation mark"
    case .mergeKey: "a merge key (<<) is not allowed; write the keys out"
    case .directive: "a directive (a line starting with %) is not allowed; remove it"
    case .secondDocument: "a second document starts here; a file holds one"
    case .compoundKey: "a key must be text, not a list or a mapping"
    case .duplicateKey(let key, let line): "key \"\(key)\" occurs twice, first on line \(line); keep one"
    case .tooDeep(let limit): "nested deeper than \(limit) levels; flatten it"
    case .unknownKey(let key, let nearest?, _): "unknown key \"\(key)\", did you mean \"\(nearest)\"?"
    case .unknownKey(let key, nil, let known):
      "unknown key \"\(key)\"; allowed here: \(known.joined(separator: ", "))"
    case .missingKey(let key): "key \"\(key)\" is missing; add it"
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .badValue(let words): words
    }
  }

  /// The same error with its place replaced, for text that was decoded or cut out of another file.
  public func relocated(_ locate: (SourceRange) -> SourceRange) -> YAMLError {
    YAMLError(reason, at: locate(range))
  }
}

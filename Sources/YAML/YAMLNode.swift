/// How a scalar was written in the file.
public enum YAMLScalarStyle: Sendable, Hashable {
  /// Without quotes.
  case plain
  /// In single quotes, where only `''` is special.
  case singleQuoted
  /// In double quotes, with backslash escapes.
  case doubleQuoted
  /// A block after `|`, line breaks kept.
  case literal
  /// A block after `>`, line breaks folded.
  case folded
}

/// One value of a YAML document, with the place where it is written.
public struct YAMLNode: Sendable, Equatable {
  /// What the value is.
  public enum Content: Sendable, Equatable {
    /// Text. Plain `no`, `yes` and dates are text like any other; only `null`, `~` and nothing are null.
    case scalar(text: String, style: YAMLScalarStyle)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file.
    case mapping(YAMLMapping)
  }

  /// What the value is.
  public var content: Content
  /// Where the value is written, quotes and block markers included.
  public var range: SourceRange

  /// Creates a node from its content and place.
  public init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// Whether the value is an unquoted `null`, `~` or nothing at all.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text == "" || text == "~" || text == "null"
  }

  /// Whether the value is text that stands in single or double quotes.
  public var isQuoted: Bool {
    guard case .scalar(_, let style) = content else { return false }
    return style == .singleQuoted || style == .doubleQuoted
  }

  /// The same value with every range replaced, for text that was decoded or cut out of another file.
  public func relocated(_ locate: (SourceRange) -> SourceRange) -> YAMLNode {
    switch content {
    case .scalar:
      return YAMLNode(content, range: locate(range))
    case .sequence(let items):
      return YAMLNode(.sequence(items.map { $0.relocated(locate) }), range: locate(range))
    case .mapping(let mapping):
      let entries = mapping.entries.map {
        YAMLEntry(key: $0.key, keyRange: locate($0.keyRange), value: $0.value.relocated(locate))
      }
      return YAMLNode(.mapping(YAMLMapping(entries: entries, range: locate(mapping.range))), range: locate(range))
    }
  }
}

/// One key of a mapping with its value.
public struct YAMLEntry: Sendable, Equatable {
  /// The key's text.
  public var key: String
  /// Where the key is written.
  public var keyRange: SourceRange
  /// The value.
  public var value: YAMLNode

  /// Creates an entry.
  public init(key: String, keyRange: SourceRange, value: YAMLNode) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// Keys with values, in the order of the file; no key occurs twice.
public struct YAMLMapping: Sendable, Equatable {
  /// The entries in the order of the file.
  public var entries: [YAMLEntry]
  /// Where the mapping is written.
  public var range: SourceRange

  /// Creates a mapping; the caller has seen to it that no key occurs twice.
  public init(entries: [YAMLEntry], range: SourceRange) {
    self.entries = entries
    self.range = range
  }

  /// The entry with a key, or nil when the key is absent.
  public func entry(_ key: String) -> YAMLEntry? {
    entries.indices.first { entries[$0].key == key }.map { entries[$0] }
  }

  /// The value of a key; nil when the key is absent or its value is null.
  public subscript(key: String) -> YAMLNode? {
    guard let number = entries.indices.first(where: { entries[$0].key == key }),
      !entries[number].value.isNull
    else { return nil }
    return entries[number].value
  }
}

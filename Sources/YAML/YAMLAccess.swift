extension YAMLNode {
  /// The kind of value in words, for messages; never the value itself, which may be an identifier.
  public var kindInWords: String {
    switch content {
    case .scalar: isNull ? "nothing" : isQuoted ? "quoted text" : "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The value as text.
  ///
  /// Numbers, dates and words such as `no` are text too; null is not.
  public func string(expected: @autoclosure () -> String = "text") throws(YAMLError) -> String {
    guard case .scalar(let text, _) = content, !isNull else { throw wrongType(expected()) }
    return text
  }

  /// The value as a truth value: an unquoted `true` or `false`, nothing else.
  public func bool(expected: @autoclosure () -> String = "true or false") throws(YAMLError) -> Bool {
    switch plainText {
    case "true": return true
    case "false": return false
    default: throw wrongType(expected())
    }
  }

  /// The value as a whole number: unquoted decimal digits, a minus sign allowed, no leading zeros.
  public func int(expected: @autoclosure () -> String = "a whole number") throws(YAMLError) -> Int {
    guard let text = plainText else { throw wrongType(expected()) }
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let isDecimal =
      text.utf8.count - digits.count <= 1 && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      && (digits.count == 1 || digits.first != UInt8(ascii: "0"))
    guard isDecimal, let value = Int(text) else { throw wrongType(expected()) }
    return value
  }

  /// The value as a number in decimal notation, unquoted; infinities and hexadecimal are not numbers here.
  public func double(expected: @autoclosure () -> String = "a number") throws(YAMLError) -> Double {
    let allowed = "0123456789+-.eE".utf8
    guard let text = plainText, text.utf8.allSatisfy({ allowed.contains($0) }),
      let value = Double(text), value.isFinite
    else { throw wrongType(expected()) }
    return value
  }

  /// The value as a list.
  public func sequence(expected: @autoclosure () -> String = "a list") throws(YAMLError) -> [YAMLNode] {
    guard case .sequence(let items) = content else { throw wrongType(expected()) }
    return items
  }

  /// The value as a list of texts.
  public func strings(expected: @autoclosure () -> String = "a list of texts, like [one, two]") throws(YAMLError)
    -> [String]
  {
    var texts: [String] = []
    for item in try sequence(expected: expected()) { texts.append(try item.string()) }
    return texts
  }

  /// The nodes of a value that may be written alone or as a list.
  public var oneOrMany: [YAMLNode] {
    if case .sequence(let items) = content { return items }
    return isNull ? [] : [self]
  }

  /// The texts of a value that may be written as one text or as a list of texts.
  public func oneOrManyStrings(expected: @autoclosure () -> String = "text or a list of texts") throws(YAMLError)
    -> [String]
  {
    if case .mapping = content { throw wrongType(expected()) }
    var texts: [String] = []
    for item in oneOrMany { texts.append(try item.string()) }
    return texts
  }

  /// The value as a mapping with any keys.
  public func mapping(expected: @autoclosure () -> String = "a mapping") throws(YAMLError) -> YAMLMapping {
    guard case .mapping(let mapping) = content else { throw wrongType(expected()) }
    return mapping
  }

  /// The value as a mapping that has no other than the declared keys.
  public func mapping(keys: [String], expected: @autoclosure () -> String = "a mapping") throws(YAMLError)
    -> YAMLMapping
  {
    let mapping = try mapping(expected: expected())
    if let error = mapping.unknownKeys(known: keys).first { throw error }
    return mapping
  }

  /// The error that says this value is of the wrong type.
  public func wrongType(_ expected: String) -> YAMLError {
    YAMLError(.wrongType(expected: expected, found: kindInWords), at: range)
  }

  /// The text of an unquoted scalar that is not null.
  private var plainText: String? {
    guard case .scalar(let text, .plain) = content, !isNull else { return nil }
    return text
  }
}

extension YAMLMapping {
  /// One error for each key that is not among the declared ones, in the order of the file, twenty at most.
  public func unknownKeys(known: [String]) -> [YAMLError] {
    entries.indices.lazy.filter { !known.contains(entries[$0].key) }.prefix(20).map { number in
      let entry = entries[number]
      let nearest = nearestName(to: entry.key, among: known)
      return YAMLError(.unknownKey(entry.key, nearest: nearest, known: known), at: entry.keyRange)
    }
  }

  /// The value of a key that must be there and not null.
  public func required(_ key: String) throws(YAMLError) -> YAMLNode {
    guard let value = self[key] else {
      throw YAMLError(.missingKey(key), at: entry(key)?.keyRange ?? SourceRange(at: range.start))
    }
    return value
  }
}

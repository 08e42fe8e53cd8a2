public import YAML

/// Values that the files under `.chaperone/` share.
extension YAMLNode {
  /// The value as a day or a moment of UTC; a day is its first second.
  public func moment() throws(YAMLError) -> Timestamp {
    let expected = "a day like 2026-12-31 or a time like 2026-12-31T18:00:00Z"
    let text = try string(expected: expected)
    if let day = CalendarDate(text) { return Timestamp(secondsSince1970: day.daysSince1970 * 86_400) }
    guard let moment = Timestamp(text), moment.secondsSince1970 >= 0,
      moment.description.utf8.elementsEqual(text.utf8)
    else { throw YAMLError(.badValue("not \(expected)"), at: range) }
    return moment
  }

  /// The value as one of a few words.
  public func word<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) throws(YAMLError) -> Choice where Choice.RawValue == String {
    let words = type.allCases.map(\.rawValue).joined(separator: ", ")
    let text = try string(expected: "one of \(words)")
    guard let choice = type.allCases.first(where: { $0.rawValue.utf8.elementsEqual(text.utf8) }) else {
      throw YAMLError(.badValue("must be one of \(words)"), at: range)
    }
    return choice
  }

  /// The values as names without spaces and control characters, sorted by bytes.
  public func names() throws(YAMLError) -> [[UInt8]] {
    var names: Set<[UInt8]> = []
    for item in oneOrMany {
      let bytes = Array(try item.string(expected: "a name").utf8)
      guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw YAMLError(.badValue("not a name of printable ASCII without spaces"), at: item.range)
      }
      guard names.insert(bytes).inserted else { throw YAMLError(.badValue("the name stands twice"), at: item.range) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

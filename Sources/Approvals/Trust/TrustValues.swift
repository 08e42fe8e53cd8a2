import Drafts
import YAML

extension YAMLNode {
  /// The value as bytes of its text.
  func trustBytes(_ expected: String) throws(YAMLError) -> [UInt8] {
    Array(try string(expected: expected).utf8)
  }

  /// The value as a day or a moment of UTC.
  func moment() throws(YAMLError) -> Timestamp {
    let expected = "a day like 2026-12-31 or a time like 2026-12-31T18:00:00Z"
    let bytes = try trustBytes(expected)
    guard let moment = CalendarDate(ASCII.text(bytes)).map({ Timestamp(startOf: $0) }) ?? Timestamp(utc: bytes) else {
      throw YAMLError(.badValue("not \(expected)"), at: range)
    }
    return moment
  }

  /// The value as a role id.
  func role() throws(YAMLError) -> Role {
    guard let role = Role(try trustBytes("a role")) else {
      throw YAMLError(.badValue("not a role: lower-case letters, digits, dots and dashes, at most 64"), at: range)
    }
    return role
  }

  /// The value as a number of seconds, written in hours or days like `8h` or `30d`.
  func duration() throws(YAMLError) -> Int {
    let bytes = try trustBytes("a duration like 8h or 30d")
    let units: [UInt8: Int] = [UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86_400]
    guard let unit = bytes.last.flatMap({ units[$0] }), bytes.count <= 5, bytes.first != UInt8(ascii: "0"),
      let count = ASCII.decimal(bytes.dropLast())
    else { throw YAMLError(.badValue("not a duration like 8h or 30d"), at: range) }
    return count * unit
  }

  /// The value as one of a few words.
  func word<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) throws(YAMLError) -> Choice where Choice.RawValue == String {
    let words = type.allCases.map(\.rawValue).joined(separator: ", ")
    let bytes = try trustBytes("one of \(words)")
    guard let choice = type.allCases.first(where: { $0.rawValue.utf8.elementsEqual(bytes) }) else {
      throw YAMLError(.badValue("must be one of \(words)"), at: range)
    }
    return choice
  }

  /// The values as sorted names without spaces and control characters.
  func names() throws(YAMLError) -> [[UInt8]] {
    var names: Set<[UInt8]> = []
    for item in oneOrMany {
      let bytes = try item.trustBytes("a name")
      guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw YAMLError(.badValue("not a name of printable ASCII without spaces"), at: item.range)
      }
      guard names.insert(bytes).inserted else { throw YAMLError(.badValue("the name stands twice"), at: item.range) }
    }
    return names.sorted(by: ASCII.precedes)
  }
}

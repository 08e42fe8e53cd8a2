import YAML

extension YAMLNode {
  /// The value as bytes of its text.
  func trustBytes(_ expected: String) throws(YAMLError) -> [UInt8] {
    Array(try string(expected: expected).utf8)
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
}

/// Text with positions marked in it: `"one ↓two↑ three"`.
///
/// `↓` starts a range and `↑` ends it; the arrows are not part of ``text``. Ranges are byte offsets into the UTF-8 of
/// ``text``, in the order in which they start, and may nest:
/// ```swift
/// let marked = MarkedText("So ↓I have a patient↑ who is late.")
/// #expect(findings.map(\.range) == marked.ranges)   // [3..<19]
/// ```
/// `\↓` and `\↑` are the arrows themselves.
public struct MarkedText: Hashable, Sendable {
  /// The text without the arrows.
  public let text: String
  /// The marked byte ranges, by their start; of two with the same start the outer one first.
  public let ranges: [Range<Int>]

  /// Reads marked text; an arrow without its partner stops the test run.
  public init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [(order: Int, start: Int)] = []
    var closed: [(order: Int, range: Range<Int>)] = []
    var order = 0
    var escaped = false
    for scalar in marked.unicodeScalars {
      if escaped {
        if scalar != "↓" && scalar != "↑" { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        escaped = false
      } else if scalar == "\\" {
        escaped = true
      } else if scalar == "↓" {
        open.append((order, bytes.count))
        order += 1
      } else if scalar == "↑" {
        guard let last = open.popLast() else { preconditionFailure("↑ without ↓ in: \(marked)") }
        closed.append((last.order, last.start..<bytes.count))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    if escaped { bytes.append(UInt8(ascii: "\\")) }
    precondition(open.isEmpty, "↓ without ↑ in: \(marked)")
    text = String(decoding: bytes, as: UTF8.self)
    ranges = closed.sorted { $0.order < $1.order }.map(\.range)
  }

  /// Writes ranges into text as arrows, for a failure message that can be read.
  ///
  /// Ranges that overlap without nesting still show every arrow at its place.
  public static func mark(_ text: String, _ ranges: [Range<Int>]) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for offset in 0...bytes.count {
      for range in ranges where range.upperBound == offset && !range.isEmpty { result += Array("↑".utf8) }
      for range in ranges where range.lowerBound == offset { result += Array("↓".utf8) }
      for range in ranges where range.upperBound == offset && range.isEmpty { result += Array("↑".utf8) }
      if offset < bytes.count { result.append(bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

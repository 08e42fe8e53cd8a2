/// Prints the lines of a difference with two lines around each change, identifiers masked.
struct DifferencePainter {
  private let difference: LineDifference
  private let style: ReportStyle
  private let oldMasks: [Range<Int>]
  private let newMasks: [Range<Int>]

  init(_ difference: LineDifference, style: ReportStyle, oldMasks: [Range<Int>], newMasks: [Range<Int>]) {
    self.difference = difference
    self.style = style
    self.oldMasks = oldMasks
    self.newMasks = newMasks
  }

  /// How many lines that stayed are shown around a change.
  private static let context = 2

  /// The lines.
  var lines: [String] {
    let all = difference.lines
    let changes = all.indices.filter { if case .same = all[$0] { false } else { true } }
    var shown = Set<Int>()
    for change in changes { shown.formUnion(max(0, change - Self.context)...min(all.count - 1, change + Self.context)) }
    var result: [String] = []
    var last = -1
    for index in shown.sorted() {
      if index > last + 1 { result.append("  ⋯") }
      result += lines(of: all[index])
      last = index
    }
    if last < all.count - 1 { result.append("  ⋯") }
    return result
  }

  private func lines(of line: LineDifference.Line) -> [String] {
    switch line {
    case .same(_, let new): return printed(difference.new[new], newMasks, [], mark: " ", nil, ("", ""))
    case .removed(let old, let pieces):
      return printed(difference.old[old], oldMasks, pieces, mark: "-", .red, ("[-", "-]"))
    case .added(let new, let pieces):
      return printed(difference.new[new], newMasks, pieces, mark: "+", .green, ("{+", "+}"))
    }
  }

  /// One line of text: broken to the width, with the changed pieces in brackets, or on a terminal in colour.
  ///
  /// - Parameter pieces: which pieces changed; nil for all of them, which needs no brackets.
  private func printed(
    _ line: ArraySlice<UInt8>, _ masks: [Range<Int>], _ pieces: Set<Int>?, mark: String,
    _ colour: ReportStyle.Colour?, _ brackets: (open: String, close: String)
  ) -> [String] {
    let isBracketed = pieces != nil && !style.isColoured
    let lead = "  \(colour.map { style.paint(mark, $0) } ?? mark)"
    var result: [String] = []
    var text = ""
    var used = 0
    var isOpen = false
    func turn(_ open: Bool) {
      guard isBracketed, open != isOpen else { return }
      text += open ? brackets.open : brackets.close
      used += 2
      isOpen = open
    }
    func end() {
      turn(false)
      result.append(text.isEmpty ? (mark == " " ? "" : lead) : lead + " " + text)
      text = ""
      used = 0
    }
    for (index, piece) in LineDifference.pieces(of: line).enumerated() {
      let isChanged = colour != nil && pieces?.contains(index) ?? true
      for part in Self.parts(of: PlainText.shown(masked(piece, masks)), width: style.width - 8) {
        let width = PlainText.width(part)
        if used > 0, used + width + 4 > style.width - 4 {
          end()
          if part.allSatisfy({ $0 == " " }) { continue }
        }
        turn(isChanged)
        text += isChanged ? colour.map { style.paint(part, $0) } ?? part : part
        used += width
      }
    }
    if used > 0 || result.isEmpty { end() }
    return result
  }

  /// A word in pieces that fit on a line.
  private static func parts(of word: String, width: Int) -> [String] {
    guard PlainText.width(word) > width else { return [word] }
    var parts: [String] = []
    var rest = Substring(word)
    while !rest.isEmpty {
      let part = PlainText.head(String(rest), width: width)
      guard !part.isEmpty else { break }
      parts.append(part)
      rest = rest.dropFirst(part.count)
    }
    return parts
  }

  private func masked(_ piece: LineDifference.Piece, _ masks: [Range<Int>]) -> [UInt8] {
    let hidden = masks.filter { $0.overlaps(piece.range) }
    guard !hidden.isEmpty else { return Array(piece.bytes) }
    return piece.range.flatMap { index -> [UInt8] in
      let byte = piece.bytes[index]
      guard byte != 0x20, hidden.contains(where: { $0.contains(index) }) else { return [byte] }
      return byte & 0xC0 == 0x80 ? [] : Array("•".utf8)
    }
  }
}

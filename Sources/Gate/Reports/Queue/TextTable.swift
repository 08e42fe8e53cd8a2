/// Columns of text that stay straight whatever the script: widths are those a terminal gives, long cells are broken,
/// and text from right to left is kept from moving its neighbours.
struct TextTable {
  /// One cell: what it says, and in which colour.
  struct Cell {
    var text: String
    var colour: ReportStyle.Colour?

    init(_ text: String, _ colour: ReportStyle.Colour? = nil) {
      self.text = text
      self.colour = colour
    }
  }

  private let heads: [String]
  private let rows: [(cells: [Cell], notes: [String])]
  private let style: ReportStyle
  /// The most lines a cell is broken into; the rest is cut.
  private static let lineLimit = 3
  private static let gap = "  "

  /// A table; each row has as many cells as there are heads, and notes below it.
  init(heads: [String], rows: [(cells: [Cell], notes: [String])], style: ReportStyle) {
    self.heads = heads
    self.rows = rows
    self.style = style
  }

  /// How wide the table would be if no cell was broken.
  var naturalWidth: Int { natural.reduce(0, +) + Self.gap.count * (heads.count - 1) }

  private var natural: [Int] {
    heads.indices.map { column in
      rows.map { PlainText.width($0.cells[column].text) }.reduce(PlainText.width(heads[column]), max)
    }
  }

  /// The lines, no longer than the style's width.
  ///
  /// - Parameter flexible: The columns that give way where there is not enough room, the one that gives more first.
  func lines(flexible: (Int, Int)) -> [String] {
    let widths = widths(flexible)
    var lines = [line(heads.map { Cell($0, .dim) }, widths)]
    for row in rows {
      let broken = zip(row.cells, widths).map { cell, width in
        Self.broken(cell.text, width: width).map { Cell($0, cell.colour) }
      }
      for index in 0..<(broken.map(\.count).max() ?? 0) {
        lines.append(line(broken.map { index < $0.count ? $0[index] : Cell("") }, widths))
      }
      for note in row.notes {
        lines += PlainText.wrapped(note, width: style.width - 4).map { "    " + style.paint($0, .dim) }
      }
    }
    return lines
  }

  private func widths(_ flexible: (Int, Int)) -> [Int] {
    var widths = natural
    let fixed = widths.indices.filter { $0 != flexible.0 && $0 != flexible.1 }.map { widths[$0] }.reduce(0, +)
    let room = max(16, style.width - fixed - Self.gap.count * (heads.count - 1))
    let (first, second) = (widths[flexible.0], widths[flexible.1])
    if first + second > room {
      widths[flexible.1] = min(second, max(room * 9 / 20, room - first))
      widths[flexible.0] = room - widths[flexible.1]
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int]) -> String {
    var line = ""
    var pending = 0
    var isTurned = false
    for (index, (cell, width)) in zip(cells, widths).enumerated() {
      if !cell.text.isEmpty {
        line += String(repeating: " ", count: pending)
        pending = 0
        let isFromRight = Self.readsFromRight(cell.text)
        isTurned = isTurned || isFromRight
        line += cell.colour.map { style.paint(cell.text, $0) } ?? cell.text
        // Without the mark a terminal that knows both directions would move the next columns to the left.
        if isFromRight { line += "\u{200E}" }
      }
      pending += width - PlainText.width(cell.text) + (index < widths.count - 1 ? Self.gap.count : 0)
    }
    return (isTurned ? "\u{200E}" : "") + line
  }

  /// A text broken into lines of a width, at spaces, slashes and hyphens where there are some.
  static func broken(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      if PlainText.width(String(rest)) <= width {
        lines.append(String(rest))
        break
      }
      var head = PlainText.head(String(rest), width: width)
      // One character wider than the column is still one character.
      if head.isEmpty { head = String(rest.prefix(1)) }
      if let place = head.lastIndex(where: { $0 == " " || $0 == "/" || $0 == "-" }), head[place...].count < head.count {
        head = String(head[...place])
      }
      rest = rest.dropFirst(head.count)
      lines.append(head.last == " " ? String(head.dropLast()) : head)
      if lines.count == lineLimit, !rest.isEmpty {
        lines[lineLimit - 1] = PlainText.head(lines[lineLimit - 1], width: width - 1) + "…"
        break
      }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// Whether a text holds Hebrew, Arabic, Syriac, Thaana, N'Ko or another script written from right to left.
  ///
  /// The blocks that `DerivedBidiClass.txt` of Unicode gives the classes R and AL.
  private static func readsFromRight(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
      default: false
      }
    }
  }
}

import YAML

/// Finds, for the text of a YAML scalar, where in the file each of its bytes is written.
///
/// Escapes, doubled quotes and white space that YAML folds are each taken as a whole; everything else is found byte
/// for byte. Should the two not agree, the whole scalar stands for the whole text.
struct ScalarAlignment {
  private let source: [UInt8]
  private let value: [UInt8]
  private let style: YAMLScalarStyle
  private let whole: Range<Int>

  private var from: Int
  private var end: Int
  private var to = 0
  private var origin = PassageOrigin()

  /// Prepares the alignment of a scalar's text with the text offsets at which it is written.
  init(value: [UInt8], style: YAMLScalarStyle, written: Range<Int>, in source: [UInt8]) {
    (self.source, self.value, self.style, whole) = (source, value, style, written)
    (from, end) = (written.lowerBound, written.upperBound)
  }

  /// The origin of the scalar's text.
  mutating func align() -> PassageOrigin {
    skipMarkers()
    if end - from == value.count, source[from..<end].elementsEqual(value) {
      return PassageOrigin(verbatim: from..<end)
    }
    while to < value.count {
      guard step() else { return PassageOrigin(whole: whole, length: value.count) }
    }
    return value.isEmpty ? PassageOrigin(whole: whole, length: 0) : origin
  }

  /// Leaves out the quotes, or the line with the block marker.
  private mutating func skipMarkers() {
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted:
      from += 1
      end -= 1
    case .literal, .folded:
      while from < end, source[from] != 0x0A, source[from] != 0x0D { from += 1 }
    }
    end = max(from, end)
    let skipsSpace = style == .literal || style == .folded
    while skipsSpace, from < end, isSpace(source[from]), to < value.count, !isSpace(value[to]) { from += 1 }
  }

  /// Takes the next byte, escape or stretch of white space; false when the two do not agree.
  private mutating func step() -> Bool {
    guard from < end else { return takeSpace() }
    if style == .doubleQuoted, source[from] == UInt8(ascii: "\\") { return takeEscape() }
    if isSpace(value[to]) || isSpace(source[from]) { return takeSpace() }
    guard source[from] == value[to] else { return false }
    let isDoubledQuote =
      style == .singleQuoted && source[from] == UInt8(ascii: "'") && from + 1 < end && source[from + 1] == source[from]
    let written = isDoubledQuote ? 2 : 1
    origin.append(length: 1, text: from..<(from + written), isVerbatim: !isDoubledQuote)
    from += written
    to += 1
    return true
  }

  /// Takes white space; where lines are folded the file has more of it than the text, or other.
  private mutating func takeSpace() -> Bool {
    let (fromStart, toStart) = (from, to)
    while from < end, isSpace(source[from]) { from += 1 }
    let written = source[fromStart..<from]
    if style == .literal || style == .folded {
      while to < value.count, isSpace(value[to]) { to += 1 }
    } else {
      to = min(value.count, to + foldedLength(of: written))
    }
    let taken = value[toStart..<to]
    guard !taken.isEmpty, taken.allSatisfy(isSpace), !written.isEmpty || fromStart == end else { return false }
    origin.append(length: taken.count, text: fromStart..<from, isVerbatim: written.elementsEqual(taken))
    return true
  }

  /// How much of the text white space in a quoted or plain scalar becomes: one line break is folded into a space, of
  /// several the first is dropped, and blanks on one line stay as they are.
  private func foldedLength(of written: ArraySlice<UInt8>) -> Int {
    var breaks = 0
    var previous: UInt8 = 0
    for byte in written {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { breaks += 1 }
      previous = byte
    }
    return breaks == 0 ? written.count : max(1, breaks - 1)
  }

  private mutating func takeEscape() -> Bool {
    guard from + 1 < end else { return false }
    let start = from
    let kind = source[from + 1]
    switch kind {
    case 0x0A, 0x0D:
      from += 1
      while from < end, isSpace(source[from]) { from += 1 }
      return true
    case UInt8(ascii: "x"): from += 4
    case UInt8(ascii: "u"): from += 6
    case UInt8(ascii: "U"): from += 10
    default: from += 2
    }
    guard from <= end else { return false }
    let length = Self.sequenceLength(value[to])
    guard to + length <= value.count else { return false }
    origin.append(length: length, text: start..<from, isVerbatim: false)
    to += length
    return true
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

/// Cuts an XML text into its tags and texts: as much of XML 1.0 as XMP packets use.
///
/// A document type is refused, so nothing is ever expanded or fetched.
struct XMLScanner {
  /// One piece of the text.
  enum Event {
    case start(name: Window, attributes: [(name: Window, value: Window)], isEmpty: Bool)
    case end
    case text(Window)
  }

  private let text: Window
  private var position = 0
  /// Whether something was found that XML or XMP does not allow.
  private(set) var isDamaged = false

  init(_ text: Window) { self.text = text }

  /// The next piece; nil at the end, or where the text is damaged.
  mutating func next() -> Event? {
    while position < text.count {
      guard text.byte(position) == UInt8(ascii: "<") else {
        let end = text.firstIndex(of: UInt8(ascii: "<"), from: position) ?? text.count
        defer { position = end }
        return text.window(position, end - position).map { .text($0) }
      }
      switch text.byte(position + 1) {
      case UInt8(ascii: "?"): guard skip(to: "?>") else { return damaged() }
      case UInt8(ascii: "!"):
        if text.window(position, 4)?.starts(with: "<!--") == true {
          guard skip(to: "-->") else { return damaged() }
        } else if text.window(position, 9)?.starts(with: "<![CDATA[") == true {
          let start = position + 9
          guard skip(to: "]]>") else { return damaged() }
          return text.window(start, position - 3 - start).map { .text($0) }
        } else {
          return damaged()
        }
      case UInt8(ascii: "/"):
        guard let end = text.firstIndex(of: UInt8(ascii: ">"), from: position) else { return damaged() }
        position = end + 1
        return .end
      default: return tag()
      }
    }
    return nil
  }

  private mutating func damaged() -> Event? {
    isDamaged = true
    position = text.count
    return nil
  }

  private mutating func skip(to end: String) -> Bool {
    let wanted = Array(end.utf8)
    guard let last = wanted.last else { return false }
    var from = position
    while let found = text.firstIndex(of: last, from: from) {
      let start = found - wanted.count + 1
      if start > position, text.window(start, wanted.count)?.starts(with: wanted) == true {
        position = found + 1
        return true
      }
      from = found + 1
    }
    return false
  }

  private mutating func tag() -> Event? {
    position += 1
    guard let name = word() else { return damaged() }
    var attributes: [(name: Window, value: Window)] = []
    while true {
      skipBlanks()
      switch text.byte(position) {
      case UInt8(ascii: ">"):
        position += 1
        return .start(name: name, attributes: attributes, isEmpty: false)
      case UInt8(ascii: "/"):
        guard text.byte(position + 1) == UInt8(ascii: ">") else { return damaged() }
        position += 2
        return .start(name: name, attributes: attributes, isEmpty: true)
      default:
        guard attributes.count < 1_000, let attribute = word() else { return damaged() }
        skipBlanks()
        guard text.byte(position) == UInt8(ascii: "=") else { return damaged() }
        position += 1
        skipBlanks()
        guard let quote = text.byte(position), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
          let end = text.firstIndex(of: quote, from: position + 1),
          let value = text.window(position + 1, end - position - 1)
        else { return damaged() }
        position = end + 1
        attributes.append((attribute, value))
      }
    }
  }

  private mutating func skipBlanks() {
    while let byte = text.byte(position), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func word() -> Window? {
    let start = position
    while let byte = text.byte(position) {
      switch byte {
      case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        return position > start ? text.window(start, position - start) : nil
      default: position += 1
      }
    }
    return nil
  }
}

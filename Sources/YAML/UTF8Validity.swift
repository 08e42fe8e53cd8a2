/// The offset of the first byte of a text that is not part of a well-formed UTF-8 sequence, or nil when all are.
///
/// For a sequence that is cut short or wrong the offset is that of its first byte.
public func firstInvalidUTF8Byte(in text: [UInt8]) -> Int? {
  if String(validating: text, as: UTF8.self) != nil { return nil }
  var offset = 0
  while offset < text.count {
    let length = sequenceLength(at: offset, in: text)
    guard length > 0 else { return offset }
    offset += length
  }
  return nil
}

/// The length of the well-formed sequence at an offset (The Unicode Standard, table 3-7), or 0.
private func sequenceLength(at offset: Int, in text: [UInt8]) -> Int {
  let (length, second): (Int, ClosedRange<UInt8>) =
    switch text[offset] {
    case 0x00...0x7F: (1, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  guard length > 0, offset + length <= text.count else { return 0 }
  if length > 1, !second.contains(text[offset + 1]) { return 0 }
  if length > 2, text[(offset + 2)..<(offset + length)].contains(where: { $0 & 0xC0 != 0x80 }) { return 0 }
  return length
}

extension UTF8Scalars {
  /// The value of the scalar that starts at a position of a whole text, and its length; U+FFFD of one byte where the text
  /// ends within it.
  @inline(__always)
  static func scalar(in bytes: [UInt8], at position: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard position + length <= bytes.count else { return (0xFFFD, 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return (value, length)
  }
}

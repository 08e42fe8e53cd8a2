/// The one spelling of a path or free text inside a manifest or record: printable ASCII without spaces.
///
/// `A-Z a-z 0-9 . _ ~ - /` stand for themselves, every other byte is `%` and two capital hexadecimal digits. Reading
/// refuses any other spelling of the same bytes.
enum PercentEncoding {
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if isLiteral(byte) {
        text.append(byte)
      } else {
        text.append(ASCII.percent)
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 0xF)])
      }
    }
    return text
  }

  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    let text = Array(text)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == ASCII.percent {
        guard index + 2 < text.count, let high = value(text[index + 1]), let low = value(text[index + 2]) else {
          return nil
        }
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return encode(bytes) == text ? bytes : nil
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func value(_ digit: UInt8) -> UInt8? {
    digits.firstIndex(of: digit).map { UInt8($0) }
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    if ASCII.isLowerLetter(byte) || ASCII.isUpperLetter(byte) || ASCII.isDigit(byte) { return true }
    return byte == ASCII.slash || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
      || byte == UInt8(ascii: "-")
  }
}

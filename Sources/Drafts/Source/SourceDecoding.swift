import YAML

/// Tells a file's encoding and turns it into UTF-8, or says where that fails.
struct SourceDecoding {
  private let original: [UInt8]

  init(_ original: [UInt8]) {
    self.original = original
  }

  func decode() throws(DraftProblem) -> (SourceText.Encoding, text: [UInt8]) {
    if original.starts(with: [0xEF, 0xBB, 0xBF]) {
      return (.utf8WithMark, try utf8(from: 3))
    }
    if original.starts(with: [0xFF, 0xFE]) {
      return (.utf16LittleEndian, try utf16(isBigEndian: false))
    }
    if original.starts(with: [0xFE, 0xFF]) {
      return (.utf16BigEndian, try utf16(isBigEndian: true))
    }
    return (.utf8, try utf8(from: 0))
  }

  private func utf8(from start: Int) throws(DraftProblem) -> [UInt8] {
    let text = start == 0 ? original : Array(original[start...])
    let nul = text.firstIndex(of: 0)
    let invalid = firstInvalidUTF8Byte(in: text)
    if let nul, nul < invalid ?? Int.max {
      throw failure(looksLikeUTF16 ? .utf16WithoutMark : .nul, after: text[..<nul], byte: start + nul)
    }
    if let invalid {
      throw failure(.invalidUTF8, after: text[..<invalid], byte: start + invalid)
    }
    return text
  }

  private func utf16(isBigEndian: Bool) throws(DraftProblem) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(original.count)
    var offset = 2
    while offset < original.count {
      guard let first = unit(at: offset, isBigEndian: isBigEndian) else {
        throw failure(.invalidUTF16, after: text[...], byte: offset)
      }
      var scalar = Unicode.Scalar(first)
      var length = 2
      if (0xD800...0xDBFF).contains(first), let second = unit(at: offset + 2, isBigEndian: isBigEndian),
        (0xDC00...0xDFFF).contains(second)
      {
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        scalar = Unicode.Scalar(value)
        length = 4
      }
      guard let scalar else { throw failure(.invalidUTF16, after: text[...], byte: offset) }
      if scalar.value == 0 { throw failure(.nul, after: text[...], byte: offset) }
      text += UTF8.encode(scalar).map { Array($0) } ?? []
      offset += length
    }
    return text
  }

  private func unit(at offset: Int, isBigEndian: Bool) -> UInt16? {
    guard offset + 1 < original.count else { return nil }
    let (first, second) = (UInt16(original[offset]), UInt16(original[offset + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  /// Whether every second byte of the beginning is NUL, as in UTF-16 text of western languages.
  private var looksLikeUTF16: Bool {
    let head = original.prefix(64)
    guard head.count >= 2 else { return false }
    let even = head.enumerated().filter { $0.offset % 2 == 0 && $0.element == 0 }.count
    let odd = head.enumerated().filter { $0.offset % 2 == 1 && $0.element == 0 }.count
    let half = head.count / 2
    return (even == 0 && odd * 4 >= half * 3) || (odd == 0 && even * 4 >= half * 3)
  }

  /// A failure just after a part of the text that was decoded well.
  private func failure(_ reason: DraftProblem.Reason, after text: ArraySlice<UInt8>, byte: Int) -> DraftProblem {
    var (line, column) = (1, 1)
    var previous: UInt8 = 0
    for unit in text {
      if unit == 0x0A, previous == 0x0D {
        column = 1
      } else if unit == 0x0A || unit == 0x0D {
        line += 1
        column = 1
      } else if unit & 0xC0 != 0x80 {
        column += 1
      }
      previous = unit
    }
    let position = SourcePosition(line: line, column: column, byte: byte)
    return DraftProblem(reason, at: SourceRange(at: position))
  }
}

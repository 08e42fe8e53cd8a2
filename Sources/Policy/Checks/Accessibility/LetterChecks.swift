internal import Drafts

extension BuiltinCheck {
  /// Words in letters made for mathematics, in circles, boxes or full width, which a screen reader spells out or skips.
  func styledUnicode(_ input: CheckInput) -> [CheckHit] {
    input.draft.passages.compactMap { passage in
      guard passage.field.isPost || passage.field == .title, let run = styledRun(passage.bytes, least: number("run"))
      else { return nil }
      return input.hit(passage, run)
    }
  }

  /// The first run of styled letters, with single blanks between them.
  private func styledRun(_ bytes: [UInt8], least: Int) -> Range<Int>? {
    // Styled letters start with E1, E2, EF or F0 in UTF-8.
    guard bytes.contains(where: { $0 == 0xE1 || $0 == 0xE2 || $0 == 0xEF || $0 == 0xF0 }) else { return nil }
    var (start, end, count, position) = (0, 0, 0, 0)
    while position < bytes.count {
      let (scalar, width) = UTF8Scalars.scalar(in: bytes, at: position)
      let next = position + width
      if isStyled(scalar) {
        if count == 0 { start = position }
        count += 1
        end = next
      } else if scalar != 0x20 {
        if count >= least { return start..<end }
        count = 0
      }
      position = next
    }
    return count >= least ? start..<end : nil
  }

  private func isStyled(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1D400...0x1D7FF, 0x24B6...0x24E9, 0x1F130...0x1F16F, 0x1F172...0x1F17D, 0x1F180...0x1F189, 0xFF21...0xFF3A,
      0xFF41...0xFF5A, 0x1D00...0x1D22:
      true
    default: false
    }
  }

  /// Runs of words in capitals that are more than acronyms.
  func allCaps(_ input: CheckInput) -> [CheckHit] {
    lazy var common = Set(list("words").map { Array($0.uppercased().utf8) })
    let least = number("run")
    return input.readPassages.flatMap { passage, part -> [CheckHit] in
      guard passage.field.isPost || passage.field == .title else { return [] }
      var hits: [CheckHit] = []
      var run: [Range<Int>] = []
      func close() {
        defer { run.removeAll(keepingCapacity: true) }
        guard run.count >= least, let first = run.first, let last = run.last else { return }
        let words = run.filter { $0.count >= number("letters") || common.contains(Array(passage.bytes[$0])) }
        if words.count >= 2 { hits.append(input.hit(passage, first.lowerBound..<last.upperBound)) }
      }
      for index in input.scan.document.parts[part].tokens {
        let word = input.scan.document.tokens[index].bytes
        let isCapitals = passage.bytes[word].allSatisfy { (0x41...0x5A).contains($0) }
        if isCapitals, passage.bytes[word.lowerBound...].first != UInt8(ascii: "#") {
          run.append(word)
        } else {
          close()
        }
      }
      close()
      return hits
    }
  }
}

internal import Drafts
internal import Policy
internal import YAML

/// A text of a draft with findings marked where they stand, `⟦like this⟧2`, and identifiers masked.
///
/// The number is that of the finding in the list below the text. Brackets of this kind that the text itself holds are
/// written out, so that nothing in a draft looks like a mark.
struct MarkedPassage {
  private let passage: Passage
  private let marks: [(range: Range<Int>, number: Int)]
  private let masked: [Range<Int>]

  /// - Parameters:
  ///   - findings: every finding of the draft, in the order of their numbers, which start at 1.
  ///   - entities: everything recognised; what is not allowed is masked unless `revealing`.
  init(
    _ passage: Passage, of draft: Draft, findings: [Finding], entities: [Assessment.LocatedEntity], revealing: Bool
  ) {
    func place(_ range: SourceRange) -> Range<Int>? {
      let start = draft.source.textOffset(ofOriginal: range.start.byte)
      let end = draft.source.textOffset(ofOriginal: range.end.byte)
      return Self.stretch(of: start..<max(start, end), in: passage)
    }
    self.passage = passage
    marks = findings.enumerated().compactMap { index, finding in
      guard finding.field == passage.field.name, finding.post == passage.post else { return nil }
      return place(finding.range).map { ($0, index + 1) }
    }
    masked = revealing ? [] : entities.filter { !$0.isAllowed }.compactMap { place($0.range) }
  }

  /// The numbers of the findings that are marked in it.
  var numbers: Set<Int> { Set(marks.map(\.number)) }

  /// The bytes of a passage that come from a stretch of the file's text; nil where none do.
  private static func stretch(of text: Range<Int>, in passage: Passage) -> Range<Int>? {
    var found: Range<Int>?
    for run in passage.origin.runs where run.text.overlaps(text) {
      var part = run.passage
      if run.isVerbatim {
        let common = run.text.clamped(to: text)
        let shift = run.passage.lowerBound - run.text.lowerBound
        part = (common.lowerBound + shift)..<(common.upperBound + shift)
      }
      found = found.map { min($0.lowerBound, part.lowerBound)..<max($0.upperBound, part.upperBound) } ?? part
    }
    return found
  }

  /// The text, each line of it broken to a width.
  func lines(width: Int) -> [String] {
    var lines: [[UInt8]] = [[]]
    for (index, byte) in passage.bytes.enumerated() {
      lines[lines.count - 1] += ends(at: index) + starts(at: index)
      if let bracket = bracket(at: index) {
        lines[lines.count - 1] += Array("⟨U+27E\(bracket)⟩".utf8)
        continue
      }
      if index > 0, bracket(at: index - 1) != nil { continue }
      if index > 1, bracket(at: index - 2) != nil { continue }
      switch byte {
      case 0x0A: lines.append([])
      case 0x0D: continue
      case _ where byte != 0x20 && masked.contains(where: { $0.contains(index) }):
        // One bullet for each character, none for the bytes that continue one.
        if byte & 0xC0 != 0x80 { lines[lines.count - 1] += Array("•".utf8) }
      default: lines[lines.count - 1].append(byte)
      }
    }
    lines[lines.count - 1] += ends(at: passage.bytes.count)
    return lines.flatMap { line in
      let wrapped = PlainText.wrapped(String(decoding: line, as: UTF8.self), width: width)
      return wrapped.isEmpty ? [""] : wrapped
    }
  }

  /// The last digit of the bracket U+27E6 or U+27E7 that begins at a byte.
  private func bracket(at index: Int) -> Int? {
    let bytes = passage.bytes
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x9F else { return nil }
    return bytes[index + 2] == 0xA6 ? 6 : bytes[index + 2] == 0xA7 ? 7 : nil
  }

  private func starts(at index: Int) -> [UInt8] {
    marks.filter { $0.range.lowerBound == index }.flatMap { _ in Array("⟦".utf8) }
  }

  private func ends(at index: Int) -> [UInt8] {
    // What began last ends first, so that marks nest.
    marks.filter { $0.range.upperBound == index }
      .sorted { ($0.range.lowerBound, $0.number) > ($1.range.lowerBound, $1.number) }
      .flatMap { Array("⟧\($0.number)".utf8) }
  }
}

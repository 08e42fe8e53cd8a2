/// Where the trailers of a message are.
///
/// This follows what git documents and does (git-interpret-trailers(1), checked against git by the tests): trailers are
/// the last paragraph, never the first; the paragraph counts if every line of it is a trailer, or if one was written by
/// git itself (`Signed-off-by: `, `(cherry picked from commit `) and at least a quarter are trailers; a line that starts
/// with white space continues the trailer above; comments, blank lines, everything below a scissors line and the old
/// `Conflicts:` block are not part of the message's end.
struct TrailerBlock {
  /// The trailers in order, continuation lines joined by one space.
  let trailers: [Trailer]
  /// Whether the last paragraph counts as trailers, so that another one may simply follow.
  let exists: Bool
  /// Where the message ends: before trailing comments, blank lines and the scissors line.
  let end: Int

  init(of message: CommitMessage) {
    // Git completes the last line before it looks.
    let text = Array(message.readable)
    let complete = text.isEmpty || text.last == UInt8(ascii: "\n") ? text : text + [UInt8(ascii: "\n")]
    let scissors = CommitMessage(complete, commentPrefix: message.commentPrefix).scissors
    let end = Self.end(of: complete, cutoff: scissors, message: message)
    let lines = CommitMessage.lines(of: complete[..<end])
    let first = Self.firstLine(in: lines, message: message)
    self.end = min(end, text.count)
    exists = first != nil
    trailers = first.map { Self.read(lines[$0...], message: message) } ?? []
  }

  /// Finds the end of the message proper.
  private static func end(of text: [UInt8], cutoff: Int, message: CommitMessage) -> Int {
    // Git keeps the start of the trailing run in a number whose zero means "none", so a run that starts with the
    // message is not one; hence no optional here.
    var run = 0
    var inConflicts = false
    for line in CommitMessage.lines(of: text[..<cutoff]) {
      if message.isComment(line) || line.first == UInt8(ascii: "\n") {
        if run == 0 { run = line.startIndex }
      } else if line.elementsEqual("Conflicts:\n".utf8) {
        inConflicts = true
        if run == 0 { run = line.startIndex }
      } else if inConflicts, line.first == UInt8(ascii: "\t") {
        continue
      } else if run != 0 {
        run = 0
        inConflicts = false
      }
    }
    return run == 0 ? cutoff : run
  }

  /// Finds the first line of the trailer paragraph; `nil` if the last paragraph is none.
  private static func firstLine(in lines: [ArraySlice<UInt8>], message: CommitMessage) -> Int? {
    let titleEnd =
      lines.firstIndex { !message.isComment($0) && CommitMessage.isBlank($0) } ?? lines.endIndex
    var onlyBlank = true
    var writtenByGit = false
    var trailers = 0
    var others = 0
    var continuations = 0
    for index in lines.indices.reversed() where index >= titleEnd {
      let line = lines[index]
      if message.isComment(line) {
        others += continuations
        continuations = 0
      } else if CommitMessage.isBlank(line) {
        if onlyBlank { continue }
        others += continuations
        let counts = writtenByGit ? trailers * 3 >= others : others == 0
        return counts && trailers > 0 ? index + 1 : nil
      } else {
        onlyBlank = false
        if line.starts(with: "Signed-off-by: ".utf8) || line.starts(with: "(cherry picked from commit ".utf8) {
          trailers += 1
          continuations = 0
          writtenByGit = true
        } else if separator(in: line) != nil {
          trailers += 1
          continuations = 0
        } else if let byte = line.first, Trailer.isSpace(byte) {
          continuations += 1
        } else {
          others += continuations + 1
          continuations = 0
        }
      }
    }
    return nil
  }

  private static func read(_ lines: ArraySlice<ArraySlice<UInt8>>, message: CommitMessage) -> [Trailer] {
    var folded: [[UInt8]] = []
    var continues = false
    for line in lines {
      if continues, let byte = line.first, Trailer.isSpace(byte), let last = folded.indices.last {
        folded[last].append(contentsOf: line)
      } else {
        folded.append(Array(line))
        continues = separator(in: line) != nil
      }
    }
    return folded.compactMap { line in
      guard !message.isComment(line[...]), let separator = separator(in: line[...]) else { return nil }
      let key = String(decoding: Trailer.trimmed(line[..<separator]), as: UTF8.self)
      return Trailer(key: key, value: unfolded(Trailer.trimmed(line[(separator + 1)...])))
    }
  }

  /// Finds the colon of a trailer line: after letters, digits and `-`, and then blanks, at least one byte in all.
  private static func separator(in line: ArraySlice<UInt8>) -> Int? {
    var blankSeen = false
    for (index, byte) in zip(line.indices, line) {
      if byte == UInt8(ascii: ":") { return index > line.startIndex ? index : nil }
      if !blankSeen, Trailer.isKeyByte(byte) { continue }
      guard index > line.startIndex, byte == 0x20 || byte == 0x09 else { return nil }
      blankSeen = true
    }
    return nil
  }

  /// Makes one space of each line feed and the white space after it.
  private static func unfolded(_ value: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var skipping = false
    for byte in value {
      if skipping, Trailer.isSpace(byte) { continue }
      skipping = byte == UInt8(ascii: "\n")
      result.append(skipping ? 0x20 : byte)
    }
    return Trailer.trimmed(result[...])
  }
}

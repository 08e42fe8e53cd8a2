extension CommitMessage {
  /// The message with trailers added at its end.
  ///
  /// They extend the last paragraph if that consists of trailers, and otherwise form a new one after a blank line.
  /// Every byte that was there stays: comments, the status and the scissors section of a commit template stay below.
  /// An empty message stays as it is, because git aborts a commit with an empty message and must still be able to.
  public func appending(_ trailers: [Trailer]) -> CommitMessage {
    guard !trailers.isEmpty, !isEmpty else { return self }
    let block = TrailerBlock(of: self)
    let position = insertionPoint(before: block.end)
    var insertion: [UInt8] = []
    if position > 0, bytes[position - 1] != UInt8(ascii: "\n") {
      insertion.append(UInt8(ascii: "\n"))
    }
    if !block.exists {
      insertion.append(UInt8(ascii: "\n"))
    }
    for trailer in trailers {
      insertion.append(contentsOf: trailer.line)
      insertion.append(UInt8(ascii: "\n"))
    }
    return CommitMessage(bytes[..<position] + insertion + bytes[position...], commentPrefix: commentPrefix)
  }

  /// Where the last line with content ends: a blank line in between would cut the new trailers off from the old ones.
  private func insertionPoint(before end: Int) -> Int {
    let content = Self.lines(of: bytes[..<end]).last { !Self.isBlank($0) && !isComment($0) }
    return content?.endIndex ?? end
  }
}

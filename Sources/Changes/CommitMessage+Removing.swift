extension CommitMessage {
  /// The message without the trailers of some keys; everything else stays byte for byte.
  ///
  /// Only trailers count: a line that looks like one higher up in the message is text and stays.
  public func removing(keys: [String]) -> CommitMessage {
    func matches(_ trailer: Trailer) -> Bool { keys.contains { trailer.hasKey($0) } }
    return removing(where: matches)
  }

  /// The message without the trailers a condition holds for.
  public func removing(where condition: (Trailer) -> Bool) -> CommitMessage {
    guard trailers.contains(where: condition) else { return self }
    let end = TrailerBlock(of: self).end
    let lines = Self.lines(of: bytes[..<end])
    let paragraph = (lines.lastIndex { Self.isBlank($0) && !isComment($0) } ?? -1) + 1
    var kept = lines[..<paragraph].flatMap { $0 }
    var dropping = false
    for line in lines[paragraph...] {
      if dropping, let byte = line.first, Trailer.isSpace(byte) { continue }
      dropping = CommitMessage([0x0A, 0x0A] + line).trailers.first.map(condition) ?? false
      if !dropping { kept.append(contentsOf: line) }
    }
    return CommitMessage(kept + bytes[end...], commentPrefix: commentPrefix)
  }
}

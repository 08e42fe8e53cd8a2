/// Numbers, pictures, mentions and hashtags.
extension Tokeniser {
  mutating func number() {
    let start = index
    let from = document.folded.count
    while index < bytes.count {
      let (kind, value, length) = kind(at: index)
      if kind == .digit {
        if let folded = value < 0x80 ? [UInt8(value)] : Folding.shared.bytes(of: value) {
          document.folded.append(contentsOf: folded)
        }
        index += length
      } else if value == 0x2E || value == 0x2C, index + 1 < bytes.count,
        bytes[index + 1] >= 0x30, bytes[index + 1] <= 0x39
      {
        document.folded.append(UInt8(value))
        index += length
      } else if kind == .ignored && value >= 0x80 {
        index += length
      } else {
        break
      }
    }
    emit(from: start, to: index, foldedFrom: from, traits: [.number])
  }

  mutating func emoji(_ length: Int) {
    let start = index
    let from = document.folded.count
    document.folded.append(contentsOf: bytes[index..<index + length])
    index += length
    // Modifiers, joiners and what is joined belong to the same picture.
    while index < bytes.count {
      let (value, width) = scalar(at: index)
      if value == 0x200D, index + width < bytes.count {
        index += width
        let joined = scalar(at: index)
        if Folding.kind(of: joined.value) == .emoji { index += joined.length }
      } else if value >= 0x80, Folding.kind(of: value) == .ignored {
        index += width
      } else {
        break
      }
    }
    emit(from: start, to: index, foldedFrom: from, traits: [.emoji])
  }

  mutating func mention(_ length: Int) {
    let start = index
    var end = index + length
    while end < bytes.count {
      let byte = bytes[end]
      guard
        byte >= 0x80
          ? Folding.kind(of: scalar(at: end).value) == .letter
          : Self.ascii[Int(byte)] == .letter || Self.ascii[Int(byte)] == .digit || byte == UInt8(ascii: "_")
            || (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")) && startsWord(end + 1)
      else { break }
      end += byte < 0x80 ? 1 : scalar(at: end).length
    }
    guard end > index + length else {
      index += length
      return
    }
    let from = document.folded.count
    for byte in bytes[index..<end] {
      document.folded.append(byte < 0x80 && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    index = end
    emit(from: start, to: end, foldedFrom: from, traits: [.mention])
  }

  mutating func hashtag(_ length: Int) {
    var end = index + length
    while end < bytes.count {
      let (kind, value, width) = kind(at: end)
      guard kind == .letter || kind == .digit || value == 0x5F || kind == .ignored && value >= 0x80 else { break }
      end += width
    }
    guard end > index + length else {
      index += length
      return
    }
    if lastHashtag >= sentenceStart && lastHashtag == document.tokens.count { boundary = .paragraph }
    index += length
    for piece in HashtagWords.pieces(of: bytes, in: index..<end, vocabulary: vocabulary) {
      let from = document.folded.count
      var traits: Traits = [.hashtag]
      if piece.spelling.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { traits.insert(.number) }
      document.folded.append(contentsOf: piece.spelling)
      emit(from: piece.bytes.lowerBound, to: piece.bytes.upperBound, foldedFrom: from, traits: traits)
    }
    index = end
    lastHashtag = document.tokens.count
  }
}

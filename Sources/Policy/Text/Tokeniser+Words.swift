extension Tokeniser {
  var previousIsWordByte: Bool {
    guard index > 0 else { return false }
    let byte = bytes[index - 1]
    return byte >= 0x80 || Self.ascii[Int(byte)] == .letter || Self.ascii[Int(byte)] == .digit
  }

  func startsWord(_ position: Int) -> Bool {
    position < bytes.count && kind(at: position).kind == .letter
  }

  mutating func word() {
    if let end = linkEnd() {
      emit(from: index, to: end, foldedFrom: document.folded.count, traits: [.link])
      index = end
      return
    }
    if let end = mailEnd() {
      emit(from: index, to: end, foldedFrom: document.folded.count, traits: [.mail])
      index = end
      return
    }
    var reader = WordReader(start: index, foldedFrom: document.folded.count)
    scan(&reader)
    finish(reader)
  }

  /// Folds letters from `index` on until the word ends.
  mutating func scan(_ reader: inout WordReader) {
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        switch Self.ascii[Int(byte)] {
        case .letter:
          reader.letter(upper: byte < 0x60)
          document.folded.append(byte | 0x20)
          index += 1
        case .digit:
          reader.substituted = true
          document.folded.append(byte)
          index += 1
        case .apostrophe:
          guard startsWord(index + 1), let clitic = cliticLength(after: index + 1) else { return }
          if clitic > 0 {
            reader.clitic = clitic
            return
          }
          document.folded.append(UInt8(ascii: "'"))
          index += 1
        case .punctuation:
          guard WordReader.substitutes.contains(byte), startsWord(index + 1), byte != UInt8(ascii: "@") || !mayBeMail
          else { return }
          reader.substituted = true
          document.folded.append(byte)
          index += 1
        case .ignored:
          index += 1
        default: return
        }
      } else {
        let (value, length) = scalar(at: index)
        switch Folding.kind(of: value) {
        case .letter, .digit:
          fold(value, length, &reader)
        case .ignored:
          index += length
        case .apostrophe:
          guard startsWord(index + length), let clitic = cliticLength(after: index + length) else { return }
          if clitic > 0 {
            reader.clitic = clitic
            return
          }
          document.folded.append(UInt8(ascii: "'"))
          index += length
        default: return
        }
      }
    }
  }

  mutating func fold(_ value: UInt32, _ length: Int, _ reader: inout WordReader) {
    let upper = Unicode.Scalar(value)?.properties.isUppercase ?? false
    reader.letter(upper: upper)
    if let latin = Folding.lookalike(of: foldedCase(value)) {
      reader.lookalikes.append((document.folded.count, latin))
    }
    if let folded = Folding.shared.bytes(of: value) {
      document.folded.append(contentsOf: folded)
    } else {
      document.folded.append(contentsOf: bytes[index..<index + length])
    }
    if value < 0x370 || value >= 0x1D400 { reader.latin = true }
    index += length
  }

  func foldedCase(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value), let lower = scalar.properties.lowercaseMapping.unicodeScalars.first else {
      return value
    }
    return lower.value
  }

  var mayBeMail: Bool {
    var position = index + 1
    while position < bytes.count, position - index < 64, bytes[position] > 0x20 {
      if bytes[position] == UInt8(ascii: ".") { return true }
      position += 1
    }
    return false
  }

  /// The length of `s`, `re`, `ve`, `ll`, `d` or `m` after an apostrophe; 0 where the apostrophe belongs to the word.
  func cliticLength(after position: Int) -> Int? {
    var end = position
    while end < bytes.count, bytes[end] < 0x80, Self.ascii[Int(bytes[end])] == .letter { end += 1 }
    let tail = bytes[position..<end].map { $0 | 0x20 }
    let clitics: [StaticString] = ["s", "re", "ve", "ll", "d", "m"]
    for clitic in clitics where tail.elementsEqual(String(describing: clitic).utf8) { return tail.count }
    return 0
  }

  mutating func finish(_ reader: WordReader) {
    var traits = reader.traits
    if !reader.lookalikes.isEmpty && reader.latinLetters {
      var folded = Array(document.folded[reader.foldedFrom...])
      for (position, latin) in reader.lookalikes.reversed() {
        let at = position - reader.foldedFrom
        let width = folded[at] < 0x80 ? 1 : folded[at] >= 0xE0 ? 3 : 2
        folded.replaceSubrange(at..<min(folded.count, at + width), with: [latin])
      }
      document.folded.replaceSubrange(reader.foldedFrom..., with: folded)
      traits.insert(.disguised)
    }
    var word = vocabulary.find(document.folded[reader.foldedFrom...])
    if word == nil, let plain = undisguised(reader) {
      document.folded.replaceSubrange(reader.foldedFrom..., with: plain)
      traits.insert(.disguised)
      word = vocabulary.find(plain[...])
    }
    emit(from: reader.start, to: index, foldedFrom: reader.foldedFrom, traits: traits, word: word)
    if reader.clitic > 0 {
      let from = document.folded.count
      let start = index
      index += kind(at: index).length
      document.folded.append(UInt8(ascii: "'"))
      for _ in 0..<reader.clitic {
        document.folded.append(bytes[index] | 0x20)
        index += 1
      }
      emit(from: start, to: index, foldedFrom: from, traits: [])
    }
  }

  /// The known word that the one just read stands for.
  private func undisguised(_ reader: WordReader) -> [UInt8]? {
    Disguise.undo(document.folded[reader.foldedFrom...], substituted: reader.substituted, in: vocabulary)
  }

  /// `$` or the like in the place of a first letter.
  mutating func disguisedStart(_ length: Int) {
    let start = index
    let from = document.folded.count
    document.folded.append(UInt8(ascii: "$"))
    index += length
    var reader = WordReader(start: start, foldedFrom: from)
    reader.substituted = true
    scan(&reader)
    if Disguise.undo(document.folded[from...], substituted: true, in: vocabulary) == nil {
      document.folded.remove(at: from)
    }
    finish(reader)
  }

  func linkEnd() -> Int? { LinkReader.linkEnd(in: bytes, at: index) }
  func mailEnd() -> Int? { LinkReader.mailEnd(in: bytes, at: index) }
}

internal import Changes
internal import Drafts

extension BuiltinCheck {
  /// File names that tell who is in the file: a title with a name, a number with the word for it, a number that is an
  /// identifier by its form, and, where patients are shown, a recognised name or a day.
  func filenameIdentifier(_ input: CheckInput) -> [CheckHit] {
    input.readPassages.compactMap { passage, part in
      guard case .fileName(let number) = passage.field else { return nil }
      let start = (passage.bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
      let attachment = input.declared?.attachments.flatMap { number < $0.count ? $0[number].value : nil }
      let showsPatients =
        switch attachment?.people?.value {
        case .patient, .mixed, nil: true
        case .some(.none), .staff, .public, .stock: false
        }
      let words = FileNameWords(passage.bytes, from: start)
      var found =
        words.titledName(titles: list("titles"), cues: list("cues")) ?? words.labelledNumber(labels: list("labels"))
      if found == nil, showsPatients {
        found =
          words.fullName ?? words.day
          ?? input.scan.entities.first { entity in
            entity.passage == part && !entity.isAllowed && entity.bytes.lowerBound >= start
              && [.personName, .nationalID, .recordNumber, .planNumber].contains(entity.kind)
          }?.bytes
      }
      return found.map { bytes in
        var hit = input.hit(passage, bytes)
        hit.isIdentifier = true
        return hit
      }
    }
  }
}

/// The words and numbers of a file name, cut at anything else and where letters meet digits.
struct FileNameWords {
  private let bytes: [UInt8]
  private let words: [Range<Int>]

  /// Cuts the part of a path that starts at an index, its extension left out.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    let end = bytes[start...].lastIndex(of: UInt8(ascii: ".")) ?? bytes.count
    var words: [Range<Int>] = []
    var position = start
    while position < end {
      var next = position + 1
      if Self.isDigit(bytes[position]) {
        while next < end, Self.isDigit(bytes[next]) { next += 1 }
        words.append(position..<next)
      } else if Self.isLetter(bytes[position]) {
        // A capital after a small letter starts a word of its own: `MrsJones`.
        while next < end, Self.isLetter(bytes[next]), !(Self.isCapital(bytes[next]) && !Self.isCapital(bytes[next - 1]))
        {
          next += 1
        }
        words.append(position..<next)
      }
      position = next
    }
    self.words = words
  }

  /// `mrs-jones`: a title and a word after it, or a word such as patient and a name after it.
  func titledName(titles: [String], cues: [String]) -> Range<Int>? {
    for (word, next) in zip(words, words.dropFirst()) where next.count >= 2 && !Self.isDigit(bytes[next.lowerBound]) {
      let title = spelling(word)
      if titles.contains(title) || (cues.contains(title) && isName(next, [.given, .family])) {
        return word.lowerBound..<next.upperBound
      }
    }
    return nil
  }

  /// `john-okonjo`: a first name and a family name.
  var fullName: Range<Int>? {
    for (word, next) in zip(words, words.dropFirst()) where isName(word, .given) && isName(next, .family) {
      return word.lowerBound..<next.upperBound
    }
    return nil
  }

  /// Whether a word is a name and no other word.
  private func isName(_ range: Range<Int>, _ kinds: NameFlags) -> Bool {
    let flags = NameTable.flags(of: Array(spelling(range).utf8)[...])
    return !flags.isDisjoint(with: kinds) && !flags.contains(.word)
  }

  /// `mrn-00123`: a word for a number and four digits or more that are not a year alone.
  func labelledNumber(labels: [String]) -> Range<Int>? {
    for (word, next) in zip(words, words.dropFirst())
    where labels.contains(spelling(word)) && next.count >= 4 && Self.isDigit(bytes[next.lowerBound]) {
      if next.count == 4, (1900...2099).contains(number(next)) { continue }
      return word.lowerBound..<next.upperBound
    }
    return nil
  }

  /// `2026-11-03`, `20261103`: a day of the calendar, year first.
  var day: Range<Int>? {
    for (index, word) in words.enumerated() where Self.isDigit(bytes[word.lowerBound]) {
      if word.count == 8, isDay(number(word) / 10_000, number(word) / 100 % 100, number(word) % 100) { return word }
      guard word.count == 4, index + 2 < words.count else { continue }
      let (month, day) = (words[index + 1], words[index + 2])
      guard month.count <= 2, day.count <= 2, Self.isDigit(bytes[month.lowerBound]), Self.isDigit(bytes[day.lowerBound])
      else { continue }
      if isDay(number(word), number(month), number(day)) { return word.lowerBound..<day.upperBound }
    }
    return nil
  }

  private func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1900...2099).contains(year) && CalendarDate(year: year, month: month, day: day) != nil
  }

  private func number(_ range: Range<Int>) -> Int { bytes[range].prefix(9).reduce(0) { $0 * 10 + Int($1) - 0x30 } }

  private func spelling(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
}

/// Identifiers that their form, ranges and check digits give away without a cue.
extension EntityScan {
  /// Starts at a number.
  mutating func readNumberByShape(at word: Int) {
    guard !continuesBackward(word) || !has(word - 1) else { return }
    readDeviceIdentifier(at: word)
    guard let run = codeRun(at: word) else { return }
    if run.digits == run.compact.count {
      readDigits(run)
    } else {
      readMixed(run)
    }
    readSpacedDigits(at: word)
  }

  /// Starts at a word with digits in it.
  mutating func readCodeWord(at word: Int) {
    guard !touches(word), let run = codeRun(at: word) else { return }
    readMixed(run)
    readBankAccount(at: word)
  }

  private mutating func readDigits(_ run: CodeRun) {
    let digits = digits(of: run.words)
    switch run.shape {
    case [3, 2, 4] where SocialSecurityNumber.isInUse(digits): add(.nationalID, run.words, rank: 3)
    case [3, 3, 3] where digits[0] != 0 && digits[0] != 8 && Checksum.luhn(digits[...]):
      add(.nationalID, run.words, rank: 2)
    case [4, 5, 1] where Checksum.australianMedicare(digits[...]): add(.nationalID, run.words, rank: 3)
    case [10] where Checksum.nhs(digits[...]) && nearCue(.nationalCue, before: run.words.lowerBound):
      add(.nationalID, run.words, rank: 4)
    default:
      if run.shape.count == 1 || run.shape.allSatisfy({ $0 >= 4 }), PaymentCard.isNumber(digits) {
        add(.accountNumber, run.words, rank: 3)
      } else if run.shape == [15], Checksum.luhn(digits[...]) {
        add(.deviceID, run.words, rank: 2)
      }
    }
  }

  /// Groups with spaces between: cards, NHS, social security and social insurance numbers.
  private mutating func readSpacedDigits(at word: Int) {
    guard let count = digitCount(word), count >= 3, count <= 6, !(traits(word - 1).contains(.number) && spaced(word))
    else { return }
    var end = word + 1
    var shape = [count]
    while end - word < 5, spaced(end), gap(before: end).count == 1, let next = digitCount(end) {
      shape.append(next)
      end += 1
    }
    guard shape.count >= 3, !touches(end) else { return }
    let digits = digits(of: word..<end)
    switch shape {
    case [3, 2, 4] where SocialSecurityNumber.isInUse(digits): add(.nationalID, word..<end, rank: 3)
    case [3, 3, 4] where Checksum.nhs(digits[...]): add(.nationalID, word..<end, rank: 3)
    case [3, 3, 3] where digits[0] != 0 && digits[0] != 8 && Checksum.luhn(digits[...]):
      add(.nationalID, word..<end, rank: 3)
    case [4, 5, 1] where Checksum.australianMedicare(digits[...]): add(.nationalID, word..<end, rank: 3)
    case [4, 4, 4, 4], [4, 6, 5], [4, 4, 4, 4, 3]:
      if PaymentCard.isNumber(digits) { add(.accountNumber, word..<end, rank: 3) }
    default: break
    }
  }

  /// Letters and digits: Medicare beneficiaries, PPS numbers, vehicles, DEA, national insurance.
  private mutating func readMixed(_ run: CodeRun) {
    let text = run.compact
    switch text.count {
    case 8, 9:
      if let second = NationalID.personalPublicService(text) {
        if second { add(.nationalID, run.words, rank: 5) }
      } else if text.count == 9, NationalID.isNationalInsurance(text) || NationalID.isDrugRegistration(text) {
        add(NationalID.isNationalInsurance(text) ? .nationalID : .licenceNumber, run.words, rank: 5)
      } else {
        readSerial(run)
      }
    case 11 where MedicareBeneficiary.hasShape(text): add(.planNumber, run.words, rank: 5)
    case 17 where Checksum.vin(text): add(.vehicleID, run.words, rank: 5)
    default: readSerial(run)
    }
  }

  /// `RX0044192`, `specimen S24-118302`: capitals, then six digits or more, as laboratories and pharmacies number things.
  ///
  /// A part number looks the same, so the letters or a word before must tell.
  private mutating func readSerial(_ run: CodeRun) {
    let letters = run.compact.prefix { $0 >= 0x61 }
    guard (1...4).contains(letters.count), run.digits == run.compact.count - letters.count,
      (6...14).contains(run.digits)
    else { return }
    for byte in bytes[document.bytes(of: run.words)].prefix(letters.count) where byte >= 0x61 { return }
    if nearCue(.recordCue, before: run.words.lowerBound) || letters.elementsEqual("mrn".utf8) {
      add(.recordNumber, run.words, rank: 2)
    } else if nearCue(.otherCue, before: run.words.lowerBound) || letters.elementsEqual("rx".utf8)
      || letters.elementsEqual("clm".utf8)
    {
      add(.otherNumber, run.words, rank: 2)
    }
  }

  /// `GB29 NWBK 6016 1331 9268 19`.
  private mutating func readBankAccount(at word: Int) {
    let spelling = document.spelling(word)
    guard spelling.count >= 4, traits(word).contains(.capitalized), spelling[spelling.startIndex + 1] >= 0x61,
      spelling[spelling.startIndex + 2] < 0x3A, spelling[spelling.startIndex + 3] < 0x3A
    else { return }
    var text: [UInt8] = []
    var end = word
    var best: Int?
    while has(end), end - word < 12, text.count < 34, end == word || touches(end) || gap(before: end).count == 1,
      traits(end).contains(.number) || !traits(end).isDisjoint(with: [.capitalized])
    {
      for byte in bytes[document.tokens[end].bytes] { text.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
      end += 1
      if text.count >= 15, Checksum.iban(text) { best = end }
    }
    if let best { add(.accountNumber, word..<best, rank: 4) }
  }

  /// `(01)00851234567893(17)…(21)A1B2`: a GS1 device identifier.
  private mutating func readDeviceIdentifier(at word: Int) {
    guard spells(word, "01"), byteBefore(word) == UInt8(ascii: "("), joined(word + 1, by: UInt8(ascii: ")")),
      digitCount(word + 1) == 14
    else { return }
    var end = word + 2
    while has(end), end - word < 24, gap(before: end).count <= 1, !gap(before: end).contains(0x20) { end += 1 }
    let run = document.bytes(of: word..<end)
    add(.deviceID, word..<end, bytes: run.lowerBound - 1..<run.upperBound, rank: 4)
  }
}

/// US social security and taxpayer numbers.
enum SocialSecurityNumber {
  /// Whether nine digits can have been issued: no area 000, 666, no group 00, no serial 0000; from 900 on only the
  /// groups of taxpayer numbers (SSA; IRS).
  static func isInUse(_ digits: [UInt8]) -> Bool {
    guard digits.count == 9 else { return false }
    let area = Int(digits[0]) * 100 + Int(digits[1]) * 10 + Int(digits[2])
    let group = Int(digits[3]) * 10 + Int(digits[4])
    guard area != 0, area != 666, group != 0, digits[5...] != [0, 0, 0, 0] else { return false }
    if area >= 900 {
      return (50...65).contains(group) || (70...88).contains(group) || (90...99).contains(group) && group != 93
    }
    return true
  }
}

/// Payment cards.
enum PaymentCard {
  /// Whether digits have the length and first digits of a card scheme and pass Luhn.
  static func isNumber(_ digits: [UInt8]) -> Bool {
    guard digits.count >= 13, digits.count <= 19 else { return false }
    let two = digits[0] * 10 + digits[1]
    let fits: Bool =
      switch digits[0] {
      case 3: [34, 37].contains(two) && digits.count == 15 || two == 35 && digits.count == 16 || digits.count == 14
      case 4: digits.count == 13 || digits.count == 16
      case 5: two >= 51 && two <= 55 && digits.count == 16
      case 2: two >= 22 && two <= 27 && digits.count == 16
      case 6: digits.count == 16 || two == 62
      default: false
      }
    return fits && Checksum.luhn(digits[...])
  }
}

/// The written form of a US Medicare beneficiary identifier.
enum MedicareBeneficiary {
  /// Eleven characters C A AN N A AN N A A N N, letters without S, L, O, I, B, Z (CMS).
  static func hasShape(_ text: [UInt8]) -> Bool {
    guard text.count == 11, text[0] != 0x30 else { return false }
    for (byte, kind) in zip(text, Array("nAXnAXnAAnn".utf8)) {
      let isDigit = byte >= 0x30 && byte <= 0x39
      let isLetter = byte >= 0x61 && byte <= 0x7A && !Array("sloibz".utf8).contains(byte)
      switch kind {
      case UInt8(ascii: "n"): guard isDigit else { return false }
      case UInt8(ascii: "A"): guard isLetter else { return false }
      default: guard isDigit || isLetter else { return false }
      }
    }
    return true
  }
}

/// National identifiers of letters and digits, in lower case.
enum NationalID {
  /// Seven digits and one or two letters: whether the check letter is right; nil where it has another form.
  static func personalPublicService(_ text: [UInt8]) -> Bool? {
    guard text.count == 8 || text.count == 9 else { return nil }
    for byte in text[..<7] where byte < 0x30 || byte > 0x39 { return nil }
    for byte in text[7...] where byte < 0x61 { return nil }
    return Checksum.ppsn(text[..<7].map { $0 - 0x30 }[...], check: text[7], second: text.count == 9 ? text[8] : nil)
  }

  /// Two letters, six digits and A to D (HMRC).
  static func isNationalInsurance(_ text: [UInt8]) -> Bool {
    guard text.count == 9, text[8] >= 0x61, text[8] <= 0x64 else { return false }
    for byte in text[2..<8] where byte < 0x30 || byte > 0x39 { return false }
    for byte in text[..<2] where byte < 0x61 || Array("dfiquv".utf8).contains(byte) { return false }
    return text[1] != UInt8(ascii: "o")
  }

  /// A DEA registration: a registrant letter, a letter or 9, seven digits with their check digit.
  static func isDrugRegistration(_ text: [UInt8]) -> Bool {
    guard text.count == 9, Array("abcdefghjklmprstux".utf8).contains(text[0]), text[1] >= 0x61 || text[1] == 0x39 else {
      return false
    }
    for byte in text[2...] where byte < 0x30 || byte > 0x39 { return false }
    return Checksum.dea(text[2...].map { $0 - 0x30 }[...])
  }
}

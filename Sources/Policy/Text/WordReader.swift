/// What was seen of a word while its letters were read.
struct WordReader {
  /// ASCII characters that people put in the place of a letter.
  static let substitutes: Set<UInt8> = Set("@$!*+".utf8)

  let start: Int
  let foldedFrom: Int
  var letters = 0
  var uppers = 0
  var firstUpper = false
  var substituted = false
  /// A letter of the Latin alphabet outside ASCII was read.
  var latin = false
  /// The length of the clitic that follows, without its apostrophe.
  var clitic = 0
  /// Where letters of other alphabets that look Latin were folded to.
  var lookalikes: [(Int, UInt8)] = []

  init(start: Int, foldedFrom: Int) {
    self.start = start
    self.foldedFrom = foldedFrom
  }

  mutating func letter(upper: Bool) {
    if letters == 0 { firstUpper = upper }
    letters += 1
    if upper { uppers += 1 }
  }

  var latinLetters: Bool { latin || letters > lookalikes.count }

  var traits: Traits {
    var traits: Traits = []
    if firstUpper { traits.insert(.capitalized) }
    if uppers == letters && letters > 1 { traits.insert(.allCaps) }
    return traits
  }
}

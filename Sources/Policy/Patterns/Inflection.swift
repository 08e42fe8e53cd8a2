/// The regular and irregular forms of English words.
///
/// Makes more forms than a dictionary would (both `travelling` and `traveling`); what nobody writes costs nothing.
enum Inflection {
  /// The word and its plurals.
  static func nounForms(_ word: [UInt8]) -> [[UInt8]] {
    let spelling = String(decoding: word, as: UTF8.self)
    if let plural = irregularPlurals[spelling] { return [word, Array(plural.utf8)] }
    if spelling.hasSuffix("man"), spelling.utf8.count > 4 {
      return [word, Array(spelling.dropLast(3).utf8) + Array("men".utf8)]
    }
    return [word, pluralOrThird(spelling)].map { $0 }
  }

  /// The word with its third person, past and -ing forms.
  static func verbForms(_ word: [UInt8]) -> [[UInt8]] {
    let spelling = String(decoding: word, as: UTF8.self)
    var forms: [[UInt8]] = [word, pluralOrThird(spelling)]
    for form in irregularVerbs[spelling] ?? [] { forms.append(Array(form.utf8)) }
    let bytes = Array(spelling.utf8)
    guard let last = bytes.last, bytes.count > 1 else { return forms }
    let before = bytes[bytes.count - 2]
    func add(_ stem: [UInt8], _ ending: String) { forms.append(stem + Array(ending.utf8)) }
    if last == UInt8(ascii: "e") {
      add(bytes, "d")
      if before == UInt8(ascii: "i") {
        add(Array(bytes.dropLast(2)), "ying")
      } else {
        add(Array(bytes.dropLast()), "ing")
        if isVowel(before) { add(bytes, "ing") }
      }
    } else if last == UInt8(ascii: "y"), !isVowel(before) {
      add(Array(bytes.dropLast()), "ied")
      add(bytes, "ing")
    } else {
      add(bytes, "ed")
      add(bytes, "ing")
      if doubles(bytes) {
        add(bytes + [last], "ed")
        add(bytes + [last], "ing")
      }
      if last == UInt8(ascii: "c") {
        add(bytes, "ked")
        add(bytes, "king")
      }
    }
    return forms
  }

  /// The word with its comparative and superlative.
  static func adjectiveForms(_ word: [UInt8]) -> [[UInt8]] {
    guard let last = word.last, word.count > 2 else { return [word] }
    if last == UInt8(ascii: "e") { return [word, word + Array("r".utf8), word + Array("st".utf8)] }
    if last == UInt8(ascii: "y"), !isVowel(word[word.count - 2]) {
      let stem = Array(word.dropLast())
      return [word, stem + Array("ier".utf8), stem + Array("iest".utf8)]
    }
    let stem = doubles(word) ? word + [last] : word
    return [word, stem + Array("er".utf8), stem + Array("est".utf8)]
  }

  private static func pluralOrThird(_ spelling: String) -> [UInt8] {
    let bytes = Array(spelling.utf8)
    guard let last = bytes.last, bytes.count > 1 else { return bytes + Array("s".utf8) }
    let before = bytes[bytes.count - 2]
    if last == UInt8(ascii: "y"), !isVowel(before) { return Array(bytes.dropLast()) + Array("ies".utf8) }
    let hisses =
      last == UInt8(ascii: "s") || last == UInt8(ascii: "x") || last == UInt8(ascii: "z")
      || last == UInt8(ascii: "h") && (before == UInt8(ascii: "c") || before == UInt8(ascii: "s"))
    return bytes + Array((hisses ? "es" : "s").utf8)
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }

  /// A short vowel and one consonant: `stop`, `admit`, `travel`.
  private static func doubles(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 3 else { return false }
    let (first, middle, last) = (bytes[bytes.count - 3], bytes[bytes.count - 2], bytes[bytes.count - 1])
    return !isVowel(first) && isVowel(middle) && !isVowel(last) && !"wxy".utf8.contains(last)
  }

  private static let irregularPlurals: [String: String] = [
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "wife": "wives", "life": "lives", "knife": "knives", "calf": "calves", "half": "halves", "diagnosis": "diagnoses",
    "crisis": "crises", "prosthesis": "prostheses", "metastasis": "metastases", "biopsy": "biopsies", "ovum": "ova",
    "bacterium": "bacteria", "testis": "testes", "uterus": "uteri", "fetus": "fetuses", "foetus": "foetuses",
    "thief": "thieves", "leaf": "leaves", "mouse": "mice", "goose": "geese", "analysis": "analyses",
  ]

  private static let irregularVerbs: [String: [String]] = [
    "be": ["am", "is", "are", "was", "were", "been", "being"], "bear": ["bore", "born", "borne"], "beat": ["beaten"],
    "become": ["became"], "begin": ["began", "begun"], "bite": ["bit", "bitten"], "bleed": ["bled"],
    "blow": ["blew", "blown"],
    "break": ["broke", "broken"], "breed": ["bred"], "bring": ["brought"], "build": ["built"], "buy": ["bought"],
    "catch": ["caught"], "choose": ["chose", "chosen"], "come": ["came"], "cut": ["cut"], "deal": ["dealt"],
    "die": ["died", "dying"], "do": ["does", "did", "done"], "draw": ["drew", "drawn"], "drink": ["drank", "drunk"],
    "drive": ["drove", "driven"], "eat": ["ate", "eaten"], "fall": ["fell", "fallen"], "feed": ["fed"],
    "feel": ["felt"],
    "fight": ["fought"], "find": ["found"], "fly": ["flew", "flown"], "forget": ["forgot", "forgotten"],
    "get": ["got", "gotten"],
    "give": ["gave", "given"], "go": ["goes", "went", "gone"], "grow": ["grew", "grown"], "have": ["has", "had"],
    "hear": ["heard"], "hide": ["hid", "hidden"], "hit": ["hit"], "hold": ["held"], "hurt": ["hurt"], "keep": ["kept"],
    "know": ["knew", "known"], "lay": ["laid"], "lead": ["led"], "leave": ["left"], "lend": ["lent"], "let": ["let"],
    "lie": ["lay", "lain", "lied", "lying"], "lose": ["lost"], "make": ["made"], "mean": ["meant"], "meet": ["met"],
    "pay": ["paid"], "put": ["put", "putting"], "quit": ["quit", "quitting"], "read": ["read"],
    "ride": ["rode", "ridden"], "ring": ["rang", "rung"],
    "rise": ["rose", "risen"], "run": ["ran"], "say": ["said"], "see": ["saw", "seen"], "seek": ["sought"],
    "sell": ["sold"],
    "send": ["sent"], "shake": ["shook", "shaken"], "shoot": ["shot"], "show": ["shown"], "shut": ["shut"],
    "sing": ["sang", "sung"],
    "sit": ["sat"], "sleep": ["slept"], "speak": ["spoke", "spoken"], "spend": ["spent"], "spit": ["spat"],
    "stand": ["stood"],
    "steal": ["stole", "stolen"], "stick": ["stuck"], "swear": ["swore", "sworn"], "swim": ["swam"], "swing": ["swung"],
    "take": ["took", "taken"],
    "teach": ["taught"], "tear": ["tore", "torn"], "tell": ["told"], "think": ["thought"],
    "throw": ["threw", "thrown"],
    "understand": ["understood"], "wake": ["woke", "woken"], "wear": ["wore", "worn"], "win": ["won"],
    "write": ["wrote", "written"],
  ]
}

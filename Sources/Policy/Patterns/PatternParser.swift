/// Reads a pattern as it is written in a rule file.
struct PatternParser {
  private let text: [UInt8]
  private var index = 0

  private init(_ text: String) { self.text = Array(text.utf8) }

  /// Parses a whole pattern.
  static func parse(_ text: String) throws(PatternError) -> Pattern {
    var parser = PatternParser(text)
    let pattern = try parser.choice(nested: false)
    guard parser.index == parser.text.count else {
      throw PatternError(
        message: "“\(Character(Unicode.Scalar(parser.text[parser.index])))” has no opening partner",
        offset: parser.index)
    }
    guard pattern.minimumWords > 0 else {
      throw PatternError(message: "the pattern matches no word at all", offset: 0)
    }
    return pattern
  }

  private var peek: UInt8? { index < text.count ? text[index] : nil }

  private mutating func skipSpaces() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A { index += 1 }
  }

  private mutating func choice(nested: Bool) throws(PatternError) -> Pattern {
    var branches = [try sequence()]
    while peek == UInt8(ascii: "|") {
      guard nested else { throw PatternError(message: "“|” stands only inside ( … )", offset: index) }
      index += 1
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternError) -> Pattern {
    var parts: [Pattern] = []
    while true {
      skipSpaces()
      guard let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")"), byte != UInt8(ascii: "]") else {
        break
      }
      parts.append(try repeated())
    }
    guard !parts.isEmpty else { throw PatternError(message: "something is missing here", offset: index) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeated() throws(PatternError) -> Pattern {
    let inner = try element()
    switch peek {
    case UInt8(ascii: "?"):
      index += 1
      return .repeated(inner, atLeast: 0, atMost: 1)
    case UInt8(ascii: "+"):
      index += 1
      return .repeated(inner, atLeast: 1, atMost: nil)
    case UInt8(ascii: "*"):
      index += 1
      return .repeated(inner, atLeast: 0, atMost: nil)
    case UInt8(ascii: "{"):
      index += 1
      let low = try number()
      var high = low
      if peek == UInt8(ascii: ",") {
        index += 1
        high = try number()
      }
      try expect(UInt8(ascii: "}"), "}")
      guard low <= high, high >= 1, high <= 20 else {
        throw PatternError(message: "a repetition runs from a smaller to a larger number, at most 20", offset: index)
      }
      return .repeated(inner, atLeast: low, atMost: high)
    default: return inner
    }
  }

  private mutating func number() throws(PatternError) -> Int {
    let start = index
    while let byte = peek, byte >= 0x30, byte <= 0x39 { index += 1 }
    guard index > start, let value = Int(String(decoding: text[start..<index], as: UTF8.self)) else {
      throw PatternError(message: "a number is missing here", offset: index)
    }
    return value
  }

  private mutating func expect(_ byte: UInt8, _ name: String) throws(PatternError) {
    guard peek == byte else { throw PatternError(message: "“\(name)” is missing here", offset: index) }
    index += 1
  }

  private mutating func element() throws(PatternError) -> Pattern {
    guard let byte = peek else { throw PatternError(message: "something is missing here", offset: index) }
    switch byte {
    case UInt8(ascii: "("):
      index += 1
      let inner = try choice(nested: true)
      try expect(UInt8(ascii: ")"), ")")
      return inner
    case UInt8(ascii: "["):
      index += 1
      let inner = try choice(nested: true)
      try expect(UInt8(ascii: "]"), "]")
      return .marked(inner)
    case UInt8(ascii: "^"):
      index += 1
      return .place(.start)
    case UInt8(ascii: "$"):
      index += 1
      return .place(.end)
    case UInt8(ascii: "."): return try gap()
    case UInt8(ascii: "/"):
      index += 1
      return .place(.slash)
    case UInt8(ascii: "!"):
      let offset = index
      index += 1
      guard case .item(let item) = try element() else {
        throw PatternError(message: "“!” stands before one word, class or kind", offset: offset)
      }
      return .not(item)
    case UInt8(ascii: "<"): return try kind()
    case UInt8(ascii: "~"), UInt8(ascii: "="):
      index += 1
      return try word(sign: byte)
    case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ">"):
      throw PatternError(
        message: "“\(Character(Unicode.Scalar(byte)))” follows what it applies to, without a space", offset: index)
    default: return try word(sign: nil)
    }
  }

  private mutating func gap() throws(PatternError) -> Pattern {
    let offset = index
    let any = Pattern.item(.trait(.any))
    guard index + 1 < text.count, text[index + 1] == UInt8(ascii: ".") else {
      throw PatternError(message: "a gap is “..3” or “...”", offset: offset)
    }
    index += 2
    if peek == UInt8(ascii: ".") {
      index += 1
      return .repeated(any, atLeast: 0, atMost: nil)
    }
    let most = try number()
    guard most >= 1, most <= 20 else { throw PatternError(message: "a gap is from 1 to 20 words", offset: offset) }
    return .repeated(any, atLeast: 0, atMost: most)
  }

  private mutating func kind() throws(PatternError) -> Pattern {
    let offset = index
    index += 1
    let start = index
    while let byte = peek, byte != UInt8(ascii: ">"), byte != 0x20 { index += 1 }
    let name = String(decoding: text[start..<index], as: UTF8.self)
    try expect(UInt8(ascii: ">"), ">")
    if let mark = Marks.names.first(where: { $0.0 == name }) { return .place(mark.1) }
    let traits = name.split(separator: "&", omittingEmptySubsequences: false).map { part in
      Traits.names.first { $0.0 == part }?.1
    }
    if let all = traits.reduce(Traits?.some([]), { sum, trait in trait.flatMap { sum?.union($0) } }) {
      return .item(.trait(all))
    }
    if name == "staff-name" { return .item(.staffName) }
    if name == "age-over-89" { return .item(.ageOver89) }
    if let entity = EntityKind(rawValue: name) { return .item(.entity(entity)) }
    let known =
      Marks.names.map(\.0) + Traits.names.map(\.0) + EntityKind.allCases.map(\.rawValue) + [
        "staff-name", "age-over-89",
      ]
    throw PatternError(
      message: "there is no kind <\(name)>; there are <\(known.joined(separator: "> <"))>", offset: offset)
  }

  private mutating func word(sign: UInt8?) throws(PatternError) -> Pattern {
    let offset = index
    while let byte = peek, !Self.ends.contains(byte) { index += 1 }
    // A sign of repetition at the end belongs to the pattern, one inside belongs to the word.
    let raw = Array(text[offset..<index])
    guard !raw.isEmpty else { throw PatternError(message: "a word is missing here", offset: offset) }
    if sign == nil, raw.count >= 2, Self.isClassName(raw) {
      return .item(.wordClass(String(decoding: raw, as: UTF8.self)))
    }
    let words = Spelling.words(of: raw)
    guard !words.isEmpty else {
      throw PatternError(message: "“\(String(decoding: raw, as: UTF8.self))” holds no word", offset: offset)
    }
    switch sign {
    case UInt8(ascii: "~"):
      guard words.count == 1 else { throw PatternError(message: "“~” stands before one word", offset: offset) }
      return .item(.anyForm(words[0]))
    case UInt8(ascii: "="):
      guard words.count == 1 else { throw PatternError(message: "“=” stands before one word", offset: offset) }
      let allCaps = !raw.contains { $0 >= 0x61 && $0 <= 0x7A }
      return .item(.written(words[0], allCaps: allCaps && raw.count > 1))
    default:
      let apart = words.map { Pattern.item(.word($0)) }
      let sequence = apart.count == 1 ? apart[0] : .sequence(apart)
      guard words.count > 1, raw.contains(UInt8(ascii: "-")) else { return sequence }
      return .choice([sequence, .item(.word(words.flatMap { $0 }))])
    }
  }

  private static let ends: Set<UInt8> = Set(" \t\n()[]|?*+{}<>".utf8)

  static func isClassName(_ raw: [UInt8]) -> Bool {
    raw.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "_") }
      && raw.contains { $0 >= 0x41 && $0 <= 0x5A }
  }
}

/// How rule files' own words are spelled: by the same tokeniser as the posts.
enum Spelling {
  /// The folded words of a literal; `'ve` and the like are themselves.
  static func words(of raw: [UInt8]) -> [[UInt8]] {
    // Plain lower-case words, nearly all of them, are their own spelling.
    if raw.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { return raw.isEmpty ? [] : [raw] }
    if raw.first == UInt8(ascii: "'"), raw.count > 1 { return [raw.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }] }
    var tokeniser = Tokeniser(vocabulary: Vocabulary())
    tokeniser.read(raw)
    let document = tokeniser.document
    return document.tokens.indices.map { Array(document.spelling($0)) }
  }
}

extension Pattern {
  /// The fewest words a match can have.
  var minimumWords: Int {
    switch self {
    case .item, .not: 1
    case .place: 0
    case .sequence(let parts): parts.reduce(0) { $0 + $1.minimumWords }
    case .choice(let parts): parts.map(\.minimumWords).min() ?? 0
    case .repeated(let inner, let atLeast, _): inner.minimumWords * atLeast
    case .marked(let inner): inner.minimumWords
    }
  }
}

internal import YAML

/// A named set of words, phrases and patterns.
struct WordClass: Sendable {
  /// Something that is in the class: its words, and how they must be written.
  struct Member: Sendable {
    var words: [[UInt8]]
    var traits: Traits
  }

  var name: String
  var summary: String
  var members: [Member] = []
  var includes: [(name: String, range: SourceRange)] = []
  var patterns: [Pattern] = []
  var except: [Pattern] = []
  var path: String

  /// Whether its members can be looked up without matching patterns.
  var isPlain: Bool { patterns.isEmpty && except.isEmpty }

  private static let keys = [
    "class", "summary", "source", "since", "words", "nouns", "verbs", "adjectives", "include", "patterns", "except",
  ]

  init(_ node: YAMLNode, path: String) throws(PolicyError) {
    self.path = path
    do {
      let mapping = try node.mapping(keys: Self.keys)
      name = try mapping.required("class").string()
      summary = try mapping.required("summary").string()
      for node in try mapping["words"]?.sequence() ?? [] { try add(node) { [$0] } }
      for node in try mapping["nouns"]?.sequence() ?? [] {
        try add(node) { words in Self.varied(words, at: words.count - 1, Inflection.nounForms) }
      }
      for node in try mapping["verbs"]?.sequence() ?? [] {
        try add(node) { words in Self.varied(words, at: 0, Inflection.verbForms) }
      }
      for node in try mapping["adjectives"]?.sequence() ?? [] {
        try add(node) { words in Self.varied(words, at: words.count - 1, Inflection.adjectiveForms) }
      }
      for node in try mapping["include"]?.sequence() ?? [] { includes.append((try node.string(), node.range)) }
    } catch {
      throw PolicyError(path: path, error)
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard PatternParser.isClassName(Array(name.utf8)), name.utf8.count >= 2, file == name + ".yaml" else {
      throw PolicyError(
        path: path, range: node.range, message: "the class “\(name)” belongs in a file named \(name).yaml, in capitals")
    }
    patterns = try Self.patterns(node, "patterns", path)
    except = try Self.patterns(node, "except", path)
    guard !members.isEmpty || !patterns.isEmpty || !includes.isEmpty else {
      throw PolicyError(
        path: path, range: node.range, message: "the class has no members; add words, nouns, verbs or patterns")
    }
  }

  private static func patterns(_ node: YAMLNode, _ key: String, _ path: String) throws(PolicyError) -> [Pattern] {
    do {
      var patterns: [Pattern] = []
      for item in try node.mapping(keys: keys)[key]?.sequence() ?? [] {
        patterns.append(try PatternReader.pattern(item))
      }
      return patterns
    } catch {
      throw PolicyError(path: path, error)
    }
  }

  private mutating func add(_ node: YAMLNode, _ forms: ([[UInt8]]) -> [[[UInt8]]]) throws(YAMLError) {
    let text = try node.string()
    let exact = text.hasPrefix("=")
    let raw = Array(text.utf8.dropFirst(exact ? 1 : 0))
    let words = raw.split(separator: 0x20).flatMap { Spelling.words(of: Array($0)) }
    guard !words.isEmpty else { throw YAMLError(.badValue("“\(text)” holds no word"), at: node.range) }
    // One letter cannot be told from a word with a capital.
    let shouted = exact && raw.count > 1 && !raw.contains { $0 >= 0x61 && $0 <= 0x7A }
    for form in forms(words) {
      members.append(Member(words: form, traits: exact ? (shouted ? .allCaps : .capitalized) : []))
      if words.count > 1, raw.contains(UInt8(ascii: "-")), !raw.contains(0x20) {
        members.append(Member(words: [form.flatMap { $0 }], traits: []))
      }
    }
  }

  private static func varied(_ words: [[UInt8]], at index: Int, _ forms: ([UInt8]) -> [[UInt8]]) -> [[[UInt8]]] {
    forms(words[index]).map { form in
      var varied = words
      varied[index] = form
      return varied
    }
  }
}

/// Reads patterns out of YAML, with the place of what is wrong in them.
enum PatternReader {
  static func pattern(_ node: YAMLNode) throws(YAMLError) -> Pattern {
    let text = try node.string(expected: "a pattern in quotes")
    do {
      return try PatternParser.parse(text)
    } catch {
      var place = node.range
      // Within quotes that hold no escapes, the offset in the pattern is the offset in the file.
      let shift = error.offset + (node.isQuoted ? 1 : 0)
      place.start.column += shift
      place.start.byte += shift
      throw YAMLError(.badValue("in the pattern “\(text)”: \(error.message)"), at: place)
    }
  }
}

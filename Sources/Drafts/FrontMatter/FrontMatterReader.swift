import Changes
import YAML

/// Reads front matter key by key, keeps every problem and goes on, and collects what a reader will see.
///
/// Ranges of nodes are in text offsets; what leaves this type is in positions of the file as it is stored.
struct FrontMatterReader {
  let source: SourceText
  private(set) var problems: [DraftProblem] = []
  private(set) var passages: [Passage] = []
  private(set) var parents: [Passage] = []

  init(source: SourceText) {
    self.source = source
  }

  /// Reads the front matter that stands in a block; nil when it is not YAML.
  mutating func read(_ block: FrontMatterBlock) -> FrontMatter? {
    let content = block.content(in: source)
    let base = SourcePosition(line: 2, column: 1, byte: content.lowerBound)
    do {
      let node = try YAMLNode.parse(Array(source.text[content]), base: base)
      return frontMatter(node, range: source.range(ofText: block.whole(in: source)))
    } catch {
      report(error)
      return nil
    }
  }

  /// The same range in the file as it is stored.
  func locate(_ range: SourceRange) -> SourceRange {
    var range = range
    range.start.byte = source.originalOffset(ofText: range.start.byte)
    range.end.byte = source.originalOffset(ofText: range.end.byte)
    return range
  }

  /// Keeps a problem, up to `DraftError.problemLimit`.
  mutating func report(_ error: YAMLError) {
    guard problems.count < DraftError.problemLimit else { return }
    problems.append(DraftProblem(.frontMatter(error.reason), at: locate(error.range)))
  }

  /// Reads a node, or keeps the problem.
  mutating func read<Value>(
    _ node: YAMLNode?, _ read: (YAMLNode) throws(YAMLError) -> Value
  ) -> Located<Value>? {
    guard let node, !node.isNull else { return nil }
    do {
      return Located(try read(node), at: locate(node.range))
    } catch {
      report(error)
      return nil
    }
  }

  /// Reads a mapping with declared keys, or keeps the problems.
  mutating func mapping(_ node: YAMLNode, keys: [String], like example: String) -> YAMLMapping? {
    let mapping = read(node) { node throws(YAMLError) in try node.mapping(expected: "a mapping, like \(example)") }
    for error in mapping?.value.unknownKeys(known: keys) ?? [] { report(error) }
    return mapping?.value
  }

  /// Reads a list, item by item, or keeps the problems.
  mutating func list<Item>(
    _ node: YAMLNode?, like example: String, item: (inout FrontMatterReader, YAMLNode) -> Item?
  ) -> [Item]? {
    guard let node, !node.isNull else { return nil }
    let items = read(node) { node throws(YAMLError) in try node.sequence(expected: "a list, like \(example)") }
    return items?.value.compactMap { reportNothing($0) ? nil : item(&self, $0) }
  }

  /// Keeps a problem for an item that is nothing, as `- #tag` is: the number sign starts a comment.
  mutating func reportNothing(_ node: YAMLNode) -> Bool {
    guard node.isNull else { return false }
    report(node.wrongType("a value; put text that starts with # in quotes"))
    return true
  }

  /// Reads text.
  mutating func text(_ node: YAMLNode?, like example: String) -> Located<String>? {
    read(node) { node throws(YAMLError) in try node.string(expected: "text, like \(example)") }
  }

  /// Reads text of which the bytes count: an id, a reference.
  mutating func bytes(_ node: YAMLNode?, like example: String) -> Located<[UInt8]>? {
    text(node, like: example).map { Located(Array($0.value.utf8), at: $0.range) }
  }

  /// Reads `true` or `false`.
  mutating func flag(_ node: YAMLNode?) -> Located<Bool>? {
    read(node) { node throws(YAMLError) in try node.bool() }
  }

  /// Reads one word out of a list.
  mutating func word<Word: DeclaredWord>(_ node: YAMLNode?, _: Word.Type = Word.self) -> Located<Word>? {
    read(node) { node throws(YAMLError) in
      if case .scalar(let text, _) = node.content, let word = Word(rawValue: text) { return word }
      let names = Word.allCases.map(\.rawValue)
      let expected = "one of " + names.joined(separator: ", ")
      let text = try node.string(expected: expected)
      guard let nearest = nearestName(to: text, among: names) else { throw node.wrongType(expected) }
      throw YAMLError(.badValue("expected \(expected); did you mean \(nearest)?"), at: node.range)
    }
  }

  /// Reads a moment.
  mutating func timestamp(_ node: YAMLNode?) -> Located<Timestamp>? {
    read(node) { node throws(YAMLError) in
      let expected = "a date and time with its offset from UTC, like 2026-12-01T09:00:00-06:00"
      guard let moment = Timestamp(try node.string(expected: expected)) else { throw node.wrongType(expected) }
      return moment
    }
  }

  /// Reads a day.
  mutating func date(_ node: YAMLNode?) -> Located<CalendarDate>? {
    read(node) { node throws(YAMLError) in
      let expected = "a day of the calendar, like 2027-09-01"
      guard let date = CalendarDate(try node.string(expected: expected)) else { throw node.wrongType(expected) }
      return date
    }
  }

  /// Reads the path of a file in the repository: relative, without `.`, `..` and empty parts.
  mutating func path(_ node: YAMLNode?, like example: String) -> Located<RepositoryPath>? {
    read(node) { node throws(YAMLError) in
      let expected = "a path inside the repository, like \(example)"
      guard let path = RepositoryPath(try node.string(expected: expected)) else { throw node.wrongType(expected) }
      return path
    }
  }

  /// Reads a SHA-256 in hexadecimal.
  mutating func digest(_ node: YAMLNode?) -> Located<String>? {
    read(node) { node throws(YAMLError) in
      let expected = "a SHA-256 of 64 hexadecimal digits"
      let text = try node.string(expected: expected).lowercased()
      guard text.utf8.count == 64, text.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
      else { throw node.wrongType(expected) }
      return text
    }
  }

  /// Adds the text of a node to what is scanned, unless it is empty or not text.
  mutating func addPassage(_ field: Passage.Field, post: Int = 1, _ node: YAMLNode?) {
    guard let node, !node.isNull, case .scalar(let text, let style) = node.content, !text.isEmpty else { return }
    let bytes = Array(text.utf8)
    let written = node.range.start.byte..<node.range.end.byte
    var alignment = ScalarAlignment(value: bytes, style: style, written: written, in: source.text)
    let passage = Passage(field: field, post: post, bytes: bytes, origin: alignment.align())
    if passage.isContext { parents.append(passage) } else { passages.append(passage) }
  }
}

import TestSupport
import Testing
import YAML

@Suite("What the strict reader reads")
struct ReadingTests {
  /// The node without places, in a notation of its own: text in guillemets, `~` for null.
  private func outline(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, _): node.isNull ? "~" : "«\(text)»"
    case .sequence(let items): "[" + items.map(outline).joined(separator: " ") + "]"
    case .mapping(let mapping):
      "{" + mapping.entries.map { "\($0.key)=\(outline($0.value))" }.joined(separator: " ") + "}"
    }
  }

  @Test(
    "documents",
    arguments: [
      ("", "~"), ("# only a comment\n", "~"), ("---\na: 1\n...\n", "{a=«1»}"),
      ("a: no\nb: yes\nc: 2026-12-01\nd: ~\ne: null\nf:\ng: ''\n", "{a=«no» b=«yes» c=«2026-12-01» d=~ e=~ f=~ g=«»}"),
      ("- a\n- [b, {c: d}]\n-\n  e: f\n", "[«a» [«b» {c=«d»}] {e=«f»}]"),
      ("a: |\n  one\n  two\nb: >-\n  three\n  four\n", "{a=«one\ntwo\n» b=«three four»}"),
      ("a: \"x\\ty\\u00e9\"\nb: 'it''s'\n", "{a=«x\tyé» b=«it's»}"),
      ("a: 'null'\n", "{a=«null»}"),
      ("a: 1\r\nb: 2\r\n", "{a=«1» b=«2»}"),
    ])
  func documents(text: String, expected: String) throws {
    #expect(outline(try YAMLNode.parse(Array(text.utf8))) == expected)
  }

  @Test(
    "the value of key v lies where it is marked",
    arguments: [
      "v: ↓plain text↑ # comment", "é: ü\nv: ↓ö↑", "a: 1\r\nv: ↓2↑\r\nb: 3", "v: ↓'quoted'↑", "v: ↓\"q\\n\"↑\n",
      "v: ↓[a, b]↑ # c", "v:\n  ↓- a\n  - b↑\n# after\nb: 1\n", "v:\n  ↓a: 1\n  b: {c: d}↑\n\n\nx: 1",
      "v: ↓|\n  one\n\n  two↑\n\nb: 1", "v: ↓>-\n  one\n  two↑", "v: ↓|\r\n  one↑\r\n\r\nb: 1",
      "v: ↓|\n  one↑  \nb: 1", "{a: 1, v: ↓{}↑}", "v:↓↑\nb: 1", "v: ↓🧬 x↑\n",
    ])
  func places(marked: String) throws {
    let text = MarkedText(marked)
    let value = try #require(try YAMLNode.parse(text.bytes).mapping().entry("v")?.value)
    #expect([value.range] == text.places)
  }

  @Test("keys carry their places, also with a base offset")
  func keys() throws {
    let base = SourcePosition(line: 2, column: 1, byte: 4)
    let mapping = try YAMLNode.parse(Array("a: 1\n'key': é\nz: 2".utf8), base: base).mapping()
    #expect(mapping.entries.map(\.key) == ["a", "key", "z"])
    #expect(mapping.entries[1].keyRange.start == SourcePosition(line: 3, column: 1, byte: 9))
    #expect(mapping.entries[1].keyRange.end == SourcePosition(line: 3, column: 6, byte: 14))
    #expect(mapping.entries[2].keyRange.start == SourcePosition(line: 4, column: 1, byte: 19))
  }

  @Test("typed access takes what it should")
  func access() throws {
    let text = "s: no\nb: true\ni: -12\nd: 2.5\nl: [a, 1]\none: x\n"
    let mapping = try YAMLNode.parse(Array(text.utf8)).mapping(keys: ["s", "b", "i", "d", "l", "one"])
    #expect(try mapping.required("s").string() == "no")
    #expect(try mapping.required("b").bool())
    #expect(try mapping.required("i").int() == -12)
    #expect(try mapping.required("d").double() == 2.5)
    #expect(try mapping.required("l").strings() == ["a", "1"])
    #expect(try mapping.required("l").oneOrManyStrings() == ["a", "1"])
    #expect(try mapping.required("one").oneOrManyStrings() == ["x"])
    #expect(mapping["absent"] == nil)
  }

  @Test(
    "typed access refuses what it should",
    arguments: ["yes", "True", "'true'", "1", "[true]", "~"])
  func notBool(text: String) throws {
    let node = try YAMLNode.parse(Array(text.utf8))
    #expect(throws: YAMLError.self) { try node.bool() }
  }

  @Test("whole numbers are plain decimal", arguments: ["010", "0x1F", "1_000", "+5", "--5", "-", "'5'", "1.0", "5 6"])
  func notInt(text: String) throws {
    let node = try YAMLNode.parse(Array(text.utf8))
    #expect(throws: YAMLError.self) { try node.int() }
  }

  @Test("a wrong type says what was expected and never repeats the value")
  func wrongType() throws {
    let node = try YAMLNode.parse(Array("Jo Bloggs".utf8))
    let error = try #require(throws: YAMLError.self) { try node.sequence(expected: "a list, like [x]") }
    #expect(error.message == "found text; expected a list, like [x]")
  }

  @Test(
    "unknown keys name the nearest one",
    arguments: [
      ("expirydate", "expiryDate"), ("expiry_date", "expiryDate"), ("chanels", "channels"),
      ("auhtor", "author"), ("zebra", nil),
    ] as [(String, String?)])
  func nearest(key: String, expected: String?) throws {
    let known = ["author", "channels", "expiryDate"]
    let node = try YAMLNode.parse(Array("author: a\n\(key): 1".utf8))
    let error = try #require(throws: YAMLError.self) { try node.mapping(keys: known) }
    #expect(error.reason == .unknownKey(key, nearest: expected, known: known))
    #expect(error.range.start == SourcePosition(line: 2, column: 1, byte: 10))
    let hint = expected.map { "unknown key \"\(key)\", did you mean \"\($0)\"?" }
    #expect(error.message == hint ?? "unknown key \"zebra\"; allowed here: author, channels, expiryDate")
  }
}

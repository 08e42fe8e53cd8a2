import TestSupport
import Testing
import YAML

@Suite("What the strict reader refuses")
struct RefusalTests {
  @Test(
    "refused with the place and the reason",
    arguments: [
      ("a: ↓&name 1↑", "an anchor (&name) is not allowed"),
      ("a: [1, ↓*name↑]", "an alias (*name) is not allowed"),
      ("a: ↓!!int 1↑", "a tag (tag:yaml.org,2002:int) is not allowed"),
      ("a: ↓!x 1↑", "a tag (!x) is not allowed"),
      ("↓<<↑: {a: 1}", "a merge key (<<) is not allowed"),
      ("a: 1\nb: 2\n↓a↑: 3", "key \"a\" occurs twice, first on line 1"),
      ("a: {x: 1, ↓'x'↑: 2}", "key \"x\" occurs twice, first on line 1"),
      ("a: 1\n↓---↑\nb: 2", "a second document starts here"),
      ("↓%YAML 1.1\n---↑\nb: 2", "a directive"),
      ("? ↓[↑a]\n: 1", "a key must be text"),
      ("é: 1\nb: x↓↑\u{0}", "a NUL byte"),
      ("a: b↓↑\u{2028}about: none", "a U+2028, which only some programs take for the end of a line"),
      ("é↓↑\u{85}", "a U+85"),
      ("title: one↓↑: two", "not readable as YAML: mapping values are not allowed in this context; put text"),
      ("a: ↓↑@handle", "not readable as YAML: found character that cannot start any token; put text"),
      ("\"\\e[31m\": 1\n↓\"\\e[31m\"↑: 2", "key \"\\u{1b}[31m\" occurs twice"),
      ("a: b\n \tc: 1", "not readable as YAML"),
      ("a: \"b", "not readable as YAML"),
      ("a: b↓↑\u{7}", "not readable as YAML: control characters are not allowed"),
    ])
  func refused(marked: String, message: String) throws {
    let text = MarkedText(marked)
    let error = try #require(throws: YAMLError.self) { try YAMLNode.parse(text.bytes) }
    #expect(error.message.hasPrefix(message), "\(error.message)")
    if !text.ranges.isEmpty { #expect([error.range] == text.places) }
  }

  @Test("32 levels are read, 33 are not")
  func depth() throws {
    let deepest = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    _ = try YAMLNode.parse(Array(deepest.utf8))
    let error = try #require(throws: YAMLError.self) { try YAMLNode.parse(Array("[\(deepest)]".utf8)) }
    #expect(error.reason == .tooDeep(limit: 32))
    #expect(error.range.start == SourcePosition(line: 1, column: 33, byte: 32))
  }

  @Test(
    "bytes that are not UTF-8 are named at the first one",
    arguments: [
      ([0x61, 0x80], 1), ([0xC3], 0), ([0x61, 0xC0, 0x80], 1), ([0xED, 0xA0, 0x80], 0),
      ([0xC3, 0xA9, 0xF4, 0x90, 0x80, 0x80], 2), ([0xE2, 0x82], 0),
    ] as [([UInt8], Int)])
  func invalidUTF8(bytes: [UInt8], offset: Int) throws {
    let error = try #require(throws: YAMLError.self) { try YAMLNode.parse(bytes) }
    #expect(error.message == "not readable as YAML: not UTF-8")
    #expect(error.range.start.byte == offset)
  }

  @Test("random bytes never crash and every error lies inside the text", arguments: 0..<40)
  func fuzz(seed: UInt64) {
    var random = DeterministicGenerator(seed: seed)
    let alphabet = Array("ab: -[]{}'\"|>\n\r\t#&*!%,?~\\0é\u{FEFF}\u{2028}".utf8)
    for _ in 0..<100 {
      let isText = random.next() % 4 != 0
      let bytes = (0..<Int(random.next() % 60)).map { _ in
        isText ? alphabet[Int(random.next() % UInt64(alphabet.count))] : UInt8(truncatingIfNeeded: random.next())
      }
      do {
        let node = try YAMLNode.parse(bytes)
        #expect(node.range.end.byte <= bytes.count)
      } catch {
        #expect(error.range.start.byte <= bytes.count)
        #expect(!error.message.isEmpty)
      }
    }
  }
}

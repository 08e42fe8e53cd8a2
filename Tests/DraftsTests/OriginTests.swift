import Changes
import Drafts
import TestSupport
import Testing
import YAML

@Suite("Every byte maps back to the file")
struct OriginTests {
  /// One draft in each encoding the reader takes.
  enum Storage: CaseIterable {
    case utf8, utf8WithMark, utf16LittleEndian, utf16BigEndian

    func store(_ text: String) -> [UInt8] {
      switch self {
      case .utf8: Array(text.utf8)
      case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case .utf16LittleEndian: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf16BigEndian: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      }
    }

    /// What stands between two offsets of a stored file.
    func text(_ bytes: ArraySlice<UInt8>) -> String {
      let bytes = Array(bytes)
      let pairs = stride(from: 0, to: bytes.count - 1, by: 2).map { (UInt16(bytes[$0]), UInt16(bytes[$0 + 1])) }
      switch self {
      case .utf8, .utf8WithMark: return String(decoding: bytes, as: UTF8.self)
      case .utf16LittleEndian: return String(decoding: pairs.map { $0 | $1 << 8 }, as: UTF16.self)
      case .utf16BigEndian: return String(decoding: pairs.map { $0 << 8 | $1 }, as: UTF16.self)
      }
    }
  }

  private static let text = """
    ---
    title: 'It''s a “plain” talk 🧬'
    variants:
      x: |
        Línea one

          indented 🧬 two
      bluesky:
        - >-
          folded words
          go on

          here
        - plain words
          over two lines
        - "escaped \\u00e9 \\n and \\
          joined \\U0001F9EC
          folded"
    hashtags: ["#Über"]
    inReplyTo: {text: [Earlier 🧬 post]}
    ---
    First péché 🧬.

    ---

    Second 👩‍⚕️ post.
    """

  private static func draft(_ storage: Storage, lineEnd: String) throws -> Draft {
    let stored = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
    return try Draft.parse(bytes: storage.store(stored), path: "drafts/a.md")
  }

  @Test("characters come from the same characters", arguments: Storage.allCases, ["\n", "\r\n", "\r"])
  func characters(storage: Storage, lineEnd: String) throws {
    let draft = try Self.draft(storage, lineEnd: lineEnd)
    #expect(draft.passages.count == 8)
    #expect(draft.parents.count == 1)
    for passage in draft.passages + draft.parents {
      var offset = 0
      for scalar in String(decoding: passage.bytes, as: UTF8.self).unicodeScalars {
        let bytes = offset..<(offset + UTF8.width(scalar))
        offset = bytes.upperBound
        let range = passage.range(bytes, in: draft.source)
        let written = storage.text(draft.source.original[range.start.byte..<range.end.byte])
        let run = try #require(passage.origin.runs.first { $0.passage.contains(bytes.lowerBound) })
        if run.isVerbatim {
          #expect(written == String(scalar))
        } else {
          #expect([" ", "\n", "'", "é", "🧬"].contains(String(scalar)), "only these are written otherwise")
        }
        #expect(draft.source.position(ofByte: range.start.byte) == range.start)
      }
    }
  }

  @Test("letters are always found one by one", arguments: Storage.allCases)
  func letters(storage: Storage) throws {
    let draft = try Self.draft(storage, lineEnd: "\n")
    for passage in draft.passages {
      for run in passage.origin.runs where !run.isVerbatim {
        let text = String(decoding: passage.bytes[run.passage], as: UTF8.self)
        #expect(text.allSatisfy { $0.isWhitespace || "'é🧬".contains($0) }, "\(passage.field.name)")
      }
    }
  }

  @Test("lines and columns do not depend on the encoding")
  func sameLines() throws {
    let places = try Storage.allCases.map { storage in
      try Self.draft(storage, lineEnd: "\n").passages.flatMap { passage in
        let draft = try Self.draft(storage, lineEnd: "\n")
        let range = passage.range(0..<passage.bytes.count, in: draft.source)
        return [range.start.line, range.start.column, range.end.line, range.end.column]
      }
    }
    #expect(Set(places).count == 1)
  }

  @Test(
    "a marked word is found where it is written",
    arguments: [
      ("---\ntitle: a ↓word↑ here\n---\n", "word"),
      ("---\ntitle: 'it''s a ↓word↑'\n---\n", "word"),
      ("---\ntitle: 'it↓''↑s'\n---\n", "'"),
      ("---\ntitle: \"\\t\\\"↓word↑\\\"\"\n---\n", "word"),
      ("---\ntitle: \"caf↓\\u00e9↑\"\n---\n", "é"),
      ("---\ntitle: \"\\tone   ↓word↑\"\n---\n", "word"),
      ("---\ntitle: 'it''s  my   ↓word↑'\n---\n", "word"),
      ("---\ntitle: >\n  one\n  ↓word↑\n---\n", "word"),
      ("---\ntitle: | # note word\n\n    ↓word↑\n---\n", "word"),
      ("---\ntitle: |+\n  a\n\n  ↓word↑\n\n\n---\n", "word"),
      ("---\n'title': one\n  ↓word↑ # word\n---\n", "word"),
      ("---\r\ntitle: \"one\r\n\r\n  ↓word↑\"\r\n---\r\n", "word"),
      ("---\nvariants: {x: [one, ↓word↑]}\n---\n", "word"),
      ("---\nattachments:\n- alt: 'é ↓word↑'\n---\n", "word"),
      ("---\nauthor: a\n---\n\n 🧬 ↓word↑ \n", "word"),
      ("no front matter, one ↓word↑", "word"),
    ])
  func words(marked: String, word: String) throws {
    let text = MarkedText(marked)
    let draft = try Draft.parse(bytes: text.bytes, path: "drafts/a.md")
    let wanted = Array(word.utf8)
    let found = draft.passages.flatMap { passage in
      passage.bytes.indices.filter { passage.bytes[$0...].starts(with: wanted) }
        .map { passage.range($0..<($0 + wanted.count), in: draft.source) }
    }
    #expect(found == text.places)
  }

  @Test("half of an escaped character is the whole escape, and nothing is the place before it")
  func partOfAnEscape() throws {
    let text = MarkedText("---\ntitle: \"caf↓\\u00e9↑\"\n---\n")
    let draft = try Draft.parse(bytes: text.bytes, path: "drafts/a.md")
    let title = try #require(draft.passages.first)
    for part in [3..<4, 4..<5, 3..<5] { #expect([title.range(part, in: draft.source)] == text.places) }
    let start = try #require(text.places.first?.start)
    #expect(title.range(3..<3, in: draft.source) == SourceRange(at: start))
  }

  @Test("what is declared is found in the stored file", arguments: Storage.allCases)
  func declared(storage: Storage) throws {
    let text = "---\nauthor: é🧬\ntitle: 'Té 🧬' # ü\npeople: [{name: Ü, role: staff}]\n---\nBody."
    let draft = try Draft.parse(bytes: storage.store(text), path: "drafts/a.md")
    let front = try #require(draft.frontMatter)
    func written(_ range: SourceRange?) -> String? {
      range.map { storage.text(draft.source.original[$0.start.byte..<$0.end.byte]) }
    }
    #expect(written(front.author?.range) == "é🧬")
    #expect(written(front.title?.range) == "'Té 🧬'")
    #expect(written(front.people?.first?.range) == "{name: Ü, role: staff}")
    #expect(written(front.people?.first?.value.role?.range) == "staff")
    #expect(written(draft.posts.first?.range) == "Body.")
    #expect(written(front.range)?.hasSuffix("]\n---") == true)
  }

  @Test("a problem is found in the stored file", arguments: Storage.allCases)
  func problem(storage: Storage) throws {
    let stored = storage.store("---\nauthor: é🧬\nchanels: [x]\nabout: ünknown\n---\n")
    let error = try #require(throws: DraftError.self) { try Draft.parse(bytes: stored, path: "drafts/a.md") }
    let written = error.problems.map { storage.text(stored[$0.range.start.byte..<$0.range.end.byte]) }
    #expect(written == ["chanels", "ünknown"])
    #expect(error.problems.map(\.range.start.column) == [1, 8])
  }

  @Test("every byte of a file belongs to the character it is part of", arguments: Storage.allCases)
  func positions(storage: Storage) throws {
    let text = "aé\r\n🧬b\rc\n\n" + String(repeating: "é🧬x", count: 40)
    let stored = storage.store(text)
    let source = try SourceText(stored)
    var byte = source.originalOffset(ofText: 0)
    for scalar in text.unicodeScalars {
      let width =
        source.encoding == .utf8 || source.encoding == .utf8WithMark
        ? UTF8.width(scalar) : 2 * UTF16.width(scalar)
      for inside in byte..<(byte + width) {
        #expect(source.position(ofByte: inside).byte == byte)
      }
      byte += width
    }
    #expect(source.position(ofByte: 0) == source.position(ofText: 0))
    #expect(source.position(ofByte: stored.count).byte == stored.count)
    #expect(source.position(ofByte: stored.count).line == 5)
    #expect(source.position(ofByte: stored.count).column == 121)
  }
}

import Changes
import Drafts
import TestSupport
import Testing
import YAML

@Suite("What is wrong with a draft, and where")
struct DraftErrorTests {
  private func problems(_ bytes: [UInt8]) throws -> [DraftProblem] {
    let error = try #require(throws: DraftError.self) { try Draft.parse(bytes: bytes, path: "drafts/late.md") }
    return error.problems
  }

  @Test(
    "problems in the front matter, each at its place",
    arguments: [
      ("---\n↓expirydate↑: 2027-01-01T00:00:00Z\n---\n", ["unknown key \"expirydate\", did you mean \"expiryDate\"?"]),
      ("---\npeople:\n  - {↓nmae↑: Jo}\n---\n", ["unknown key \"nmae\", did you mean \"name\"?"]),
      (
        "---\nconsent: {ref: A, scope: {↓purpose↑: [x]}}\n---\n",
        ["unknown key \"purpose\", did you mean \"purposes\"?"]
      ),
      ("---\nchannels: ↓facebook↑\n---\n", ["found text; expected a list, like [facebook, x]"]),
      ("---\r\nauthor: ↓[a, b]↑\r\n---\r\n", ["found a list; expected text, like j.okafor"]),
      (
        "---\rabout: ↓pateint↑\r---\r",
        ["expected one of none, staff, patient, group, public-figure; did you mean patient?"]
      ),
      (
        "---\nabout: ↓'Jo Bloggs'↑\n---\n",
        [
          "found quoted text; expected one of none, staff, patient, group, public-figure"
        ]
      ),
      (
        "---\npublishDate: ↓2026-12-01T09:00:00↑\n---\n",
        ["found text; expected a date and time with its offset from UTC, like 2026-12-01T09:00:00-06:00"]
      ),
      (
        "---\nclaims: [{reviewed: ↓2026-02-30↑}]\n---\n",
        ["found text; expected a day of the calendar, like 2027-09-01"]
      ),
      ("---\ndeidentified: ↓yes↑\n---\n", ["found text; expected true or false"]),
      (
        "---\nattachments: [{file: ↓../x.jpg↑}]\n---\n",
        ["found text; expected a path inside the repository, like media/clinic.jpg"]
      ),
      ("---\nattachments: [{sha256: ↓abc↑}]\n---\n", ["found text; expected a SHA-256 of 64 hexadecimal digits"]),
      (
        "---\ninReplyTo: ↓{file: a.md, text: b}↑\n---\n",
        [
          "expected either file or text, like {file: published/2026/flu-clinic.md} or {text: the earlier post}"
        ]
      ),
      ("---\nvariants: {x: ↓{a: b}↑}\n---\n", ["found a mapping; expected text, or a list of texts in order"]),
      ("---\nvariants: {x: [a, ↓[b]↑]}\n---\n", ["found a list; expected text, like the words of one post"]),
      ("---\nhashtags:\n  -↓↑ #flu\n---\n", ["found nothing; expected a value; put text that starts with # in quotes"]),
      ("---\n↓just words↑\n---\n", ["found text; expected a mapping, like author: j.okafor"]),
      ("---\na: 1\n↓a↑: 2\n---\n", ["key \"a\" occurs twice, first on line 2; keep one"]),
      (
        "---\nb: é\n↓chanels↑: [x]\nkind: ↓anouncement↑\n---\n",
        [
          "unknown key \"b\"",
          "unknown key \"chanels\", did you mean \"channels\"?",
          "expected one of announcement, education",
        ]
      ),
      ("↓---↑\nauthor: a\n", ["the front matter that starts here has no end; close it with a line of three dashes"]),
      ("↓---↑", ["the front matter that starts here has no end; close it with a line of three dashes"]),
    ])
  func frontMatter(marked: String, messages: [String]) throws {
    let text = MarkedText(marked)
    let problems = try problems(text.bytes)
    #expect(problems.count == messages.count)
    for (problem, message) in zip(problems, messages) {
      #expect(problem.message.hasPrefix(message), "\(problem.message)")
    }
    #expect(problems.suffix(text.ranges.count).map(\.range) == text.places)
  }

  @Test("the rendered error names file, line, column and what to do, one line for each problem")
  func rendered() throws {
    let text = "---\nkind: story\nexpirydate: x\nchannels: 5\n---\n"
    let error = try #require(throws: DraftError.self) {
      try Draft.parse(bytes: Array(text.utf8), path: "drafts/late.md")
    }
    #expect(
      error.description == """
        drafts/late.md:3:1: unknown key "expirydate", did you mean "expiryDate"?
        drafts/late.md:4:11: found text; expected a list, like [facebook, x]
        """)
  }

  @Test(
    "bytes that are no text",
    arguments: [
      (Array("a\nb".utf8) + [0x00], DraftProblem.Reason.nul, SourcePosition(line: 2, column: 2, byte: 3)),
      (Array("é\r\nx".utf8) + [0xFF], .invalidUTF8, SourcePosition(line: 2, column: 2, byte: 5)),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xC3], .invalidUTF8, SourcePosition(line: 1, column: 2, byte: 4)),
      ([0x61, 0x00, 0x62, 0x00], .utf16WithoutMark, SourcePosition(line: 1, column: 2, byte: 1)),
      ([0x00, 0x61, 0x00, 0x62], .utf16WithoutMark, SourcePosition(line: 1, column: 1, byte: 0)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x62], .invalidUTF16, SourcePosition(line: 1, column: 2, byte: 4)),
      ([0xFE, 0xFF, 0x00, 0x0A, 0xDC, 0x00], .invalidUTF16, SourcePosition(line: 2, column: 1, byte: 4)),
      ([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61], .invalidUTF16, SourcePosition(line: 1, column: 1, byte: 2)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], .nul, SourcePosition(line: 1, column: 2, byte: 4)),
    ])
  func undecodable(bytes: [UInt8], reason: DraftProblem.Reason, position: SourcePosition) throws {
    #expect(try problems(bytes) == [DraftProblem(reason, at: SourceRange(at: position))])
  }

  @Test("a hundred problems are enough")
  func many() throws {
    let text = "---\nhashtags:\n" + String(repeating: "- #flu\n", count: 101) + "---\n"
    #expect(try problems(Array(text.utf8)).count == DraftError.problemLimit)
  }

  @Test("1 MiB is read, one byte more is not")
  func size() throws {
    let most = [UInt8](repeating: UInt8(ascii: "a"), count: Draft.sizeLimit)
    #expect(try Draft.parse(bytes: most, path: "drafts/a.md").posts.count == 1)
    #expect(try problems(most + [0x61]).map(\.reason) == [.tooLarge(bytes: Draft.sizeLimit + 1)])
  }

  @Test("random front matter never crashes and every problem lies inside the file", arguments: 0..<20)
  func fuzz(seed: UInt64) {
    var random = DeterministicGenerator(seed: seed)
    let words = [
      "attachments", "variants", "inReplyTo", "text", "file", "channels", ": ", "\n", "\n  ", "- ", "[", "]", "{", "}",
      ", ", "'", "\"", "\\n", "|", ">-", "é", "🧬", "#", "\r\n", "---\n", "x", " ", "true", "alt", "hashtags",
    ]
    for _ in 0..<100 {
      let noise = (0..<Int(random.next() % 30)).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined()
      let bytes = Array("---\n\(noise)\n---\n\(noise)".utf8)
      do throws(DraftError) {
        let draft = try Draft.parse(bytes: bytes, path: "drafts/a.md")
        for passage in draft.passages + draft.parents {
          let range = passage.range(0..<passage.bytes.count, in: draft.source)
          #expect(range.start.byte <= range.end.byte && range.end.byte <= bytes.count)
        }
      } catch {
        #expect(!error.problems.isEmpty)
        #expect(error.problems.allSatisfy { $0.range.end.byte <= bytes.count })
      }
    }
  }
}

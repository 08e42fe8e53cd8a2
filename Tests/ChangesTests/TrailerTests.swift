import Changes
import Foundation
import TestSupport
import Testing

/// Git is the specification: `git interpret-trailers --parse --no-divider`.
struct TrailerTests {
  @Test(arguments: MessageSamples.table)
  func readsWhatGitReads(message: String) throws {
    let oracle = try TrailerOracle()
    #expect(Self.printed(CommitMessage(message)) == (try oracle.parse([message])[0]))
  }

  @Test func readsWhatGitReadsInGeneratedMessages() throws {
    let messages = MessageSamples.generated(2_000, seed: 1)
    let expected = try TrailerOracle().parse(messages)
    var withTrailers = 0
    for (message, expected) in zip(messages, expected) {
      #expect(Self.printed(CommitMessage(message)) == expected, "\(message.debugDescription)")
      if !expected.isEmpty { withTrailers += 1 }
    }
    // The comparison would be worth little if hardly any message had trailers.
    #expect(withTrailers > messages.count / 5)
  }

  @Test func readsWhatGitReadsAfterAppending() throws {
    let added = try ["Needs-Approval: a", "Key: b"].map {
      let parts = $0.split(separator: ":")
      return try #require(Trailer(key: String(parts[0]), value: parts[1].dropFirst().utf8.map { $0 }))
    }
    let messages = (MessageSamples.table + MessageSamples.generated(1_000, seed: 2)).filter { !$0.contains("\0") }
    let results = messages.map { CommitMessage($0).appending(added) }
    let parsed = try TrailerOracle().parse(results.map { String(decoding: $0.bytes, as: UTF8.self) })
    for ((message, result), parsed) in zip(zip(messages, results), parsed) {
      let before = CommitMessage(message)
      if before.isEmpty {
        #expect(result == before)
      } else {
        let expected = (before.trailers + added).map { $0.description + "\n" }.joined()
        #expect(parsed == expected, "\(message.debugDescription)")
        #expect(Self.isSubsequence(before.bytes, of: result.bytes), "\(message.debugDescription)")
      }
    }
  }

  @Test(arguments: [
    ("Title\n", "Title\n\nKey: v\n"),
    ("Title", "Title\n\nKey: v\n"),
    ("Title\n\nText.\n", "Title\n\nText.\n\nKey: v\n"),
    ("Title\n\nA: b\n", "Title\n\nA: b\nKey: v\n"),
    ("Title\n\nA: b\n\n\n", "Title\n\nA: b\nKey: v\n\n\n"),
    ("Title\n\n# Please enter\n#\n", "Title\n\nKey: v\n\n# Please enter\n#\n"),
    ("Title\n# Please enter\n", "Title\n\nKey: v\n# Please enter\n"),
    (
      "Title\n\nA: b\n\(MessageSamples.scissors)diff --git\n",
      "Title\n\nA: b\nKey: v\n\(MessageSamples.scissors)diff --git\n"
    ),
    ("Title\n\nA: b\n  c\n", "Title\n\nA: b\n  c\nKey: v\n"),
    ("\n# Please enter\n", "\n# Please enter\n"),
    ("", ""),
  ])
  func appendsAtTheEndOfTheMessageProper(before: String, after: String) throws {
    let trailer = try #require(Trailer(key: "Key", value: "v"))
    let result = CommitMessage(before).appending([trailer])
    #expect(String(decoding: result.bytes, as: UTF8.self) == after)
  }

  @Test func honoursAnotherCommentCharacter() throws {
    let message = CommitMessage("Title\n\nKey: v\n; note\n".utf8, commentPrefix: [UInt8(ascii: ";")])
    #expect(message.trailers == [try #require(Trailer(key: "Key", value: "v"))])
    #expect(CommitMessage("Title\n\nKey: v\n; note\n").trailers.isEmpty)
  }

  @Test(arguments: [
    ("", "v"), ("a b", "v"), ("a:", "v"), ("\u{E9}", "v"), ("a", " v"), ("a", "v\n"), ("a", "b\nc"), ("a", "\0"),
  ])
  func aTrailerIsOneLine(key: String, value: String) {
    #expect(Trailer(key: key, value: value) == nil)
  }

  @Test func keysCompareWithoutCase() throws {
    let trailer = try #require(Trailer(key: "Approved-By", value: "x"))
    #expect(trailer.hasKey("approved-by"))
    #expect(!trailer.hasKey("approved-b"))
  }

  private static func printed(_ message: CommitMessage) -> String {
    message.trailers.map { $0.description + "\n" }.joined()
  }

  private static func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    var rest = part[...]
    for byte in whole where rest.first == byte { rest.removeFirst() }
    return rest.isEmpty
  }
}

/// Asks git for the trailers of many messages with one process of the shell.
struct TrailerOracle {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "chaperone-trailers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func parse(_ messages: [String]) throws -> [String] {
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, message) in messages.enumerated() {
      try Data(message.utf8).write(to: folder.appending(path: "\(index)"))
    }
    // Trailers can be read outside a repository; a line of \u{1} cannot be part of any.
    let script = """
      index=0
      while [ $index -lt \(messages.count) ]; do
        git interpret-trailers --parse --no-divider < $index || exit 1
        printf '\\001\\n'
        index=$((index + 1))
      done
      """
    let run = try ProgramRun.run(
      "sh", ["-c", script], environment: TemporaryRepository.cleanEnvironment(home: folder), directory: folder)
    guard run.status == 0 else { throw ProgramFailure(command: "git", status: run.status, error: run.error) }
    return run.output.components(separatedBy: "\u{1}\n").dropLast().map { $0 }
  }
}

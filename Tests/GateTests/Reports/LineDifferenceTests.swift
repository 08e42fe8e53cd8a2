import TestSupport
import Testing

@testable import Gate

/// The difference of two texts rebuilds both of them, whatever they are.
struct LineDifferenceTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func theTwoTextsCanBeReadOffIt() {
    var generator = DeterministicGenerator(seed: 7)
    for _ in 0..<300 {
      let words = ["a", "b", "c", "", "a b", "b  a", "c c c"]
      func text() -> [String] {
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
      }
      let (old, new) = (text(), text())
      let difference = LineDifference(
        from: bytes(old.map { $0 + "\n" }.joined()), to: bytes(new.map { $0 + "\n" }.joined()))
      var (before, after): ([Int], [Int]) = ([], [])
      for line in difference.lines {
        switch line {
        case .same(let old, let new):
          before.append(old)
          after.append(new)
          #expect(difference.old[old] == difference.new[new])
        case .removed(let old, _): before.append(old)
        case .added(let new, _): after.append(new)
        }
      }
      #expect(before == Array(old.indices))
      #expect(after == Array(new.indices))
      #expect(difference.isEmpty == (old == new))
    }
  }

  @Test(arguments: [
    ("It was polite.", "It was very polite.", [], [" ", "very"]),
    ("on Monday 8 to 4", "on Tuesday 8 to 4", ["Monday"], ["Tuesday"]),
    ("a b", "a  b", [" "], ["  "]),
  ])
  func withinALineWordsAreNamed(old: String, new: String, gone: [String], come: [String]) throws {
    let difference = LineDifference(from: bytes(old), to: bytes(new))
    func words(_ line: ArraySlice<UInt8>, _ changed: Set<Int>?) throws -> [String] {
      let pieces = LineDifference.pieces(of: line)
      return try #require(changed).sorted().map { String(decoding: pieces[$0].bytes, as: UTF8.self) }
    }
    #expect(difference.lines.count == 2)
    for line in difference.lines {
      switch line {
      case .same: Issue.record("nothing stayed")
      case .removed(let line, let pieces): #expect(try words(difference.old[line], pieces) == gone)
      case .added(let line, let pieces): #expect(try words(difference.new[line], pieces).sorted() == come.sorted())
      }
    }
  }

  @Test func linesWithNothingInCommonAreWholeLines() {
    let difference = LineDifference(from: bytes("one two"), to: bytes("three four"))
    #expect(difference.lines == [.removed(0, pieces: nil), .added(0, pieces: nil)])
  }

  @Test func lineEndsAreNoChange() {
    #expect(LineDifference(from: bytes("a\r\nb\r\n"), to: bytes("a\nb")).isEmpty)
  }

  @Test func longTextsThatShareNothingAreQuick() {
    let old = (0..<20_000).map { "old \($0)\n" }.joined()
    let new = (0..<20_000).map { "new \($0)\n" }.joined()
    let difference = LineDifference(from: bytes(old), to: bytes(new))
    #expect(difference.lines.count == 40_000)
  }
}

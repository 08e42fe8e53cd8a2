import Foundation
public import Testing

/// Compares output with a file kept beside the tests.
///
/// ```swift
/// @Test func explainsARule() throws {
///   try Golden.check(output, "explain-anecdote")     // Tests/CommandTests/Snapshots/explain-anecdote.txt
/// }
/// ```
/// The folder `Snapshots` lies beside the test file that calls. `CHAPERONE_RECORD=1 swift test --filter …` writes the
/// files anew; such a run fails, so that nobody mistakes it for a passing one. A difference is shown line by line with
/// `·` for a trailing space, `→` for a trailing tab and `␍` for a carriage return.
public enum Golden {
  /// Whether this run writes snapshots instead of comparing with them.
  public static var isRecording: Bool {
    ProcessInfo.processInfo.environment["CHAPERONE_RECORD"] == "1"
  }

  /// Compares `actual` with the snapshot of that name; records an issue if they differ or the snapshot is missing.
  /// - Throws: when the snapshot cannot be read or written.
  public static func check(
    _ actual: String, _ name: String, extension fileExtension: String = "txt", file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots")
    let snapshot = folder.appending(path: "\(name).\(fileExtension)")
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: snapshot)
      Issue.record(
        "recorded \(name).\(fileExtension); run again without CHAPERONE_RECORD", sourceLocation: sourceLocation)
      return
    }
    guard FileManager.default.fileExists(atPath: snapshot.path) else {
      Issue.record(
        "no snapshot \(name).\(fileExtension); record it with CHAPERONE_RECORD=1", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: snapshot), as: UTF8.self)
    if !expected.utf8.elementsEqual(actual.utf8) {
      Issue.record("\(name).\(fileExtension)\n\(difference(expected, actual))", sourceLocation: sourceLocation)
    }
  }

  /// The lines that went (`-`), came (`+`) and stayed, with white space at their ends made visible.
  public static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < old.count || newIndex < new.count {
      if removed.contains(oldIndex) {
        lines.append("- " + visible(old[oldIndex]))
        oldIndex += 1
      } else if inserted.contains(newIndex) {
        lines.append("+ " + visible(new[newIndex]))
        newIndex += 1
      } else {
        lines.append("  " + visible(new[newIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func visible(_ line: String) -> String {
    var scalars = Array(line.unicodeScalars)
    var index = scalars.count
    while index > 0, let mark = marks[scalars[index - 1]] {
      index -= 1
      scalars[index] = mark
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.map { $0 == "\r" ? "␍" : $0 })
    return String(text)
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [" ": "·", "\t": "→", "\r": "␍"]
}

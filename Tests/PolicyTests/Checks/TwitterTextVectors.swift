import Foundation
import YAML

/// The vectors X publishes with twitter-text, read from the folder that `CHAPERONE_TWITTER_TEXT` names.
///
/// They are not part of the project. Without the folder the tests that need them are skipped.
enum TwitterTextVectors {
  /// Why a test is skipped.
  static let absence: String =
    "set CHAPERONE_TWITTER_TEXT to a folder with validate.yml and extract.yml of twitter-text"

  /// The folder, if there is one.
  static var folder: String? {
    ProcessInfo.processInfo.environment["CHAPERONE_TWITTER_TEXT"].flatMap {
      FileManager.default.fileExists(atPath: $0 + "/validate.yml") ? $0 : nil
    }
  }

  /// One vector: what it shows, its text, and what is expected.
  struct Vector {
    var description: String
    var text: String
    var expected: YAMLNode
  }

  /// The vectors of a section of a file.
  static func section(_ name: String, of file: String) throws -> [Vector] {
    guard let folder else { return [] }
    let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
    // One vector holds characters YAML does not allow; it is written with escapes in its neighbours.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "  \(name):") else { return [] }
    let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && $0.hasSuffix(":") }
    let yaml = "tests:\n" + lines[start..<(end ?? lines.endIndex)].joined(separator: "\n") + "\n"
    let tests = try YAMLNode.parse(Array(yaml.utf8)).mapping().required("tests")
    return try tests.mapping().required(name).sequence().map { node in
      let entry = try node.mapping()
      return Vector(
        description: try entry.required("description").string(), text: try entry.required("text").string(),
        expected: try entry.required("expected"))
    }
  }
}

internal import Approvals
internal import BuiltinRules

/// Brings the rule files of a repository to those of this build, without losing what somebody changed by hand.
///
/// A list beside them says which bytes were written: a file that differs from both was edited here.
public struct RuleVendoring: Sendable {
  /// What is done with one file.
  public enum Change: Equatable, Sendable {
    case add
    case update
    /// This build has no such rule any more.
    case remove
    /// It was edited by hand and is left as it is.
    case keepEdited
  }

  /// The folder of an organisation's own rules, which is never touched.
  public static let localFolder = "local/"
  /// Where the list is: not in the rules folder, which is known by its git id as long as it is unchanged.
  public static let listPath = ".chaperone/vendored_rules"

  /// What is done, by path below the rules folder, in the order of the paths; files that stay as they are left out.
  public let changes: [(path: String, change: Change)]
  private let texts: [String: String]

  /// Compares the files of a repository with those of this build.
  ///
  /// - Parameters:
  ///   - present: the `.yaml` files there, by path below the rules folder.
  ///   - list: the list beside them; nil where there is none.
  ///   - force: whether edited files are overwritten.
  public init(present: [String: [UInt8]], list: [UInt8]?, force: Bool) {
    let texts = Dictionary(BuiltinRules.files.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    let written = Self.digests(list ?? [])
    var changes: [(path: String, change: Change)] = []
    for path in Set(present.keys).union(texts.keys).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard !path.hasPrefix(Self.localFolder) else { continue }
      guard let bytes = present[path] else {
        changes.append((path, .add))
        continue
      }
      if let text = texts[path], bytes.elementsEqual(text.utf8) { continue }
      let isOurs = written[path] == Digest(of: bytes).description
      if isOurs || force {
        changes.append((path, texts[path] == nil ? .remove : .update))
      } else {
        changes.append((path, .keepEdited))
      }
    }
    self.changes = changes
    self.texts = texts
  }

  /// The text of a file that is added or updated.
  public func text(of path: String) -> String? { texts[path] }

  /// The list to be written: what this build wrote, edited files as they were written before.
  public var list: String {
    let lines = texts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { path in
      "\(Digest(of: Array((texts[path] ?? "").utf8))) \(path)\n"
    }
    return "# Written by Chaperone with the rules, to tell a file that was edited here. Edit rules only in local/.\n"
      + lines.joined()
  }

  private static func digests(_ list: [UInt8]) -> [String: String] {
    var digests: [String: String] = [:]
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2 { digests[parts[1]] = parts[0] }
    }
    return digests
  }
}

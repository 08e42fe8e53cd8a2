import Approvals
import Changes
import Gate
import Git
import YAML

/// The files of the work tree that say whom to trust, read by the parsers a gate uses.
struct TrustFiles {
  static let people = ".chaperone/people.yaml"
  static let signers = ".chaperone/allowed_signers"
  static let revoked = ".chaperone/revoked_keys"
  static let policy = ".chaperone/policy.yaml"

  /// The files as they are on disk, by path.
  private(set) var texts: [String: [UInt8]] = [:]
  let people: People
  let signers: AllowedSigners
  let revoked: RevokedKeys
  let policy: ApprovalPolicy

  init(_ tree: WorkTree) throws {
    var texts: [String: [UInt8]] = [:]
    for path in [Self.people, Self.signers, Self.revoked, Self.policy] {
      guard let text = try tree.read(path) else {
        throw UsageError("\(path) is missing. Set the repository up first.", examples: ["chaperone init"])
      }
      texts[path] = text
    }
    try self.init(texts)
  }

  /// Reads texts; the errors name file and place.
  init(_ texts: [String: [UInt8]]) throws(GateError) {
    self.texts = texts
    func text(_ path: String) -> [UInt8] { texts[path] ?? [] }
    do {
      people = try People(parsing: YAMLNode.parse(text(Self.people)))
    } catch {
      throw .unreadable("\(Self.people):\(error.range.start.line): \(error.message)")
    }
    do {
      policy = try ApprovalPolicy(parsing: YAMLNode.parse(text(Self.policy)))
    } catch {
      throw .unreadable("\(Self.policy):\(error.range.start.line): \(error.message)")
    }
    do {
      signers = try AllowedSigners(parsing: text(Self.signers))
    } catch {
      throw .unreadable("\(Self.signers):\(error.line): \(error.description)")
    }
    do {
      revoked = try RevokedKeys(parsing: text(Self.revoked))
    } catch {
      throw .unreadable("\(Self.revoked):\(error.line): \(error.description)")
    }
  }

  /// The same with one file changed.
  func replacing(_ path: String, with text: [UInt8]) throws(GateError) -> TrustFiles {
    var texts = self.texts
    texts[path] = text
    return try TrustFiles(texts)
  }

  /// The text of a file with a line added at its end.
  func appending(_ line: String, to path: String) -> [UInt8] {
    var text = texts[path] ?? []
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    return text + Array(line.utf8) + [UInt8(ascii: "\n")]
  }
}

import Approvals
import Drafts
import Gate
import YAML

/// A change of the trust files: read back by the parsers a gate uses before a byte of it is written.
struct TrustEdit {
  private let tree: WorkTree
  private let old: TrustFiles
  private(set) var new: TrustFiles

  init(_ tree: WorkTree) throws {
    self.tree = tree
    old = try TrustFiles(tree)
    new = old
  }

  /// Puts another text in place of a file's.
  ///
  /// - Throws: `GateError.refused` where the outcome could not be read: nothing is changed then.
  mutating func replace(_ path: String, with text: [UInt8]) throws(GateError) {
    do {
      new = try new.replacing(path, with: text)
    } catch {
      throw .refused(["the change would leave a file nobody can read, so nothing was written:"] + error.lines)
    }
  }

  /// Adds a line at the end of a file.
  mutating func append(_ line: String, to path: String) throws(GateError) {
    try replace(path, with: new.appending(line, to: path))
  }

  /// Changes `people.yaml` at single places.
  ///
  /// - Parameters:
  ///   - person: the only one who may come out different.
  ///   - edit: gives false where the file is written in a way that cannot be changed by a program.
  mutating func editPeople(of person: PersonID, _ edit: (inout PeopleFile) throws(YAMLError) -> Bool) throws(GateError)
  {
    var file = PeopleFile(new.texts[TrustFiles.people] ?? [])
    let isDone: Bool
    do {
      isDone = try edit(&file)
    } catch {
      throw .unreadable("\(TrustFiles.people):\(error.range.start.line): \(error.message)")
    }
    guard isDone else { throw Self.byHand(person) }
    let others = new.people.byID.filter { $0.key != person }
    try replace(TrustFiles.people, with: file.text)
    guard new.people.byID.filter({ $0.key != person }) == others else { throw Self.byHand(person) }
  }

  private static func byHand(_ person: PersonID) -> GateError {
    .refused([
      "the entry of \(person) in \(TrustFiles.people) is written in a way a program should not touch; change it by hand. Nothing was written."
    ])
  }

  /// Refuses to leave the policy without anybody who may sign for a change of it.
  func keepAnOwner(at now: Timestamp) throws(GateError) {
    let owners = { (files: TrustFiles) in
      files.people.holders(of: .policyOwner, at: now).filter { person in
        files.signers.lines(of: person).contains { !files.revoked.contains($0.key) }
      }
    }
    guard let last = owners(old).first, owners(new).isEmpty else { return }
    throw .refused([
      "nobody could sign for a change of the policy any more; give somebody else than \(last) the role policy-owner and a key first. Nothing was written."
    ])
  }

  /// Writes what differs, and gives the paths.
  func write() throws(GateError) -> [String] {
    var written: [String] = []
    for (path, text) in new.texts.sorted(by: { $0.key < $1.key }) where text != old.texts[path] {
      try tree.write(path, bytes: text)
      written.append(path)
    }
    return written
  }

  /// Says what was written and what has to follow before it counts.
  func announce(_ written: [String], message: String, _ session: Session) throws {
    let owners = old.people.holders(of: .policyOwner, at: session.now).map(\.description)
    for path in written { try session.print("changed \(path)") }
    try session.print("Next: git add .chaperone && git commit -m '\(message)'")
    guard !owners.isEmpty else {
      try session.print(
        "Nobody is a policy-owner yet; the first one can be added without a signature, on the first commit.")
      return
    }
    let needed =
      switch owners.count {
      case 1: "\(owners[0]) has signed it"
      case 2: "the one of \(owners.joined(separator: " and ")) who did not make it has signed it"
      default: "two of \(owners.joined(separator: ", ")) have signed it, its author not among them"
      }
    try session.print("On a gated branch it counts once \(needed): chaperone approve .chaperone")
  }
}

public import Approvals
public import Changes
public import Drafts
internal import Git

/// Which versions of drafts a clone has shown to somebody: a note to oneself, from which nothing follows.
///
/// One small file a draft below `.git/chaperone/seen/`, one line a version, newest last: person, subject, seconds since
/// 1970. Lines that mean nothing are passed over; the folder may be deleted at any time.
public struct SeenVersions: Sendable {
  private let folder: String

  /// The notes of a clone.
  ///
  /// - Parameter directory: The repository's common directory, an absolute path.
  public init(commonDirectory directory: String) { folder = directory + "/chaperone/seen" }

  /// How many versions of a draft are kept.
  private static let kept = 16
  private static let sizeLimit = 65_536

  /// The versions of a draft that were shown to a person, newest first.
  public func versions(
    of draft: RepositoryPath, person: PersonID
  ) throws(GateError) -> [(subject: Subject, at: Timestamp)] {
    let entries = try lines(of: draft).compactMap(Self.entry).filter { $0.person == person }
    return entries.reversed().map { ($0.subject, $0.at) }
  }

  /// Notes that a version was shown.
  public func add(_ subject: Subject, of draft: RepositoryPath, to person: PersonID, at now: Timestamp)
    throws(GateError)
  {
    let line = "\(person) \(subject) \(now.secondsSince1970)"
    var lines = try lines(of: draft).filter { line in
      Self.entry(line).map { $0.person != person || $0.subject != subject } ?? false
    }
    lines = Array((lines + [line[...]]).suffix(Self.kept))
    do throws(PlatformError) {
      try Platform.createFolder(folder)
      try Platform.writeFile(file(of: draft), Array((lines.joined(separator: "\n") + "\n").utf8))
    } catch {
      throw .unreadable("what was shown cannot be noted down: \(error.description)")
    }
  }

  private func file(of draft: RepositoryPath) -> String { folder + "/" + Digest(of: draft.bytes).description }

  private func lines(of draft: RepositoryPath) throws(GateError) -> [Substring] {
    do throws(PlatformError) {
      guard try Platform.kind(of: file(of: draft)) == .file else { return [] }
      let bytes = try Platform.readFile(file(of: draft), limit: Self.sizeLimit)
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    } catch {
      throw .unreadable("what was shown before cannot be read: \(error.description)")
    }
  }

  private static func entry(_ line: Substring) -> (person: PersonID, subject: Subject, at: Timestamp)? {
    let parts = line.split(separator: " ")
    guard parts.count == 3, let person = PersonID(String(parts[0])), let digest = Digest(hex: Array(parts[1].utf8)),
      let seconds = Int(parts[2])
    else { return nil }
    return (person, Subject(digest), Timestamp(secondsSince1970: seconds))
  }
}

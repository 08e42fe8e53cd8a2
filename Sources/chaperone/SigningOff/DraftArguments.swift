import Changes
import Gate
import Git
import Policy

/// Finds the drafts that words on a command line stand for: paths from where the user is, or ids such as `2026/flu`.
struct DraftArguments {
  private let session: Session
  private let top: String?
  private let roots: [RepositoryPath]

  init(_ session: Session, _ repository: Repository, _ organisation: Organisation) throws(GateError) {
    self.session = session
    roots = [organisation.drafts, organisation.published]
    do {
      top = try repository.workDirectory.map { path throws(PlatformError) in try Platform.canonicalPath(path) }
    } catch {
      throw .unreadable("the work tree cannot be found: \(error.description)")
    }
  }

  /// The drafts' paths in the repository, once each, in the order they were given.
  ///
  /// Whether a draft is there is for the reader to say: it may be in a commit and not on disk.
  func paths(_ arguments: [String]) throws -> [RepositoryPath] {
    var paths: [RepositoryPath] = []
    for argument in arguments {
      let path = try path(argument)
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }

  /// The path of one draft.
  func path(_ argument: String) throws -> RepositoryPath {
    let place = relative(argument)
    let names = place.map { [$0, "\($0).md"] } ?? []
    let ids = roots.flatMap { root in ["\(argument).md", argument].map { root.display + "/" + $0 } }
    let candidates = (names + ids).compactMap { RepositoryPath($0) }.filter(isDraft)
    if let path = try candidates.first(where: exists) ?? candidates.first { return path }
    let shown = PlainText.shown(Array(argument.utf8))
    throw UsageError("“\(shown)” is no draft: drafts are .md files below \(roots[0].display)/.")
  }

  private func isDraft(_ path: RepositoryPath) -> Bool {
    path.hasExtension("md") && roots.contains { path.isUnder($0) }
  }

  private func exists(_ path: RepositoryPath) throws(GateError) -> Bool {
    guard let top else { return false }
    do {
      return try Platform.kind(of: top + "/" + String(decoding: path.bytes, as: UTF8.self)) == .file
    } catch {
      throw .unreadable("\(path.display) cannot be looked for: \(error.description)")
    }
  }

  /// The path below the top of the work tree, `.` and `..` resolved by their names; nil outside it.
  private func relative(_ argument: String) -> String? {
    guard let top else { return argument }
    var parts: [Substring] = []
    for part in session.absolute(argument).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let path = "/" + parts.joined(separator: "/")
    return path.hasPrefix(top + "/") ? String(path.dropFirst(top.utf8.count + 1)) : nil
  }
}

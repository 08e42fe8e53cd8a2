internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// Who touched the drafts of a range, found in one walk for all of them.
struct TouchedDrafts {
  private let repository: Repository
  private let line: CommitLine
  private let tip: ObjectID
  private var known: [RepositoryPath: [ObjectID]] = [:]
  private var roots: [RepositoryPath] = []

  init(_ repository: Repository, line: CommitLine, tip: ObjectID) {
    self.repository = repository
    self.line = line
    self.tip = tip
  }

  /// The commits that had touched some published paths once the line had come to a place.
  ///
  /// - Parameter all: Every path the range changes below the published root, as often as it does.
  mutating func touches(
    of paths: [RepositoryPath], at place: Int, with state: PolicyState, all: () -> [RepositoryPath]
  ) throws(GateError) -> [[ObjectID]] {
    let wanted = [state.drafts, state.published]
    let history = DraftHistory(repository, drafts: state.drafts, published: state.published)
    if roots != wanted {
      roots = wanted
      known = try batch(all(), history)
    }
    var result: [[ObjectID]] = []
    for path in paths {
      if let commits = known[path] {
        result.append(commits.filter { line.wasThere($0, at: place) })
      } else {
        let id = Draft.identifier(of: path, roots: wanted) ?? path
        result += try history.touches(of: [id], from: line.commits[place].id)
      }
    }
    return result
  }

  /// One walk from the end of the range for every draft it changes once.
  ///
  /// What is taken away and put back within the range has more than one life; it is followed from its own commit.
  private func batch(
    _ changed: [RepositoryPath], _ history: DraftHistory
  ) throws(GateError) -> [RepositoryPath: [ObjectID]] {
    var counts: [RepositoryPath: Int] = [:]
    for path in changed { counts[path.withoutExtension, default: 0] += 1 }
    let once = changed.filter { counts[$0.withoutExtension] == 1 }
    let ids = once.map { Draft.identifier(of: $0, roots: roots) ?? $0 }
    return Dictionary(zip(once, try history.touches(of: ids, from: tip))) { first, _ in first }
  }
}

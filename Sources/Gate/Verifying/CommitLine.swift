internal import Changes
internal import Git

/// The commits a branch goes through, and which of them brought in what a merge brought in.
struct CommitLine {
  /// The branch's own commits, oldest first.
  let commits: [Commit]
  /// For every new commit, the place in the line of the one that brought it in.
  private let places: [ObjectID: Int]

  /// Reads the line from one commit to another.
  ///
  /// - Parameter old: nil for the whole line back to the first commit.
  /// - Throws: `GitError` where history cannot be read to its end.
  init(from old: ObjectID?, to new: ObjectID, in repository: Repository) throws(GitError) {
    var commits: [Commit] = []
    for id in try repository.firstParentCommits(from: old, to: new) { commits.append(try repository.commit(id)) }
    self.commits = commits
    let all = Set(try repository.newCommits(from: [new], excluding: old.map { [$0] } ?? []))
    var places: [ObjectID: Int] = [:]
    for (index, commit) in commits.enumerated() {
      var waiting = [commit.id]
      while let id = waiting.popLast() {
        guard all.contains(id), places[id] == nil else { continue }
        places[id] = index
        waiting += id == commit.id ? commit.parents : try repository.commit(id).parents
      }
    }
    self.places = places
  }

  /// Whether a commit was there once the line had come to a place.
  func wasThere(_ id: ObjectID, at place: Int) -> Bool { (places[id] ?? -1) <= place }

  /// The commits that the one at a place brought in, itself among them.
  func broughtIn(at place: Int) -> [ObjectID] { places.filter { $0.value == place }.map(\.key) }
}

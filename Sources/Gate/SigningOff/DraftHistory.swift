internal import Approvals
internal import Changes
internal import Drafts
internal import Git

/// Finds the commits that made a draft what it is.
///
/// A draft is followed by its id, through the publishing move and through exact renames, back to where it first
/// appears. A commit that leaves the content as one of its parents has it did not touch the draft, whoever made it:
/// moving it to the published tree, or merging, is not writing it.
struct DraftHistory {
  private let repository: Repository
  private let drafts: RepositoryPath
  private let published: RepositoryPath

  init(_ repository: Repository, drafts: RepositoryPath, published: RepositoryPath) {
    self.repository = repository
    self.drafts = drafts
    self.published = published
  }

  /// The commits that touched each of some drafts, among those that can be reached from a commit.
  ///
  /// - Parameters:
  ///   - ids: Which drafts.
  ///   - tip: Where to start; it counts itself.
  /// - Returns: In the order of the ids, newest first where history is a line.
  func touches(of ids: [RepositoryPath], from tip: ObjectID) throws(GateError) -> [[ObjectID]] {
    guard try !reading({ () throws(GitError) in try repository.isShallow() }) else {
      throw .unreadable("the clone is shallow, so it cannot be told who wrote a draft; fetch all of its history")
    }
    var walk = DraftWalk(repository: repository, drafts: drafts, published: published, count: ids.count)
    return try reading { () throws(GitError) in try walk.run(ids, from: tip) }
  }

  /// The addresses of those who made some commits: authors, committers and co-authors.
  func addresses(of commits: [ObjectID]) throws(GateError) -> [EmailAddress] {
    var addresses: [EmailAddress] = []
    for id in commits {
      let commit = try reading { () throws(GitError) in try repository.commit(id) }
      addresses += Self.addresses(of: commit)
    }
    return addresses
  }

  static func addresses(of commit: Commit) -> [EmailAddress] {
    var addresses = [EmailAddress(commit.author.email), EmailAddress(commit.committer.email)]
    for trailer in commit.message.trailers where trailer.hasKey("Co-authored-by") {
      guard let open = trailer.value.lastIndex(of: UInt8(ascii: "<")),
        let close = trailer.value.lastIndex(of: UInt8(ascii: ">")), open < close
      else {
        // Somebody helped and cannot be told: as good as a stranger's address.
        addresses.append(EmailAddress(trailer.value))
        continue
      }
      addresses.append(EmailAddress(trailer.value[(open + 1)..<close]))
    }
    return addresses
  }
}

internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// What could be scheduled: the approved drafts that are still to go out, and those that are not approved.
public struct UpcomingPosts: Sendable {
  /// Those that have every signature, those that go out first first.
  public let approved: [ApprovedPost]
  /// How many are to go out and are not approved.
  public let waiting: Int
}

extension SignOff {
  /// Every committed draft and published post that goes out after now.
  public func upcoming() throws(GateError) -> UpcomingPosts {
    let files = TreeFiles(repository, tree: head.tree)
    var paths: [RepositoryPath] = []
    var ids: Set<RepositoryPath> = []
    for root in [policy.organisation.published, policy.organisation.drafts] {
      let entries = try reading { () throws(GitError) -> [TreeEntry] in
        guard try repository.entry(at: root, in: head.tree) != nil else { return [] }
        return try repository.entries(under: root, in: head.tree)
      }
      for entry in entries where entry.version.mode.isFile && entry.path.hasExtension("md") {
        guard let id = Draft.identifier(of: entry.path, roots: [root]), !ids.contains(id),
          let bytes = try files.read(entry.path, limit: Draft.sizeLimit),
          let draft = try? Draft.parse(bytes: bytes, path: entry.path),
          let date = draft.frontMatter?.publishDate?.value, date > now
        else { continue }
        ids.insert(id)
        paths.append(entry.path)
      }
    }
    var approved: [ApprovedPost] = []
    for standing in try standings(of: paths) where standing.isApproved { approved.append(try ApprovedPost(standing)) }
    approved.sort { left, right in
      let (first, second) = (left.publishDate ?? now, right.publishDate ?? now)
      return first == second ? left.standing.path < right.standing.path : first < second
    }
    return UpcomingPosts(approved: approved, waiting: paths.count - approved.count)
  }
}

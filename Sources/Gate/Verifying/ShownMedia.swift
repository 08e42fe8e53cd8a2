internal import Changes
internal import Drafts
internal import Git

/// Finds the published posts that show a picture or film.
///
/// A picture that is swapped under its name changes what is published, though no post was touched.
final class ShownMedia {
  private let repository: Repository
  private var assets: [ObjectID: [RepositoryPath]] = [:]

  init(_ repository: Repository) {
    self.repository = repository
  }

  /// The published posts of a tree that show one of some files.
  func posts(showing files: Set<RepositoryPath>, under root: RepositoryPath, in tree: ObjectID) throws(GateError)
    -> [RepositoryPath]
  {
    return try reading { () throws(GitError) in
      guard try repository.entry(at: root, in: tree)?.mode == .tree else { return [] }
      var posts: [RepositoryPath] = []
      for entry in try repository.entries(under: root, in: tree)
      where entry.version.mode.isFile && entry.path.hasExtension("md") {
        let shown = try assets(of: entry)
        if shown.contains(where: files.contains) { posts.append(entry.path) }
      }
      return posts
    }
  }

  private func assets(of entry: TreeEntry) throws(GitError) -> [RepositoryPath] {
    if let known = assets[entry.version.id] { return known }
    let bytes = try repository.blob(entry.version.id, limit: Draft.sizeLimit)
    let draft = try? Draft.parse(bytes: bytes, path: entry.path)
    let shown = draft?.frontMatter.map(SubjectReader.assets) ?? []
    assets[entry.version.id] = shown
    return shown
  }
}

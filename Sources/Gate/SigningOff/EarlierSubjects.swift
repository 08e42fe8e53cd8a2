internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// The subjects a draft had in earlier commits, to find what was signed before it was edited.
struct EarlierSubjects {
  let repository: Repository
  let trust: TrustInForce
  let policy: PolicyInForce

  /// A version of a draft, and where it can be read.
  struct Version {
    let manifest: SubjectManifest
    let commit: ObjectID
    let path: RepositoryPath
  }

  /// The subjects at the commits that touched a draft and right before them.
  ///
  /// - Parameters:
  ///   - current: What is left out.
  ///   - blob: The file that `current` was read from, where that is known.
  func subjects(
    of id: RepositoryPath, at commits: some Sequence<ObjectID>, except current: SubjectManifest,
    from blob: ObjectID? = nil
  ) throws(GateError) -> [Subject] {
    let known: Set<ObjectID> = blob.map { Self.isPlain(current) ? [$0] : [] } ?? []
    return try versions(of: id, at: commits, except: known).map(\.manifest.subject).filter { $0 != current.subject }
  }

  /// The versions at the commits that touched a draft and right before them, each once.
  ///
  /// - Parameter plain: Files that show, answer and rest on nothing else, and are passed over.
  func versions(
    of id: RepositoryPath, at commits: some Sequence<ObjectID>, except plain: Set<ObjectID> = []
  ) throws(GateError) -> [Version] {
    var found: [Version] = []
    var plain = plain
    for commit in commits {
      let parents = try reading { () throws(GitError) in try repository.commit(commit).parents }
      for place in [commit] + parents.prefix(1) {
        guard let version = try version(of: id, at: place, except: &plain),
          !found.contains(where: { $0.manifest.subject == version.manifest.subject })
        else { continue }
        found.append(version)
      }
    }
    return found
  }

  /// The version at a commit.
  ///
  /// - Parameter plain: The blobs of versions found before that show, answer and rest on nothing else, and so are the
  ///   same in every commit; they are passed over.
  private func version(
    of id: RepositoryPath, at commit: ObjectID, except plain: inout Set<ObjectID>
  ) throws(GateError) -> Version? {
    let tree = try reading { () throws(GitError) in try repository.commit(commit).tree }
    let files = TreeFiles(repository, tree: tree)
    for root in [policy.organisation.published, policy.organisation.drafts] {
      guard let path = RepositoryPath(bytes: root.appending(id).bytes + Array(".md".utf8)),
        let file = try reading({ () throws(GitError) in try repository.entry(at: path, in: tree) }), file.mode.isFile
      else { continue }
      guard !plain.contains(file.id), let bytes = try files.read(path, limit: Draft.sizeLimit) else { return nil }
      guard let draft = try? Draft.parse(bytes: bytes, path: path),
        case .success(let reading) = try SubjectReader(trust: trust).read(draft, id: id, in: files)
      else { return nil }
      if Self.isPlain(reading.manifest) { plain.insert(file.id) }
      return Version(manifest: reading.manifest, commit: commit, path: path)
    }
    return nil
  }

  private static func isPlain(_ manifest: SubjectManifest) -> Bool {
    manifest.assets.isEmpty && manifest.parent == nil && manifest.consents.isEmpty
  }
}

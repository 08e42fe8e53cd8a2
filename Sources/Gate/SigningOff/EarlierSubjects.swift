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

  /// The subjects at the commits that touched a draft and right before them.
  func subjects(
    of id: RepositoryPath, at commits: some Sequence<ObjectID>, except current: Subject
  ) throws(GateError) -> [Subject] {
    var found: [Subject] = []
    for commit in commits {
      let parents = try reading { () throws(GitError) in try repository.commit(commit).parents }
      for version in [commit] + parents.prefix(1) {
        guard let subject = try subject(of: id, at: version), subject != current, !found.contains(subject) else {
          continue
        }
        found.append(subject)
      }
    }
    return found
  }

  private func subject(of id: RepositoryPath, at commit: ObjectID) throws(GateError) -> Subject? {
    let files = TreeFiles(
      repository, tree: try reading { () throws(GitError) in try repository.commit(commit).tree })
    for root in [policy.organisation.published, policy.organisation.drafts] {
      guard let path = RepositoryPath(bytes: root.appending(id).bytes + Array(".md".utf8)),
        let bytes = try files.read(path, limit: Draft.sizeLimit)
      else { continue }
      guard let draft = try? Draft.parse(bytes: bytes, path: path),
        case .success(let reading) = try SubjectReader(trust: trust).read(draft, id: id, in: files)
      else { return nil }
      return reading.manifest.subject
    }
    return nil
  }
}

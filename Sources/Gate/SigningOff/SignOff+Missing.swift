internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy
internal import YAML

extension SignOff {
  /// What to say where there is no draft at a path: where it is instead, or which one may have been meant.
  func missing(_ path: RepositoryPath, id: RepositoryPath, from origin: DraftOrigin) throws(GateError) -> GateError {
    let what = "\(path.display) is not there \(origin.words)"
    let organisation = policy.organisation
    let committed = TreeFiles(repository, tree: head.tree)
    for root in [organisation.published, organisation.drafts] {
      guard let other = RepositoryPath(bytes: root.appending(id).bytes + Array(".md".utf8)), other != path,
        try committed.read(other, limit: Draft.sizeLimit) != nil
      else { continue }
      return .missing([what + "; it is at \(other.display)"])
    }
    if origin == .head {
      if try IndexFiles(repository).read(path, limit: Draft.sizeLimit) != nil {
        return .missing([what + ", only staged; commit it first, because what is signed is what is committed"])
      }
      if let top = repository.workDirectory, try WorkTreeFiles(top: top).read(path, limit: Draft.sizeLimit) != nil {
        return .missing([what + ", only on disk; add and commit it first, because what is signed is what is committed"])
      }
    }
    let entries = try reading { () throws(GitError) in
      try repository.entries(under: organisation.drafts, in: head.tree)
    }
    let ids = entries.prefix(Self.namesCompared).filter { $0.path.hasExtension("md") }
      .compactMap { Draft.identifier(of: $0.path, roots: [organisation.drafts])?.display }
    let hint = nearestName(to: id.display, among: ids).map { "; did you mean \($0)?" } ?? ""
    return .missing([what + hint])
  }

  /// How many names are looked at for one that may have been meant.
  private static let namesCompared = 10_000
}

extension DraftStanding {
  /// 0 where nothing stops the draft, though signatures may be missing; 1 where the policy does: a rule blocks it,
  /// somebody objects, something it needs is not there or has ended; 3 where it cannot be decided.
  public var exitStatus: Int32 {
    if checked.verdict == .unreadable { return 3 }
    guard let standing else { return 1 }
    if !standing.isDecidable { return 3 }
    let isEnded = standing.problems.contains { $0.code == .consentEnded }
    return checked.verdict == .blocked || !standing.objections.isEmpty || isEnded ? 1 : 0
  }
}

internal import Approvals
internal import Changes
internal import Drafts
internal import Git

/// A change of `.chaperone/` and the subject its owners sign.
///
/// The subject is a manifest like that of a draft with the id `.chaperone`: the body is the list of files afterwards,
/// the parent the list before. So a signature holds for exactly this step, on any branch, and cannot be used to go
/// back to an older policy.
struct PolicyChange {
  /// The id under which the policy's own records are kept.
  static let name = DraftID(".chaperone")

  let manifest: SubjectManifest

  /// The step from one tree to another.
  init?(
    from old: any FileSource, to new: any FileSource, repository: RepositoryID
  ) throws(GateError) {
    guard let name = Self.name else { return nil }
    let before = try Self.list(old)
    let after = try Self.list(new)
    manifest = SubjectManifest(
      repository: repository, draft: name, body: SubjectManifest.Content(of: after),
      parent: SubjectManifest.Content(of: before))
  }

  /// One line a file, in byte order: digest, size and percent-encoded path.
  private static func list(_ files: any FileSource) throws(GateError) -> [UInt8] {
    var list: [UInt8] = []
    for (path, bytes) in try files.files(under: PolicyInForce.folder, limit: PolicyInForce.sizeLimit) {
      list += Digest(of: bytes).labelled + Array(" \(bytes.count) \(path.percentEncoded)\n".utf8)
    }
    return list
  }

  /// What must be signed, and by whom.
  func question(_ trust: TrustInForce, contributors: Contributors, now: Timestamp) -> StandingQuestion {
    StandingQuestion(
      draft: manifest.draft, subject: manifest.subject,
      requirement: Requirement(policyChangeIn: trust.people, at: now), policy: trust.policy, people: trust.people,
      signers: trust.signers, revoked: trust.revoked, contributors: contributors, now: now)
  }

  /// Who made the change, by the addresses of its commits.
  static func contributors(_ addresses: [EmailAddress], in people: People) -> Contributors {
    var known: Set<PersonID> = []
    var hasStranger = false
    for address in addresses {
      if let id = people.person(withEmail: address) { known.insert(id) } else { hasStranger = true }
    }
    return Contributors(people: known, hasUnattributed: hasStranger)
  }

  /// The addresses of those who changed `.chaperone/` in what a commit brought in since another one.
  static func makers(
    of commit: Commit, since base: Commit, in repository: Repository
  ) throws(GateError) -> [EmailAddress] {
    let brought = try reading { () throws(GitError) in
      try repository.newCommits(from: [commit.id], excluding: [base.id])
    }
    return try makers(of: brought, by: commit, in: repository)
  }

  /// The addresses of those who changed `.chaperone/` in some commits, and of whoever brought them in.
  static func makers(
    of brought: [ObjectID], by commit: Commit, in repository: Repository
  ) throws(GateError) -> [EmailAddress] {
    var addresses = DraftHistory.addresses(of: commit)
    for id in brought where id != commit.id {
      addresses += try reading { () throws(GitError) -> [EmailAddress] in
        let commit = try repository.commit(id)
        let now = try repository.entry(at: PolicyInForce.folder, in: commit.tree)
        var before: FileVersion?
        if let parent = commit.parents.first {
          before = try repository.entry(at: PolicyInForce.folder, in: repository.commit(parent).tree)
        }
        return now == before ? [] : DraftHistory.addresses(of: commit)
      }
    }
    return addresses
  }
}

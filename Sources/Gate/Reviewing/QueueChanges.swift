internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy
internal import Review

/// Finds out what of an earlier run is still true.
struct QueueChanges {
  private let signOff: SignOff
  /// With more new commits or records than this, everything is read anew.
  private static let limit = 2_000

  init(_ signOff: SignOff) { self.signOff = signOff }

  /// The entries that nothing has changed since: neither a file they were made from, nor a record, nor the time.
  func stillTrue(of memory: QueueMemory, now key: QueueMemory.Key) throws(GateError) -> [QueueMemory.Entry] {
    guard let paths = try changedPaths(from: memory.key.head, to: key.head),
      let drafts = try draftsWithNewRecords(since: memory.key.ledger, now: key.ledger)
    else { return [] }
    let organisation = signOff.policy.organisation
    let roots = [organisation.drafts, organisation.published]
    let touched = Set(paths.compactMap { path in roots.compactMap { path.relative(to: $0)?.withoutExtension }.first })
    return memory.entries.filter { entry in
      entry.until > signOff.now && !touched.contains(entry.item.id) && !drafts.contains(entry.item.id.bytes)
        && !entry.reads.contains(where: paths.contains)
        && (entry.folders.isEmpty || !paths.contains { path in entry.folders.contains { path.isUnder($0) } })
    }
  }

  /// Every path that a commit between the two changed, also those that were changed back; nil where the first is not
  /// before the second, or too far away.
  private func changedPaths(from old: ObjectID, to new: ObjectID) throws(GateError) -> Set<RepositoryPath>? {
    if old == new { return [] }
    let repository = signOff.repository
    do throws(GitError) {
      guard try repository.isAncestor(old, of: new) else { return nil }
      let commits = try repository.newCommits(from: [new], excluding: [old])
      guard commits.count <= Self.limit else { return nil }
      var paths: Set<RepositoryPath> = []
      for id in commits {
        let commit = try repository.commit(id)
        for parent in commit.parents {
          for change in try repository.changes(from: repository.commit(parent).tree, to: commit.tree) {
            paths.insert(change.path)
            if case .renamed(let source) = change.kind { paths.insert(source) }
          }
        }
      }
      return paths
    } catch .missingObject {
      // The commit of the earlier run was rewritten and cleared away.
      return nil
    } catch {
      throw .git(error)
    }
  }

  /// The ids of the drafts that got a record; nil where the ledger lost something, or too much came.
  private func draftsWithNewRecords(since old: [ObjectID], now: [ObjectID]) throws(GateError) -> Set<[UInt8]>? {
    if old == now { return [] }
    guard old.count == 1, now.count == 1, let before = old.first, let after = now.first else { return nil }
    let changes: [FileChange]
    do throws(GitError) {
      changes = try signOff.repository.changes(from: before, to: after)
    } catch .missingObject {
      return nil
    } catch {
      throw .git(error)
    }
    guard changes.count <= Self.limit else { return nil }
    var drafts: Set<[UInt8]> = []
    for change in changes {
      guard case .added = change.kind, let version = change.new else { return nil }
      let entry = TreeEntry(path: change.path, version: version)
      if let record = try LedgerFile.check(entry, in: signOff.repository) { drafts.insert(record.decision.draft.bytes) }
    }
    return drafts
  }
}

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
    var walk = Walk(repository: repository, drafts: drafts, published: published, count: ids.count)
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

/// One walk back through history.
private struct Walk {
  let repository: Repository
  let drafts: RepositoryPath
  let published: RepositoryPath
  private var found: [[ObjectID]]
  private var pending: [ObjectID: Set<Item>] = [:]
  private var seen: [ObjectID: Set<Item>] = [:]
  private var snapshots: [ObjectID: Snapshot] = [:]

  /// A draft on the way back: which one was asked for, and the id it has at this point.
  struct Item: Hashable {
    let query: Int
    let id: RepositoryPath
  }

  struct Snapshot {
    let parents: [ObjectID]
    let time: Int64
    let drafts: ObjectID?
    let published: ObjectID?
  }

  init(repository: Repository, drafts: RepositoryPath, published: RepositoryPath, count: Int) {
    self.repository = repository
    self.drafts = drafts
    self.published = published
    found = Array(repeating: [], count: count)
  }

  mutating func run(_ ids: [RepositoryPath], from tip: ObjectID) throws(GitError) -> [[ObjectID]] {
    pending[tip] = Set(ids.enumerated().map { Item(query: $0.offset, id: $0.element) })
    while let commit = try newest() {
      guard let arrived = pending.removeValue(forKey: commit) else { continue }
      let items = arrived.subtracting(seen[commit] ?? [])
      guard !items.isEmpty else { continue }
      seen[commit, default: []].formUnion(items)
      try step(commit, items)
      snapshots[commit] = nil
    }
    return found
  }

  /// The pending commit of the latest date; dates only save work here, the answer does not depend on them.
  private mutating func newest() throws(GitError) -> ObjectID? {
    var best: (id: ObjectID, time: Int64)?
    for id in pending.keys {
      let time = try snapshot(id).time
      if best.map({ time > $0.time }) ?? true { best = (id, time) }
    }
    return best?.id
  }

  private mutating func snapshot(_ id: ObjectID) throws(GitError) -> Snapshot {
    if let known = snapshots[id] { return known }
    let commit = try repository.commit(id)
    func folder(_ path: RepositoryPath) throws(GitError) -> ObjectID? {
      guard let version = try repository.entry(at: path, in: commit.tree), version.mode == .tree else { return nil }
      return version.id
    }
    let snapshot = Snapshot(
      parents: commit.parents, time: commit.committer.time, drafts: try folder(drafts),
      published: try folder(published))
    snapshots[id] = snapshot
    return snapshot
  }

  private mutating func step(_ commit: ObjectID, _ items: Set<Item>) throws(GitError) {
    let now = try snapshot(commit)
    var rest = items
    var differing: [(parent: ObjectID, then: Snapshot, changed: Set<RepositoryPath>)] = []
    for parent in now.parents {
      let then = try snapshot(parent)
      var changed: Set<RepositoryPath> = []
      var unchanged: Set<Item> = []
      if then.drafts == now.drafts, then.published == now.published {
        unchanged = rest
      } else {
        changed = try changedIDs(from: then, to: now)
        for item in rest {
          let isSame = try !changed.contains(item.id) ? true : version(item.id, now) == version(item.id, then)
          if isSame { unchanged.insert(item) }
        }
      }
      if !unchanged.isEmpty { pending[parent, default: []].formUnion(unchanged) }
      rest.subtract(unchanged)
      if rest.isEmpty { return }
      differing.append((parent, then, changed))
    }
    for item in rest {
      found[item.query].append(commit)
      for (parent, then, _) in differing {
        if try version(item.id, then) != nil {
          pending[parent, default: []].insert(item)
        } else if let source = try source(of: item.id, from: then, to: now) {
          pending[parent, default: []].insert(Item(query: item.query, id: source))
        }
      }
    }
  }

  /// The ids of the drafts that differ in one of the two folders.
  private func changedIDs(from then: Snapshot, to now: Snapshot) throws(GitError) -> Set<RepositoryPath> {
    var ids: Set<RepositoryPath> = []
    for (old, new) in [(then.drafts, now.drafts), (then.published, now.published)] where old != new {
      for change in try repository.changes(from: old, to: new) {
        ids.insert(change.path.withoutExtension)
        if case .renamed(let source) = change.kind { ids.insert(source.withoutExtension) }
      }
    }
    return ids
  }

  /// What the draft is: the published file, or else the draft.
  private func version(_ id: RepositoryPath, _ snapshot: Snapshot) throws(GitError) -> ObjectID? {
    guard let file = RepositoryPath(bytes: id.bytes + Array(".md".utf8)) else { return nil }
    for folder in [snapshot.published, snapshot.drafts] {
      if let folder, let version = try repository.entry(at: file, in: folder) { return version.id }
    }
    return nil
  }

  /// The id a draft had before it got this name with the same content.
  private func source(of id: RepositoryPath, from then: Snapshot, to now: Snapshot) throws(GitError) -> RepositoryPath?
  {
    guard let content = try version(id, now) else { return nil }
    for (old, new) in [(then.drafts, now.drafts), (then.published, now.published), (then.drafts, now.published)] {
      guard old != new, let old else { continue }
      for change in try repository.changes(from: old, to: new) {
        guard change.old?.id == content else { continue }
        if case .renamed(let source) = change.kind, change.path.withoutExtension == id {
          return source.withoutExtension
        }
      }
    }
    return nil
  }
}

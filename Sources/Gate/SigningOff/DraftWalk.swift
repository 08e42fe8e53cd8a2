internal import Changes
internal import Git

/// One walk back through history, for many drafts at once.
///
/// What a commit leaves alone goes on to its parent as one bundle, so a commit costs what it changed and not how many
/// drafts are asked about.
struct DraftWalk {
  private let repository: Repository
  private let drafts: RepositoryPath
  private let published: RepositoryPath
  private var found: [[ObjectID]]
  private var pending: [ObjectID: Bundle] = [:]
  private var seen: [ObjectID: Set<Item>] = [:]
  private var snapshots: [ObjectID: Snapshot] = [:]

  /// A draft on the way back: which one was asked for, and the id it has at this point.
  private struct Item: Hashable {
    let query: Int
    let id: RepositoryPath
  }

  /// The drafts that are on their way at one commit.
  private struct Bundle {
    /// Those that took one way so far, and so cannot meet themselves: the queries by the id at this point.
    var single: [RepositoryPath: [Int]] = [:]
    /// Those that several parents of a merge have in different versions, and so took several ways.
    var forked: Set<Item> = []

    var isEmpty: Bool { single.isEmpty && forked.isEmpty }

    mutating func unite(_ other: Bundle) {
      var (large, small) = single.count < other.single.count ? (other.single, single) : (single, other.single)
      for (id, queries) in small { large[id, default: []] += queries }
      single = large
      small = [:]
      forked.formUnion(other.forked)
    }
  }

  private struct Snapshot {
    let parents: [ObjectID]
    let time: Int64
    let drafts: ObjectID?
    let published: ObjectID?
  }

  /// What one commit changed against one of its parents.
  private struct Difference {
    let parent: ObjectID
    let then: Snapshot
    /// The ids of the drafts that differ.
    var ids: Set<RepositoryPath> = []
    /// Where drafts came from that have a new name and the same content, by the new id.
    var sources: [RepositoryPath: [(content: ObjectID?, id: RepositoryPath)]] = [:]

    mutating func add(_ changes: [FileChange], publishing: Bool = false) {
      for change in changes {
        if !publishing { ids.insert(change.path.withoutExtension) }
        guard case .renamed(let source) = change.kind else { continue }
        if !publishing { ids.insert(source.withoutExtension) }
        sources[change.path.withoutExtension, default: []].append((change.old?.id, source.withoutExtension))
      }
    }
  }

  init(repository: Repository, drafts: RepositoryPath, published: RepositoryPath, count: Int) {
    self.repository = repository
    self.drafts = drafts
    self.published = published
    found = Array(repeating: [], count: count)
  }

  mutating func run(_ ids: [RepositoryPath], from tip: ObjectID) throws(GitError) -> [[ObjectID]] {
    var bundle = Bundle()
    for (query, id) in ids.enumerated() { bundle.single[id, default: []].append(query) }
    pending[tip] = bundle
    while let commit = try newest() {
      guard let bundle = pending.removeValue(forKey: commit), !bundle.isEmpty else { continue }
      try step(commit, bundle)
      snapshots[commit] = nil
    }
    return found
  }

  /// The pending commit of the latest date; dates only save work here, the answer does not depend on them.
  private mutating func newest() throws(GitError) -> ObjectID? {
    if pending.count == 1 { return pending.keys.first }
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

  private mutating func send(_ bundle: Bundle, to parent: ObjectID) {
    guard !bundle.isEmpty else { return }
    if pending[parent] == nil { pending[parent] = bundle } else { pending[parent]?.unite(bundle) }
  }

  private mutating func step(_ commit: ObjectID, _ arrived: Bundle) throws(GitError) {
    let now = try snapshot(commit)
    var bundle = arrived
    if !bundle.forked.isEmpty {
      bundle.forked.subtract(seen[commit] ?? [])
      seen[commit, default: []].formUnion(bundle.forked)
    }
    var differing: [Difference] = []
    for parent in now.parents where !bundle.isEmpty {
      let difference = try difference(from: parent, to: now)
      let rest = try changed(in: &bundle, difference, now)
      send(bundle, to: parent)
      bundle = rest
      differing.append(difference)
    }
    for (id, queries) in bundle.single { try touch(commit, now, id, queries, differing) }
    for item in bundle.forked { try touch(commit, now, item.id, [item.query], differing) }
  }

  private mutating func difference(from parent: ObjectID, to now: Snapshot) throws(GitError) -> Difference {
    let then = try snapshot(parent)
    var difference = Difference(parent: parent, then: then)
    for (old, new) in [(then.drafts, now.drafts), (then.published, now.published)] where old != new {
      difference.add(try repository.changes(from: old, to: new))
    }
    return difference
  }

  /// Takes out of a bundle what is not the same in a parent.
  private func changed(
    in bundle: inout Bundle, _ difference: Difference, _ now: Snapshot
  ) throws(GitError) -> Bundle {
    var rest = Bundle()
    func differs(_ id: RepositoryPath) throws(GitError) -> Bool {
      try version(id, now) != version(id, difference.then)
    }
    if difference.ids.count < bundle.single.count {
      for id in difference.ids {
        guard let index = bundle.single.index(forKey: id), try differs(id) else { continue }
        rest.single[id] = bundle.single.remove(at: index).value
      }
    } else {
      for id in Array(bundle.single.keys) where difference.ids.contains(id) {
        guard try differs(id), let queries = bundle.single.removeValue(forKey: id) else { continue }
        rest.single[id] = queries
      }
    }
    for item in bundle.forked where difference.ids.contains(item.id) {
      if try differs(item.id) { rest.forked.insert(item) }
    }
    bundle.forked.subtract(rest.forked)
    return rest
  }

  /// A commit made a draft what it is: notes that, and goes on with what the draft was before.
  private mutating func touch(
    _ commit: ObjectID, _ now: Snapshot, _ id: RepositoryPath, _ queries: [Int], _ differing: [Difference]
  ) throws(GitError) {
    for query in queries { found[query].append(commit) }
    var ways: [(parent: ObjectID, id: RepositoryPath)] = []
    for difference in differing {
      if try version(id, difference.then) != nil {
        ways.append((difference.parent, id))
      } else if let source = try source(of: id, difference, now) {
        ways.append((difference.parent, source))
      }
    }
    for way in ways {
      var bundle = Bundle()
      if ways.count == 1, !isForked(queries, at: commit) {
        bundle.single[way.id] = queries
      } else {
        bundle.forked = Set(queries.map { Item(query: $0, id: way.id) })
      }
      send(bundle, to: way.parent)
    }
  }

  /// Whether one of the drafts has taken several ways before it came here.
  private func isForked(_ queries: [Int], at commit: ObjectID) -> Bool {
    seen[commit]?.contains { queries.contains($0.query) } ?? false
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
  private func source(
    of id: RepositoryPath, _ difference: Difference, _ now: Snapshot
  ) throws(GitError) -> RepositoryPath? {
    guard let content = try version(id, now) else { return nil }
    if let source = difference.sources[id]?.first(where: { $0.content == content }) { return source.id }
    // Published under another name than it was drafted: only then all drafts are compared with all posts.
    guard let drafts = difference.then.drafts, let published = now.published, drafts != published,
      let file = RepositoryPath(bytes: id.bytes + Array(".md".utf8)),
      try repository.entry(at: file, in: published) != nil
    else { return nil }
    var moves = Difference(parent: difference.parent, then: difference.then)
    moves.add(try repository.changes(from: drafts, to: published), publishing: true)
    return moves.sources[id]?.first { $0.content == content }?.id
  }
}

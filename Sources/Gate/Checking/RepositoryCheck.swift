public import Changes
public import Drafts
public import Git
public import Policy

/// Checks what a repository holds: what is staged, everything, or one commit.
public struct RepositoryCheck {
  private let repository: Repository
  /// The policy of the base: of HEAD, or of the index while HEAD has none.
  public let policy: PolicyInForce
  /// What checks each file.
  public let checker: DraftChecker
  private let now: Timestamp

  /// Opens the policy of the base and gets ready to check, in the clone of whoever asks.
  public init(_ repository: Repository, now: Timestamp) throws(GateError) {
    try self.init(repository, policy: Self.policy(of: repository, remembers: true), now: now)
  }

  /// Checks with a policy that was read before.
  public init(_ repository: Repository, policy: PolicyInForce, now: Timestamp) {
    self.repository = repository
    self.policy = policy
    checker = DraftChecker(policy: policy, now: now)
    self.now = now
  }

  /// The policy of HEAD; of the index while HEAD has none.
  ///
  /// - Parameter remembers: whether what changed rules are compiled to is kept below `.git/chaperone/`; their files are
  ///   then not at hand.
  public static func policy(of repository: Repository, remembers: Bool = false) throws(GateError) -> PolicyInForce {
    let tree = try reading { () throws(GitError) -> (commit: ObjectID, tree: ObjectID)? in
      guard let commit = try repository.head().commit else { return nil }
      return (commit, try repository.commit(commit).tree)
    }
    if let (commit, tree) = tree,
      try TreeFiles(repository, tree: tree).read(PolicyInForce.policyFile, limit: PolicyInForce.sizeLimit) != nil
    {
      return try PolicyInForce.load(
        from: TreeFiles(repository, tree: tree), origin: .commit(commit),
        keepingRulesIn: remembers ? repository : nil)
    }
    return try PolicyInForce.load(from: IndexFiles(repository), origin: .index)
  }

  /// The policy of a commit.
  public static func policy(of commit: ObjectID, in repository: Repository) throws(GateError) -> PolicyInForce {
    let tree = try reading { () throws(GitError) in try repository.commit(commit).tree }
    return try PolicyInForce.load(from: TreeFiles(repository, tree: tree), origin: .commit(commit))
  }

  /// The policy of HEAD with other rules in the place of its own, to see what they would do.
  public static func policy(
    of repository: Repository, replacingRulesWith rules: [RuleSet.File]
  ) throws(GateError) -> PolicyInForce {
    let tree = try reading { () throws(GitError) -> ObjectID? in
      guard let commit = try repository.head().commit else { return nil }
      return try repository.commit(commit).tree
    }
    guard let tree else { throw .unreadable("there is no commit yet whose policy the rules could join") }
    return try PolicyInForce.load(
      from: ReplacedRules(TreeFiles(repository, tree: tree), rules: rules), origin: .given)
  }

  /// The drafts that the next commit changes, exactly as it will hold them.
  public func staged() throws(GateError) -> CheckReport {
    let changes = try reading { () throws(GitError) in try repository.stagedChanges() }
    // The whole index is only read where a draft answers another file.
    let files = LazyIndexFiles(repository)
    return checker.report(try check(changes, in: files))
  }

  /// The drafts that a commit changes against its first parent.
  public func commit(_ id: ObjectID) throws(GateError) -> CheckReport {
    let (tree, changes) = try reading { () throws(GitError) in
      let commit = try repository.commit(id)
      let parent = try commit.parents.first.map { id throws(GitError) in try repository.commit(id).tree }
      return (commit.tree, try repository.changes(from: parent, to: commit.tree))
    }
    return checker.report(try check(changes, in: TreeFiles(repository, tree: tree)))
  }

  /// Every draft and published post of a commit.
  public func all(of commit: ObjectID) throws(GateError) -> CheckReport {
    let tree = try reading { () throws(GitError) in try repository.commit(commit).tree }
    let files = TreeFiles(repository, tree: tree)
    var versions: [(path: RepositoryPath, version: FileVersion)] = []
    for root in [policy.organisation.drafts, policy.organisation.published] {
      let entries = try reading { () throws(GitError) -> [TreeEntry] in
        guard try repository.entry(at: root, in: tree) != nil else { return [] }
        return try repository.entries(under: root, in: tree)
      }
      versions += entries.map { ($0.path, $0.version) }
    }
    return try report(versions, in: files)
  }

  /// Every draft and published post of the index.
  public func allStaged() throws(GateError) -> CheckReport {
    var drafts: [CheckedDraft] = []
    try visitAllStaged { draft, _ in drafts.append(draft) }
    return checker.report(drafts)
  }

  /// Checks every draft and published post of the index, in byte order, and hands each on as soon as it is done.
  ///
  /// - Parameters:
  ///   - remembers: whether answers that an earlier check kept below `.git/chaperone/` are taken over where they still
  ///     hold, and those of this one kept. What was recognised in such a draft is then not at hand.
  ///   - visit: takes the draft and how many there are in all.
  public func visitAllStaged(
    remembers: Bool = false, _ visit: (CheckedDraft, Int) throws(GateError) -> Void
  ) throws(GateError) {
    let files = try IndexFiles(repository)
    let versions = files.versions(where: checker.isDraft)
    let memory = remembers ? try Remembering(checker, files: files, in: repository, now: now) : nil
    try checker.checkAll(versions) { entry throws(GateError) in
      guard let memory else { return try prepare(entry.version, at: entry.path, in: files) }
      let (known, watched) = try memory.answer(entry.version, at: entry.path)
      if let known { return PreparedDraft(known) }
      return try prepare(entry.version, at: entry.path, in: watched)
    } visit: { draft throws(GateError) in
      memory?.keep(draft)
      try visit(draft, versions.count)
    }
    memory?.finish()
  }

  private func report(_ versions: [(path: RepositoryPath, version: FileVersion)], in files: any FileSource)
    throws(GateError) -> CheckReport
  {
    var drafts: [CheckedDraft] = []
    for (path, version) in versions.sorted(by: { $0.path < $1.path }) where checker.isDraft(path) {
      drafts.append(try check(version, at: path, in: files))
    }
    return checker.report(drafts)
  }

  private func check(_ changes: [FileChange], in files: any FileSource) throws(GateError) -> [CheckedDraft] {
    var drafts: [CheckedDraft] = []
    for change in changes {
      guard let version = change.new, checker.isDraft(change.path) else { continue }
      drafts.append(try check(version, at: change.path, in: files))
    }
    return drafts.sorted { $0.path < $1.path }
  }

  private func check(_ version: FileVersion, at path: RepositoryPath, in files: any FileSource) throws(GateError)
    -> CheckedDraft
  {
    checker.judge(try prepare(version, at: path, in: files))
  }

  private func prepare(_ version: FileVersion, at path: RepositoryPath, in files: any FileSource) throws(GateError)
    -> PreparedDraft
  {
    guard version.mode.isFile else {
      let what = version.mode == .symlink ? "a symbolic link" : "a submodule"
      return PreparedDraft(
        checker.refuse(
          path, "\(what) cannot be checked, because what it points to can change; commit the text itself"))
    }
    let size = try reading { () throws(GitError) in try repository.blobSize(version.id) }
    guard size <= UInt64(Draft.sizeLimit) else {
      return PreparedDraft(
        checker.refuse(path, "\(size) bytes are too long for a post; at most \(Draft.sizeLimit) are read"))
    }
    let bytes = try reading { () throws(GitError) in try repository.blob(version.id, limit: Draft.sizeLimit) }
    return try checker.prepare(bytes, path: path, in: files)
  }
}

/// The index, read when the first file of it is asked for.
private final class LazyIndexFiles: FileSource {
  private let repository: Repository
  private var loaded: IndexFiles?

  init(_ repository: Repository) { self.repository = repository }

  private func index() throws(GateError) -> IndexFiles {
    if let loaded { return loaded }
    let files = try IndexFiles(repository)
    loaded = files
    return files
  }

  func read(_ path: RepositoryPath, limit: Int) throws(GateError) -> [UInt8]? { try index().read(path, limit: limit) }

  func size(of path: RepositoryPath) throws(GateError) -> Int? { try index().size(of: path) }

  func files(under folder: RepositoryPath, limit: Int) throws(GateError) -> [(path: RepositoryPath, bytes: [UInt8])] {
    try index().files(under: folder, limit: limit)
  }
}

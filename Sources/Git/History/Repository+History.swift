public import Changes
import Clibgit2

extension Repository {
  /// The commits that can be reached from `tips` and not from what is excluded, parents before children.
  ///
  /// - Parameters:
  ///   - tips: commits, or annotated tags of commits.
  ///   - excluded: commits that are known already, with all before them.
  ///   - patterns: references that are known already, such as `refs/heads/*`; in a hook these are the old ones.
  /// - Throws: ``GitError``; history that ends before its end (a shallow clone, a missing commit) is an error and never
  ///   the end of the list.
  public func newCommits(
    from tips: [ObjectID], excluding excluded: [ObjectID] = [], excludingReferences patterns: [String] = []
  ) throws(GitError) -> [ObjectID] {
    guard !tips.isEmpty else { return [] }
    // Git, and libgit2 from 1.7 on, take the boundary of a shallow clone for the beginning of history.
    guard try !isShallow() else { throw .unsupported(operation: "walking the history", reason: "the clone is shallow") }
    guard let pointer = unsafe pointer else {
      return try newCommitsByCommand(from: tips, excluding: excluded, excludingReferences: patterns)
    }
    for id in tips + excluded where try !contains(id) { throw .missingObject(id) }
    let walk = unsafe try Handle(
      "walk the history", free: git_revwalk_free, make: { unsafe git_revwalk_new(&$0, pointer) })
    let order = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_REVERSE.rawValue
    try Library.check(unsafe git_revwalk_sorting(walk.pointer, order), "walk the history")
    for id in tips {
      var oid = try id.oid()
      try Library.check(unsafe git_revwalk_push(walk.pointer, &oid), "walk the history")
    }
    for id in excluded {
      var oid = try id.oid()
      try Library.check(unsafe git_revwalk_hide(walk.pointer, &oid), "walk the history")
    }
    for pattern in patterns {
      try Library.check(unsafe git_revwalk_hide_glob(walk.pointer, pattern), "walk the history")
    }
    var commits: [ObjectID] = []
    var oid = git_oid()
    while true {
      let code = unsafe git_revwalk_next(&oid, walk.pointer)
      // Every other code is a failure, "not found" above all: it is what a missing parent gives.
      if code == GIT_ITEROVER.rawValue { return commits }
      try Library.check(code, "walk the history")
      commits.append(try ObjectID(oid))
    }
  }

  /// The commits a branch itself goes through from `old` to `new`, oldest first: `git rev-list --first-parent old..new`.
  ///
  /// - Parameter old: `nil` for the whole line back to the first commit.
  public func firstParentCommits(from old: ObjectID?, to new: ObjectID) throws(GitError) -> [ObjectID] {
    let fresh = Set(try newCommits(from: [new], excluding: old.map { [$0] } ?? []))
    var commits: [ObjectID] = []
    var next: ObjectID? = new
    while let id = next, fresh.contains(id) {
      commits.append(id)
      next = try commit(id).parents.first
    }
    return commits.reversed()
  }

  /// The best common ancestor of two commits; `nil` if they have no history in common.
  public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    for id in [one, other] where try !contains(id) { throw .missingObject(id) }
    guard let pointer = unsafe pointer else {
      let result = try command.run(["merge-base", one.hex, other.hex])
      if result.status == 1, result.error.isEmpty { return nil }
      guard result.status == 0, let id = ObjectID(hex: result.output.dropLast()) else {
        throw .command(arguments: ["merge-base"], status: result.status, message: "no answer")
      }
      return id
    }
    var first = try one.oid()
    var second = try other.oid()
    var base = git_oid()
    let code = unsafe git_merge_base(&base, pointer, &first, &second)
    guard code < 0 else { return try ObjectID(base) }
    let error = Library.error(code, "find the merge base")
    // "No common history" and "a commit is missing" have the same code and differ in the category.
    if case .libgit2(GIT_ENOTFOUND.rawValue, Int32(GIT_ERROR_MERGE.rawValue), _, _) = error { return nil }
    throw error
  }

  /// Whether `ancestor` comes before `commit` in history, or is the same.
  public func isAncestor(_ ancestor: ObjectID, of commit: ObjectID) throws(GitError) -> Bool {
    if ancestor == commit { return true }
    return try mergeBase(ancestor, commit) == ancestor
  }

  private func newCommitsByCommand(
    from tips: [ObjectID], excluding excluded: [ObjectID], excludingReferences patterns: [String]
  ) throws(GitError) -> [ObjectID] {
    var arguments = ["rev-list", "--topo-order", "--reverse"] + tips.map(\.hex)
    arguments += ["--not"] + excluded.map(\.hex) + patterns.map { "--glob=\($0)" }
    var commits: [ObjectID] = []
    for line in try command.lines(arguments) {
      guard let id = ObjectID(hex: line) else {
        throw .command(arguments: ["rev-list"], status: 0, message: "unexpected answer")
      }
      commits.append(id)
    }
    return commits
  }
}

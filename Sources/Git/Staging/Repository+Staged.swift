public import Changes
import Clibgit2

extension Repository {
  /// What the next commit would change: `HEAD` against the index git named.
  ///
  /// The same paths as `git diff --cached`: before the first commit everything is an addition; a path that is only
  /// intended to be added is not staged. Exact renames are paired. Links and submodules are reported and never
  /// followed. Sparse, split and checksum-less indexes are read by git.
  /// - Throws: ``GitError/unmergedPaths(_:)`` while a merge is unfinished, any other ``GitError`` when the list cannot
  ///   be known. An empty list means that nothing is staged.
  public func stagedChanges() throws(GitError) -> [FileChange] {
    let commit = try head().commit
    let changes: [FileChange]
    if let index = try openIndex() {
      changes = try stagedChanges(in: index, since: commit)
    } else {
      changes = try stagedChangesByCommand(since: commit)
    }
    return FileChange.pairingRenames(changes)
  }

  private func stagedChanges(in index: borrowing Handle, since commit: ObjectID?) throws(GitError) -> [FileChange] {
    let pointer = unsafe try library("compare the index")
    if unsafe git_index_has_conflicts(index.pointer) == 1 {
      throw .unmergedPaths(Set(try indexEntries().filter { $0.stage > 0 }.map(\.path)).sorted())
    }
    var tree: OpaquePointer?
    defer { unsafe git_tree_free(tree) }
    if let commit {
      let id = try self.commit(commit).tree
      var oid = try id.oid()
      let code = unsafe git_tree_lookup(&tree, pointer, &oid)
      if code == GIT_ENOTFOUND.rawValue { throw .missingObject(id) }
      try Library.check(code, "read the tree of HEAD")
    }
    var options = unsafe git_diff_options()
    try Library.check(unsafe git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)), "prepare a comparison")
    unsafe options.flags = GIT_DIFF_INCLUDE_TYPECHANGE.rawValue
    unsafe options.ignore_submodules = GIT_SUBMODULE_IGNORE_NONE
    let indexPointer = unsafe index.pointer
    let diff = unsafe try Handle(
      "compare the index", free: git_diff_free,
      make: { unsafe git_diff_tree_to_index(&$0, pointer, tree, indexPointer, &options) })
    var changes: [FileChange] = []
    for position in unsafe 0..<git_diff_num_deltas(diff.pointer) {
      guard let delta = unsafe git_diff_get_delta(diff.pointer, position) else {
        throw .libgit2(code: -1, category: 0, operation: "compare the index", message: "a change is missing")
      }
      if let change = unsafe try change(delta.pointee, index: indexPointer) { changes.append(change) }
    }
    return changes
  }

  /// One change; `nil` for a path that is only intended to be added and was not there before.
  private func change(_ delta: git_diff_delta, index: OpaquePointer) throws(GitError) -> FileChange? {
    let path = unsafe try RepositoryPath(cString: delta.new_file.path ?? delta.old_file.path)
    let old =
      unsafe delta.old_file.mode == 0
      ? nil : try FileVersion(mode: UInt32(delta.old_file.mode), oid: delta.old_file.id)
    var new =
      unsafe delta.new_file.mode == 0
      ? nil : try FileVersion(mode: UInt32(delta.new_file.mode), oid: delta.new_file.id)
    if new != nil, let entry = unsafe git_index_get_bypath(index, delta.new_file.path, 0),
      unsafe Self.isIntentToAdd(entry)
    {
      new = nil
    }
    switch (old, new) {
    case (nil, nil): return nil
    case (nil, let new?): return .added(path, new)
    case (let old?, nil): return .deleted(path, old)
    case (let old?, let new?): return FileChange.changed(path, from: old, to: new)
    }
  }

  private func stagedChangesByCommand(since commit: ObjectID?) throws(GitError) -> [FileChange] {
    let base = commit?.hex ?? emptyTree
    do {
      return try RawDiff.parse(
        command.output([
          "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--ita-invisible-in-index",
          "--ignore-submodules=none", "--end-of-options", base, "--",
        ]))
    } catch .command(let arguments, let status, let message) {
      // A damaged header is called a bad signature or version, without the word index.
      guard message.contains("index") || message.hasPrefix("error: bad signature") else {
        throw .command(arguments: arguments, status: status, message: message)
      }
      throw .corruptIndex(message: message)
    }
  }

  /// The id of the tree without entries, which git knows without having it.
  var emptyTree: String {
    switch algorithm {
    case .sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    case .sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
    }
  }
}

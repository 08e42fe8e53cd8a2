public import Changes

extension Repository {
  /// What the next commit would change: `HEAD` against the index git named.
  ///
  /// The same paths as `git diff --cached`: before the first commit everything is an addition; a path that is only
  /// intended to be added is not staged. Exact renames are paired. Links and submodules are reported and never
  /// followed. Sparse and split indexes are read by git.
  /// - Throws: ``GitError/unmergedPaths(_:)`` while a merge is unfinished, any other ``GitError`` when the list cannot
  ///   be known. An empty list means that nothing is staged.
  public func stagedChanges() throws(GitError) -> [FileChange] {
    let commit = try head().commit
    guard let index = try readIndex() else {
      return FileChange.pairingRenames(try stagedChangesByCommand(since: commit))
    }
    var comparison = try StagedComparison(index, in: self)
    try comparison.compare(with: commit.map { id throws(GitError) in try self.commit(id).tree })
    return FileChange.pairingRenames(comparison.changes)
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

public import Changes
internal import Git

extension Ledger {
  /// What came of bringing two copies together.
  public struct Synchronisation: Sendable {
    /// The commit both copies have now; nil where there is no record on either side.
    public let tip: ObjectID?
    /// Whether the other copy got something.
    public let hasPushed: Bool
  }

  private static let rounds = 10

  /// Fetches the ledger of a remote, unites it with the own one and pushes the result, again if somebody was faster.
  ///
  /// Each step leaves both copies valid: a process that is stopped has lost nothing, and the next one goes on.
  ///
  /// - Parameter remote: The name of a remote.
  /// - Throws: ``GateError/tampered(_:)`` where the remote's ledger lost something since it was last fetched; the copy
  ///   fetched before is kept then. ``GateError/unreadable(_:)`` where the remote cannot be reached or refuses.
  @discardableResult
  public func synchronise(with remote: String) throws(GateError) -> Synchronisation {
    guard let copy = name(of: remote) else { throw .unreadable("“\(remote)” is no name of a remote") }
    var refusal = ""
    for _ in 0..<Self.rounds {
      let theirs = try fetch(remote, into: copy)
      var ledger = try Ledger.open(repository)
      if let theirs { try ledger.unite(with: theirs) }
      ledger = try Ledger.open(repository)
      guard let ours = ledger.tip, ours != theirs else { return Synchronisation(tip: theirs, hasPushed: false) }
      let refspec = "\(ours.hex):\(name.text)"
      let push = try reading { () throws(GitError) in
        try repository.command.run(["push", "--quiet", "--no-follow-tags", "--", remote, refspec])
      }
      if push.status == 0 {
        try reading { () throws(GitError) in
          let known = try repository.target(of: copy)
          if known != ours { try repository.update(copy, from: known, to: ours, reason: "chaperone sync") }
        }
        return Synchronisation(tip: ours, hasPushed: true)
      }
      refusal = String(decoding: push.error, as: UTF8.self)
      // Only somebody else's push is worth another round.
      guard refusal.contains("fetch first") || refusal.contains("non-fast-forward") || refusal.contains("lock") else {
        break
      }
    }
    throw .unreadable("\(remote) did not take the ledger: \(refusal.split(separator: "\n").joined(separator: "; "))")
  }

  /// Where a remote's ledger is kept here.
  private func name(of remote: String) -> ReferenceName? {
    guard !remote.isEmpty, !remote.hasPrefix("-") else { return nil }
    return ReferenceName("refs/remotes/\(remote)/\(name.branch ?? String(name.text.dropFirst("refs/".utf8.count)))")
  }

  /// Fetches the remote's ledger; nil where it has none.
  private func fetch(_ remote: String, into copy: ReferenceName) throws(GateError) -> ObjectID? {
    let (before, listed) = try reading { () throws(GitError) in
      (
        try repository.target(of: copy),
        try repository.command.run(["ls-remote", "--quiet", "--exit-code", "--", remote, name.text])
      )
    }
    if listed.status == 2 {
      guard before == nil else {
        throw .tampered("\(remote) has no ledger any more; the copy that was fetched before is kept")
      }
      return nil
    }
    guard listed.status == 0 else {
      let words = String(decoding: listed.error, as: UTF8.self).split(separator: "\n").joined(separator: "; ")
      throw .unreadable("\(remote) cannot be read: \(words)")
    }
    try reading { () throws(GitError) in
      _ = try repository.command.output([
        "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, "+\(name.text):\(copy.text)",
      ])
    }
    let after = try reading { () throws(GitError) in try repository.target(of: copy) }
    guard let before, let after, before != after else { return after }
    do {
      let trees = try reading { () throws(GitError) in
        (try repository.commit(before).tree, try repository.commit(after).tree)
      }
      _ = try Self.newRecords(from: trees.0, to: trees.1, in: repository)
    } catch {
      try reading { () throws(GitError) in
        try repository.update(copy, from: after, to: before, reason: "chaperone sync: refused")
      }
      throw error
    }
    return after
  }
}

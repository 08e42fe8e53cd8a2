internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Policy

/// A published post that may not stay for ever: a consent it rests on, or its own time, ends.
struct EndingPost {
  /// The file.
  let entry: TreeEntry
  /// When it has to go.
  let end: Timestamp
}

/// Finds published posts that rest on a consent, or whose own time is limited.
struct EndingPosts {
  private let signOff: SignOff
  private let files: TreeFiles

  init(_ signOff: SignOff) {
    self.signOff = signOff
    files = TreeFiles(signOff.repository, tree: signOff.head.tree)
  }

  /// The posts that end at some time, in the order of git.
  ///
  /// - Parameters:
  ///   - all: Whether every other post is given too, as one that never ends.
  ///   - known: What an earlier run found; only what differs since is read.
  func posts(all: Bool, known: QueueMemory?, key: QueueMemory.Key) throws(GateError) -> [EndingPost] {
    if !all, let known, known.key.policy == key.policy {
      if known.key.published == key.published { return known.posts }
      return try posts(changedSince: known)
    }
    let root = signOff.policy.organisation.published
    let entries = try reading { () throws(GitError) in
      try signOff.repository.entries(under: root, in: signOff.head.tree)
    }
    var posts: [EndingPost] = []
    for entry in entries {
      if let end = try end(of: entry) ?? (all && Self.isPost(entry) ? .forever : nil) {
        posts.append(EndingPost(entry: entry, end: end))
      }
    }
    return posts
  }

  private func posts(changedSince known: QueueMemory) throws(GateError) -> [EndingPost] {
    let root = signOff.policy.organisation.published
    let now = try files.folderID(root)
    let changes = try reading { () throws(GitError) in
      try signOff.repository.changes(from: known.key.published, to: now)
    }
    var posts: [RepositoryPath: EndingPost] = [:]
    for post in known.posts { posts[post.entry.path] = post }
    for change in changes {
      if case .renamed(let source) = change.kind { posts[root.appending(source)] = nil }
      let path = root.appending(change.path)
      posts[path] = nil
      guard let version = change.new else { continue }
      let entry = TreeEntry(path: path, version: version)
      if let end = try end(of: entry) { posts[path] = EndingPost(entry: entry, end: end) }
    }
    return posts.values.sorted { $0.entry.path < $1.entry.path }
  }

  private static func isPost(_ entry: TreeEntry) -> Bool { entry.version.mode.isFile && entry.path.hasExtension("md") }

  /// When a post has to go; nil for one that may stay, and for a file that is no post.
  private func end(of entry: TreeEntry) throws(GateError) -> Timestamp? {
    guard Self.isPost(entry) else { return nil }
    let bytes: [UInt8]
    do throws(GitError) {
      bytes = try signOff.repository.blob(entry.version.id, limit: Draft.sizeLimit)
    } catch .tooLarge {
      return nil
    } catch {
      throw .git(error)
    }
    guard Self.mayEnd(bytes), let declared = try? Draft.parse(bytes: bytes, path: entry.path).frontMatter else {
      return nil
    }
    let references = [declared.consent?.value.reference?.value] + (declared.people ?? []).map(\.value.release?.value)
    let consents = references.compactMap { $0.flatMap { signOff.trust.consents[$0]?.ends } }
    return (consents + [declared.expiryDate?.value].compactMap(\.self)).min()
  }

  /// Whether a file is worth reading as a draft: its front matter names one of the keys, or spells something in a way
  /// that could hide one.
  static func mayEnd(_ bytes: [UInt8]) -> Bool {
    let front = frontMatter(bytes)
    return front.contains(UInt8(ascii: "\\")) || keys.contains { holds(front, $0) }
  }

  private static let keys = ["consent", "release", "expiryDate"].map { Array($0.utf8) }

  /// The bytes up to the second line of dashes; all of them where there is none.
  private static func frontMatter(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var start = 4
    while start + 3 < bytes.count {
      guard let line = bytes[start...].firstIndex(of: 0x0A) else { break }
      if bytes[(line + 1)...].starts(with: dashes) { return bytes[..<line] }
      start = line + 1
    }
    return bytes[...]
  }

  private static let dashes = Array("---".utf8)

  private static func holds(_ bytes: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: part[0]) {
      if bytes[found...].starts(with: part) { return true }
      start = found + 1
    }
    return false
  }
}

extension Timestamp {
  /// Later than anything that happens.
  static let forever = Timestamp(secondsSince1970: .max)
}

public import Changes
public import Drafts
internal import Git
internal import Policy
internal import YAML

/// Checks files with one policy, reading the posts they answer where those are files too.
public struct DraftChecker {
  private let policy: PolicyInForce
  private let now: Timestamp

  /// A checker for a policy and the time its answers are for.
  public init(policy: PolicyInForce, now: Timestamp) {
    self.policy = policy
    self.now = now
  }

  /// Whether a path is that of a draft or a published post.
  public func isDraft(_ path: RepositoryPath) -> Bool {
    roots.contains { path.isUnder($0) } && path.hasExtension("md")
  }

  private var roots: [RepositoryPath] { [policy.organisation.drafts, policy.organisation.published] }

  /// Checks the bytes of one file; `files` is where a post it answers is looked up.
  public func check(_ bytes: [UInt8], path: RepositoryPath, in files: (any FileSource)?) throws(GateError)
    -> CheckedDraft
  {
    let id = Draft.identifier(of: path, roots: roots) ?? path
    let draft: Draft
    do {
      draft = try Draft.parse(bytes: bytes, path: path)
    } catch {
      return CheckedDraft(
        path: path, id: id, outcome: .unreadable(error.description.split(separator: "\n").map(String.init)))
    }
    let context: [[UInt8]]
    switch try parents(of: draft, in: files) {
    case .found(let posts): context = posts
    case .unreadable(let line): return CheckedDraft(path: path, id: id, outcome: .unreadable([line]))
    }
    return CheckedDraft(
      path: path, id: id, outcome: .assessed(draft, policy.checker.assess(draft, context: context, now: now)))
  }

  /// A file that is not checked as a draft because of what it is.
  public func refuse(_ path: RepositoryPath, _ reason: String) -> CheckedDraft {
    CheckedDraft(
      path: path, id: Draft.identifier(of: path, roots: roots) ?? path,
      outcome: .unreadable(["\(path.display): \(reason)"]))
  }

  /// The report over some checked files.
  public func report(_ drafts: [CheckedDraft]) -> CheckReport {
    CheckReport(
      drafts: drafts, ruleCount: policy.checker.ruleSet.rules.count, packs: policy.organisation.packs.sorted())
  }

  private enum Parents {
    case found([[UInt8]])
    case unreadable(String)
  }

  /// How many posts up a thread is followed.
  private static let depthLimit = 50

  /// The posts a draft answers through files, oldest first.
  private func parents(of draft: Draft, in files: (any FileSource)?) throws(GateError) -> Parents {
    var posts: [[UInt8]] = []
    var seen: Set<RepositoryPath> = [draft.path]
    var current = draft
    while case .file(let target) = current.inReplyTo {
      let start = target.range.start
      let place = "\(current.path.display):\(start.line):\(start.column)"
      guard let files else {
        return .unreadable(
          "\(place): it answers \(target.value.display), which can only be looked up inside the repository")
      }
      guard seen.insert(target.value).inserted else { return .unreadable("\(place): the thread answers itself") }
      guard posts.count < Self.depthLimit else {
        return .unreadable("\(place): the thread is longer than \(Self.depthLimit) posts")
      }
      guard let bytes = try files.read(target.value, limit: Draft.sizeLimit) else {
        return .unreadable(
          "\(place): it answers \(target.value.display), which is not there; give the text with `inReplyTo: { text: … }` instead"
        )
      }
      do {
        current = try Draft.parse(bytes: bytes, path: target.value)
      } catch {
        return .unreadable("\(place): the post it answers cannot be read: \(error.description)")
      }
      posts.insert(contentsOf: current.posts.map(\.bytes), at: 0)
    }
    if current.path != draft.path { posts.insert(contentsOf: current.parents.map(\.bytes), at: 0) }
    return .found(posts)
  }
}

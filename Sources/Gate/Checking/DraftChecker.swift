public import Changes
public import Drafts
internal import Git
internal import Policy
internal import YAML

/// Checks files with one policy, reading the posts they answer where those are files too.
public struct DraftChecker: Sendable {
  let policy: PolicyInForce
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

  /// Checks the bytes of one file.
  ///
  /// - Parameters:
  ///   - files: where a post it answers is looked up.
  ///   - media: where its pictures and films are, if not there.
  ///   - shownPath: how reports name the file; nil takes the path.
  public func check(
    _ bytes: [UInt8], path: RepositoryPath, in files: (any FileSource)?, media: (any FileSource)? = nil,
    shownAs shownPath: String? = nil
  ) throws(GateError) -> CheckedDraft {
    judge(try prepare(bytes, path: path, in: files, media: media, shownAs: shownPath))
  }

  /// Reads the bytes of one file and everything beside it that its judgement needs.
  ///
  /// The parameters are those of `check`.
  public func prepare(
    _ bytes: [UInt8], path: RepositoryPath, in files: (any FileSource)?, media: (any FileSource)? = nil,
    shownAs shownPath: String? = nil
  ) throws(GateError) -> PreparedDraft {
    let name = shownPath ?? path.display
    let draft: Draft
    do {
      draft = try Draft.parse(bytes: bytes, path: path)
    } catch {
      let lines = error.problems.map { "\(name):\($0.range.start.line):\($0.range.start.column): \($0.message)" }
      return PreparedDraft(checked(path, .unreadable(lines), shownPath))
    }
    switch try parents(of: draft, named: name, in: files) {
    case .found(let posts):
      return PreparedDraft(
        draft, context: posts, inspections: try inspections(of: draft, in: media ?? files), shownPath: shownPath)
    case .unreadable(let line): return PreparedDraft(checked(path, .unreadable([line]), shownPath))
    }
  }

  /// Judges a draft that was read.
  public func judge(_ prepared: PreparedDraft) -> CheckedDraft {
    switch prepared.content {
    case .answered(let checked): return checked
    case .draft(let draft, let posts, let inspections):
      let assessment = policy.checker.assess(
        draft, context: posts, inspections: inspections, now: now, namingIndividuals: policy.namesIndividuals)
      return checked(draft.path, .assessed(draft, assessment), prepared.shownPath)
    }
  }

  /// A file that is not checked as a draft because of what it is.
  public func refuse(_ path: RepositoryPath, _ reason: String, shownAs shownPath: String? = nil) -> CheckedDraft {
    checked(path, .unreadable(["\(shownPath ?? path.display): \(reason)"]), shownPath)
  }

  /// The id of the draft at a path.
  func id(of path: RepositoryPath) -> RepositoryPath { Draft.identifier(of: path, roots: roots) ?? path }

  /// A file and what came of it.
  func checked(_ path: RepositoryPath, _ outcome: CheckedDraft.Outcome, _ shownPath: String? = nil) -> CheckedDraft {
    CheckedDraft(path: path, id: id(of: path), shownPath: shownPath, outcome: outcome)
  }

  /// The report over some checked files.
  public func report(_ drafts: [CheckedDraft]) -> CheckReport {
    let rules = policy.checker.ruleSet.rules
    return CheckReport(drafts: drafts, ruleCount: rules.count, packs: Set(rules.map(\.pack)).sorted())
  }

  /// A summary that the files checked here can be counted in.
  public var emptySummary: CheckSummary { report([]).summary }

  private enum Parents {
    case found([[UInt8]])
    case unreadable(String)
  }

  /// How many posts up a thread is followed.
  private static let depthLimit = 50

  /// The posts a draft answers through files, oldest first.
  private func parents(
    of draft: Draft, named name: String, in files: (any FileSource)?
  ) throws(GateError) -> Parents {
    var posts: [[UInt8]] = []
    var seen: Set<RepositoryPath> = [draft.path]
    var current = draft
    while case .file(let target) = current.inReplyTo {
      let start = target.range.start
      let file = current.path == draft.path ? name : current.path.display
      let place = "\(file):\(start.line):\(start.column)"
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

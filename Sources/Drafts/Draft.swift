public import Changes
import YAML

/// One file under the drafts root: front matter plus one post or a thread of posts.
///
/// A draft is a value that never changes; a copy costs no more than a reference.
public struct Draft: Sendable, Equatable {
  /// The size in bytes beyond which a file is not read as a draft.
  public static let sizeLimit = 1_048_576

  private let content: DraftContent

  /// The file's path in the repository.
  public var path: RepositoryPath { content.path }
  /// The file's bytes and text.
  public var source: SourceText { content.source }
  /// What it declares; nil when the file has no front matter.
  public var frontMatter: FrontMatter? { content.frontMatter }
  /// The posts of the body, in order.
  public var posts: [Post] { content.posts }
  /// Everything a reader will see, in this order: title, posts, then variants, first comment, attachments, hashtags.
  public var passages: [Passage] { content.passages }
  /// The earlier posts given with `inReplyTo.text`, oldest first: context, not judged as new.
  public var parents: [Passage] { content.parents }

  /// Reads a file as a draft.
  ///
  /// The error holds every problem that was found, up to `DraftError.problemLimit`. A file without front matter is a draft that declares nothing, and
  /// an empty file is a draft without posts; neither is an error here.
  public static func parse(bytes: [UInt8], path: RepositoryPath) throws(DraftError) -> Draft {
    guard bytes.count <= sizeLimit else {
      let problem = DraftProblem(.tooLarge(bytes: bytes.count), at: SourceRange(at: .start))
      throw DraftError(path: path, problems: [problem])
    }
    let source: SourceText
    let block: FrontMatterBlock?
    do {
      source = try SourceText(bytes)
      block = try FrontMatterBlock.find(in: source)
    } catch {
      throw DraftError(path: path, problems: [error])
    }
    var reader = FrontMatterReader(source: source)
    let frontMatter = block.flatMap { reader.read($0) }
    guard reader.problems.isEmpty else {
      throw DraftError(path: path, problems: reader.problems.sorted { $0.range.start < $1.range.start })
    }
    let posts = PostSplitter(source).posts(fromLine: (block?.closingLine ?? 0) + 1)
    return Draft(content: DraftContent(path: path, frontMatter: frontMatter, posts: posts, reader: reader))
  }

  private init(content: DraftContent) {
    self.content = content
  }

  /// Two drafts are equal when path and bytes are: everything else follows from them.
  public static func == (left: Draft, right: Draft) -> Bool {
    left.content === right.content || (left.path == right.path && left.source.original == right.source.original)
  }

  /// For whom the account speaks: as declared; without front matter a person, otherwise the organisation.
  public var account: Account {
    frontMatter?.account?.value ?? (frontMatter == nil ? .personal : .organization)
  }

  /// The channels it is for, as declared, without repetitions.
  public var channels: [Channel] {
    var channels: [Channel] = []
    for channel in frontMatter?.channels ?? [] where !channels.contains(channel.value) {
      channels.append(channel.value)
    }
    return channels
  }

  /// What it answers, as declared.
  public var inReplyTo: ReplyTarget? { frontMatter?.inReplyTo?.value }

  /// The draft's id: its path under one of the roots, without extension; nil outside all of them.
  ///
  /// The same for a draft and for what becomes of it in the published tree.
  /// - Parameter roots: the drafts and published roots, such as `drafts`; of several that hold the draft the longest
  ///   counts.
  public func identifier(roots: [RepositoryPath]) -> RepositoryPath? {
    Self.identifier(of: path, roots: roots)
  }

  /// The id a draft at a path has; see `identifier(roots:)`.
  public static func identifier(of path: RepositoryPath, roots: [RepositoryPath]) -> RepositoryPath? {
    let root = roots.filter { path.isUnder($0) }.max { $0.bytes.count < $1.bytes.count }
    return root.flatMap { path.relative(to: $0) }?.withoutExtension
  }
}

/// What a draft holds.
private final class DraftContent: Sendable {
  let path: RepositoryPath
  let source: SourceText
  let frontMatter: FrontMatter?
  let posts: [Post]
  let passages: [Passage]
  let parents: [Passage]

  init(path: RepositoryPath, frontMatter: FrontMatter?, posts: [Post], reader: FrontMatterReader) {
    (self.path, source, self.frontMatter, self.posts) = (path, reader.source, frontMatter, posts)
    let body = posts.map {
      Passage(field: .body, post: $0.number, bytes: $0.bytes, origin: PassageOrigin(verbatim: $0.textOffsets))
    }
    let title = reader.passages.prefix { $0.field == .title }
    passages = title + body + reader.passages.dropFirst(title.count)
    parents = reader.parents
  }
}

public import YAML

/// A text that is scanned as one: what a reader sees in one place.
public struct Passage: Sendable, Equatable {
  /// Which part of a draft a passage is.
  public enum Field: Sendable, Hashable {
    /// A post of the thread in the body.
    case body
    /// The title.
    case title
    /// A post written for one channel instead of the body.
    case variant(Channel)
    /// The comment posted right below.
    case firstComment
    /// The text alternative of an attachment, by index from 0.
    case altText(attachment: Int)
    /// The captions of an attachment, by index from 0.
    case captions(attachment: Int)
    /// The transcript of an attachment, by index from 0.
    case transcript(attachment: Int)
    /// The file name of an attachment, by index from 0.
    case fileName(attachment: Int)
    /// A hashtag from `hashtags` or `tags`, by index from 0 in the order of the file.
    case hashtag(Int)
    /// An earlier post this draft answers, by index from 0, oldest first.
    case parent(Int)

    /// The name in reports: stable, and the same for every attachment, hashtag and parent.
    public var name: String {
      switch self {
      case .body: "body"
      case .title: "title"
      case .variant(let channel): "variant:\(channel)"
      case .firstComment: "first-comment"
      case .altText: "alt"
      case .captions: "captions"
      case .transcript: "transcript"
      case .fileName: "file-name"
      case .hashtag: "hashtag"
      case .parent: "parent"
      }
    }
  }

  /// Which part of the draft it is.
  public var field: Field
  /// The number of the post, from 1, within the thread, the variant or the parents; 1 for every other field.
  public var post: Int
  /// What the reader sees, in UTF-8.
  public var bytes: [UInt8]
  /// Where the bytes come from.
  public var origin: PassageOrigin

  /// Creates a passage.
  public init(field: Field, post: Int, bytes: [UInt8], origin: PassageOrigin) {
    self.field = field
    self.post = post
    self.bytes = bytes
    self.origin = origin
  }

  /// Whether the passage is an earlier post that gives context and is not itself judged.
  public var isContext: Bool {
    guard case .parent = field else { return false }
    return true
  }

  /// The range, in the file as it is stored, from which a range of this passage's bytes comes.
  ///
  /// Exact to the character wherever the file holds the character as it is; for an escape (`\u00e9`), a doubled
  /// quote or a folded line break it is the whole of that.
  public func range(_ bytes: Range<Int>, in source: SourceText) -> SourceRange {
    source.range(ofText: origin.textOffsets(of: bytes))
  }
}

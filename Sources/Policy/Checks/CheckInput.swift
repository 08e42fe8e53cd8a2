internal import Changes
internal import Drafts
internal import Media
internal import YAML

/// What a built-in check may look at.
struct CheckInput {
  var draft: Draft
  /// What the draft declares, if it declares anything.
  let declared: FrontMatter?
  var organisation: Organisation
  /// The consents the repository knows of; nil where nobody said, as outside a repository.
  var consents: Consents?
  /// What the attached pictures and films carry; nil where nobody looked, as in most examples.
  var inspections: [RepositoryPath: MediaInspection]?
  /// The people who may be named: the organisation's own, and those the draft names as staff, speakers and the like.
  var allowedNames: [String]
  /// In which languages it is written, where that is not English.
  var languages: DraftLanguages
  /// The time the answer is for.
  var now: Timestamp
  /// The words of the draft, its parents and the context before it.
  var scan: Scan
  /// How many parts of the scan come before the draft's own passages: context and parents.
  var earlierParts: Int
  /// What the rules about words found.
  var findings: [Finding]
  /// The attachments of the draft.
  let media: [DeclaredMedia]
  /// For every channel of the draft, in the order declared, and every variant besides, the posts it will show.
  let postsByChannel: [ChannelPosts]

  /// Whether the draft is in the published tree.
  var isPublished: Bool { draft.path.isUnder(organisation.published) }

  /// When the draft goes out: as declared, otherwise now.
  var publicationTime: Timestamp { declared?.publishDate?.value ?? now }

  /// The place of something that is not there: the first line of the file.
  var top: SourceRange { draft.source.range(ofText: draft.source.line(1)) }

  /// The draft's own passages with the parts of the scan that hold their words.
  var readPassages: [(passage: Passage, part: Int)] {
    draft.passages.enumerated().map { ($0.element, $0.offset + earlierParts) }
  }

  /// A hit on some bytes of a passage.
  func hit(_ passage: Passage, _ bytes: Range<Int>? = nil, detail: String? = nil) -> CheckHit {
    let bytes = bytes ?? 0..<passage.bytes.count
    return CheckHit(
      field: passage.field.name, post: passage.post, range: passage.range(bytes, in: draft.source),
      excerpt: Array(passage.bytes[bytes]), detail: detail)
  }
}

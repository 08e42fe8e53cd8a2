internal import Approvals
internal import Changes
internal import Drafts

/// Approved drafts for programs, with everything a scheduler needs; version 1 of the format.
public struct ExportJSON {
  private let posts: [ApprovedPost]

  /// The object of some approved drafts.
  public init(_ posts: [ApprovedPost]) { self.posts = posts }

  /// The object.
  public var object: JSONValue {
    .object([("version", .number(1)), ("drafts", .array(posts.map(draft)))])
  }

  private func draft(_ post: ApprovedPost) -> JSONValue {
    let front = post.draft.frontMatter
    let tags = post.draft.passages.filter { if case .hashtag = $0.field { true } else { false } }
    return .object([
      ("path", .string(post.standing.path.display)), ("id", .string(post.standing.id.percentEncoded)),
      ("subject", .string("sha256:\(post.subject)")), ("author", front?.author.map { Self.text($0.value) } ?? .null),
      ("title", Self.text(front?.title?.value)), ("publishDate", Self.time(front?.publishDate?.value)),
      ("expiryDate", Self.time(front?.expiryDate?.value)), ("lang", Self.text(front?.lang?.value)),
      (
        "channels",
        .array(
          post.draft.postsByChannel.map { own in
            .object([
              ("channel", Self.text(own.channel.name)), ("posts", .array(own.posts.map { Self.text($0.bytes) })),
            ])
          })
      ),
      ("attachments", .array((front?.attachments ?? []).map { attachment($0.value, post) })),
      ("hashtags", .array(tags.map { Self.text($0.bytes) })), ("firstComment", Self.text(front?.firstComment?.value)),
      (
        "approvals",
        .array(
          (post.standing.standing?.grants ?? []).map { grant in
            .object([
              ("role", .string(grant.role.description)), ("person", .string(grant.person.description)),
              ("at", .string(grant.signedAt.description)), ("expires", .string(grant.expires.description)),
              ("record", .string(grant.record.description)),
            ])
          })
      ),
    ])
  }

  private func attachment(_ attachment: Attachment, _ post: ApprovedPost) -> JSONValue {
    let path = attachment.file?.value
    let asset = post.standing.manifest?.assets.first { $0.path == path?.bytes }
    return .object([
      ("file", path.map { Self.text($0.bytes) } ?? .null),
      ("sha256", asset.map { .string($0.content.digest.description) } ?? .null),
      ("alt", Self.text(attachment.alt?.value)),
      ("decorative", .bool(attachment.decorative?.value ?? false)),
    ])
  }

  private static func text(_ bytes: [UInt8]) -> JSONValue { .string(String(decoding: bytes, as: UTF8.self)) }
  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  private static func time(_ time: Timestamp?) -> JSONValue { time.map { .string($0.description) } ?? .null }
}

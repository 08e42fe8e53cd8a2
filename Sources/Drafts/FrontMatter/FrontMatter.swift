public import YAML

/// What a draft declares about itself.
///
/// Every key is optional here and nil when it is absent or null; what is required when is the policy's matter.
public struct FrontMatter: Sendable, Equatable {
  /// The keys front matter may have, in the order the documentation lists them.
  public static let keys = [
    "author", "channels", "about", "publishDate", "title", "kind", "account", "audience", "expiryDate", "lang",
    "campaign", "embargoUntil", "people", "attachments", "consent", "deidentified", "claims", "sponsor", "ai",
    "inReplyTo", "variants", "firstComment", "hashtags", "tags", "live",
  ]

  /// From the opening line of dashes to the closing one, both included.
  public var range: SourceRange

  /// The author's id in the people registry, as bytes.
  public var author: Located<[UInt8]>?
  /// The channels the draft is for.
  public var channels: [Located<Channel>]?
  /// Whom it is about.
  public var about: Located<About>?
  /// When it goes out.
  public var publishDate: Located<Timestamp>?
  /// Its title.
  public var title: Located<String>?
  /// What kind of post it is.
  public var kind: Located<DraftKind>?
  /// For whom the account speaks.
  public var account: Located<Account>?
  /// Whom it addresses.
  public var audience: Located<Audience>?
  /// When it is taken down.
  public var expiryDate: Located<Timestamp>?
  /// Its language, a BCP 47 tag.
  public var lang: Located<String>?
  /// The campaign it belongs to.
  public var campaign: Located<String>?
  /// Before when nothing of it may be public.
  public var embargoUntil: Located<Timestamp>?
  /// Everybody it names or shows.
  public var people: [Located<DeclaredPerson>]?
  /// Pictures, films and sound that go with it.
  public var attachments: [Located<Attachment>]?
  /// The consent it rests on.
  public var consent: Located<ConsentReference>?
  /// Whether its author holds the individual in it to be unrecognisable.
  public var deidentified: Located<Bool>?
  /// Claims it makes, with their sources.
  public var claims: [Located<Claim>]?
  /// Who paid for it.
  public var sponsor: Located<Sponsor>?
  /// What a machine contributed.
  public var ai: Located<AIDisclosure>?
  /// What it answers.
  public var inReplyTo: Located<ReplyTarget>?
  /// Posts written for one channel instead of the body.
  public var variants: [Variant]?
  /// The comment posted right below.
  public var firstComment: Located<String>?
  /// Hashtags that are added to the post, with or without `#`.
  public var hashtags: [Located<String>]?
  /// Tags of a page.
  public var tags: [Located<String>]?
  /// The live session it announces or is.
  public var live: Located<LiveSession>?

  /// Creates front matter that declares nothing.
  public init(range: SourceRange) {
    self.range = range
  }
}
